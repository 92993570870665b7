"""What stands on a page: furniture, notes where their marks are, heads that repeat, nothing cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.errors import FurnitureTooLong
from app.reports.document import Document
from app.reports.internal_file import internal_file
from app.reports.pdf.fonts import family
from app.reports.pdf.furniture import QR_MODULE
from app.reports.pdf.geometry import FORMATS
from app.reports.pdf.pages import Page
from app.reports.pdf.reportlab_door import qr_modules
from app.reports.pdf.strips import Words
from app.reports.pdf.typeset import Typesetter
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport, GreyPicture, Wording
from tests.factories import model_man, papers
from tests.reports.reading import pages_of, text_of

type MakeCase = Callable[[], CaseReport]
CASES: dict[str, MakeCase] = {
    "model": papers.model_case,
    "thin": papers.thin_case,
    "long": lambda: papers.with_long_timeline(300),
}
MARK = re.compile(r"\b(S\d+|E\d+) · [A-F][1-6]")


def _document(case: CaseReport, lang: str = "en") -> Document:
    return internal_file(case, lang, papers.draft_context())


def _pages(case: CaseReport, lang: str = "en") -> list[str]:
    return pages_of(write_pdf(_document(case, lang)).content)


def _laid(document: Document) -> tuple[list[Page], Typesetter]:
    setter = Typesetter(document, family())
    return setter.pages(), setter


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_page_says_which_case_which_page_and_how_secret(case: MakeCase, lang: str) -> None:
    pages = _pages(case(), lang)
    of = {"en": "Page {} of {}", "hy": "Էջ {}՝ {}-ից", "ru": "Стр. {} из {}"}[lang]
    word = {"en": "CONFIDENTIAL", "hy": "ԳԱՂՏՆԻ", "ru": "КОНФИДЕНЦИАЛЬНО"}[lang]
    for number, page in enumerate(pages, start=1):
        assert of.format(number, len(pages)) in page
        assert page.count(word) == 2
        assert case().number in page


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_notes_stand_on_the_page_where_their_marks_are(case: MakeCase) -> None:
    for page in _laid(_document(case()))[0]:
        called = {key for placed in page.placed for key in placed.strip.notes}
        assert page.notes == called


def test_note_of_each_mark_is_printed_on_its_own_page() -> None:
    titles = {
        f"S{number}": statement.title.en or statement.code
        for number, statement in enumerate(model_man.STATEMENTS, start=1)
    }
    for page in _pages(papers.with_long_timeline(120)):
        for mark in set(MARK.findall(page)) & titles.keys():
            assert titles[mark] in page


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_runs_over_the_edge_or_into_the_foot(case: MakeCase, lang: str) -> None:
    document = _document(case(), lang)
    pages, setter = _laid(document)
    sheet = FORMATS[document.format]
    for page in pages:
        assert page.bottom + setter.notes.height(page.notes) <= sheet.frame_height + 0.1
        for placed in page.placed:
            for stroke in placed.strip.strokes:
                if isinstance(stroke, Words):
                    width = setter.breaker.width(stroke.text, stroke.size, bold=stroke.bold)
                    assert stroke.x + width <= sheet.text_width + 0.5, stroke.text
                    assert stroke.y <= placed.strip.height + 0.1


def test_strips_never_overlap_and_heads_begin_on_the_grid() -> None:
    for page in _laid(_document(papers.model_case()))[0]:
        bottom = 0.0
        for placed in page.placed:
            assert placed.y >= bottom - 0.01
            bottom = placed.y + placed.strip.height
            if placed.strip.snap:
                assert placed.y % 6.5 == pytest.approx(0.0, abs=0.01)


def test_column_heads_repeat_on_every_page_of_a_long_table() -> None:
    pages = _pages(papers.with_long_timeline(300))
    within = [page for page in pages if "of the log" in page]
    assert len(within) > 5
    assert all("When What and where Source" in page for page in within)


def test_every_row_of_a_long_table_is_printed_once() -> None:
    text = " ".join(_pages(papers.with_long_timeline(300)))
    for index in range(300):
        assert text.count(f"Entry {index} of the log") == 1


def test_the_last_page_of_a_table_has_at_least_three_rows() -> None:
    for rows in range(25, 60):
        pages = _pages(papers.with_long_timeline(rows))
        last = [page for page in pages if "of the log" in page][-1]
        assert last.count("of the log") >= 3


def test_a_narrative_of_forty_pages_is_set_whole() -> None:
    sentence = "Contact was lost in the evening and nobody has seen the position since then. "
    text = "".join(f"[{n}] {sentence}" for n in range(2200))
    done = write_pdf(_document(papers.with_narrative(text)))
    assert done.pages > 30
    printed = text_of(done.content)
    assert all(f"[{n}]" in printed for n in range(2200))


def test_a_narrative_without_a_space_is_set_whole() -> None:
    done = write_pdf(_document(papers.with_narrative("ա" * 100_000)))
    assert text_of(done.content).count("ա") >= 100_000


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    for count in range(30, 70):
        text = " ".join(f"lorem{n}" for n in range(count * 12))
        for page in _laid(_document(papers.with_narrative(text)))[0]:
            lines = [
                placed
                for placed in page.placed
                if any(isinstance(s, Words) and "lorem" in s.text for s in placed.strip.strokes)
            ]
            assert len(lines) != 1


def test_the_four_answers_stay_on_one_page() -> None:
    pages = _pages(papers.model_case())
    assert sum("Last sign of life" in p and "No handover is recorded." in p for p in pages) == 1


def test_a_draft_says_so_and_has_no_code() -> None:
    page = _pages(papers.model_case())[0]
    assert "DRAFT – not issued" in page
    assert "7K4Q" not in page


def test_an_issued_paper_carries_its_code_on_every_page() -> None:
    document = internal_file(papers.model_case(), "en", papers.issued_context())
    pages = pages_of(write_pdf(document).content)
    assert all("7K4Q-9MXT-2R" in page and "DRAFT" not in page for page in pages)


def test_qr_is_version_one_with_whole_modules() -> None:
    modules = qr_modules("7K4Q9MXT2R")
    assert len(modules) == 21
    assert all(len(row) == 21 for row in modules)
    finder = [row[:7] for row in modules[:7]]
    assert all(finder[0])
    assert all(finder[6])
    assert pytest.approx(0.6 * 72 / 25.4) == QR_MODULE


def test_a_copy_names_its_reader_in_the_margin() -> None:
    context = replace(papers.issued_context(), recipient="State commission", copy=3, copies=5)
    content = write_pdf(internal_file(papers.model_case(), "en", context)).content
    assert all("COPY 3 OF 5 · State commission" in page for page in pages_of(content))


def test_an_office_name_that_does_not_fit_is_refused_not_shrunk() -> None:
    context = replace(papers.draft_context(), office=Wording("Office " * 30))
    with pytest.raises(FurnitureTooLong):
        write_pdf(internal_file(papers.model_case(), "en", context))


def test_a_file_without_a_picture_has_no_empty_frame() -> None:
    document = _document(replace(papers.model_case(), photo=None))
    assert "Photograph" not in text_of(write_pdf(document).content)


def test_pixels_that_do_not_fill_the_picture_are_refused() -> None:
    case = replace(papers.model_case(), photo=GreyPicture(10, 10, b"short"))
    with pytest.raises(ValueError, match="pixels"):
        write_pdf(_document(case))


def test_a_section_of_one_row_is_not_tied_to_the_next() -> None:
    setter = Typesetter(_document(replace(papers.model_case(), events=())), family())
    pages = setter.pages()
    rows = [placed.strip for page in pages for placed in page.placed]
    exhibits = next(i for i, strip in enumerate(rows) if "Exhibits" in strip.outline)
    assert not rows[exhibits + 2].keep_next

"""The answer to a man who asks says of every copy to whom it went, and why it keeps back what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.reports.document import DataTable, Document, TableRow
from app.reports.paper_words import PaperWords
from app.reports.pdf.pages import Page, PlacedStrip
from app.reports.pdf.strips import Ring
from app.reports.render import write_pdf
from app.reports.subject_access import answer_of, subject_access_document
from app.shapes.case_report import AskedBody
from app.shapes.subject_access import CopyPassedOn, HeldOnHim
from models.vocabulary.papers import AccessGround, Audience, LeftThing, LegalBasis
from tests.factories import papers
from tests.factories.model_man import day
from tests.reports.page_faults import PageReader
from tests.reports.reading import text_of

HASH = "0123456789abcdef" * 4
FIRST = CopyPassedOn(
    number="D-2021-0001",
    audience=Audience.ICRC.value,
    language="hy",
    template="icrc-tracing",
    template_version="1.0",
    sections=("identity", "photo"),
    recipient="ICRC, Yerevan",
    purpose="To look for him",
    basis=LegalBasis.PUBLIC_INTEREST_MANDATE.value,
    facts_as_of=datetime(2021, 2, 4, 21, 0, tzinfo=UTC),
    issued_at=datetime(2021, 2, 4, 21, 0, tzinfo=UTC),
    handed_out=True,
    copy_no=1,
    copies=2,
    pages=3,
    sha256=HASH,
    superseded_by="D-2021-0003",
)


def answer(*copies: CopyPassedOn, lang: str = "en", names_kept: int = 0) -> Document:
    """Answer the man of the model page."""
    held = HeldOnHim(papers.model_case(), copies, (), (), names_kept)
    made = answer_of(held, "Նմուշյան Արամ")
    return subject_access_document(made, PaperWords(lang), papers.issued_context())


def rows(document: Document) -> list[str]:
    """Give the rows of the first table as plain words."""
    table = next(block for block in document.blocks if isinstance(block, DataTable))
    return [_said(row) for row in table.rows]


def _said(row: TableRow) -> str:
    return " ".join(run.text for cell in row.cells for run in cell)


def test_a_copy_is_told_with_reader_sections_purpose_ground_version_and_hash() -> None:
    (told,) = rows(answer(FIRST))
    for part in (
        "D-2021-0001", "copy 1 of 2", "5 February 2021", "superseded by D-2021-0003",
        "ICRC tracing request", "in Armenian, 3 pages", "identity", "photo", "icrc-tracing",
        "ICRC, Yerevan", "To look for him", "public interest", "0123 4567 89ab cdef",
    ):  # fmt: skip
        assert part in told.replace("\u00a0", " ")


def test_a_reprint_and_a_copy_that_waits_are_told_as_such() -> None:
    again = replace(FIRST, number="D-2021-0002", reprint_of="D-2021-0001", superseded_by="")
    waits = replace(FIRST, number="D-2021-0003", supersedes="D-2021-0001", handed_out=False)
    _, second, third = rows(answer(FIRST, again, waits))
    assert "a reprint of D-2021-0001" in second
    assert "takes the place of D-2021-0001" in third
    assert "not handed out yet" in third
    assert "not handed out yet" not in second


def test_a_letter_to_a_relative_is_told_without_their_name() -> None:
    told = rows(answer(replace(FIRST, recipient="", purpose=""), names_kept=2))[0]
    assert "a member of his family" in told
    assert "it names other people" in told


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_what_is_kept_back_is_told_by_its_ground_without_counting_informants(lang: str) -> None:
    held = HeldOnHim(papers.model_case(), (FIRST,), (), (), names_kept=2)
    made = answer_of(held, "Նմուշյան Արամ")
    by_ground = {one.ground: dict(one.things) for one in made.kept_back}
    assert by_ground[AccessGround.OTHER_PEOPLE][LeftThing.DISCLOSURES] == 2
    assert set(by_ground[AccessGround.SOURCES].values()) == {0}
    assert by_ground[AccessGround.WORKING][LeftThing.GRADES] > 0
    content = write_pdf(answer(FIRST, lang=lang)).content
    assert "D-2021-0001" in text_of(content)


def test_nobody_passed_on_is_said_in_words() -> None:
    text = text_of(write_pdf(answer()).content)
    assert "No paper on him has left this office." in text


def test_whoever_was_written_to_about_him_is_not_denied() -> None:
    asked = (AskedBody("SUB-1", "ICRC", "TRACING_REQUEST", day("2020-12-22")),)
    case = replace(papers.model_case(), asked=asked)
    made = answer_of(HeldOnHim(case, (), (), ()), "Նմուշյան Արամ")
    document = subject_access_document(made, PaperWords("en"), papers.issued_context())
    text = text_of(write_pdf(document).content)
    assert "No paper on him has left this office." not in text
    assert "Whom the office wrote to is below." in text
    assert "Steps taken and replies" in text


def test_the_signatures_keep_a_line_of_room_to_the_words_above_them() -> None:
    (page, *_) = [one for one in PageReader(answer()).pages() if _signed(one)]
    strip = _signed(page)[0].strip
    assert strip.space_above >= 13


def _signed(page: Page) -> list[PlacedStrip]:
    return [one for one in page.placed if any(isinstance(s, Ring) for s in one.strip.strokes)]

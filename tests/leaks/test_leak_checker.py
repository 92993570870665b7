"""The eye that looks for leaks is tried on files that leak on purpose, and on files that do not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from app.reports.document import Prose, plain
from app.reports.internal_file import internal_file
from app.reports.render import write_pdf
from tests.factories import papers
from tests.leaks import leaking
from tests.leaks.checker import leaks, text_of
from tests.leaks.leaking import LATIN, SECRET
from tests.leaks.pdf_file import PdfFile
from tests.leaks.spellings import folded
from tests.leaks.syntax import Parser, Unreadable
from tests.reports.reading import pages_of

BOTH = (SECRET, LATIN)


@pytest.mark.parametrize("written", leaking.FILTERS.values(), ids=leaking.FILTERS.keys())
def test_a_word_is_found_behind_every_filter(written: Callable[[], bytes]) -> None:
    assert {leak.value for leak in leaks(leaking.paged(written()), BOTH)} == {LATIN}


@pytest.mark.parametrize("made", leaking.PAGES.values(), ids=leaking.PAGES.keys())
def test_a_word_is_found_however_it_stands_on_a_page(made: Callable[[], bytes]) -> None:
    assert leaks(made(), BOTH)


@pytest.mark.parametrize("made", leaking.ELSEWHERE.values(), ids=leaking.ELSEWHERE.keys())
def test_a_word_is_found_wherever_it_hides_in_a_file(made: Callable[[], bytes]) -> None:
    assert leaks(made(), BOTH)


def test_a_word_that_was_only_measured_is_found_in_the_map_of_its_font() -> None:
    (leak,) = leaks(leaking.MAP_ONLY(), [leaking.MAP_ONLY_WORD])
    assert leak.how == "ToUnicode"


@pytest.mark.parametrize("made", (leaking.PAGES | leaking.ELSEWHERE).values())
def test_a_word_that_is_not_there_is_not_found(made: Callable[[], bytes]) -> None:
    assert leaks(made(), ["Նիհարյան-Բացակա", "Absentwood", "Отсутствов"]) == []


def test_short_values_count_only_as_words_of_their_own() -> None:
    page = leaking.paged(leaking.stream(leaking.shown("Group AB+ of 2021; ABC")))
    assert leaks(page, ["AB+"])
    assert leaks(page, ["BC", "21", "A"]) == []


def test_figures_are_found_in_any_grouping() -> None:
    page = leaking.paged(leaking.stream(leaking.shown("call \\(+374\\) 91-23 45.67 today")))
    assert {leak.value for leak in leaks(page, ["+37491234567"])} == {"+37491234567"}


def test_what_cannot_be_read_is_never_called_clean() -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        kept = io.BytesIO()
        made.save(kept, encryption=pikepdf.Encryption(owner="o", user="u"))
    unknown = leaking.stream(b"x", b"/Filter/Rot13Decode")
    for file in (kept.getvalue(), leaking.paged(unknown), b"no paper at all"):
        with pytest.raises(Unreadable):
            leaks(file, BOTH)
    broken = leaking.stream(b"not deflated", b"/Filter/FlateDecode")
    with pytest.raises(Unreadable):
        leaks(leaking.paged(broken), BOTH)


def test_nothing_to_look_for_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to look for"):
        leaks(leaking.paged(leaking.stream(b"")), ["—"])


def test_strings_are_read_as_the_standard_says() -> None:
    written = rb"(a\(b\)c) (d(e(f)g)h) (\101\12\053) (i\
j) <48 65 6> /A#42 [1 0 R -.5 true]"
    read = list(Parser(written).tokens())
    assert read[:6] == [b"a(b)c", b"d(e(f)g)h", b"A\n+", b"ij", b"He`", "AB"]
    assert read[6] == [(1, 0), -0.5, True]


# --- our own papers


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_two_eyes_read_the_same_on_our_papers(lang: str) -> None:
    content = write_pdf(internal_file(papers.model_case(), lang, papers.issued_context())).content
    ours, theirs = folded(text_of(content)), folded("".join(pages_of(content)))
    assert sorted(ours) == sorted(theirs)


def test_every_object_that_another_eye_sees_is_seen() -> None:
    content = write_pdf(internal_file(papers.model_case(), "hy", papers.issued_context())).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        theirs = {one.objgen[0] for one in pdf.objects if one.objgen[0]}
    assert theirs == {one.number for one in PdfFile.read(content).found}


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_a_template_that_prints_a_withheld_field_is_caught(lang: str) -> None:
    """The deliberately leaking document: a paper for a relative that prints another's number."""
    case = papers.model_case()
    paper = internal_file(papers.thin_case(), lang, papers.issued_context())
    withheld = case.family[1].contact
    leaky = (*paper.blocks[:3], Prose(plain(f"Ask {withheld[:9]}\n{withheld[9:]}")))
    assert leaks(write_pdf(paper).content, [withheld]) == []
    assert leaks(write_pdf(replace(paper, blocks=leaky)).content, [withheld])

"""A book of many cases: found by its contents and its index, numbered through, silent outside."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from app.jobs.papers.book import Binder, BookOrder
from app.reports.book import Book, BookEntry
from app.reports.document import Document, Format
from app.reports.internal_file import internal_file
from app.reports.long_blocks import IndexLine, NameIndex
from app.reports.pdf.fonts import family
from app.reports.pdf.strips import Words
from app.reports.pdf.typeset import Typesetter
from app.shapes.case_report import CaseReport, PrintedName
from tests.factories import papers
from tests.reports.reading import pages_of

FAMILIES = (
    ("Հովասարյան", "Ованесян", "Hovasaryan"),
    ("Ափինյան", "Ёлкин", "Abinyan"),
    ("Խաչիկյան", "Ершов", "Çelik"),
    ("Ուլիխանյան", "Жук", "Zorin"),
)
PER_CASE = {"en": "Page {} of {}", "hy": "Էջ {}՝ {}-ից", "ru": "Стр. {} из {}"}


def _cases() -> list[CaseReport]:
    cases = []
    for number, (armenian, russian, english) in enumerate(FAMILIES, 1):
        case = papers.thin_case() if number == 2 else papers.model_case()
        names = (
            PrintedName("Armn", armenian, "Արամ"),
            PrintedName("Cyrl", russian, "Арам"),
            PrintedName("Latn", english, "Aram"),
        )
        identity = replace(case.identity, names=names)
        cases.append(replace(case, number=f"HRD-2020-{number:05d}", identity=identity))
    return cases


def _bound(lang: str = "en", *, duplex: bool = False) -> bytes:
    binder = Binder(BookOrder((), lang, "held", duplex=duplex), papers.draft_context())
    for case in _cases():
        binder.add(case)
    return binder.bind().content


def _begins(pages: list[str]) -> dict[str, int]:
    """Return the page on which each case's own pages begin."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for case in re.findall(r"staff only · (HRD-2020-\d{5})", page):
            found.setdefault(case, number)
    return found


def _book(entries: list[BookEntry]) -> Book:
    first = internal_file(papers.thin_case(), "en", papers.draft_context())
    return Book(first, papers.draft_context(), "all", entries)


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_pages_are_numbered_through_all_cases(lang: str) -> None:
    pages = pages_of(_bound(lang))
    for number, page in enumerate(pages, 1):
        assert PER_CASE[lang].format(number, len(pages)) in page


def test_contents_and_index_lead_to_the_page_where_the_man_begins() -> None:
    pages = pages_of(_bound())
    begins = _begins(pages)
    contents = next(page for page in pages if "Contents" in page)
    index = " ".join(pages[-3:])
    assert len(begins) == len(FAMILIES)
    for number, page in begins.items():
        assert re.search(rf"{number} [^0-9]+ {page}\b", contents)
        assert index.count(f"{number} {page} ") == 3


def test_title_page_says_which_men_for_whom_and_as_of_when() -> None:
    pages = pages_of(_bound())
    told = "Cases in it 4", "those that answer to “held”", "10 March 2021", f"Pages {len(pages)}"
    for words in told:
        assert words in pages[0]
    assert pages[0].count("CONFIDENTIAL") == 3
    assert "DRAFT – not issued" in pages[0]


def test_each_alphabet_has_its_own_order() -> None:
    names = [(("Armn", a), ("Cyrl", c), ("Latn", e)) for a, c, e in FAMILIES]
    entries = [BookEntry(str(n), "", "", pair, n) for n, pair in enumerate(names)]
    orders = []
    for document in _book(entries).indexes(0):
        (block,) = document.blocks
        assert isinstance(block, NameIndex)
        orders.append([line.name for line in block.lines])
    assert orders == [
        ["Ափինյան", "Խաչիկյան", "Հովասարյան", "Ուլիխանյան"],
        ["Ёлкин", "Ершов", "Жук", "Ованесян"],
        ["Abinyan", "Çelik", "Hovasaryan", "Zorin"],
    ]


def test_marked_letters_stand_under_their_plain_letter() -> None:
    names = ("Çelik", "Cavid", "Şirin")
    entries = [BookEntry(name, name, "", (("Latn", name),), 1) for name in names]
    (block,) = _book(entries).indexes(0)[0].blocks
    assert isinstance(block, NameIndex)
    assert [line.letter for line in block.lines] == ["C", "C", "S"]
    assert block.lines[0] == IndexLine("C", "Cavid", "Cavid", 1)


def test_outline_leads_to_contents_cases_and_index_in_the_order_of_the_pages() -> None:
    with pikepdf.open(io.BytesIO(_bound())) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    cases = [f"HRD-2020-{n:05d}" for n in range(1, 5)]
    assert titles == ["Book of cases", "Contents", *cases, "Index of names"]


def test_first_case_of_a_book_printed_on_both_sides_begins_on_a_front() -> None:
    assert min(_begins(pages_of(_bound(duplex=True))).values()) % 2 == 1


def test_same_men_make_the_same_book() -> None:
    assert _bound() == _bound()


def test_file_says_nothing_of_the_men_outside_its_pages() -> None:
    with pikepdf.open(io.BytesIO(_bound())) as pdf:
        told = " ".join(str(value) for value in pdf.docinfo.values())
        with pdf.open_outline() as outline:
            told += " ".join(item.title for item in outline.root)
    assert not any(name in told for family in FAMILIES for name in family)


def _words(document: Document) -> list[Words]:
    return [
        stroke
        for page in Typesetter(document, family()).pages()
        for placed in page.placed
        for stroke in placed.strip.strokes
        if isinstance(stroke, Words)
    ]


def test_contents_between_the_margins_of_a_court_keep_the_numbers_of_pages_whole() -> None:
    internal = internal_file(papers.thin_case(), "en", papers.draft_context())
    entries = [BookEntry("HRD-2020-00001", "Probst Johann", "Capture presumed", (), 250)]
    for format_ in (Format.PORTRAIT, Format.COURT):
        first = replace(internal, format=format_)
        contents = Book(first, papers.draft_context(), "all", entries).contents(4)
        assert {"Page", "254"} <= {word.text for word in _words(contents)}


def test_both_columns_of_an_index_open_with_a_letter_at_one_height() -> None:
    names = [f"Abajyan {number:03d}" for number in range(120)]
    entries = [BookEntry(name, name, "", (("Latn", name),), 1) for name in names]
    heads = [word for word in _words(_book(entries).indexes(0)[0]) if word.text == "A"]
    assert len({head.x for head in heads}) == 2
    assert len({(head.x, head.y) for head in heads}) == len(heads)
    left, right = heads[:2]
    assert left.y == right.y

"""Who has a paper read aloud hears all of it, in its order, with its heads, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from app.reports.document import DataTable, Document, Facts, Numbered, Prose, SectionHead
from app.reports.internal_file import internal_file
from app.reports.pdf.tongues import other_language
from app.reports.render import write_pdf
from tests.factories import papers
from tests.reports.every_paper import LANGUAGES, PAPERS, content, document, texts_of
from tests.reports.office_papers import OFFICE_PAPERS, office_file
from tests.reports.reading import unspaced
from tests.reports.tag_tree import Tagged, read_tags
from tests.reports.unfit_for_archives import spoiled

GOOD = ("internal", "hy")


@cache
def _tags(name: str, lang: str) -> Tagged:
    return read_tags(content(name, lang) if name in PAPERS else office_file(name, lang))


@pytest.mark.parametrize("name", [*PAPERS, *OFFICE_PAPERS])
def test_every_word_of_every_paper_has_its_place_in_the_tree_or_is_furniture(name: str) -> None:
    assert [(lang, fault) for lang in LANGUAGES for fault in _tags(name, lang).faults] == []


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_in_the_order_in_which_it_was_written(name: str) -> None:
    for lang in LANGUAGES:
        heard, at = unspaced(_tags(name, lang).text).replace("\u00ad", ""), 0
        for text in _in_order(document(name, lang)):
            there = heard.find(text, at)
            assert there >= at, text
            at = there


def _in_order(made: Document) -> list[str]:
    """Return what a paper says in blocks that are read from left to right, row by row."""
    ordered = (SectionHead, Facts, DataTable, Prose, Numbered)
    texts = [
        text for block in made.blocks if isinstance(block, ordered) for text in texts_of(block)
    ]
    return [plain for text in texts if len(plain := unspaced(text)) > 12 and "[U+" not in plain]


def test_what_stands_around_the_text_is_not_read() -> None:
    made = document(*GOOD).furniture
    heard = _tags(*GOOD).text
    assert made.genuine_line not in heard
    assert made.template_line not in heard


def test_heads_of_a_table_that_goes_on_are_read_once() -> None:
    long = internal_file(papers.with_long_timeline(120), "en", papers.issued_context())
    tagged = read_tags(write_pdf(long).content)
    assert tagged.faults == []
    (table,) = (one for one in tagged.of("Table") if len(one.kids) > 100)
    heads = [row for row in table.kids if all(cell.role == "TH" for cell in row.kids)]
    assert len(heads) == 1


def test_a_crossed_box_is_heard() -> None:
    spans = [one.text for one in _tags("icrc", "en").of("Span")]
    assert any(text.startswith("☒") for text in spans)
    assert any(text.startswith("☐") for text in spans)


def test_lines_are_heard_as_separate_words() -> None:
    (why,) = (one for one in _tags("internal", "en").of("P") if one.text.startswith("Why S23"))
    block = next(one for one in document("internal", "en").blocks if isinstance(one, Prose))
    written = "".join(run.text for run in block.text)
    assert " ".join(why.text.replace("\u00ad", "").split()) == " ".join(written.split())


@pytest.mark.parametrize(
    ("text", "lang", "other"),
    [
        ("Нмушян Арам", "hy", "ru"), ("Նմուշյան", "en", "hy"), ("Nmushyan Aram", "ru", "en"),
        ("HRD-2020-00123", "hy", ""), ("Գործ No 5 of", "hy", ""), ("S3 · B2", "ru", ""),
        ("Նմուշյան", "hy", ""), ("12.03.2021", "en", ""), ("Русский и հայերեն", "ru", ""),
    ],
)  # fmt: skip
def test_words_in_other_letters_are_read_in_their_language(
    text: str, lang: str, other: str
) -> None:
    assert other_language(text, lang) == other


# --- the eye itself


def _untold(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /F1+0 9 Tf <01> Tj ET")


def _lost(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot.K[0]
    tree.K = Array(list(tree.K)[1:])


def _first(pdf: Pdf, role: str) -> Dictionary:
    found = [one for one in pdf.objects if isinstance(one, Dictionary)]
    return next(one for one in found if one.get("/S") == role and "/P" in one)


def _silent(pdf: Pdf) -> None:
    del _first(pdf, "/Figure")["/Alt"]


def _no_row(pdf: Pdf) -> None:
    _first(pdf, "/TR").S = Name.P


def _short_row(pdf: Pdf) -> None:
    row = _first(pdf, "/TR")
    row.K = Array(list(row.K)[:-1])


def _no_way_back(pdf: Pdf) -> None:
    del pdf.pages[1].obj["/StructParents"]


def _turned(pdf: Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


@pytest.mark.parametrize(
    ("wrong", "spoil"),
    [
        ("neither said nor not", _untold),
        ("does not hold every piece", _lost),
        ("a picture that is not told", _silent),
        ("a P in a Table", _no_row),
        ("rows have not the same cells", _short_row),
        ("does not lead back", _no_way_back),
        ("leads to a wrong place", _turned),
        ("the file has no tree", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
    ],
)
def test_what_is_wrong_with_a_tree_is_seen(wrong: str, spoil: Callable[[Pdf], None]) -> None:
    faults = read_tags(spoiled(content(*GOOD), spoil)).faults
    assert any(wrong in fault for fault in faults)

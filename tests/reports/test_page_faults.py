"""The eye that looks for faults of a page is shown pages with faults."""

from __future__ import annotations

from app.reports.internal_file import internal_file
from app.reports.pdf.pages import Page, PlacedStrip
from app.reports.pdf.strips import Photo, Ring, Rule, Strip, Words
from tests.factories import papers
from tests.reports.page_faults import PageReader


def _seen(*strips: Strip, before: int = 0) -> str:
    reader = PageReader(internal_file(papers.thin_case(), "en", papers.issued_context()))
    page, y = Page(), 0.0
    for strip in strips:
        page.placed.append(PlacedStrip(y, strip))
        y += strip.height
    page.bottom = y
    first = [Page([PlacedStrip(0, _row("first"))], bottom=13)] * before
    return " ".join(reader.of([*first, page]))


def _row(*texts: str, at: float = 0.0, size: float = 10.0) -> Strip:
    return Strip(13, [Words(at, 9.75, False, size, text) for text in texts])


def test_a_page_without_faults_has_none() -> None:
    assert _seen(_row("one"), _row("two")) == ""


def test_words_that_collide_run_out_or_are_too_small_are_seen() -> None:
    assert "runs" in _seen(_row("one beside", "another"))
    assert "over the edge" in _seen(_row("far to the right", at=440))
    assert "is set in 7 pt" in _seen(_row("tiny", size=7))
    assert "hangs out of its row" in _seen(Strip(5, [Words(0, 9.75, False, 10, "deep")]))


def test_lines_that_a_fax_loses_are_seen() -> None:
    assert "a line of 0.2 pt" in _seen(Strip(13, [Rule(0, 0, 100, 0, 0.2)]))


def test_text_in_the_foot_and_strips_on_one_another_are_seen() -> None:
    assert "into the notes or the foot" in _seen(Strip(800))
    reader = PageReader(internal_file(papers.thin_case(), "en", papers.issued_context()))
    page = Page([PlacedStrip(0, Strip(13)), PlacedStrip(9, Strip(13))], bottom=22)
    assert "on the one above it" in " ".join(reader.of([page]))


def test_heads_and_signatures_that_stand_alone_are_seen() -> None:
    head = Strip(13, outline="4 Timeline", section_start=True)
    reader = PageReader(internal_file(papers.thin_case(), "en", papers.issued_context()))
    alone = Page([PlacedStrip(0, _row("x")), PlacedStrip(13, head)], bottom=26)
    after = Page([PlacedStrip(0, _row("y")), PlacedStrip(13, _row("z"))], bottom=26)
    assert "stands alone at the foot" in " ".join(reader.of([alone, after]))
    seal = Strip(60, [Ring(100, 30, 20)])
    assert "signatures stand alone" in _seen(head, _row("Prepared by"), seal, before=1)
    assert "signatures" not in _seen(_row("a row"), head, _row("Prepared by"), seal, before=1)


def test_a_word_cut_without_a_hyphen_is_seen() -> None:
    cut = "'Pro' and 'bst' are one word, cut without a hyphen"
    assert cut in _seen(_row("of Pro"), _row("bst Johann"))
    assert "one word" not in _seen(_row("of Pro\u00ad"), _row("bst Johann"))
    assert "one word" not in _seen(_row("Johann"), _row("Probst"))


def test_a_last_page_with_hardly_anything_on_it_is_seen() -> None:
    assert "page 2: hardly anything stands on it" in _seen(_row("a remark"), before=1)
    assert "hardly anything" not in _seen(_row("a row"), _row("a remark"), before=1)


def test_numbers_and_words_torn_apart_are_seen() -> None:
    assert "torn" in _seen(_row("K. Ejyan, telephone +374"), _row("00 000 000"))
    assert "torn" in _seen(_row("դիրքորոշումն"), _row("է։"))
    assert "torn" not in _seen(_row("telephone +374 00 000 000"))


def test_a_picture_alone_and_a_line_into_the_seal_are_seen() -> None:
    head = Strip(13, outline="X. His photograph", section_start=True)
    picture = Strip(130, [Photo(0, 0, 99, 127, papers.grey_photo())])
    assert "a picture stands alone" in _seen(head, picture, before=1)
    assert "a picture stands alone" not in _seen(head, picture, _row("Index"), before=1)
    signed = Strip(60, [Rule(0, 30, 82, 30), Ring(100, 30, 20)])
    assert "into the seal" in _seen(_row("a row"), _row("another"), signed)

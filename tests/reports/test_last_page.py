"""No paper for a court ends on a page with a few lines; no list parts from what opens it."""

from __future__ import annotations

from dataclasses import replace

from app.reports.document import AccountsMatrix, Format, Note, Numbered, Prose, literal
from app.reports.papers import make_document
from app.reports.pdf import styles
from app.reports.pdf.fonts import family
from app.reports.pdf.geometry import page_format
from app.reports.pdf.last_page import LEAST_LAST, without_stub
from app.reports.pdf.lines import LineBreaker
from app.reports.pdf.pages import NOTE_STEP, NoteSetter, Page, Stacker
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Strip, Words
from app.reports.pdf.typeset import Typesetter
from models.vocabulary.papers import Audience, PaperFormat
from tests.factories import court, papers

BREAKER = LineBreaker(family(), SafeText(family()))
COURT = page_format(Format.COURT, PaperFormat.A4)
HEIGHT = COURT.frame_height


def _notes(*lines: int) -> NoteSetter:
    notes = {
        f"S{n}": Note(f"S{n}", literal("\n".join(["told"] * count)), (0, n))
        for n, count in enumerate(lines, start=1)
    }
    return NoteSetter(BREAKER, COURT, notes, "", styles.COURT_NOTE)


def _stack(strips: list[Strip]) -> list[Page]:
    return Stacker(COURT, _notes()).stack(strips)


def _sections(*shares: float) -> list[Strip]:
    """Make sections that take these shares of a page, each a head and ten lines."""
    strips: list[Strip] = []
    for share in shares:
        strips.append(Strip(0, keep_next=True, section_start=True))
        strips += [Strip(share * HEIGHT / 10) for _ in range(10)]
    return strips


def test_a_last_page_with_a_few_lines_takes_the_section_before_it_along() -> None:
    strips = _sections(0.5, 0.3, 0.15, 0.12)
    assert [len(_stack(strips)), _stack(strips)[-1].bottom < LEAST_LAST * HEIGHT] == [2, True]
    first, last = without_stub(strips, _stack, HEIGHT)
    assert last.placed[0].strip is strips[22]
    assert first.placed[-1].strip is strips[21]


def test_a_section_comes_along_without_the_lines_that_it_was_tied_to() -> None:
    strips = _sections(0.5, 0.3, 0.15, 0.12)
    strips[21].keep_next = True
    first, last = without_stub(strips, _stack, HEIGHT)
    assert [first.placed[-1].strip, last.placed[0].strip] == strips[21:23]


def test_a_page_is_not_emptied_to_fill_the_last_one() -> None:
    strips = _sections(0.2, 0.85)
    pages = without_stub(strips, _stack, HEIGHT)
    assert [len(page.placed) for page in pages] == [len(page.placed) for page in _stack(strips)]
    assert not any(strip.new_page for strip in strips)


def test_a_paper_that_ends_well_stays_as_it_is() -> None:
    strips = _sections(0.5, 0.4, 0.4)
    assert len(without_stub(strips, _stack, HEIGHT)) == len(_stack(strips)) == 2
    assert not any(strip.new_page for strip in strips)


def test_notes_part_where_both_columns_come_out_evenest() -> None:
    one = _notes(1)
    per_line = styles.COURT_NOTE.leading
    rest = one.height(frozenset({"S1"})) - per_line - NOTE_STEP
    setter = _notes(3, 3, 2)
    assert setter.height(frozenset({"S1", "S2", "S3"})) == rest + 5 * per_line + 2 * NOTE_STEP


def test_no_item_of_a_list_stands_alone_at_a_foot_or_a_head() -> None:
    made = make_document(Audience.COURT, [court.court_case()], "en", court.court_context()).document
    asked = (
        Numbered("31.", literal("It is asked:")),
        *(Numbered(f"({letter})", literal("one thing;"), level=1) for letter in "abcd"),
        Numbered("32.", literal("That is all.")),
    )
    for more in range(20, 32):
        filling = tuple(Numbered(f"{n}.", literal("A line.")) for n in range(more))
        pages = Typesetter(replace(made, blocks=(*filling, *asked)), family()).pages()
        last, first = pages[0].placed[-1].strip.strokes[0], pages[-1].placed[0].strip.strokes[0]
        assert isinstance(last, Words)
        assert isinstance(first, Words)
        assert last.text not in {"31.", "(a)"}
        assert first.text != "(d)"


def test_what_is_said_under_accounts_that_differ_stays_with_them() -> None:
    case = papers.model_case()
    made = make_document(Audience.COURT, [case], "en", court.court_context()).document
    place = next(n for n, block in enumerate(made.blocks) if isinstance(block, AccountsMatrix))
    under = made.blocks[place + 1]
    assert isinstance(under, Prose)
    for more in range(8, 24):
        filling = tuple(Numbered(f"{n}.", literal("A line.")) for n in range(more))
        blocks = (*filling, made.blocks[place], under)
        for page in Typesetter(replace(made, blocks=blocks), family()).pages()[1:]:
            first = page.placed[0].strip.strokes[0]
            assert not (isinstance(first, Words) and first.text.startswith("Every account"))

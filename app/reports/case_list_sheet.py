"""A list of cases on paper: any filter, the columns that somebody chose, portrait or landscape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.errors import BadInput
from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Document,
    Prose,
    SheetTitle,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.shapes.case_list import CaseSort
from app.shapes.case_list_paper import CaseColumn, CaseListPaper, ListedCase, PageTurn
from app.wording.case_list_paper import column_head
from app.wording.filter_query import question_words
from app.wording.status_words import found_on_his_side
from app.wording.vocabulary import codes
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Facet, Headline, Remains

TEMPLATE: Final = "case-list"
VERSION: Final = "1.0"
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 165.0, 261.0  # in mm (paper.md 1)

_REMAINS: Final = frozenset(value.value for value in Remains)


@dataclass(frozen=True, slots=True)
class _Shape:
    least: float  # in mm: below that words would be cut in pieces
    wish: float  # as wide as it would like to be
    cell: Callable[[ListedCase, PaperWords], Text]


def case_list_sheet(paper: CaseListPaper, words: PaperWords, context: PaperContext) -> Document:
    """Lay out a list of cases.

    Raises:
        BadInput: no column was chosen, or so many that they fit on no page.
    """
    landscape = lies_across(paper.columns, paper.turn)
    title = words.say("List of cases")
    furniture = sheet_furniture(
        words,
        context,
        document_type=title,
        scope=words.say("staff only"),
        about=words.say_n("{n} case", "{n} cases", len(paper.cases)),
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(paper),
    )
    blocks = _blocks(paper, title, words, landscape=landscape)
    return office_sheet(words, context, furniture, title, blocks, landscape=landscape)


def lies_across(columns: tuple[CaseColumn, ...], turn: PageTurn) -> bool:
    """Tell whether a list of these columns is printed in landscape.

    Raises:
        BadInput: no column was chosen, or so many that they fit on no page.
    """
    if not columns:
        raise BadInput("columns", "case_list_no_columns")
    least = sum(_SHAPES[column].least for column in columns)
    across = turn is PageTurn.LANDSCAPE or (turn is PageTurn.AUTO and least > PORTRAIT_WIDTH)
    if least > (LANDSCAPE_WIDTH if across else PORTRAIT_WIDTH):
        raise BadInput("columns", "case_list_too_wide" if across else "case_list_too_wide_upright")
    return across


def _widths(shapes: Sequence[_Shape], room: float) -> list[float]:
    """Give every column what it cannot do without, and share out the rest by what each wishes."""
    least = sum(shape.least for shape in shapes)
    wished = sum(shape.wish - shape.least for shape in shapes)
    return [shape.least + (room - least) * (shape.wish - shape.least) / wished for shape in shapes]


def _blocks(
    paper: CaseListPaper, title: str, words: PaperWords, *, landscape: bool
) -> tuple[Block, ...]:
    asked = words.say("All cases of the register")
    if paper.asked is not None:
        asked = words.opening(question_words(paper.asked, words.translator))
    head = SheetTitle(
        title,
        asked,
        (_order(paper, words),),
        total=words.say_n("{n} case", "{n} cases", len(paper.cases)),
    )
    if not paper.cases:
        return (head, Prose(plain(words.say("The filter lets nobody through."))))
    shapes = [_SHAPES[column] for column in paper.columns]
    room = LANDSCAPE_WIDTH if landscape else PORTRAIT_WIDTH
    table = DataTable(
        columns=tuple(
            Column(column_head(column, words.translator), width)
            for column, width in zip(paper.columns, _widths(shapes, room), strict=True)
        ),
        rows=tuple(
            TableRow(tuple(shape.cell(one, words) for shape in shapes)) for one in paper.cases
        ),
    )
    return (head, table)


def _order(paper: CaseListPaper, words: PaperWords) -> str:
    by = {
        CaseSort.NUMBER: words.say("Sorted by number."),
        CaseSort.NAME: words.say("Sorted by name: Armenian letters first, then Russian, Latin."),
        CaseSort.BORN: words.say("Sorted by date of birth."),
        CaseSort.PLACE: words.say("Sorted by last known place."),
        CaseSort.LAST: words.say("Sorted by last known date."),
        CaseSort.HEADLINE: words.say("Sorted by headline."),
        CaseSort.CHANGED: words.say("Sorted by the last change."),
    }[paper.sort]
    return f"{by} {words.say('The last comes first.')}" if paper.descending else by


# --- cells: what is not there says so


def _or_not(text: str, words: PaperWords) -> Text:
    return literal(text) if text else plain(words.say("not recorded"))


def _date(said: PartialDate, words: PaperWords) -> Text:
    if said.edtf is None:
        return literal(words.quoted(said.text)) if said.text else _or_not("", words)
    return plain(in_words(said, words.lang, case="figures", nbsp=True))


def _place(one: ListedCase, words: PaperWords) -> Text:
    row = one.row
    return _or_not(row.place.name(words.lang) if row.place else row.place_text, words)


def _rank(one: ListedCase, words: PaperWords) -> Text:
    known = one.rank in codes("rank")
    return _or_not(words.label("rank", one.rank) if known else one.rank, words)


def _home(one: ListedCase, words: PaperWords) -> Text:
    if one.row.headline == Headline.S42:
        return plain(found_on_his_side(words.translator))
    facet = Facet.REMAINS if one.row.home in _REMAINS else Facet.REPAT
    return plain(words.label(facet.lower(), one.row.home))


def _life(one: ListedCase, words: PaperWords) -> Text:
    if one.row.sign_of_life is None:
        return plain(words.say("none known"))
    return _date(PartialDate.on(one.row.sign_of_life), words)


_SHAPES: Final[Mapping[CaseColumn, _Shape]] = {
    CaseColumn.NUMBER: _Shape(30, 31, lambda one, _: literal(one.row.number)),
    CaseColumn.NAME: _Shape(38, 48, lambda one, _: literal(one.row.name, bold=True)),
    CaseColumn.NAME_HY: _Shape(38, 46, lambda one, words: _or_not(one.names.hy, words)),
    CaseColumn.NAME_RU: _Shape(38, 46, lambda one, words: _or_not(one.names.ru, words)),
    CaseColumn.NAME_EN: _Shape(34, 42, lambda one, words: _or_not(one.names.en, words)),
    CaseColumn.BORN: _Shape(25, 26, lambda one, words: _date(one.row.born, words)),
    CaseColumn.RANK: _Shape(20, 24, _rank),
    CaseColumn.UNIT: _Shape(24, 34, lambda one, words: _or_not(one.row.unit_in(words.lang), words)),
    CaseColumn.PLACE: _Shape(28, 32, _place),
    CaseColumn.LAST: _Shape(27, 36, lambda one, words: _date(one.row.last, words)),
    CaseColumn.HEADLINE: _Shape(
        32, 56, lambda one, words: plain(words.label("headline", one.row.headline))
    ),
    CaseColumn.ALIVE: _Shape(22, 32, lambda one, words: plain(words.label("fate", one.row.fate))),
    CaseColumn.HELD: _Shape(
        22, 34, lambda one, words: plain(words.label("custody", one.row.custody))
    ),
    CaseColumn.ADMITTED: _Shape(24, 32, lambda one, words: plain(words.label("ack", one.row.ack))),
    CaseColumn.HOME: _Shape(24, 34, _home),
    CaseColumn.LIFE: _Shape(22, 24, _life),
    CaseColumn.OFFICER: _Shape(28, 29, lambda one, words: _or_not(one.officer, words)),
}

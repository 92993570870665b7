"""A list of cases as it is printed: any filter, the columns that somebody chose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from app.shapes.case_report import Wording
from app.shapes.filter_query import QueryNode


class CaseColumn(StrEnum):
    """What a column of a printed list holds, in the order in which columns are printed."""

    NUMBER = "number"
    NAME = "name"
    NAME_HY = "name_hy"
    NAME_RU = "name_ru"
    NAME_EN = "name_en"
    BORN = "born"
    RANK = "rank"
    UNIT = "unit"
    PLACE = "place"
    LAST = "last"
    HEADLINE = "headline"
    ALIVE = "alive"
    HELD = "held"
    ADMITTED = "admitted"
    HOME = "home"
    LIFE = "life"
    OFFICER = "officer"


class PageTurn(StrEnum):
    """How the page lies; AUTO takes portrait where the columns fit."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


USUAL_COLUMNS = (
    CaseColumn.NUMBER,
    CaseColumn.NAME,
    CaseColumn.BORN,
    CaseColumn.PLACE,
    CaseColumn.LAST,
    CaseColumn.HEADLINE,
)


@dataclass(frozen=True, slots=True)
class CaseListWanted:
    """Which cases, in which order, with which columns, on a page that lies how."""

    cases: CaseFilter
    sort: CaseSort = CaseSort.NUMBER
    descending: bool = False
    columns: tuple[CaseColumn, ...] = USUAL_COLUMNS
    turn: PageTurn = PageTurn.AUTO


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A line of the register with what the screen has no column for."""

    row: CaseRow
    names: Wording
    rank: str
    officer: str


@dataclass(frozen=True, slots=True)
class CaseListPaper:
    """What a printed list says; `asked` is the question that chose the men, None for everybody."""

    cases: tuple[ListedCase, ...]
    columns: tuple[CaseColumn, ...]
    sort: CaseSort
    descending: bool
    turn: PageTurn
    asked: QueryNode | None

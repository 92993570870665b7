"""Says what stands in each column of the list of cases when it is handed out as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from app.i18n import Translator
from app.shapes.case_list import CaseRow
from app.wording.status_words import Answer, column_head
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Facet, Remains

type Cell = Callable[[CaseRow, Translator], str]
type Head = Callable[[Translator], str]

_REMAINS: Final = frozenset(value.value for value in Remains)


def _when(said: PartialDate, t: Translator) -> str:
    return in_words(said, t.lang) if said.edtf is not None else said.text


def _place(row: CaseRow, t: Translator) -> str:
    return row.place.name(t.lang) if row.place is not None else row.place_text


def _home(row: CaseRow, t: Translator) -> str:
    facet = Facet.REMAINS if row.home in _REMAINS else Facet.REPAT
    return label(facet.lower(), row.home, t.lang)


def _life(row: CaseRow, _t: Translator) -> str:
    return row.sign_of_life.isoformat() if row.sign_of_life else ""


#: By the column of the screen: several of ours stand where the screen shows two lines.
_COLUMNS: Final[Mapping[str, tuple[tuple[Head, Cell], ...]]] = MappingProxyType({
    "number": ((lambda t: t.say("Number"), lambda row, _: row.number),),
    "name": (
        (lambda t: t.say("Name"), lambda row, _: row.name),
        (lambda t: t.say("Name in the second script"), lambda row, _: row.name_second),
    ),
    "born": (
        (lambda t: t.say("Born"), lambda row, t: _when(row.born, t)),
        (lambda t: t.say("Unit"), lambda row, t: row.unit_in(t.lang)),
    ),
    "last": (
        (lambda t: t.say("Last known place"), _place),
        (lambda t: t.say("Last known date"), lambda row, t: _when(row.last, t)),
    ),
    "headline": (
        (lambda t: t.say("Headline"), lambda row, t: label("headline", row.headline, t.lang)),
    ),
    "alive": (
        (lambda t: column_head(Answer.ALIVE, t), lambda row, t: label("fate", row.fate, t.lang)),
    ),
    "held": (
        (
            lambda t: column_head(Answer.HELD, t),
            lambda row, t: label("custody", row.custody, t.lang),
        ),
    ),
    "admitted": (
        (lambda t: column_head(Answer.ADMITTED, t), lambda row, t: label("ack", row.ack, t.lang)),
    ),
    "home": ((lambda t: column_head(Answer.HOME, t), _home),),
    "life": ((lambda t: t.say("Last sign of life"), _life),),
})  # fmt: skip
COLUMNS: Final = tuple(_COLUMNS)


def sheet_name(t: Translator) -> str:
    """Name the sheet of a spreadsheet that holds the list."""
    return t.say("Cases")


def heads(columns: Iterable[str], t: Translator) -> list[str]:
    """Give the heads of the columns of these keys; keys of no column are passed over."""
    return [head(t) for key in columns for head, _ in _COLUMNS.get(key, ())]


def cells(row: CaseRow, columns: Iterable[str], t: Translator) -> list[str]:
    """Give the cells of a man."""
    return [cell(row, t) for key in columns for _, cell in _COLUMNS.get(key, ())]

"""Fill the list of exhibits: all ids in their order at once, rows when they come into view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple  # Any: the reader belongs to a floor the window never names
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.queries.exhibits.lines import count_exhibits, exhibit_ids, exhibit_rows
from app.shapes.exhibits import ExhibitFilter, ExhibitRow, ExhibitSort
from app.ui.widgets.rows_model import RowsModel
from app.ui.work import Work

FIRST = 100


class Asked(NamedTuple):
    """What the list shows: filter, order, direction. The newest stand on top at first."""

    wanted: ExhibitFilter = ExhibitFilter()
    sort: ExhibitSort = ExhibitSort.NUMBER
    descending: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    turn: int
    ids: tuple[UUID, ...]
    first: tuple[ExhibitRow, ...]
    total: int


class ExhibitListing(QObject):
    """Read exhibits for one table.

    `counted` carries how many are let through and how many there are outside the bin; `arrived`
    the place of the exhibit that was in hand before, 0 where it is gone, -1 where there is none.
    """

    counted = Signal(int, int)
    arrived = Signal(int)

    def __init__(self, work: Work, model: RowsModel[ExhibitRow]) -> None:
        super().__init__(model)
        self._work = work
        self._model = model
        self._turn = 0
        self._ids: tuple[UUID, ...] = ()
        self.asked = Asked()
        self.in_hand: UUID | None = None
        model.wanted.connect(self._read_window)

    def show(self, asked: Asked) -> None:
        """Show another filter or order."""
        self.asked = asked
        self.read_again()

    def read_again(self) -> None:
        """Read the list anew; the exhibit in hand stays in hand."""
        self._turn += 1
        turn, asked = self._turn, self.asked

        self._work.read(lambda reader: _read(reader, turn, asked), self._show)

    def _show(self, answer: _Answer) -> None:
        if answer.turn != self._turn:
            return
        self._ids = answer.ids
        if len(answer.first) == len(answer.ids):
            self._model.set_rows(answer.first)
        else:
            self._model.set_count(len(answer.ids))
        self.counted.emit(len(answer.ids), answer.total)
        self.arrived.emit(self._place())

    def _place(self) -> int:
        if not self._ids:
            return -1
        return self._ids.index(self.in_hand) if self.in_hand in self._ids else 0

    def _read_window(self, first: int, last: int) -> None:
        turn, ids = self._turn, self._ids[first : last + 1]
        self._work.read(lambda reader: (turn, first, ids, exhibit_rows(reader, ids)), self._put)

    def _put(self, answer: tuple[int, int, tuple[UUID, ...], tuple[ExhibitRow, ...]]) -> None:
        turn, first, ids, rows = answer
        if turn != self._turn:
            return
        if len(rows) == len(ids):
            self._model.put(first, rows)
        else:  # somebody limited a case meanwhile: the order itself is another one now
            self.read_again()


def _read(reader: Any, turn: int, asked: Asked) -> _Answer:  # Any: see import
    ids = exhibit_ids(reader, asked.wanted, asked.sort, descending=asked.descending)
    total = count_exhibits(reader, ExhibitFilter())
    return _Answer(turn, ids, exhibit_rows(reader, ids[:FIRST]), total)

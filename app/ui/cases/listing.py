"""Fill the register's table: first rows at once, then the vector of ids, then rows by window."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.queries.cases.lines import count_cases, first_rows, row_vector, rows, rows_of_cases
from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from app.shapes.changes import Changes
from app.ui.widgets.rows_model import RowsModel
from app.ui.work import Work

FIRST: Final = 60
MANY: Final = 400
WAIT_MS: Final = 150
_KEY_OF: Final[dict[CaseSort, Callable[[CaseRow], object]]] = {
    CaseSort.NUMBER: lambda row: row.number,
    CaseSort.NAME: lambda row: row.name,
    CaseSort.BORN: lambda row: row.born,
    CaseSort.LAST: lambda row: row.last,
    CaseSort.PLACE: lambda row: (row.place, row.place_text),
    CaseSort.HEADLINE: lambda row: row.headline,
}


class Asked(NamedTuple):
    """What the list shows: filter, order, direction."""

    wanted: CaseFilter = CaseFilter()
    sort: CaseSort = CaseSort.NUMBER
    descending: bool = False


class Listing(QObject):
    """Read the register for one table on the reading lane, and again only what was touched.

    `counted` carries how many are let through and how many there are; `arrived` when the rows
    changed places or came, with the row number that was in hand before (-1 for none).
    """

    counted = Signal(int, int)
    arrived = Signal(int)

    def __init__(self, work: Work, model: RowsModel[CaseRow]) -> None:
        super().__init__(model)
        self._work = work
        self._model = model
        self._turn = 0
        self._answered = 0
        self._vector: array[int] = array("q")
        self._known: dict[int, CaseRow] = {}
        self.asked = Asked()
        self.in_hand = -1
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(WAIT_MS)
        self._again.timeout.connect(self._read_vector)
        model.wanted.connect(self._read_window)

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._vector) or self._model.rowCount()

    def show(self, asked: Asked) -> None:
        """Show another filter or order: the first rows come before the whole is known."""
        self._turn += 1
        turn = self._turn
        self.asked = asked
        self._work.read(
            lambda reader: (
                turn,
                first_rows(
                    reader, asked.wanted, asked.sort, descending=asked.descending, limit=FIRST
                ),
            ),
            self._show_first,
        )
        self._read_vector()

    def at_row(self, number: int) -> int:
        """Return where a row number stands in the order, -1 when it is not let through."""
        try:
            return self._vector.index(number)
        except ValueError:
            return -1

    def neighbour(self, case_id: UUID, by: int) -> CaseRow | None:
        """Return the man above or below another one, as far as he is in memory."""
        number = next((r.row for r in self._known.values() if r.case_id == case_id), -1)
        at = self.at_row(number)
        if at < 0 or not 0 <= at + by < len(self._vector):
            return None
        return self._model.row(at + by)

    def refresh(self, changes: Changes) -> None:
        """Read again what a write touched, and the order where that may have changed."""
        ids = changes.ids("cases")
        if not ids or len(ids) > MANY:
            self.show(self.asked)
            return
        turn, wanted = self._turn, tuple(ids)
        self._work.read(
            lambda reader: (turn, wanted, rows_of_cases(reader, wanted)), self._put_touched
        )

    # --- answers

    def _show_first(self, answer: tuple[int, tuple[CaseRow, ...]]) -> None:
        turn, found = answer
        if turn != self._turn or self._answered == turn:
            return
        self._keep(found)
        self._vector = array("q", [row.row for row in found])
        self._model.set_rows(found)
        self.arrived.emit(self.in_hand)

    def _read_vector(self) -> None:
        asked, turn = self.asked, self._turn
        self._work.read(
            lambda reader: (
                turn,
                row_vector(reader, asked.wanted, asked.sort, descending=asked.descending),
                count_cases(reader, CaseFilter()),
            ),
            self._show_vector,
        )

    def _show_vector(self, answer: tuple[int, array[int], int]) -> None:
        turn, vector, total = answer
        if turn != self._turn:
            return
        self._answered = turn
        if vector != self._vector or not len(vector):
            self._vector = vector
            self._model.set_count(len(vector))
            self._put_known()
            self.arrived.emit(self.in_hand)
        self.counted.emit(len(vector), total)

    def _put_known(self) -> None:
        """Put what is in memory back where it now stands, as far as it leads the list."""
        lead: list[CaseRow] = []
        for number in self._vector[:FIRST]:
            row = self._known.get(number)
            if row is None:
                break
            lead.append(row)
        if lead:
            self._model.put(0, lead)

    def _read_window(self, first: int, last: int) -> None:
        numbers, turn = self._vector[first : last + 1], self._turn
        self._work.read(
            lambda reader: (turn, first, len(numbers), rows(reader, numbers)), self._put_window
        )

    def _put_window(self, answer: tuple[int, int, int, tuple[CaseRow, ...]]) -> None:
        turn, first, asked, found = answer
        if turn != self._turn:
            return
        if len(found) != asked:  # some are gone since the vector was read
            self._again.start()
            return
        self._keep(found)
        self._model.put(first, found)

    def _put_touched(self, answer: tuple[int, tuple[UUID, ...], tuple[CaseRow, ...]]) -> None:
        turn, wanted, found = answer
        if turn != self._turn:
            return
        moved = len(found) != len(wanted) or self.asked.wanted != CaseFilter()
        for row in found:
            old = self._known.get(row.row)
            moved = moved or old is None or self._stands_elsewhere(old, row)
            at = self.at_row(row.row)
            if at >= 0:
                self._keep([row])
                self._model.put(at, [row])
        if moved:
            self._again.start()

    def _stands_elsewhere(self, old: CaseRow, new: CaseRow) -> bool:
        key = _KEY_OF.get(self.asked.sort)
        return key is None or key(old) != key(new)

    def _keep(self, found: Sequence[CaseRow]) -> None:
        if len(self._known) > 4000:
            self._known.clear()
        self._known.update((row.row, row) for row in found)

"""Hold the rows of a long table in memory: how many there are, and those seen so far.

    model = RowsModel[CaseRow]()
    model.set_rows(rows)                        a short list, all at once
    model.set_count(1_000_000)                  a long one: ids are known, rows come by window
    model.wanted.connect(self._read_window)     (first, last): put them with model.put(first, rows)

It never queries and never writes. Delegates take the whole row by `Qt.ItemDataRole.UserRole`.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, override

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.ui.widgets.table_columns import Cell, Column

type Index = QModelIndex | QPersistentModelIndex

ROW: Final = int(Qt.ItemDataRole.UserRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_WINDOW: Final = 200
_KEEP: Final = 4000


class RowsModel[Row](QAbstractTableModel):
    """Answer a table view from memory; rows not seen yet are None."""

    wanted = Signal(int, int)
    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column[Row], ...] = ()
        self.header: Callable[[Column[Row]], str] = lambda column: column.key
        self._count = 0
        self._rows: dict[int, Row] = {}
        self._ticked: set[int] = set()
        self._asked: set[int] = set()
        self._missing: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Take the columns; the view does it."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, all known."""
        self.beginResetModel()
        self._forget()
        self._count = len(rows)
        self._rows = dict(enumerate(rows))
        self.endResetModel()

    def set_count(self, count: int) -> None:
        """Show so many rows that are asked for when they come into view."""
        self.beginResetModel()
        self._forget()
        self._count = count
        self._rows = {}
        self.endResetModel()

    def put(self, first: int, rows: Sequence[Row]) -> None:
        """Take rows from `first` on; far windows are let go."""
        if len(self._rows) > _KEEP:
            near = range(first - _KEEP // 4, first + _KEEP // 4)
            self._rows = {at: row for at, row in self._rows.items() if at in near}
            self._asked = {window for window in self._asked if window * _WINDOW in near}
        self._rows.update(enumerate(rows, first))
        if rows and self.columns:
            last = first + len(rows) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def refresh(self, first: int = 0, last: int = -1) -> None:
        """Ask again for rows that changed (all when no bounds are given)."""
        if last < 0:
            self._rows.clear()
            self._asked.clear()
        else:
            for at in range(first, last + 1):
                self._rows.pop(at, None)
                self._asked.discard(at // _WINDOW)
        if self._count and self.columns:
            end = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def row(self, at: int) -> Row | None:
        """Return a row, None while it is on its way."""
        found = self._rows.get(at)
        if found is None and 0 <= at < self._count:
            window = at // _WINDOW
            if window not in self._asked:
                self._asked.add(window)
                self._missing.add(window)
                self._timer.start()
        return found

    def ticked(self) -> tuple[int, ...]:
        """Return the ticked row numbers in order."""
        return tuple(sorted(self._ticked))

    def is_ticked(self, at: int) -> bool:
        """Tell whether a row is ticked."""
        return at in self._ticked

    def tick(self, at: int) -> None:
        """Tick a row or take the tick away."""
        self._ticked ^= {at}
        self.ticks_changed.emit()
        if self.columns:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def untick_all(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        self.ticks_changed.emit()

    def _forget(self) -> None:
        self._ticked.clear()
        self._asked.clear()
        self._missing.clear()

    def _ask(self) -> None:
        missing, self._missing = sorted(self._missing), set()
        for window in missing:
            first = window * _WINDOW
            self.wanted.emit(first, min(first + _WINDOW, self._count) - 1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(
        self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:  # Qt's variant
        if role == ROW:
            return self.row(index.row())
        if role not in (_SPOKEN, _TIP):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        cell: Cell = self.columns[index.column()].cell(row)
        return cell.spoken if role == _SPOKEN else cell.tip or None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:  # Qt's variant
        across = orientation == Qt.Orientation.Horizontal
        if role == int(Qt.ItemDataRole.DisplayRole) and across and section < len(self.columns):
            return self.header(self.columns[section])
        return None

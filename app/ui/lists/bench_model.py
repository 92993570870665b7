"""Hold the rows of one version of a list for the workbench, and which of them are ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.ui.lists.bench_line import Line

type Index = QModelIndex | QPersistentModelIndex

_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_COLUMNS = 3


class BenchModel[Row](QAbstractTableModel):
    """Answer the table from memory; a line is said when it is first seen."""

    ticks_changed = Signal()

    def __init__(self, say: Callable[[Row, bool], Line], heads: Callable[[int], str]) -> None:
        super().__init__()
        self._say = say
        self._heads = heads
        self._rows: list[Row] = []
        self._lines: dict[tuple[int, bool], Line] = {}
        self._ticked: set[int] = set()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; as many as before keep the row in hand and the ticks."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            self.say_again()
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._lines.clear()
        self._ticked.clear()
        self.endResetModel()
        self.ticks_changed.emit()

    def say_again(self) -> None:
        """Make every line anew: another language, other proposals."""
        self._lines.clear()
        if self._rows:
            last = self.index(len(self._rows) - 1, _COLUMNS - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rows(self) -> Sequence[Row]:
        """Return the rows in their order."""
        return self._rows

    def row(self, at: int) -> Row | None:
        """Return a row, None for one that is not there."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def line(self, at: int, *, is_open: bool) -> Line:
        """Return what stands in a row, said once."""
        key = (at, is_open)
        if key not in self._lines:
            self._lines[key] = self._say(self._rows[at], is_open)
        return self._lines[key]

    def ticked(self) -> tuple[int, ...]:
        """Return the ticked rows in order."""
        return tuple(sorted(self._ticked))

    def is_ticked(self, at: int) -> bool:
        """Tell whether a row is ticked."""
        return at in self._ticked

    def set_ticked(self, rows: set[int]) -> None:
        """Tick these rows and no others."""
        self._ticked = {at for at in rows if 0 <= at < len(self._rows)}
        self.ticks_changed.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else _COLUMNS

    @override
    def data(
        self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:  # Qt's variant
        if role not in (_SPOKEN, _TIP) or not 0 <= index.row() < len(self._rows):
            return None
        return self.line(index.row(), is_open=True).spoken[index.column()] or None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:  # Qt's variant
        across = orientation == Qt.Orientation.Horizontal
        if across and role == int(Qt.ItemDataRole.DisplayRole):
            return self._heads(section)
        return None

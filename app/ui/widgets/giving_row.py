"""A row in which, on a small screen, what can be spared gives way and nothing is squeezed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget


class GivingRow(QWidget):
    """A row of widgets; those named by `give_way` go one by one where there is no room."""

    def __init__(self, top: int = 10) -> None:
        super().__init__()
        self._giving: Sequence[QWidget] = ()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, top, 24, 10)
        self.row.setSpacing(8)
        # Else the row as it is would keep the window wide, and nothing ever gave way.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def give_way(self, widgets: Sequence[QWidget]) -> None:
        """Name what can be spared, the first to go first."""
        self._giving = tuple(widgets)
        self._spare()

    def _spare(self) -> None:
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = sum(self._needs(at) for at in range(self.row.count()))
        for widget in self._giving:
            fits = needed <= room
            if widget.isHidden() is fits:
                widget.setVisible(fits)
            if not fits:
                needed -= widget.sizeHint().width() + self.row.spacing()

    def _needs(self, at: int) -> int:
        item = self.row.itemAt(at)
        widget = item.widget() if item is not None else None
        if widget is not None and widget.isHidden() and widget not in self._giving:
            return 0
        if widget is not None:
            return widget.sizeHint().width() + self.row.spacing()
        return item.sizeHint().width() if item is not None else 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._spare()
        return super().event(event)

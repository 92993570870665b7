"""What stands beside a paper hands the keys of the preview on: pages turn wherever one is."""

from __future__ import annotations

from typing import override

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.kit import Kit
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.text import hairline


class PaperSide(QWidget):
    """A rail, or what scrolls in one; a key it does not need goes to the panel of the paper."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._takes_keys = panel

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._takes_keys.keyPressEvent(event)


class PaperRail(PaperSide):
    """What is told scrolls in `told`; what is done stays in sight beneath it, in `done`."""

    def __init__(self, kit: Kit, panel: QWidget) -> None:
        super().__init__(panel)
        inner = PaperSide(panel)
        self.told = QVBoxLayout(inner)
        self.told.setContentsMargins(16, 12, 16, 12)
        self.done = QVBoxLayout()
        self.done.setContentsMargins(16, 8, 16, 12)
        self.done.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inner), 1)
        whole.addWidget(hairline(kit))
        whole.addLayout(self.done)

    @override
    def heightForWidth(self, width: int) -> int:
        """Ask for no height of its own: else the frame scrolls the whole, with what is done."""
        return 0

"""What stands beside a paper hands the keys of the preview on: pages turn wherever one is."""

from __future__ import annotations

from typing import override

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class PaperSide(QWidget):
    """A rail, or what scrolls in one; a key it does not need goes to the panel of the paper."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._takes_keys = panel

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._takes_keys.keyPressEvent(event)

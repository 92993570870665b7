"""Make the buttons of the row that is open: what can be done with it as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.lists.bench_delegate import PAD
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow_layout import FlowLayout


class OpenButtons(QWidget):
    """A row of buttons at the foot of a cell; it wraps where the words are long."""

    def __init__(self, buttons: Sequence[tuple[Button, Callable[[], object]]]) -> None:
        super().__init__()
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 8, 6)
        for button, run in buttons:
            button.clicked.connect(run)
            self._flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, PAD + 2)
        column.addStretch(1)
        column.addWidget(self._row)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

"""A box or a ring to tick whose words wrap: Qt's own cut them where a rail is narrow."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class WrappedChoice(QWidget):
    """Holds the button and its words, with a note at the right or, `below`, beneath them."""

    def __init__(
        self, kit: Kit, button: QAbstractButton, words: Words, note: Words, *, below: bool = False
    ) -> None:
        super().__init__()
        self._button = button
        kit.bind(button, button.setAccessibleName, words)
        kit.bind(button, button.setAccessibleDescription, note)
        said = Label(kit, words, wrap=True)
        beside = Label(kit, note, Size.S, Role.TEXT2, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if below:
            column = QVBoxLayout()
            column.setContentsMargins(0, 4, 0, 4)
            column.setSpacing(0)
            column.addWidget(said)
            if note:
                column.addWidget(beside)
            row.addLayout(column, 1)
        else:
            # The first lines stand level with the ring, also where the note takes two.
            said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            said.setContentsMargins(0, 4, 0, 4)
            beside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            beside.setContentsMargins(0, 6, 0, 4)
            row.addWidget(said, 3)
            if note:
                row.addWidget(beside, 2)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._button.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()

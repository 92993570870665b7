"""One part of the Office page: a column of cards that reads itself anew when it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.ui.work import Work

WIDEST = 920


class OfficePart(QWidget):
    """Hold the cards of one part; `arrive` is called each time it is shown."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.kit = work.kit
        content = QWidget()
        content.setMaximumWidth(work.kit.theme.scaled(WIDEST))
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content, 1)
        row.addStretch(0)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def arrive(self) -> None:
        """Read anew what is shown."""

    def begin(self) -> None:
        """Put the keyboard where one would start."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class Note(QWidget):
    """Say one sentence with a small sign before it."""

    def __init__(self, kit: Kit, words: Words, icon: str = "info", role: Role = Role.TEXT2) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(kit, icon, role, 14), 0, Qt.AlignmentFlag.AlignTop)
        self._text = Label(kit, words, Size.M, role, wrap=True)
        row.addWidget(self._text, 1)

    def set_words(self, words: Words) -> None:
        """Say another sentence."""
        self._text.set_words(words)

"""Lay out what the cards of the unlock screen share, and say errors in kind sentences."""

from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.errors import HomewardError
from app.ui.shell.sidebar import paint_house
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.errors import sentence

_UP = Qt.AlignmentFlag.AlignTop


class _House(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedSize(32, 32)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_house(painter, QRectF(self.rect()), self._kit)
        painter.end()


class UnlockCard(QFrame):
    def __init__(self, kit: Kit, title: Words) -> None:
        super().__init__()
        self.setObjectName("unlockCard")
        self.kit = kit
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(35, 36, 35, 26)
        self.column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_House(kit))
        head.addWidget(Label(kit, "Homeward", Size.X, strong=True), 1)
        self.column.addLayout(head)
        self.column.addSpacing(8)
        self.title = Label(kit, title, Size.L, strong=True)
        self.column.addWidget(self.title)
        self.refusal = Refusal(kit)

    def add_promise(self) -> None:
        """Say at the foot what the vault does with what it holds."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self.kit, "shield", Role.TEXT2, 14), 0, _UP)
        words = Label(
            self.kit,
            lambda t: t.say("Everything is encrypted on this computer. Nothing is sent anywhere."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        row.addWidget(words, 1)
        self.column.addStretch(1)
        self.column.addLayout(row)


def error_words(error: Exception) -> Words:
    """Return the sentence for a coded error; anything else is said without its details."""
    if isinstance(error, HomewardError):
        coded = error
        return lambda t: sentence(coded, t)
    return lambda t: t.say("Something unexpected happened. Nothing was changed. Try once more.")

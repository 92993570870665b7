"""Asks for words to find on the pages of a paper, and tells how many there are."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label

_WAIT_MS = 180


class FindBar(QWidget):
    """`wanted` carries the words, `stepped` one on or back, `left` that nothing is looked for."""

    wanted = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.text = LineEdit(kit, lambda t: t.say("Find on the page"), icon="search")
        self.text.setFixedWidth(kit.theme.scaled(260))
        self._count = Label(kit, "", Size.S, Role.TEXT2)
        back = icon_button(kit, "up", lambda t: t.say("Previous place"), edge=False)
        on = icon_button(kit, "down", lambda t: t.say("Next place"), edge=False)
        away = icon_button(kit, "close", lambda t: t.say("Stop looking"), key="Esc", edge=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 8)
        row.setSpacing(6)
        for widget in (self.text, back, on, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(away)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self.text.textEdited.connect(self._timer.start)
        back.clicked.connect(self._back)
        on.clicked.connect(self._on)
        away.clicked.connect(self.leave)
        self.hide()

    def begin(self) -> None:
        """Show the field and put the keyboard into it."""
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def leave(self) -> None:
        """Look for nothing any more."""
        self._timer.stop()
        self.hide()
        self.left.emit()

    def show_count(self, at: int, many: int) -> None:
        """Say which of how many places is in front; `at` counts from 0."""
        if not self.text.text().strip():
            self._count.set_words("")
        elif not many:
            self._count.set_words(lambda t: t.say("not on these pages"))
        else:
            self._count.set_words(lambda t: t.say("{at} of {many}", at=at + 1, many=many))

    def _ask(self) -> None:
        self._timer.stop()
        self.wanted.emit(self.text.text().strip())

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _on(self) -> None:
        self.stepped.emit(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._ask()
                return
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

"""Ask for something in a small sheet over the window: a title, a sentence, fields, two buttons."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, primary, quiet
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class Sheet(QDialog):
    """A small sheet over the window: a title, a sentence, what is asked, two buttons."""

    given = Signal(object)

    def __init__(
        self, kit: Kit, title: Words, explanation: Words, verb: Words, host: QWidget
    ) -> None:
        super().__init__(host.window())
        self.kit = kit
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, title)
        self.refusal = Refusal(kit)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(kit, title, Size.L, strong=True, wrap=True))
        column.addWidget(Label(kit, explanation, role=Role.TEXT2, wrap=True))
        column.addLayout(self.body)
        column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        away = quiet(kit, lambda t: t.say("Cancel"), key="Esc")
        away.clicked.connect(self.reject)
        self.button: Button = primary(kit, verb, key="Ctrl+Enter")
        self.button.clicked.connect(self.give)
        foot.addWidget(away)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(500))

    def give(self) -> None:
        """Hand the answer on if it is complete."""
        raise NotImplementedError

    def hand_on(self, answer: object) -> None:
        """Give an answer; the button rests until it is taken or refused."""
        self.refusal.hide()
        self.button.setEnabled(False)
        self.given.emit(answer)

    def refuse(self, message: Words) -> None:
        """Say why it was not done; what was typed stays."""
        self.button.setEnabled(True)
        self.refusal.show_message(message)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take the height the words need: Qt gives a sheet two thirds of a small screen at most."""
        super().showEvent(event)
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.button.isEnabled():
                self.give()
            return
        if not enter:  # Enter alone chooses in the list of what was found; it is no answer yet
            super().keyPressEvent(event)

"""Ask why before something is withdrawn, closed or opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

MOST = 500


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered: the code chosen, if there was a choice, and the words."""

    code: str
    text: str


class ReasonSheet(QDialog):
    """Hold the question; `given` carries a Given. It stays until `accept` or Esc."""

    given = Signal(object)

    def __init__(
        self,
        kit: Kit,
        title: Words,
        explanation: Words,
        verb: Words,
        host: QWidget,
        *,
        choices: Sequence[tuple[str, Words]] = (),
        must_say: bool = True,
    ) -> None:
        super().__init__(host.window())
        self._must_say = must_say
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(kit, title, Size.L, strong=True, wrap=True))
        column.addWidget(Label(kit, explanation, role=Role.TEXT2, wrap=True))
        self.choice: Combo | None = None
        self._fields: list[Field] = []
        if choices:
            self.choice = Combo(kit, lambda t: t.say("Reason for closing"))
            self.choice.set_choices(choices)
            self._fields.append(Field(kit, lambda t: t.say("Reason for closing"), self.choice))
        asked: Words = (
            (lambda t: t.say("Why")) if must_say else (lambda t: t.say("Note, if any"))
        )  # fmt: skip
        self.text = TextArea(kit, asked, most=MOST)
        self._fields.append(Field(kit, asked, self.text))
        for field in self._fields:
            column.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        away = quiet(kit, lambda t: t.say("Cancel"), key="Esc")
        away.setAutoRepeat(False)
        away.clicked.connect(self.reject)
        self.button = primary(kit, verb, key="Ctrl+Enter")
        self.button.clicked.connect(self.give)
        foot.addWidget(away)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(480))
        (self.choice or self.text).setFocus()

    def give(self) -> None:
        """Hand the answer on if it is complete."""
        text = self.text.text().strip()
        for field in self._fields:
            field.accept()
        if self._must_say and not text:
            self._fields[-1].refuse(lambda t: t.say("Write why; it stays in the history."))
            self.text.setFocus()
            return
        if self.text.too_long:
            self.text.setFocus()
            return
        self.button.setEnabled(False)
        self.given.emit(Given(str(self.choice.code()) if self.choice else "", text))

    def refuse(self, message: Words) -> None:
        """Say why it was not done; what was typed stays."""
        self.button.setEnabled(True)
        self._fields[0].refuse(message)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            return
        super().keyPressEvent(event)

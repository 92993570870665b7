"""Ask, in small sheets, of whom an exhibit speaks, and why an original leaves the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.exhibits import ExhibitRow
from app.ui.exhibits.exhibit_rail import add_warnings
from app.ui.exhibits.ties import TieEdit
from app.ui.forms.searches import MenSearch
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, primary, quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field, Refusal, TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

MOST = 500


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


class TieSheet(Sheet):
    """Asks of whom an exhibit speaks; `given` carries the ties."""

    def __init__(self, kit: Kit, row: ExhibitRow, search: MenSearch, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Tie {number}", number=row.number),
            lambda t: t.say("Choose the man, or the incident, of whom it speaks."),
            lambda t: t.say("Tie"),
            host,
        )
        self.ties = TieEdit(kit, search)
        self.body.addWidget(self.ties)
        self.ties.setFocus()

    @override
    def give(self) -> None:
        ties = self.ties.named()
        if ties:
            self.hand_on(ties)
        else:
            self.refuse(lambda t: t.say("Choose the man from the list, or empty the field."))


@dataclass(frozen=True, slots=True)
class GivenOut:
    """Why an original leaves the register, and to whom it goes."""

    reason: str
    to_whom: str


class ExportSheet(Sheet):
    """Asks why an original leaves the register; `given` carries a GivenOut."""

    def __init__(self, kit: Kit, row: ExhibitRow, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Export the original of {number}", number=row.number),
            lambda t: t.say(
                "Outside the register the file is not encrypted, nobody sees who copies it, and "
                "opening it may run what is hidden in it. To look at it, open the safe copy."
            ),
            lambda t: t.say("Choose where and export …"),
            host,
        )
        add_warnings(kit, self.body, row)
        self.to_whom = LineEdit(kit, lambda t: t.say("To whom it goes"))
        self.reason = TextArea(kit, lambda t: t.say("Why"), most=MOST, lines=2)
        self._why = Field(kit, lambda t: t.say("Why"), self.reason)
        self.body.addWidget(Field(kit, lambda t: t.say("To whom it goes"), self.to_whom))
        self.body.addWidget(self._why)
        self.to_whom.setFocus()

    @override
    def give(self) -> None:
        self._why.accept()
        reason = self.reason.text().strip()
        if not reason:
            self._why.refuse(lambda t: t.say("Write why; it stays in the custody log."))
            self.reason.setFocus()
        elif not self.reason.too_long:
            self.hand_on(GivenOut(reason, self.to_whom.text().strip()))

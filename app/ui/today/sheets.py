"""Ask until when and why a line is put off, whom it is handed to, how a task ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.shapes.today import Colleague
from app.ui.cases.spoken import day
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import GrowsWithWords
from app.ui.widgets.text import Label
from app.wording.errors import sentence

MOST: Final = 500
DAYS: Final = (1, 3, 7, 14, 30, 60, 90)
"""For so many days a line can be put off; after the last it stands there again."""
NOBODY: Final = "nobody"


class AskingSheet(QDialog):
    """Hold a question with its fields; it stays until it was answered, or Esc."""

    def __init__(self, kit: Kit, title: Words, about: Words, verb: Words, host: QWidget) -> None:
        super().__init__(host.window())
        self.kit = kit
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 18)
        self.column.setSpacing(12)
        self.column.addWidget(Label(kit, title, Size.L, strong=True, wrap=True))
        self.column.addWidget(Label(kit, about, role=Role.TEXT2, wrap=True))
        self.fault = Label(kit, "", role=Role.ERR, wrap=True)
        self.fault.hide()
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
        self._foot = foot
        self.setFixedWidth(kit.theme.scaled(480))
        GrowsWithWords(self)

    def stand(self, *fields: QWidget) -> None:
        """Stand the fields in the sheet; the first takes the keyboard."""
        for field in fields:
            self.column.addWidget(field)
        self.column.addWidget(self.fault)
        self.column.addLayout(self._foot)

    def give(self) -> None:
        """Hand the answer on."""
        raise NotImplementedError

    def refused(self, error: Exception) -> None:
        """Say why it was not done; what was typed stays."""
        if not isinstance(error, HomewardError):
            raise error
        self.button.setEnabled(True)
        self.fault.set_words(lambda t: sentence(error, t))
        self.fault.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            return
        super().keyPressEvent(event)


class PutOffSheet(AskingSheet):
    """Ask until when, and why."""

    def __init__(
        self, kit: Kit, about: Words, today: date, host: QWidget,
        given: Callable[[date, str], object],
    ) -> None:  # fmt: skip
        super().__init__(kit, lambda t: t.say("Put off"), about, lambda t: t.say("Put off"), host)
        self._given = given
        self.until = Combo(kit, lambda t: t.say("Until"))
        self.until.set_choices([(today + timedelta(days=n), _until(today, n)) for n in DAYS])
        self.until.set_code(today + timedelta(days=7))
        self.why = TextArea(kit, lambda t: t.say("Why"), most=MOST)
        self._asked = Field(kit, lambda t: t.say("Why"), self.why)
        self.stand(Field(kit, lambda t: t.say("Until"), self.until), self._asked)
        self.why.setFocus()

    @override
    def give(self) -> None:
        why, until = self.why.text().strip(), self.until.code()
        if not why:
            self._asked.refuse(lambda t: t.say("Write why; it stays in the history."))
            self.why.setFocus()
        elif not self.why.too_long and isinstance(until, date):
            self.button.setEnabled(False)
            self._given(until, why)


class HandOnSheet(AskingSheet):
    """Ask in whose hands a line goes."""

    def __init__(
        self, kit: Kit, about: Words, colleagues: Sequence[Colleague], now: UUID | None,
        host: QWidget, given: Callable[[UUID | None], object],
    ) -> None:  # fmt: skip
        super().__init__(kit, lambda t: t.say("Hand on"), about, lambda t: t.say("Hand on"), host)
        self._given = given
        self.whom = whom_combo(kit, colleagues)
        self.whom.set_code(now or NOBODY)
        self.stand(Field(kit, lambda t: t.say("To whom"), self.whom))
        self.whom.setFocus()

    @override
    def give(self) -> None:
        self.button.setEnabled(False)
        whom = self.whom.code()
        self._given(whom if isinstance(whom, UUID) else None)


class EndSheet(AskingSheet):
    """Ask how it ended; nothing need be written where it is done."""

    def __init__(
        self, kit: Kit, about: Words, host: QWidget, given: Callable[[str], object],
        *, dropped: bool = False,
    ) -> None:  # fmt: skip
        title: Words = (
            (lambda t: t.say("Drop it")) if dropped else (lambda t: t.say_in("task", "Done"))
        )
        super().__init__(kit, title, about, title, host)
        self._given, self._must_say = given, dropped
        asked: Words = (lambda t: t.say("Why")) if dropped else (lambda t: t.say("Note, if any"))
        self.note = TextArea(kit, asked, most=MOST)
        self._asked = Field(kit, asked, self.note)
        self.stand(self._asked)
        self.note.setFocus()

    @override
    def give(self) -> None:
        note = self.note.text().strip()
        if self._must_say and not note:
            self._asked.refuse(lambda t: t.say("Write why; it stays in the history."))
            self.note.setFocus()
        elif not self.note.too_long:
            self.button.setEnabled(False)
            self._given(note)


def whom_combo(kit: Kit, colleagues: Sequence[Colleague]) -> Combo:
    """Make the choice of everybody at work, or nobody."""
    whom = Combo(kit, lambda t: t.say("To whom"))
    whom.set_choices(
        [(NOBODY, lambda t: t.say("nobody yet")), *((one.id, one.name) for one in colleagues)]
    )
    return whom


def _until(today: date, days: int) -> Words:
    on = today + timedelta(days=days)
    return lambda t: t.say_n(
        "{n} day, until {day}", "{n} days, until {day}", days, day=day(on, t, "table")
    )

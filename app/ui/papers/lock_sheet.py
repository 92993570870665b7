"""Asks for the passphrase that locks a saved PDF: typed twice, and hard enough to guess."""

from __future__ import annotations

from typing import override

from PySide6.QtWidgets import QDialog, QWidget

from app.sandbox.calls import MOST_KEY_BYTES
from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.strength_meter import StrengthMeter
from app.ui.shell.tasks import Tasks
from app.ui.widgets.kit import Kit
from app.ui.widgets.sheet import Sheet


class LockSheet(Sheet):
    """`answer` is the passphrase, kept nowhere but in this sheet."""

    def __init__(self, kit: Kit, tasks: Tasks, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Save a locked PDF"),
            lambda t: t.say(
                "Whoever has the file needs this passphrase to open it (AES-256). It is kept "
                "nowhere: tell it by another way than the file takes, by telephone for instance. "
                "For an archive save the PDF without a lock: only then it is an archive file "
                "(PDF/A-like)."
            ),
            lambda t: t.say("Choose where and save …"),
            host,
        )
        self.answer = ""
        self.first = PassphraseField(kit, lambda t: t.say("Passphrase"))
        self.meter = StrengthMeter(kit, tasks)
        self.second = PassphraseField(kit, lambda t: t.say("The passphrase once more"))
        for widget in (self.first, self.meter, self.second):
            self.body.addWidget(widget)
        self.first.edited.connect(self._judge)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.give)
        self.first.setFocus()

    @classmethod
    def ask(cls, kit: Kit, tasks: Tasks, host: QWidget) -> str:
        """Ask; "" when the person turned back."""
        sheet = cls(kit, tasks, host)
        accepted = sheet.exec() == QDialog.DialogCode.Accepted
        return sheet.answer if accepted else ""

    @override
    def give(self) -> None:
        for field in (self.first, self.second):
            field.accept()
        typed = self.first.text()
        if not typed:
            self.first.refuse(lambda t: t.say("Type a passphrase."))
        elif len(typed.encode()) > MOST_KEY_BYTES:
            self.first.refuse(
                lambda t: t.say(
                    "A PDF file keeps no passphrase as long as this: 63 Armenian or Russian "
                    "letters, or 127 Latin ones. Take a shorter one."
                )
            )
        elif not self.meter.enough:
            self.first.refuse(
                lambda t: t.say(
                    "This is too easy to guess for a file that leaves the office. Take six words "
                    "that have nothing to do with one another."
                )
            )
        elif typed != self.second.text():
            self.second.refuse(lambda t: t.say("This differs from the first. Type it once more."))
        else:
            self.answer = typed
            self.accept()

    def _judge(self) -> None:
        self.meter.look_at(self.first.text())

"""Changes one's own passphrase: the present one, then the new one twice."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from app.errors import PassphraseRefused, WrongKey
from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.unlock_card import error_words
from app.ui.widgets.buttons import primary
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import Refusal
from app.ui.work import Work


class PassphraseCard(Card):
    """Takes the passphrases and has them changed; instant, nothing is encrypted anew."""

    def __init__(self, work: Work) -> None:
        kit = work.kit
        super().__init__(
            kit,
            lambda t: t.say("Your passphrase"),
            lambda t: t.say(
                "Older copies of this register still open with the former one. If somebody may "
                "have learned it, ask an administrator to remove you and take you on anew."
            ),
        )
        self._work = work
        self.present = PassphraseField(kit, lambda t: t.say("The passphrase you have"))
        self.first = PassphraseField(kit, lambda t: t.say("The new passphrase"))
        self.second = PassphraseField(kit, lambda t: t.say("The new passphrase once more"))
        self.refusal = Refusal(kit)
        self.change_button = primary(kit, lambda t: t.say("Change the passphrase"), icon="key")
        for field in (self.present, self.first, self.second):
            field.setMaximumWidth(kit.theme.scaled(440))
            self.column.addWidget(field)
        self.column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.addWidget(self.change_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.change_button.clicked.connect(self.change)
        self.second.entered.connect(self.change)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.present, self.first, self.second):
            field.clear()
            field.accept()
        self.refusal.hide()

    @Slot()
    def change(self) -> None:
        """Check that all of it is there, then have it changed."""
        self.refusal.hide()
        if not self.present.text():
            self.present.refuse(lambda t: t.say("Type your passphrase."))
        elif not self.first.text():
            self.first.refuse(lambda t: t.say("Type a passphrase."))
        elif self.first.text() != self.second.text():
            self.second.refuse(lambda t: t.say("This differs from the first. Type it once more."))
        else:
            desk = self._work.workspace.key_desk
            present, new = self.present.text(), self.first.text()
            self.change_button.setEnabled(False)
            self._work.tasks.write(
                lambda: desk.change_passphrase(present, new), self._changed, self._refused
            )

    def _changed(self, _: None) -> None:
        self.change_button.setEnabled(True)
        self.clear()
        self._work.messages.done(lambda t: t.say("Your passphrase is changed."))

    def _refused(self, error: Exception) -> None:
        self.change_button.setEnabled(True)
        words = error_words(error)
        if isinstance(error, WrongKey):
            self.present.refuse(words)
        elif isinstance(error, PassphraseRefused):
            self.first.refuse(words)
        else:
            self.refusal.show_message(words)

"""Ask once more before a colleague is removed: it cannot be undone, so it is a dialog."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shell.unlock_card import error_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import GrowsWithWords
from app.ui.widgets.text import Label

_SENTENCES: tuple[Words, ...] = (
    lambda t: t.say(
        "The register gets a new key. Everybody else goes on with the passphrase they have."
    ),
    lambda t: t.say(
        "Backups and copies made before still open with the old passphrases. Destroy those that "
        "are not needed."
    ),
    lambda t: t.say("What they recorded stays in the register under their name."),
)


class RemoveSheet(QDialog):
    """Says what removing means and asks for a reason; `asked` carries it. Cancel is the default."""

    asked = Signal(str)

    def __init__(self, kit: Kit, name: str, host: QWidget) -> None:
        super().__init__(host)
        self._busy = False
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title: Words = lambda t: t.say("Remove {name}?", name=name)  # noqa: E731
        kit.bind(self, self.setWindowTitle, title)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(kit, "key", Role.TEXT2, 20))
        head.addWidget(Label(kit, title, Size.L, strong=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        for words in _SENTENCES:
            column.addWidget(Label(kit, words, wrap=True))
        self.reason = LineEdit(kit, lambda t: t.say("Reason (kept in the history)"))
        column.addWidget(Field(kit, lambda t: t.say("Reason (kept in the history)"), self.reason))
        self.refusal = Refusal(kit)
        column.addWidget(self.refusal)
        self.cancel_button = plain(kit, lambda t: t.say("Cancel"), key="Esc")
        self.remove_button = primary(kit, lambda t: t.say("Remove"))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.remove_button)
        column.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(500))
        GrowsWithWords(self)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._ask)
        self.cancel_button.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why it was not done."""
        self._set_busy(busy=False)
        self.refusal.show_message(error_words(error))

    @Slot()
    def _ask(self) -> None:
        self._set_busy(busy=True)
        self.asked.emit(self.reason.text().strip())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.cancel_button.setEnabled(not busy)
        self.remove_button.setEnabled(not busy)
        self.remove_button.set_words(
            (lambda t: t.say("Removing …")) if busy else (lambda t: t.say("Remove"))
        )

    @override
    def reject(self) -> None:
        if not self._busy:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)

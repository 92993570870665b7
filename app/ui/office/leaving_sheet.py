"""Says that a backup is being made before the window goes, with a way to leave without one."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shell.unlock_card import error_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import GrowsWithWords
from app.ui.widgets.states import ProgressBar
from app.ui.widgets.text import Label


class LeavingSheet(QDialog):
    """Progress, and `skipped` when the person will not wait."""

    skipped = Signal()

    def __init__(self, kit: Kit, host: QWidget) -> None:
        super().__init__(host)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title: Words = lambda t: t.say("Backing up before closing")  # noqa: E731
        kit.bind(self, self.setWindowTitle, title)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(kit, "drive", Role.TEXT2, 20))
        head.addWidget(Label(kit, title, Size.L, strong=True), 1)
        self._bar = ProgressBar(kit)
        self._refusal = Refusal(kit)
        self.skip_button = plain(kit, lambda t: t.say("Close without a backup"))
        self.skip_button.clicked.connect(self._skip)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.skip_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(
            Label(kit, lambda t: t.say("Everything you saved is safe already."), wrap=True)
        )
        column.addWidget(self._bar)
        column.addWidget(self._refusal)
        column.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(460))
        GrowsWithWords(self)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.set_part(done / total if total else 0.0)

    def tell(self, words: Words) -> None:
        """Say what is wrong with the backup; the person decides."""
        self._bar.hide()
        self._refusal.show_message(words)
        self.skip_button.setEnabled(True)
        self.skip_button.setFocus()

    def tell_error(self, error: Exception) -> None:
        """Say why no backup could be made."""
        self.tell(error_words(error))

    def _skip(self) -> None:
        self.skip_button.setEnabled(False)
        self.skipped.emit()

    @override
    def reject(self) -> None:
        self._skip()

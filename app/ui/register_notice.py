"""Tell a person calmly that the register that opened is not quite what it was."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Words
from app.ui.widgets.sheet import GrowsWithWords
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.clock import clock_behind
from app.wording.surroundings import on_network, on_read_only_medium, synced_folder
from app.workspace import RegisterWarning, Warn

LASTING: Final = frozenset({Warn.SYNCED_FOLDER, Warn.ON_NETWORK, Warn.ON_READ_ONLY_MEDIUM})
"""What holds as long as the register is open: it stands above the pages and asks for nothing."""


class RegisterNotice(QDialog):
    """One warning with what to do; `lock_asked` when the person would rather not go on."""

    lock_asked = Signal()

    def __init__(self, work: Work, warning: RegisterWarning, host: QWidget) -> None:
        super().__init__(host)
        kit = work.kit
        self._work = work
        self._asks = warning.is_rollback
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("About this register"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(kit, "info", Role.WARN, 20))
        head.addWidget(
            Label(kit, lambda t: t.say("About this register"), Size.L, strong=True), 1
        )  # fmt: skip
        column.addLayout(head)
        for words in warning_sentences(warning):
            column.addWidget(Label(kit, words, wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        if self._asks:
            lock = plain(kit, lambda t: t.say("Lock"))
            lock.clicked.connect(self._lock)
            foot.addWidget(lock)
        go_on = primary(
            kit,
            (lambda t: t.say("Work in it all the same"))
            if self._asks
            else (lambda t: t.say("Go on")),
        )
        go_on.clicked.connect(self._go_on)
        foot.addWidget(go_on)
        column.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(500))
        GrowsWithWords(self)

    def _go_on(self) -> None:
        if self._asks:
            self._work.tasks.write(
                self._work.workspace.accept_older, _nothing, self._work.messages.failed
            )  # fmt: skip
        self.accept()

    def _lock(self) -> None:
        self.reject()
        self.lock_asked.emit()


def warning_sentences(warning: RegisterWarning) -> tuple[Words, ...]:
    """Return what is said of a warning, sentence by sentence."""
    if warning.what is Warn.HEADER_RESTORED:
        return (
            lambda t: t.say("The key file was damaged. It was restored from its copy."),
            lambda t: t.say("Nothing is lost. Check the disk, and make a backup today."),
        )
    if warning.what is Warn.CLOCK_BEHIND:
        return (lambda t: clock_behind(warning.saved_at, warning.clock_at, t),)
    if warning.what is Warn.SYNCED_FOLDER:
        return (lambda t: synced_folder(warning.service, t),)
    if warning.what is Warn.ON_NETWORK:
        return (on_network,)
    if warning.what is Warn.ON_READ_ONLY_MEDIUM:
        return (on_read_only_medium,)
    if warning.what is Warn.OLDER_THAN_SEEN:
        missing = warning.seen - warning.found
        return (
            lambda t: t.say_n(
                "This register lacks {n} entry that this computer has seen: an older copy was put "
                "in its place.",
                "This register lacks {n} entries that this computer has seen: an older copy was "
                "put in its place.",
                missing,
            ),
            lambda t: t.say(
                "If you restored a backup yourself, work on. If not, lock it and ask who did."
            ),
        )
    return (
        lambda t: t.say("The history of this register is not the one this computer has seen."),
        lambda t: t.say("Lock it and ask who looks after the program, unless you know the reason."),
    )


def _nothing(_: object) -> None:
    """There is nothing more to say once it is accepted."""

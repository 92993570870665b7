"""Open the register: which vault, who, passphrase; or make a new one, open another, try the sample.

    view = UnlockView(kit, tasks, door)
    view.opened.connect(...)            carries what the door returned
    view.language_asked.connect(...)    "en", "hy" or "ru"

The work of unlocking runs on the background lane, the window stays alive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import TooSoon, WrongKey
from app.ui.shell.tasks import Job, Tasks
from app.ui.shell.vault_door import RecentVault
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.ways_in.cards import ChoiceCard, LanguageRow, OpenCard
from app.ui.ways_in.door import WaysDoor
from app.ui.widgets.file_questions import ask_folder
from app.ui.widgets.key_position import key_sequence
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

if TYPE_CHECKING:
    from app.ui.ways_in.recover import RecoverCard
    from app.ui.ways_in.restore import RestoreCard
    from app.ui.ways_in.wizard import Wizard


class UnlockView(QWidget):
    """The first screen; `opened` carries what `VaultDoor.open` returned."""

    opened = Signal(object)
    language_asked = Signal(str)

    def __init__(self, kit: Kit, tasks: Tasks, door: WaysDoor, version: str = "") -> None:
        super().__init__()
        self.setObjectName("unlock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kit = kit
        self._tasks = tasks
        self._door = door
        self.open_card = OpenCard(kit)
        self._wizard: Wizard | None = None
        self._recover: RecoverCard | None = None
        self._restore: RestoreCard | None = None
        self._cards = QStackedWidget()
        self._cards.addWidget(self.open_card)
        self.languages = LanguageRow(kit)
        self.choices: tuple[ChoiceCard, ...] = (
            ChoiceCard(
                kit,
                "plus",
                lambda t: t.say("Create a new vault"),
                lambda t: t.say("A place on this computer, your name and a passphrase."),
                "Ctrl+N",
            ),
            ChoiceCard(
                kit,
                "folder",
                lambda t: t.say("Open another vault"),
                lambda t: t.say("The folder of a vault on this computer or on a drive."),
                "Ctrl+O",
            ),
            ChoiceCard(
                kit,
                "person",
                lambda t: t.say("Try the sample"),
                lambda t: t.say("Invented cases in three languages, every page marked SAMPLE."),
                "",
            ),
            ChoiceCard(
                kit,
                "history",
                lambda t: t.say("Restore from a backup"),
                lambda t: t.say("When the vault is lost or broken, from its backups on a disk."),
                "",
            ),
        )
        self._version = version
        self._wanted: RecentVault | None = None
        self._wanted_user = ""
        self._lay_out()
        self._connect()
        self._tasks.read(self._door.list_recent, self._take_recent, self._cannot)

    def forget_typed(self) -> None:
        """Take away what was typed, because the desk was left."""
        self.open_card.passphrase.clear()
        for card in (self._wizard, self._recover, self._restore):
            if card is not None:
                card.forget()

    def abandon(self) -> None:
        """Let go of what was begun, because the program ends."""
        self.forget_typed()
        if self._wizard is not None:
            self._wizard.abandon()

    def choose_vault(self, path: Path, user: str = "") -> None:
        """Take a vault in hand and ask who may open it; a name may be chosen already."""
        self._wanted = RecentVault(path, path.name)
        self._wanted_user = user
        self.open_card.show_vault(self._wanted)
        self._ask_users()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addSpacing(36)
        side.addWidget(Label(self._kit, lambda t: t.say("First time here?"), Size.L, strong=True))
        side.addSpacing(4)
        for card in self.choices:
            side.addWidget(card)
        side.addStretch(1)
        if self._version:
            version = self._version
            words: Words = lambda t: t.say("Version {version}", version=version)  # noqa: E731
            side.addWidget(Label(self._kit, words, Size.S, Role.TEXT2))
            side.addSpacing(24)
        self._side = holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(self._kit.theme.scaled(360))
        self._cards.setFixedWidth(self._kit.theme.scaled(440))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self._cards)
        gap = QSpacerItem(56, 0, QSizePolicy.Policy.Maximum)  # a small screen takes of it
        middle.addSpacerItem(gap)
        middle.addWidget(holder)
        middle.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 8, 24, 24)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 0)
        top.addStretch(1)
        top.addWidget(self.languages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.languages.chosen.connect(self.language_asked)
        self.open_card.unlock_asked.connect(self._unlock)
        self.open_card.vault_changed.connect(self._ask_users)
        self.open_card.reading_asked.connect(self._open_to_read)
        self.open_card.sheet_asked.connect(self.show_recover)
        create, another, sample, restore = self.choices
        create.clicked.connect(self.show_create)
        another.clicked.connect(self._browse)
        sample.clicked.connect(self._try_sample)
        restore.clicked.connect(self.show_restore)

    def wizard(self) -> Wizard:
        """Return the wizard of a new vault, made when it is first asked for."""
        if self._wizard is None:
            from app.ui.ways_in.wizard import Wizard  # noqa: PLC0415  unlock must come up at once

            self._wizard = made = Wizard(self._kit, self._tasks, self._door)
            made.language_asked.connect(self.language_asked)
            made.left.connect(self._show_open)
            made.made.connect(self._side.hide)
            made.opened.connect(self._enter)
            self._cards.addWidget(made)
        return self._wizard

    def recover_card(self) -> RecoverCard:
        """Return the way in by the recovery sheet."""
        if self._recover is None:
            from app.ui.ways_in.recover import RecoverCard  # noqa: PLC0415  the same

            self._recover = made = RecoverCard(self._kit, self._tasks, self._door)
            made.left.connect(self._show_open)
            made.opened.connect(self._enter)
            self._cards.addWidget(made)
        return self._recover

    def restore_card(self) -> RestoreCard:
        """Return the way back from a backup."""
        if self._restore is None:
            from app.ui.ways_in.restore import RestoreCard  # noqa: PLC0415  the same

            self._restore = made = RestoreCard(self._kit, self._tasks, self._door)
            made.left.connect(self._show_open)
            made.opened.connect(self._enter)
            self._cards.addWidget(made)
        return self._restore

    def show_create(self, *, with_language: bool = False) -> None:
        """Turn to the wizard of a new vault; the very first start asks for the language too."""
        wizard = self.wizard()
        self._cards.setCurrentWidget(wizard)
        wizard.start(with_language=with_language)

    def show_recover(self) -> None:
        """Turn to the way in by the recovery sheet of the vault in hand."""
        vault = self.open_card.vault()
        if vault is not None:
            card = self.recover_card()
            self._cards.setCurrentWidget(card)
            card.start(vault.path, self.open_card.names(), self.open_card.user())

    def show_restore(self) -> None:
        """Turn to the way back from a backup."""
        card = self.restore_card()
        self._cards.setCurrentWidget(card)
        card.start()

    def _show_open(self) -> None:
        self._cards.setCurrentWidget(self.open_card)
        self._side.show()
        self.open_card.begin()

    def _enter(self, opened: object) -> None:
        """Lead into what one of the ways opened; the screen is as at a start when it comes back."""
        self._show_open()
        self.opened.emit(opened)

    def _browse(self) -> None:
        title = self._kit.say(lambda t: t.say("Choose the folder of the vault"))
        chosen = ask_folder(self, self._kit, title)
        if chosen is not None:
            self._show_open()
            self.choose_vault(chosen)

    def _take_recent(self, recent: Sequence[RecentVault]) -> None:
        self.open_card.show_recent(recent)
        if self._wanted is not None:
            self.open_card.show_vault(self._wanted)
        elif recent:
            self._ask_users()
        elif self._cards.currentWidget() is self.open_card and self._door.is_first_start():
            self.show_create(with_language=True)

    def _ask_users(self) -> None:
        vault = self.open_card.vault()
        if vault is not None:
            path = vault.path
            self._tasks.read(
                lambda: (path, tuple(self._door.users_of(path))), self._take_users, self._no_users
            )
            self._ask_wait(path)

    def _ask_wait(self, path: Path) -> None:
        self._tasks.read(
            lambda: (path, self._door.seconds_to_wait(path)), self._take_wait, self._cannot
        )

    def _take_wait(self, found: tuple[Path, int]) -> None:
        vault = self.open_card.vault()
        if vault is not None and vault.path == found[0]:
            self.open_card.wait(found[1])

    def _take_users(self, found: tuple[Path, tuple[str, ...]]) -> None:
        vault = self.open_card.vault()
        if vault is not None and vault.path == found[0]:
            self.open_card.show_users(found[1], self._wanted_user)

    def _open_to_read(self) -> None:
        self._unlock(read_only=True)

    def _unlock(self, *, read_only: bool = False) -> None:
        vault, user = self.open_card.vault(), self.open_card.user()
        passphrase = self.open_card.passphrase.text()
        if vault is None:
            return
        path = vault.path
        self._work(
            lambda _: self._door.open(path, user, passphrase, read_only=read_only), self._cannot
        )

    def _try_sample(self) -> None:
        self._work(lambda _: self._door.make_sample(), self._cannot)

    def _work(self, work: Callable[[Job], object], failed: Callable[[Exception], object]) -> None:
        self._set_busy(busy=True)
        self._tasks.background(work, self._done, failed)

    def _done(self, result: object) -> None:
        self._set_busy(busy=False)
        self.open_card.passphrase.clear()
        self.opened.emit(result)

    def _cannot(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self._show_open()
        self.open_card.show_error(error)
        vault = self.open_card.vault()
        if isinstance(error, WrongKey | TooSoon) and vault is not None:
            self._ask_wait(vault.path)

    def _no_users(self, error: Exception) -> None:
        self.open_card.show_users(())
        self.open_card.show_error(error)

    def _set_busy(self, *, busy: bool) -> None:
        self.open_card.set_busy(busy=busy)
        for card in self.choices:
            card.setEnabled(not busy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = key_sequence(event)
        create = self.choices[0]
        card = self._cards.currentWidget()
        at_home = card is self.open_card and create.isEnabled()
        if pressed == "Ctrl+N" and at_home:
            self.show_create()
        elif pressed == "Ctrl+O" and at_home:
            self._browse()
        elif pressed == "Esc" and card is not self.open_card:
            self._turn_back()
        elif pressed in {"Return", "Enter"} and card is self._wizard and self._wizard is not None:
            self._wizard.go_on()
        else:
            super().keyPressEvent(event)

    def _turn_back(self) -> None:
        """Leave a way that made nothing yet."""
        for card in (self._wizard, self._recover, self._restore):
            if card is not None and card is self._cards.currentWidget() and card.may_leave:
                card.forget()
                self._show_open()

"""Restore a register from a backup: where it lies, who one is, where it shall stand again."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.errors import AlreadyThere
from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.tasks import Tasks
from app.ui.shell.unlock_card import UnlockCard, error_words
from app.ui.theme.palette import Role
from app.ui.ways_in.door import WaysDoor
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.file_questions import ask_folder
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Label
from app.wording.clock import moment


class RestoreCard(UnlockCard):
    """Take a place of backups and restore its newest that verifies; `opened` when it stands."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, tasks: Tasks, door: WaysDoor) -> None:
        super().__init__(kit, lambda t: t.say("Restore from a backup"))
        self._tasks = tasks
        self._door = door
        self._from: Path | None = None
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._into = Path(QStandardPaths.writableLocation(documents) or Path.home())
        self.place = plain(kit, self._place_words, icon="drive", tall=True)
        self.folder = plain(kit, self._folder_words, icon="folder", tall=True)
        self.name = LineEdit(kit, lambda t: t.say("Name of the vault"))
        self.user = LineEdit(kit, lambda t: t.say("Your name"))
        self.passphrase = PassphraseField(kit, lambda t: t.say("Passphrase"))
        self._newest = Notice(kit, Role.TEXT2, "clock")
        self._place_field = Field(kit, lambda t: t.say("Where the backup lies"), self.place)
        self._name_field = Field(kit, lambda t: t.say("Name of the vault"), self.name)
        self.restore_button = primary(kit, lambda t: t.say("Restore"), icon="history", tall=True)
        self.back_button = plain(kit, lambda t: t.say("Back"), icon="left", tall=True)
        self._lay_out()
        self._connect()

    def start(self) -> None:
        """Begin with nothing chosen."""
        self.forget()
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.refusal.hide()
        self._place_field.accept()
        self._name_field.accept()

    @property
    def may_leave(self) -> bool:
        """Tell whether one may leave: nothing is being restored."""
        return self.restore_button.isEnabled()

    def take_place(self, place: Path) -> None:
        """Look at what backups lie at a place."""
        self._from = place
        self.place.set_words(self._place_words)
        self._place_field.accept()
        self._newest.show_words("")
        door = self._door
        self._tasks.read(lambda: (place, door.backups_at(place)), self._found, self._cannot)

    def set_folder(self, folder: Path) -> None:
        """Choose the folder the vault will stand in."""
        self._into = folder
        self.folder.set_words(self._folder_words)

    def restore(self) -> None:
        """Check that all is there, then restore."""
        self.refusal.hide()
        self._name_field.accept()
        name = self.name.text().strip()
        if self._from is None:
            self._place_field.refuse(lambda t: t.say("Choose where the backup lies."))
        elif not name or Path(name).name != name:
            self._name_field.refuse(lambda t: t.say("Give the vault a short name."))
        elif not self.passphrase.text():
            self.passphrase.refuse(lambda t: t.say("Type your passphrase."))
        elif self.restore_button.isEnabled():
            self._begin(self._from, self._into / name)

    def _begin(self, place: Path, vault: Path) -> None:
        user, passphrase, door = self.user.text().strip(), self.passphrase.text(), self._door
        self._set_busy(busy=True)
        self._tasks.background(
            lambda _: door.restore(place, vault, user, passphrase), self._done, self._cannot
        )

    def _done(self, opened: object) -> None:
        self._set_busy(busy=False)
        self.forget()
        self.opened.emit(opened)

    def _cannot(self, error: Exception) -> None:
        self._set_busy(busy=False)
        words = error_words(error)
        if isinstance(error, AlreadyThere):
            self._name_field.refuse(words)
        else:
            self.refusal.show_message(words)

    def _set_busy(self, *, busy: bool) -> None:
        self.restore_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self.restore_button.set_words(
            (lambda t: t.say("Restoring …")) if busy else (lambda t: t.say("Restore"))
        )

    def _found(self, answer: tuple[Path, tuple[datetime, ...]]) -> None:
        place, moments = answer
        if place != self._from:
            return
        if not moments:
            self._place_field.refuse(lambda t: t.say("No backup of a register lies there."))
            return
        newest, count = moments[0], len(moments)
        self._newest.show_words(
            lambda t: t.say_n(
                "{n} backup lies there: {moment}.",
                "{n} backups lie there, the newest: {moment}. The newest that is whole is taken.",
                count,
                moment=moment(newest, t),
            )
        )

    def _lay_out(self) -> None:
        advice = Label(
            self.kit,
            lambda t: t.say(
                "Choose the disk or folder with the backups. Everything is checked before it takes "
                "the place of what is broken; a broken vault is set aside, nothing is deleted."
            ),
            role=Role.TEXT2,
            wrap=True,
        )
        self.column.addWidget(advice)
        self.column.addWidget(self._place_field)
        self.column.addWidget(self._newest)
        self.column.addWidget(
            Field(self.kit, lambda t: t.say("Folder it will stand in"), self.folder)
        )
        self.column.addWidget(self._name_field)
        self.column.addWidget(
            Field(self.kit, lambda t: t.say("Your name, where several open it"), self.user)
        )
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.restore_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.place.clicked.connect(self._browse_place)
        self.folder.clicked.connect(self._browse_folder)
        self.restore_button.clicked.connect(self.restore)
        self.passphrase.entered.connect(self.restore)
        self.back_button.clicked.connect(self.left)

    def _place_words(self, _: object) -> str:
        if self._from is not None:
            return str(self._from)
        words: Words = lambda t: t.say("Choose a folder")  # noqa: E731
        return self.kit.say(words)

    def _folder_words(self, _: object) -> str:
        return str(self._into)

    def _browse_place(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose where the backup lies"))
        chosen = ask_folder(self, self.kit, title, self._from)
        if chosen is not None:
            self.take_place(chosen)

    def _browse_folder(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose the folder the vault will stand in"))
        chosen = ask_folder(self, self.kit, title, self._into)
        if chosen is not None:
            self.set_folder(chosen)

"""Ask where backups go besides the vault's own folder: a second disk, or later."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.ui.theme.palette import Role
from app.ui.ways_in.door import WaysDoor
from app.ui.ways_in.step import Step
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.file_questions import ask_folder
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit
from app.ui.widgets.notice import Notice


class BackupStep(Step):
    """Take the folder of a second disk; none is allowed."""

    def __init__(self, kit: Kit, door: WaysDoor) -> None:
        super().__init__(kit, lambda t: t.say("Where backups go"))
        self._door = door
        self._opened: object = None
        self.folder: Path | None = None
        self.say(
            lambda t: t.say(
                "The program makes encrypted backups by itself, in the folder of the vault. A disk "
                "that is stolen or breaks takes them along: choose a second disk that is kept "
                "elsewhere."
            )
        )
        self.place = plain(kit, self._words, icon="drive", tall=True)
        self.later = quiet(kit, lambda t: t.say("Choose none for now"))
        self._warning = Notice(kit, Role.WARN)
        self.column.addWidget(Field(kit, lambda t: t.say("Folder on a second disk"), self.place))
        self.column.addWidget(self._warning)
        self.column.addWidget(self.later, 0, Qt.AlignmentFlag.AlignLeft)
        self.say(lambda t: t.say("This can be set later under Office."))
        self.column.addStretch(1)
        self.place.clicked.connect(self._browse)
        self.later.clicked.connect(self._none)
        self.later.hide()

    def take(self, opened: object) -> None:
        """Take the register whose backups are meant."""
        self._opened = opened

    def begin(self) -> None:
        """Put the keyboard on the choice of a folder."""
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_folder(self, folder: Path | None) -> None:
        """Choose a folder, or none."""
        self.folder = folder
        self.place.set_words(self._words)
        self.later.setVisible(folder is not None)
        about = self._door.about_backup_folder(self._opened, folder) if folder else ""
        self._warning.show_words(about)

    def _words(self, _: object) -> str:
        if self.folder is not None:
            return str(self.folder)
        return self.kit.say(lambda t: t.say("Choose a folder"))

    def _none(self) -> None:
        self.set_folder(None)
        self.begin()

    def _browse(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose a folder on a second disk"))
        chosen = ask_folder(self, self.kit, title)
        if chosen is not None:
            self.set_folder(chosen)

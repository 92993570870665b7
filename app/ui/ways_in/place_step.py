"""Ask for the place and the name of a new vault, and for the name of who makes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt

from app.ui.theme.palette import Role
from app.ui.ways_in.step import Step
from app.ui.widgets.buttons import plain
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.file_questions import ask_folder
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice

type About = Callable[[Path], Words]
"""Says what should be known of a folder, "" for nothing."""


class PlaceStep(Step):
    """Take folder, name of the vault and name of the person."""

    def __init__(self, kit: Kit, about: About) -> None:
        super().__init__(kit, lambda t: t.say("Create a new vault"))
        self._about = about
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        self.name = LineEdit(kit, lambda t: t.say("Name of the vault"))
        self.place = plain(kit, self._folder_words, icon="folder")
        self.user = LineEdit(kit, lambda t: t.say("Your name"))
        self._name_field = Field(kit, lambda t: t.say("Name of the vault"), self.name)
        self._user_field = Field(kit, lambda t: t.say("Your name"), self.user)
        self._warning = Notice(kit, Role.WARN)
        self.column.addWidget(self._name_field)
        self.column.addWidget(Field(kit, lambda t: t.say("Folder it stands in"), self.place))
        self.column.addWidget(self._warning)
        self.column.addWidget(self._user_field)
        self.column.addStretch(1)
        self.place.clicked.connect(self._browse)
        self._warn()

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def path(self) -> Path:
        """Return where the vault will stand."""
        return self._folder / self.name.text().strip()

    def set_folder(self, folder: Path) -> None:
        """Choose the folder the vault stands in."""
        self._folder = folder
        self.place.set_words(self._folder_words)
        self._warn()

    def may_go_on(self) -> bool:
        """Ask for what is missing."""
        for field in (self._name_field, self._user_field):
            field.accept()
        name = self.name.text().strip()
        if not name or Path(name).name != name:
            self._name_field.refuse(lambda t: t.say("Give the vault a short name."))
        elif self.path().exists():
            self._name_field.refuse(
                lambda t: t.say("There is something of this name already. Choose another one.")
            )
        elif not self.user.text().strip():
            self._user_field.refuse(lambda t: t.say("Write your name as colleagues know it."))
        else:
            return True
        return False

    def _warn(self) -> None:
        self._warning.show_words(self._about(self._folder))

    def _folder_words(self, _: object) -> str:
        return self._folder.name or str(self._folder)

    def _browse(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose the folder the vault will stand in"))
        chosen = ask_folder(self, self.kit, title, self._folder)
        if chosen is not None:
            self.set_folder(chosen)

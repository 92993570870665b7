"""Ask for the place, the name and the passphrase of a new vault."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
)

from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.unlock_card import UnlockCard, error_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label


class CreateCard(UnlockCard):
    """Ask for the place, the name and the passphrase of a new vault."""

    create_asked = Signal()
    back_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("Create a new vault"))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        self.name = LineEdit(kit, lambda t: t.say("Name of the vault"))
        self.place = plain(kit, self._folder_words, icon="folder")
        self.user = LineEdit(kit, lambda t: t.say("Your name"))
        self.first = PassphraseField(kit, lambda t: t.say("Passphrase"))
        self.second = PassphraseField(kit, lambda t: t.say("The passphrase once more"))
        self._name_field = Field(kit, lambda t: t.say("Name of the vault"), self.name)
        self._user_field = Field(kit, lambda t: t.say("Your name"), self.user)
        self.button = primary(kit, lambda t: t.say("Create and open"), icon="plus", tall=True)
        self.back = quiet(kit, lambda t: t.say("Back"))
        self.column.addWidget(self._name_field)
        self.column.addWidget(Field(kit, lambda t: t.say("Folder it stands in"), self.place))
        self.column.addWidget(self._user_field)
        self.column.addWidget(self.first)
        self.column.addWidget(self.second)
        advice = Label(
            kit,
            lambda t: t.say(
                "Five or six words in a row are strong and easy to keep in mind. "
                "Whoever loses the passphrase cannot open the vault; nobody can open it for them."
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        self.column.addWidget(advice)
        self.column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.place.clicked.connect(self._browse)
        self.button.clicked.connect(self._ask)
        self.second.entered.connect(self._ask)
        self.back.clicked.connect(self.back_asked)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget both passphrases."""
        self.first.clear()
        self.second.clear()

    def wanted(self) -> tuple[Path, str, str]:
        """Return path, name of the person and passphrase."""
        return self._folder / self.name.text().strip(), self.user.text().strip(), self.first.text()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being made."""
        self.button.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.button.set_words(
            (lambda t: t.say("Creating …")) if busy else (lambda t: t.say("Create and open"))
        )

    def show_error(self, error: Exception) -> None:
        """Say what went wrong in a kind sentence."""
        self.refusal.show_message(error_words(error))

    def set_folder(self, folder: Path) -> None:
        """Choose the folder the vault stands in."""
        self._folder = folder
        self.place.set_words(self._folder_words)

    def _folder_words(self, _: object) -> str:
        return self._folder.name or str(self._folder)

    def _browse(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose the folder the vault will stand in"))
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self.set_folder(Path(chosen))

    def _ask(self) -> None:
        self.refusal.hide()
        for field in (self._name_field, self._user_field):
            field.accept()
        name = self.name.text().strip()
        if not name or Path(name).name != name:
            self._name_field.refuse(lambda t: t.say("Give the vault a short name."))
        elif not self.user.text().strip():
            self._user_field.refuse(lambda t: t.say("Write your name as colleagues know it."))
        elif not self.first.text():
            self.first.refuse(lambda t: t.say("Type a passphrase."))
        elif self.first.text() != self.second.text():
            self.second.refuse(lambda t: t.say("This differs from the first. Type it once more."))
        else:
            self.create_asked.emit()

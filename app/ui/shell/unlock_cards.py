"""Hold the parts of the unlock screen: the card that opens, the card that creates, the choices."""

from collections.abc import Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.errors import HomewardError
from app.ui.shell.frame_actions import LANGUAGE_NAMES
from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.sidebar import paint_house
from app.ui.shell.vault_door import RecentVault
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, paint_key
from app.wording.errors import sentence

_UP = Qt.AlignmentFlag.AlignTop


class LanguageRow(Segments):
    """Choose the language by its own name."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, list(LANGUAGE_NAMES.items()), lambda t: t.say("Language"))
        self._show_current()
        kit.language_changed.connect(self._show_current)

    def _show_current(self, *_: object) -> None:
        part = self._parts.get(self._kit.translator.lang)
        if part is not None:
            part.setChecked(True)


class _House(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedSize(32, 32)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_house(painter, QRectF(self.rect()), self._kit)
        painter.end()


class _Card(QFrame):
    def __init__(self, kit: Kit, title: Words) -> None:
        super().__init__()
        self.setObjectName("unlockCard")
        self.kit = kit
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(35, 36, 35, 26)
        self.column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_House(kit))
        head.addWidget(Label(kit, "Homeward", Size.X, strong=True), 1)
        self.column.addLayout(head)
        self.column.addSpacing(8)
        self.column.addWidget(Label(kit, title, Size.L, strong=True))
        self.refusal = Refusal(kit)

    def add_promise(self) -> None:
        """Say at the foot what the vault does with what it holds."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self.kit, "shield", Role.TEXT2, 14), 0, _UP)
        words = Label(
            self.kit,
            lambda t: t.say("Everything is encrypted on this computer. Nothing is sent anywhere."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        row.addWidget(words, 1)
        self.column.addStretch(1)
        self.column.addLayout(row)


class OpenCard(_Card):
    """Ask for vault, name and passphrase."""

    unlock_asked = Signal()
    vault_changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("Open the register"))
        self._recent: list[RecentVault] = []
        self.vaults = Combo(kit, lambda t: t.say("Vault"))
        self.users = Combo(kit, lambda t: t.say("Your name"))
        for box in (self.vaults, self.users):
            box.setProperty("tall", True)
        self.passphrase = PassphraseField(kit, lambda t: t.say("Passphrase"))
        self.button = primary(kit, lambda t: t.say("Unlock"), icon="key", key="Enter", tall=True)
        self._opened = Label(kit, "", Size.S, Role.TEXT2)
        self.column.addWidget(
            Field(kit, lambda t: t.say("Vault"), self.vaults, beside=self._opened)
        )
        self.column.addWidget(Field(kit, lambda t: t.say("Your name"), self.users))
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(12)
        self.add_promise()
        self.button.clicked.connect(self._ask)
        self.passphrase.entered.connect(self._ask)
        self.passphrase.edited.connect(self.refusal.hide)
        self.vaults.code_changed.connect(self._other_vault)
        self._show_state()

    def begin(self) -> None:
        """Put the keyboard where the next thing is to be typed."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_recent(self, recent: Sequence[RecentVault]) -> None:
        """Offer the vaults opened before."""
        self._recent = list(recent)
        self.vaults.set_choices([(one.path, one.name) for one in self._recent])
        self._show_state()
        self.begin()

    def show_vault(self, vault: RecentVault) -> None:
        """Take a vault in hand."""
        others = [one for one in self._recent if one.path != vault.path]
        self._recent = [vault, *others]
        self.vaults.set_choices([(one.path, one.name) for one in self._recent])
        self.vaults.setCurrentIndex(0)
        self.refusal.hide()
        self._show_state()

    def show_users(self, users: Sequence[str]) -> None:
        """Offer the names that may unlock."""
        self.users.set_choices([(name, name) for name in users])
        self._show_state()

    def vault(self) -> RecentVault | None:
        """Return the vault in hand."""
        code = self.vaults.code()
        return next((one for one in self._recent if one.path == code), None)

    def user(self) -> str:
        """Return the name chosen."""
        code = self.users.code()
        return code if isinstance(code, str) else ""

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being opened."""
        self.button.setEnabled(not busy)
        self.passphrase.setEnabled(not busy)
        if busy:
            self.button.set_words(lambda t: t.say("Unlocking …"))
        else:
            self.button.set_words(lambda t: t.say("Unlock"))
            self._show_state()

    def show_error(self, error: Exception) -> None:
        """Say what went wrong in a kind sentence; the wrong passphrase is not kept."""
        self.passphrase.clear()
        self.refusal.show_message(error_words(error))
        self.begin()

    def _ask(self) -> None:
        if not self.passphrase.text():
            self.passphrase.refuse(lambda t: t.say("Type your passphrase."))
        elif self.vault() is not None and self.button.isEnabled():
            self.refusal.hide()
            self.unlock_asked.emit()

    def _other_vault(self, _: object) -> None:
        self.refusal.hide()
        self.users.set_choices([])
        self._show_state()
        self.vault_changed.emit()

    def _show_state(self) -> None:
        vault = self.vault()
        self.vaults.setEnabled(bool(self._recent))
        self.users.setEnabled(self.users.count() > 0)
        self._opened.set_words(vault.last_opened if vault is not None else "")
        self.passphrase.setEnabled(vault is not None)
        self.button.setEnabled(vault is not None)
        if vault is None:
            none_yet: Words = lambda t: t.say("No vault has been opened here yet.")  # noqa: E731
            self._opened.set_words(none_yet)


class CreateCard(_Card):
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


class ChoiceCard(QAbstractButton):
    """Offer one way in: icon, bold line, one sentence, its key."""

    focus_radius = 8.0

    def __init__(self, kit: Kit, icon: str, title: Words, text: Words, key: str) -> None:
        super().__init__()
        self._kit = kit
        self._icon_name = icon
        self._title = title
        self._text = text
        self._key = key
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        kit.bind(self, self.setAccessibleName, title)
        kit.bind(self, self.setAccessibleDescription, text)
        kit.language_changed.connect(self.updateGeometry)
        kit.theme.changed.connect(self.updateGeometry)

    def _text_rect(self, width: float) -> QRectF:
        metrics = self._kit.theme.metrics(Size.S)
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = QRectF(0, 0, width - 48 - 56, 400)
        return metrics.boundingRect(room, wrap, self._kit.say(self._text))

    @override
    def sizeHint(self) -> QSize:
        width = self._kit.theme.scaled(360)
        first = self._kit.theme.type.line_height(Size.M)
        return QSize(width, round(14 + first + 3 + self._text_rect(width).height() + 12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.color(Role.LINE))
        hot = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.color(Role.HOVER if hot else Role.SURFACE))
        painter.drawRoundedRect(rect, 8, 8)
        ink = Role.ACCENT if self.isEnabled() else Role.TEXT3
        theme.paint_icon(painter, QRectF(14, 13, 18, 18), self._icon_name, ink)
        line = theme.type.line_height(Size.M)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.color(Role.TEXT if self.isEnabled() else Role.TEXT3))
        painter.setFont(theme.font(strong=True))
        painter.drawText(QRectF(48, 12, rect.width() - 60, line), left, self._kit.say(self._title))
        painter.setPen(theme.color(Role.TEXT2))
        painter.setFont(theme.font(Size.S))
        text = self._text_rect(rect.width()).translated(48, 14 + line + 1)
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(text.adjusted(0, 0, 2, 2), wrap, self._kit.say(self._text))
        if self._key:
            width = theme.metrics(Size.S).horizontalAdvance(self._key) + 12
            cap = QRectF(rect.right() - width - 12, 12, width, theme.scaled(18))
            paint_key(painter, cap, self._key, self._kit)
        painter.end()


def error_words(error: Exception) -> Words:
    """Return the sentence for a coded error; anything else is said without its details."""
    if isinstance(error, HomewardError):
        coded = error
        return lambda t: sentence(coded, t)
    return lambda t: t.say("Something unexpected happened. Nothing was changed. Try once more.")

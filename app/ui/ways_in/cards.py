"""Hold the parts of the unlock screen: languages, the card that opens, the ways in."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
)

from app.errors import VaultInUse
from app.ui.shell.frame_actions import LANGUAGE_NAMES
from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.unlock_card import UnlockCard, error_words
from app.ui.shell.vault_door import RecentVault
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, paint_key


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


class OpenCard(UnlockCard):
    """Ask for vault, name and passphrase."""

    unlock_asked = Signal()
    vault_changed = Signal()
    sheet_asked = Signal()
    reading_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("Open the register"))
        self._recent: list[RecentVault] = []
        self._names: tuple[str, ...] = ()
        self._seconds = 0
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second_passed)
        self.vaults = Combo(kit, lambda t: t.say("Vault"))
        self.users = Combo(kit, lambda t: t.say("Your name"))
        for box in (self.vaults, self.users):
            box.setProperty("tall", True)
        self.passphrase = PassphraseField(kit, lambda t: t.say("Passphrase"))
        self.button = primary(kit, lambda t: t.say("Unlock"), icon="key", key="Enter", tall=True)
        self.sheet_button = quiet(kit, lambda t: t.say("Lost the passphrase?"), icon="question")
        self.read_button = plain(kit, lambda t: t.say("Open it to read only"), icon="eye")
        self.read_button.hide()
        self._opened = Label(kit, "", Size.S, Role.TEXT2)
        self.column.addWidget(
            Field(kit, lambda t: t.say("Vault"), self.vaults, beside=self._opened)
        )
        self.column.addWidget(Field(kit, lambda t: t.say("Your name"), self.users))
        self.column.addWidget(self.passphrase)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.sheet_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_promise()
        self.button.clicked.connect(self._ask)
        self.read_button.clicked.connect(self.reading_asked)
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.passphrase.entered.connect(self._ask)
        self.passphrase.edited.connect(self.refusal.hide)
        self.passphrase.edited.connect(self.read_button.hide)
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

    def show_users(self, users: Sequence[str], chosen: str = "") -> None:
        """Offer the names that may unlock; one of them may be chosen already."""
        self._names = tuple(users)
        self.users.set_choices([(name, name) for name in users])
        if chosen in users:
            self.users.set_code(chosen)
        self._show_state()

    def vault(self) -> RecentVault | None:
        """Return the vault in hand."""
        code = self.vaults.code()
        return next((one for one in self._recent if one.path == code), None)

    def names(self) -> tuple[str, ...]:
        """Return the names that may unlock the vault in hand."""
        return self._names

    def user(self) -> str:
        """Return the name chosen."""
        code = self.users.code()
        return code if isinstance(code, str) else ""

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being opened."""
        self._busy = busy
        self._show_state()

    def wait(self, seconds: int) -> None:
        """Take no passphrase for so long, and say on the button when one is taken again."""
        self._seconds = seconds
        if seconds:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_state()

    def _second_passed(self) -> None:
        self.wait(max(self._seconds - 1, 0))
        if not self._seconds:
            self.begin()

    def show_error(self, error: Exception) -> None:
        """Say what went wrong in a kind sentence; a wrong passphrase is not kept.

        Where somebody else works in the vault, it may be opened to be read.
        """
        in_use = isinstance(error, VaultInUse)
        if not in_use:
            self.passphrase.clear()
        self.read_button.setVisible(in_use)
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
        self.wait(0)
        self.vault_changed.emit()

    def _show_state(self) -> None:
        vault = self.vault()
        self.vaults.setEnabled(bool(self._recent))
        self.users.setEnabled(self.users.count() > 0)
        self._opened.set_words(vault.last_opened if vault is not None else "")
        may = vault is not None and not self._busy
        self.passphrase.setEnabled(may)
        self.button.setEnabled(may and not self._seconds)
        self.sheet_button.setVisible(vault is not None)
        self._name_button()
        if vault is None:
            none_yet: Words = lambda t: t.say("No vault has been opened here yet.")  # noqa: E731
            self._opened.set_words(none_yet)

    def _name_button(self) -> None:
        seconds = self._seconds
        if self._busy:
            self.button.set_words(lambda t: t.say("Unlocking …"))
        elif seconds:
            self.button.set_words(
                lambda t: t.say_n("Again in {n} second", "Again in {n} seconds", seconds)
            )
        else:
            self.button.set_words(lambda t: t.say("Unlock"))


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
        room = QRectF(0, 0, width - 48 - 64, 400)
        return metrics.boundingRect(room, wrap, self._kit.say(self._text))

    @override
    def sizeHint(self) -> QSize:
        width = self._kit.theme.scaled(360)
        first = self._kit.theme.type.line_height(Size.M)
        return QSize(width, round(14 + first + 5 + self._text_rect(width).height() + 12))

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
        # As wide as it was measured: a narrower room would break the lines anew and cut the last.
        text = QRectF(48, 14 + line + 1, rect.width() - 48 - 56 + 1, rect.height() - line - 15)
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(text, wrap, self._kit.say(self._text))
        if self._key:
            width = theme.metrics(Size.S).horizontalAdvance(self._key) + 12
            cap = QRectF(rect.right() - width - 12, 12, width, theme.scaled(18))
            paint_key(painter, cap, self._key, self._kit)
        painter.end()

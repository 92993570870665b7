"""Ask for one thing: primary, plain and quiet buttons, icon buttons, and why one is off.

primary(kit, lambda t: t.say("Save event"), key="Ctrl+S")     one a screen
plain(kit, lambda t: t.say("Print"), icon="print")
quiet(kit, lambda t: t.say("Leave open"))                     accent text, no edge
icon_button(kit, "columns", lambda t: t.say("Choose columns"))   the words are its name
button.clicked.connect(...)
WithReason(kit, button).refuse(lambda t: t.say("needs a second person to approve")) / .allow()
"""

from enum import StrEnum
from typing import override

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class Kind(StrEnum):
    """How loud a button speaks."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class Button(QAbstractButton):
    """Draw a button of the look: 30 high (36 when tall), key hint inside, icon at left.

    `focus_radius` tells the focus ring its corner.
    """

    focus_radius = 6.0

    def __init__(
        self,
        kit: Kit,
        kind: Kind,
        words: Words,
        *,
        icon: str = "",
        key: str = "",
        tall: bool = False,
        bare: bool = False,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._kind = kind
        self._icon_name = icon
        self._key = key
        self._tall = tall
        self._strong = kind is Kind.PRIMARY
        self._bare = bare
        self._words: Words = words
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(words)
        kit.theme.changed.connect(self.updateGeometry)
        kit.language_changed.connect(self._resay)

    def set_words(self, words: Words) -> None:
        """Show other words."""
        self._words = words
        self._resay()

    def set_strong(self, strong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Take weight 600 or 400."""
        self._strong = strong
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def _resay(self, *_: object) -> None:
        text = self._kit.say(self._words)
        if self._bare:
            self.setToolTip(f"{text} ({self._key})" if self._key else text)
        else:
            self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        height = theme.scaled(36 if self._tall else 30)
        if self._bare:
            return QSize(height, height)
        pad = 4 if self._kind is Kind.QUIET else 12
        text = theme.metrics(Size.M, strong=self._strong).horizontalAdvance(self.text())
        width = 2 * pad + text
        if self._icon_name:
            width += theme.scaled(16) + 8
        if self._key:
            width += 9 + theme.metrics(Size.S).horizontalAdvance(self._key)
        return QSize(round(width) + 2, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button in hand as Space does; Qt does so in its dialogs alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        rect = QRectF(self.rect())
        theme = self._kit.theme
        if self._bare:
            theme.paint_icon(painter, _centred(rect, theme.scaled(16)), self._icon_name, ink)
            painter.end()
            return
        x = 12.0 if self._kind is not Kind.QUIET else 4.0
        spare = rect.width() - self.sizeHint().width()
        x += max(0.0, spare / 2)
        if self._icon_name:
            side = theme.scaled(16)
            place = QRectF(x, rect.center().y() - side / 2, side, side)
            theme.paint_icon(painter, place, self._icon_name, ink)
            x += side + 8
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font(Size.M, strong=self._strong))
        width = theme.metrics(Size.M, strong=self._strong).horizontalAdvance(self.text())
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, width + 2, rect.height()), upright, self.text())
        if self._key:
            painter.setFont(theme.font(Size.S))
            painter.setPen(theme.color(ink if self._kind is Kind.PRIMARY else Role.TEXT3))
            painter.drawText(QRectF(x + width + 9, 0, 200, rect.height()), upright, self._key)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> Role:
        theme = self._kit.theme
        rect = QRectF(self.rect())
        hot = self.underMouse() or self.isDown()
        if not self.isEnabled():
            if self._kind is not Kind.QUIET:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(Role.HOVER))
                painter.drawRoundedRect(rect, 6, 6)
            return Role.TEXT3
        if self._kind is Kind.PRIMARY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.ACCENTHOVER if hot else Role.ACCENTFILL))
            painter.drawRoundedRect(rect, 6, 6)
            return Role.ONACCENT
        if self._kind is Kind.PLAIN:
            painter.setPen(theme.color(Role.LINE2))
            painter.setBrush(theme.color(Role.HOVER if hot or self.isChecked() else Role.SURFACE))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            return Role.TEXT2 if self._bare else Role.TEXT
        if hot or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.SEL if self.isChecked() else Role.HOVER))
            painter.drawRoundedRect(rect, 6, 6)
        return Role.ACCENT


def primary(kit: Kit, words: Words, *, icon: str = "", key: str = "", tall: bool = False) -> Button:
    """Return the one filled button of a screen."""
    return Button(kit, Kind.PRIMARY, words, icon=icon, key=key, tall=tall)


def plain(kit: Kit, words: Words, *, icon: str = "", key: str = "", tall: bool = False) -> Button:
    """Return a button with an edge."""
    return Button(kit, Kind.PLAIN, words, icon=icon, key=key, tall=tall)


def quiet(kit: Kit, words: Words, *, icon: str = "", key: str = "", strong: bool = False) -> Button:
    """Return a button that looks like a link."""
    button = Button(kit, Kind.QUIET, words, icon=icon, key=key)
    button.set_strong(strong)
    return button


def icon_button(kit: Kit, icon: str, words: Words, *, key: str = "", edge: bool = True) -> Button:
    """Return a square button with an icon; the words are its name and tooltip."""
    kind = Kind.PLAIN if edge else Kind.QUIET
    return Button(kit, kind, words, icon=icon, key=key, bare=True)


class WithReason(QWidget):
    """Hold a button and, while it is off, the reason beneath it."""

    def __init__(self, kit: Kit, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        self._kit = kit
        self._reason = Label(kit, "", Size.S, Role.TEXT2)
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reason)

    def refuse(self, reason: Words) -> None:
        """Turn the button off and say why."""
        self.button.setEnabled(False)
        self._reason.set_words(reason)
        self._reason.show()
        self.button.setAccessibleDescription(self._kit.say(reason))

    def allow(self) -> None:
        """Turn the button on."""
        self.button.setEnabled(True)
        self._reason.hide()
        self.button.setAccessibleDescription("")


def _centred(rect: QRectF, side: float) -> QRectF:
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)

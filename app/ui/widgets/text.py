"""Say things on screen: labels of the type scale, captions, hairlines, links, badges and keys.

label(kit, lambda t: t.say("Cases"), "X", strong=True)          one line or wrapped text
caption(kit, lambda t: t.say("What would change"))              rail caption, S 600 upper case
hairline(kit) / hairline(kit, vertical=True)                    1 px line between panes
Badge(kit, "B2", lambda t: t.say("usually reliable"))           grade, never coloured by value
KeyCap(kit, "Ctrl+K")                                           a key of the keyboard
"""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words


class Label(QLabel):
    """Show text of one size and role; follows theme, base font and language."""

    def __init__(
        self,
        kit: Kit,
        words: Words = "",
        size: Size | str = Size.M,
        role: Role | str = Role.TEXT,
        *,
        strong: bool = False,
        italic: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._face = (Size(size), strong, italic)
        self._words: Words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role = Role(role)
        self._redress()
        self.set_words(words)
        kit.theme.changed.connect(self._redress)
        kit.language_changed.connect(self._resay)

    def set_words(self, words: Words) -> None:
        """Show other words."""
        self._words = words
        self._resay()

    def set_role(self, role: Role | str) -> None:
        """Take the colour of another role."""
        self._role = Role(role)
        self._recolour()

    def set_strong(self, strong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Take weight 600 or 400."""
        self._face = (self._face[0], strong, self._face[2])
        self._refont()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt gives a label that was hidden while the look changed its former look back.
        if self.font().pixelSize() != self._kit.theme.type.pixels(self._face[0]):
            self._refont()
        if self.palette().color(QPalette.ColorRole.WindowText) != self._kit.theme.color(self._role):
            self._recolour()

    def _resay(self, *_: object) -> None:
        self.setText(self._kit.say(self._words))

    def _redress(self) -> None:
        self._refont()
        self._recolour()

    def _recolour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, self._kit.theme.color(self._role))
        self.setPalette(palette)

    def _refont(self) -> None:
        size, strong, italic = self._face
        self.setFont(self._kit.theme.font(size, strong=strong, italic=italic))


class Caption(Label):
    """Show the caption of a section in upper case."""

    @override
    def setText(self, text: str) -> None:
        super().setText(_capitals(text))


def _capitals(text: str) -> str:
    """Set text in capitals; և has none of its own and becomes ԵՎ (domain.md 4.4)."""
    return text.replace("և", "եվ").upper()


def label(
    kit: Kit,
    words: Words = "",
    size: Size | str = Size.M,
    role: Role | str = Role.TEXT,
    *,
    strong: bool = False,
    italic: bool = False,
    wrap: bool = False,
) -> Label:
    """Return a label; the short way to say something."""
    return Label(kit, words, size, role, strong=strong, italic=italic, wrap=wrap)


def caption(kit: Kit, words: Words) -> Label:
    """Return a section caption of a rail: S 600 text3, upper case."""
    return Caption(kit, words, Size.S, Role.TEXT3, strong=True, wrap=True)


class Hairline(QFrame):
    """Part two panes by one line of 1 px."""

    def __init__(self, kit: Kit, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._kit.theme.color(Role.LINE))
        painter.end()


def hairline(kit: Kit, *, vertical: bool = False) -> Hairline:
    """Return a line that parts two panes."""
    return Hairline(kit, vertical=vertical)


class _Tag(QWidget):
    """Draw a short S text on a small rounded ground."""

    pad = 7
    height_ = 20
    radius = 3.0
    strong = True

    def __init__(self, kit: Kit, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """Return what stands on it."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = theme.metrics(Size.S, strong=self.strong).horizontalAdvance(self._text)
        return QSize(round(width) + 2 * self.pad, theme.scaled(self.height_))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Badge(_Tag):
    """Show a grade such as `B2`; its ground never depends on the value."""

    def __init__(
        self, kit: Kit, text: str, meaning: Words = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, text, parent)
        if meaning:
            kit.bind(self, self.setToolTip, meaning)
        kit.bind(self, self.setAccessibleName, text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._text, self._kit)


class KeyCap(_Tag):
    """Show a key such as `Ctrl+K`."""

    pad = 6
    strong = False
    radius = 4.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key(QPainter(self), QRectF(self.rect()), self._text, self._kit)


def paint_badge(painter: QPainter, rect: QRectF, text: str, kit: Kit) -> None:
    """Draw a grade badge into `rect`; for delegates too."""
    theme = kit.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color(Role.LINE2) if theme.is_high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Role.HOVER))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(theme.color(Role.TEXT2))
    painter.setFont(theme.font(Size.S, strong=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_key(painter: QPainter, rect: QRectF, text: str, kit: Kit) -> None:
    """Draw a key cap into `rect`: surface, line2, radius 4, S."""
    theme = kit.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color(Role.LINE2))
    painter.setBrush(theme.color(Role.SURFACE))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color(Role.TEXT2))
    painter.setFont(theme.font(Size.S))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()

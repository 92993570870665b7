"""Switch between parts: the underlined tab bar, the segmented control, the row of open files.

TabBar(kit, [("overview", lambda t: t.say("Overview")), ...]).chosen.connect(self._show)
bar.set_count("timeline", 23)
Segments(kit, name, [("all", words), ("new", words)]).chosen.connect(...)
FileTabs is used by the frame for open cases.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Part(QAbstractButton):
    focus_radius = 6.0

    def __init__(self, kit: Kit, key: str, words: Words) -> None:
        super().__init__()
        self._kit = kit
        self._words: Words = words
        self.key = key
        self.count: int | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.language_changed.connect(self.resay)
        kit.theme.changed.connect(self.updateGeometry)
        self.resay()

    def set_words(self, words: Words) -> None:
        self._words = words
        self.resay()

    def resay(self, *_: object) -> None:
        text = self._kit.say(self._words)
        self.setText(text)
        self.setAccessibleName(text if self.count is None else f"{text}, {self.count}")
        self.updateGeometry()
        self.update()

    @property
    def _count_text(self) -> str:
        return "" if self.count is None else self._kit.translator.number(self.count)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # a button of Qt would move the focus; the row moves the choice
            return
        super().keyPressEvent(event)


class _Tab(_Part):
    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = theme.metrics(Size.M, strong=True).horizontalAdvance(self.text()) + 4
        if self._count_text:
            width += 6 + theme.metrics(Size.S).horizontalAdvance(self._count_text)
        return QSize(round(width), theme.scaled(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        on = self.isChecked()
        painter.setFont(theme.font(Size.M, strong=on))
        painter.setPen(theme.color(Role.TEXT if on or self.underMouse() else Role.TEXT2))
        painter.drawText(QRectF(2, 0, self.width(), self.height()), _LEFT, self.text())
        if self._count_text:
            x = 2 + theme.metrics(Size.M, strong=on).horizontalAdvance(self.text()) + 6
            painter.setFont(theme.font(Size.S))
            painter.setPen(theme.color(Role.TEXT3))
            painter.drawText(QRectF(x, 0, self.width(), self.height()), _LEFT, self._count_text)
        if on:
            painter.fillRect(
                QRectF(0, self.height() - 2, self.width(), 2), theme.color(Role.ACCENT)
            )
        painter.end()


class _Segment(_Part):
    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = theme.metrics(Size.M, strong=True).horizontalAdvance(self.text()) + 22
        return QSize(round(width), theme.scaled(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on:
            painter.setPen(theme.color(Role.LINE2))
            painter.setBrush(theme.color(Role.SURFACE))
            rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(theme.font(Size.M))
        painter.setPen(theme.color(Role.TEXT if on or self.underMouse() else Role.TEXT2))
        painter.drawText(QRectF(self.rect()), _CENTRE, self.text())
        painter.end()


class _Row(QWidget):
    chosen = Signal(str)
    part_type: type[_Part] = _Tab
    gap = 20

    def __init__(self, kit: Kit, parts: Sequence[tuple[str, Words]], name: Words = "") -> None:
        super().__init__()
        self._kit = kit
        self._parts: dict[str, _Part] = {}
        self._line = self.line()
        if name:
            kit.bind(self, self.setAccessibleName, name)
        self.set_parts(parts)

    def line(self) -> QLayout:
        """Lay the parts out side by side."""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.gap)
        line.setAlignment(_LEFT)
        return line

    def set_parts(self, parts: Sequence[tuple[str, Words]]) -> None:
        """Show these parts and choose the first."""
        for part in self._parts.values():
            part.setParent(None)
            part.deleteLater()
        self._parts = {}
        for key, words in parts:
            part = self.part_type(self._kit, key, words)
            part.clicked.connect(self._click)
            self._line.addWidget(part)
            self._parts[key] = part
        if self._parts:
            next(iter(self._parts.values())).setChecked(True)

    def current(self) -> str:
        """Return the key of the chosen part."""
        return next((key for key, part in self._parts.items() if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a part and tell."""
        if key in self._parts:
            self._parts[key].setChecked(True)
            self.chosen.emit(key)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a count beside a part."""
        self._parts[key].count = count
        self._parts[key].resay()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the parts in order."""
        return tuple(self._parts)

    def _click(self) -> None:
        part = self.sender()
        if isinstance(part, _Part):
            self.chosen.emit(part.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = self.keys()
        if not step or not keys:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self.choose(key)
        self._parts[key].setFocus(Qt.FocusReason.TabFocusReason)


class TabBar(_Row):
    """Switch between the sections of one page; the chosen one is underlined.

    Where the window is narrow or the type large the tabs go on in a second line: none is cut.
    """

    @override
    def line(self) -> QLayout:
        return FlowLayout(self, self.gap, 0)


class Segments(_Row):
    """Choose one of a few ways of showing the same thing."""

    part_type = _Segment
    gap = 2


class FileTab(_Part):
    """Show one open file; middle click or the x closes it."""

    closed = Signal(str)

    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = (
            theme.metrics(Size.M, strong=True).horizontalAdvance(self.text())
            + 34
            + theme.scaled(12)
        )
        return QSize(round(width), theme.scaled(30))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = event.position().x() >= self.width() - self._kit.theme.scaled(12) - 16
        if event.button() is Qt.MouseButton.MiddleButton or on_cross:
            self.closed.emit(self.key)
            return
        super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(theme.color(Role.LINE2 if on else Role.HOVER))
            painter.setBrush(theme.color(Role.SURFACE if on else Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(theme.font(Size.M, strong=on))
        painter.setPen(theme.color(Role.TEXT if on else Role.TEXT2))
        side = theme.scaled(12)
        room = self.width() - side - 34
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(0, room + 4)
        )
        self.setToolTip("" if text == self.text() else self.text())
        painter.drawText(QRectF(12, 0, room + 8, self.height()), _LEFT, text)
        cross = QRectF(self.width() - side - 13, (self.height() - side) / 2, side, side)
        theme.paint_icon(painter, cross, "close", Role.TEXT2)
        painter.end()

"""Show what filters and what holds: filter chips, state chips, the dashed chip that adds.

FilterChip(kit, lambda t: t.say("Incident: {name}", name=name)).removed.connect(...)
StateChip(kit, "clock", lambda t: t.say_n(...), warn=True)
AddChip(kit, lambda t: t.say("Add filter")).clicked.connect(...)
"""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words

_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Chip(QAbstractButton):
    size_ = Size.M
    icon_side = 14
    height_ = 24
    focus_radius = 12.0

    def __init__(
        self, kit: Kit, words: Words, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._icon_name = icon
        self._words: Words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._resay()
        kit.language_changed.connect(self._resay)
        kit.theme.changed.connect(self.updateGeometry)

    def set_words(self, words: Words) -> None:
        """Show other words."""
        self._words = words
        self._resay()

    def _resay(self, *_: object) -> None:
        text = self._kit.say(self._words)
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = 20 + theme.metrics(self.size_).horizontalAdvance(self.text())
        width += theme.scaled(self.icon_side) + 5 if self._icon_name else 0
        return QSize(round(width) + 1, theme.scaled(self.height_))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_pill(self, painter: QPainter, pen: QPen | Qt.PenStyle, ground: Role | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(self._kit.theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)

    def _paint_words(self, painter: QPainter, ink: Role) -> None:
        theme = self._kit.theme
        x, middle = 10.0, self.height() / 2
        if self._icon_name:
            side = theme.scaled(self.icon_side)
            place = QRectF(x - 1, middle - side / 2, side, side)
            theme.paint_icon(painter, place, self._icon_name, ink)
            x += side + 5
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font(self.size_))
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), _UPRIGHT, self.text())


class FilterChip(_Chip):
    """Show one filter in force; a click opens it, the x or Delete takes it away."""

    removed = Signal()

    def __init__(self, kit: Kit, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(kit, words, "", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.bind(self, self.setToolTip, lambda t: t.say("Delete takes this filter away"))

    @override
    def sizeHint(self) -> QSize:
        base = super().sizeHint()
        return QSize(base.width() + self._kit.theme.scaled(16), base.height())

    def _cross_at(self) -> int:
        return self.width() - self._kit.theme.scaled(12) - 14

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self._cross_at():
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self._cross_at() and self.rect().contains(event.pos()):
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        ground = Role.HOVER if self.underMouse() else Role.SURFACE
        self._paint_pill(painter, QPen(theme.color(Role.LINE2)), ground)
        self._paint_words(painter, Role.TEXT)
        side = theme.scaled(12)
        cross = QRectF(self.width() - side - 10, (self.height() - side) / 2, side, side)
        theme.paint_icon(painter, cross, "close", Role.TEXT2)
        painter.end()


class AddChip(_Chip):
    """Offer to add: a dashed edge and a plus."""

    def __init__(self, kit: Kit, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(kit, words, "plus", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self._kit.theme.color(Role.FIELD if self.underMouse() else Role.LINE2))
        pen.setDashPattern([3, 3])
        self._paint_pill(painter, pen, None)
        self._paint_words(painter, Role.TEXT2)
        painter.end()


class StateChip(_Chip):
    """State something in force, with icon and words: S, quiet edge, or warn ground when due."""

    size_ = Size.S
    icon_side = 13

    def __init__(
        self,
        kit: Kit,
        icon: str,
        words: Words,
        *,
        warn: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, words, icon, parent)
        self._warn = warn
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        if self._warn:
            edge = theme.color(Role.WARNLINE) if theme.is_high_contrast else None
            self._paint_pill(painter, QPen(edge) if edge else Qt.PenStyle.NoPen, Role.WARNBG)
            self._paint_words(painter, Role.WARN)
        else:
            self._paint_pill(painter, QPen(theme.color(Role.LINE2)), None)
            self._paint_words(painter, Role.TEXT2)
        painter.end()

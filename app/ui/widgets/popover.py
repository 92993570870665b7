"""Open a small sheet beneath a button: 432 wide, no arrow, Esc closes, focus goes back.

popover = Popover(kit, lambda t: t.say("Why this headline"))
popover.body.addWidget(...)
popover.open_below(button, keep_clear=answers)     does not cover the four answers
"""

from typing import override

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.widgets.kit import Kit, Words

WIDTH = 432
_SHADOW = QMargins(36, 26, 36, 46)


class Popover(QWidget):
    """Hold the sheet; add widgets to `body`. `closed` when it went."""

    closed = Signal()

    def __init__(self, kit: Kit, name: Words, width: int = WIDTH) -> None:
        super().__init__()
        self._kit = kit
        self._wide = kit.theme.scaled(width)
        self._opener: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.bind(self, self.setAccessibleName, name)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(16, 14, 16, 12)
        self.body.setSpacing(8)
        self._inner = inner
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SHADOW)
        column.addWidget(self._scroll)
        self.hide()

    def open_below(self, opener: QWidget, keep_clear: QWidget | None = None) -> None:
        """Open beneath a widget, inside its window, clear of another one."""
        host = opener.window()
        self._opener = opener
        self.setParent(host)
        room = host.rect().adjusted(8, 8, -8, -8)
        height = min(self._inner.heightForWidth(self._wide), room.height() - 16)
        if height <= 0:
            height = min(self._inner.sizeHint().height(), room.height() - 16)
        corner = opener.mapTo(host, QPoint(0, opener.height() + 4))
        card = QRect(corner.x(), corner.y(), self._wide, height + 2)
        if card.right() > room.right():
            card.moveRight(room.right())
        if card.bottom() > room.bottom():
            card.moveBottom(room.bottom())
        if keep_clear is not None:
            top = keep_clear.mapTo(host, QPoint(0, 0))
            clear = QRect(top, keep_clear.size())
            if card.intersects(clear):
                card.moveTop(clear.bottom() + 8)
                card.setBottom(min(card.bottom(), room.bottom()))
        self.setGeometry(card.marginsAdded(_SHADOW))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close and give the focus back."""
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect().marginsRemoved(_SHADOW))
        paint_shadow(painter, card, theme.color(Role.SHADOW), 0.5 if theme.is_dark else 0.24)
        painter.setPen(theme.color(Role.LINE2))
        painter.setBrush(theme.color(Role.RAISED))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()


def paint_shadow(painter: QPainter, card: QRectF, colour: QColor, strength: float) -> None:
    """Draw the one shadow of the look: 0 10 36, fading outwards in rings."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    rings = 18
    for ring in range(rings, 0, -1):
        shade = QColor(colour)
        shade.setAlphaF(strength * (1 - ring / rings) ** 2 * 0.16)
        painter.setBrush(shade)
        grown = card.adjusted(-ring * 2, -ring * 2, ring * 2, ring * 2).translated(0, 10)
        painter.drawRoundedRect(grown, 10 + ring * 2, 10 + ring * 2)
    painter.restore()

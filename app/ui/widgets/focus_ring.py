"""Show where the keyboard is: a 2 px accent ring, 2 px outside whatever has the focus.

One `FocusRing(kit, app)` serves the program. Widgets say their corner with `focus_radius`;
fields and tables that draw their own focus set `focus_radius = None` (text fields are left out).
"""

from collections.abc import Iterator
from typing import override

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QWidget,
)
from shiboken6 import isValid

from app.ui.theme.palette import Role
from app.ui.widgets.kit import Kit

_FOLLOW = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
_REACH = 4


class _Ring(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.radius = 6.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._kit.theme.color(Role.ACCENT), 2))
        radius = self.radius + 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class FocusRing(QObject):
    """Follow the keyboard focus of the whole program with one ring."""

    def __init__(self, kit: Kit, app: QApplication) -> None:
        super().__init__(app)
        self._kit = kit
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus)

    @property
    def target(self) -> QWidget | None:
        """Return the widget the ring stands around."""
        return self._target

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        for old in self._watched:
            if isValid(old):
                old.removeEventFilter(self)
        self._watched = []
        last, self._target = self._target, None
        if now is not None and wants_ring(now) and _by_keyboard(before, now, last):
            self._target = now
        if now is None:
            self._target = last
        if now is None or self._target is None:
            self._hide()
            return
        host = _host(self._target)
        ring = self._ring
        if ring is None or not isValid(ring):
            ring = self._ring = _Ring(self._kit)
        ring.setParent(host)
        radius = getattr(self._target, "focus_radius", 4.0)
        ring.radius = float(radius)
        for widget in _up_to(self._target, host):
            widget.installEventFilter(self)
            self._watched.append(widget)
        self._place()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        host = ring.parentWidget()
        if host is None or not target.isVisible():
            ring.hide()
            return
        corner = target.mapTo(host, QPoint(0, 0))
        rect = QRect(corner, target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        ring.setGeometry(rect)
        ring.show()
        ring.raise_()

    def _hide(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOW:
            self._place()
        return False


def wants_ring(widget: QWidget) -> bool:
    """Tell whether a widget has no focus edge of its own."""
    if hasattr(widget, "focus_radius"):
        return widget.focus_radius is not None
    return isinstance(widget, QAbstractButton)


def _by_keyboard(before: QWidget | None, now: QWidget, last: QWidget | None) -> bool:
    """Tell whether the keyboard brought the focus: no button held, not a window just opened."""
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        return False
    return before is not None or now is last or isinstance(now.window(), QDialog)


def _up_to(widget: QWidget, host: QWidget) -> Iterator[QWidget]:
    """Yield a widget and its ancestors below `host`."""
    yield widget
    for parent in _ancestors(widget):
        if parent is host:
            return
        yield parent


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent: QWidget | None = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _host(widget: QWidget) -> QWidget:
    """Return the nearest ancestor that leaves room and scrolls with the widget."""
    found = widget
    for found in _ancestors(widget):
        viewport = found.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if found.isWindow() or isinstance(area, QAbstractScrollArea):
            return found
    return found

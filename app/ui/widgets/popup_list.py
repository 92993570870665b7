"""Offer answers beneath a field while one types: icon, bold word, other spellings, note at right.

    popup = PopupList(kit, field, lambda t: t.say("Places"))
    popup.chosen.connect(self._take)                 carries the row number
    popup.show_rows([PopupRow("pin", "Խծաբերդ", "Khtsaberd · Хцаберд", "village")], "Nothing found")

Arrow keys move, Enter takes, Esc closes; the field keeps the keyboard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_PAD = 4


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One answer: icon name, the word in bold, what stands beside it, the note at right."""

    icon: str
    first: str
    second: str = ""
    note: str = ""


class PopupList(QWidget):
    """Draw the answers over the window beneath their field."""

    chosen = Signal(int)

    def __init__(self, kit: Kit, field: QLineEdit, name: Words, *, least: int = 0) -> None:
        super().__init__(field.window())
        self._least = least
        self._kit = kit
        self._field = field
        self._rows: list[PopupRow] = []
        self._empty = ""
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        kit.bind(self, self.setAccessibleName, name)
        field.installEventFilter(self)
        self.hide()

    def show_rows(self, rows: Sequence[PopupRow], empty: str) -> None:
        """Show answers, or the sentence that there are none."""
        self._rows = list(rows)
        self._empty = empty
        self._current = 0
        host = self._field.window()
        if self.parentWidget() is not host:
            self.setParent(host)
        height = max(1, len(self._rows)) * self._row_height + 2 * _PAD
        width = max(self._field.width(), self._kit.theme.scaled(self._least))
        below = self._field.mapTo(host, QPoint(0, self._field.height() + 4))
        below.setX(max(8, min(below.x(), host.width() - width - 8)))
        if below.y() + height > host.height() and below.y() > host.height() / 2:
            below.setY(self._field.mapTo(host, QPoint(0, -height - 4)).y())
        self.setGeometry(below.x(), below.y(), width, height)
        self.show()
        self.raise_()
        self.update()
        self._tell()

    def hide_list(self) -> None:
        """Close without an answer."""
        self.hide()
        self._field.setAccessibleDescription("")

    @property
    def rows(self) -> tuple[PopupRow, ...]:
        """Return the answers on screen."""
        return tuple(self._rows)

    @property
    def current(self) -> int:
        """Return which answer Enter would take."""
        return self._current

    @property
    def _row_height(self) -> int:
        return self._kit.theme.scaled(28)

    def _tell(self) -> None:
        said = self._empty
        if self._rows:
            row = self._rows[self._current]
            said = ", ".join(part for part in (row.first, row.second, row.note) if part)
        self._field.setAccessibleDescription(said)

    def _move(self, by: int) -> None:
        if self._rows:
            self._current = (self._current + by) % len(self._rows)
            self.update()
            self._tell()

    def _take(self) -> None:
        if self._rows:
            self.chosen.emit(self._current)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide_list()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.hide_list()
        else:
            return False
        return True

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().y() - _PAD) // self._row_height)
        if 0 <= at < len(self._rows) and at != self._current:
            self._current = at
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.LINE2))
        painter.setBrush(theme.color(Role.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        height = self._row_height
        if not self._rows:
            painter.setFont(theme.font(Size.M))
            painter.setPen(theme.color(Role.TEXT2))
            painter.drawText(QRectF(12, _PAD, self.width() - 24, height), _LEFT, self._empty)
        for at, row in enumerate(self._rows):
            place = QRectF(_PAD, _PAD + at * height, self.width() - 2 * _PAD, height)
            self._paint_row(painter, place, row, chosen=at == self._current)
        painter.end()

    def _paint_row(self, painter: QPainter, place: QRectF, row: PopupRow, *, chosen: bool) -> None:
        theme = self._kit.theme
        if chosen:
            painter.setPen(theme.color(Role.TEXT) if theme.is_high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.SEL))
            painter.drawRoundedRect(place, 4, 4)
        ink = Role.SELTEXT if chosen else Role.TEXT
        side = theme.scaled(14)
        icon = QRectF(place.x() + 11, place.center().y() - side / 2, side, side)
        theme.paint_icon(painter, icon, row.icon, ink if chosen else Role.TEXT2)
        small = theme.metrics(Size.S)
        note = small.horizontalAdvance(row.note) + (16 if row.note else 0)
        x = place.x() + side + 20
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font(Size.M, strong=True))
        bold = theme.metrics(Size.M, strong=True)
        room = place.right() - note - 10 - x
        first = bold.elidedText(row.first, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, place.y(), room, place.height()), _LEFT, first)
        used = bold.horizontalAdvance(first) + 9
        painter.setFont(theme.font(Size.M))
        painter.setPen(theme.color(ink if chosen else Role.TEXT2))
        rest = theme.metrics(Size.M).elidedText(
            row.second, Qt.TextElideMode.ElideRight, max(0.0, room - used)
        )
        painter.drawText(QRectF(x + used, place.y(), room, place.height()), _LEFT, rest)
        painter.setFont(theme.font(Size.S))
        painter.drawText(place.adjusted(0, 0, -10, 0), _RIGHT, row.note)

"""Choose a part of a picture by a frame that is moved and sized by mouse and keys.

    sheet = CropSheet(kit, title, words, verb, image, host, ratio=35 / 45)
    sheet.given.connect(...)        a Crop, in fractions of the upright picture

Arrows move the frame, with Shift they size it; Ctrl+Enter takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.shapes.files import Crop
from app.ui.exhibits.veiled_picture import Canvas
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import sheet_foot, way_out
from app.ui.widgets.text import Label

PORTRAIT = 35 / 45
_STEP = 0.02
_LEAST = 0.06
_GRIP = 12.0
_DIM = 0.45
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropFrame(Canvas):
    """A picture with the frame over it; the frame is kept in fractions of the picture."""

    changed = Signal()

    def __init__(self, kit: Kit, image: QImage, ratio: float = 0.0) -> None:
        super().__init__(kit)
        self._ratio = ratio * image.height() / image.width() if ratio else 0.0
        self._from: QPointF | None = None
        self._sizing = False
        self.frame = self._first()
        self.show_image(image)
        self.setMinimumSize(kit.theme.scaled(300), kit.theme.scaled(220))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.bind(
            self,
            self.setAccessibleName,
            lambda t: t.say("Frame: arrows move it, with Shift they size it"),
        )

    def crop(self) -> Crop:
        """Return what is in the frame."""
        frame = self.frame
        return Crop(frame.left(), frame.top(), frame.right(), frame.bottom())

    def move_by(self, across: float, down: float) -> None:
        """Move the frame, as far as the picture goes."""
        frame = self.frame
        left = min(max(frame.left() + across, 0.0), 1 - frame.width())
        top = min(max(frame.top() + down, 0.0), 1 - frame.height())
        self._take(QRectF(left, top, frame.width(), frame.height()))

    def size_by(self, across: float, down: float) -> None:
        """Size the frame from its top left corner; a portrait keeps its shape."""
        frame = self.frame
        wide = min(max(frame.width() + across, _LEAST), 1 - frame.left())
        high = min(max(frame.height() + down, _LEAST), 1 - frame.top())
        if self._ratio:
            leads_down = abs(down) > abs(across)
            wide = high * self._ratio if leads_down else wide
            wide = min(wide, 1 - frame.left(), (1 - frame.top()) * self._ratio)
            high = wide / self._ratio
        self._take(QRectF(frame.left(), frame.top(), wide, high))

    def _first(self) -> QRectF:
        if not self._ratio:
            return QRectF(0.1, 0.1, 0.8, 0.8)
        high = min(0.9, 0.9 / self._ratio)
        wide = high * self._ratio
        return QRectF((1 - wide) / 2, (1 - high) / 4, wide, high)

    def _take(self, frame: QRectF) -> None:
        self.frame = frame
        self.update()
        self.changed.emit()

    def _on_screen(self) -> QRectF:
        room, frame = self.picture_rect(), self.frame
        return QRectF(
            room.x() + frame.x() * room.width(),
            room.y() + frame.y() * room.height(),
            frame.width() * room.width(),
            frame.height() * room.height(),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        across, down = move[0] * _STEP, move[1] * _STEP
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.size_by(across, down)
        else:
            self.move_by(across, down)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        frame = self._on_screen()
        corner = QRectF(0, 0, 2 * _GRIP, 2 * _GRIP)
        corner.moveCenter(frame.bottomRight())
        self._sizing = corner.contains(at)
        self._from = at if self._sizing or frame.contains(at) else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        room = self.picture_rect()
        if self._from is None or room.isEmpty():
            return
        by = event.position() - self._from
        self._from = event.position()
        across, down = by.x() / room.width(), by.y() / room.height()
        if self._sizing:
            self.size_by(across, down)
        else:
            self.move_by(across, down)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, frame = self.picture_rect(), self._on_screen()
        dim = QColor.fromRgbF(0, 0, 0, _DIM)
        painter.fillRect(QRectF(room.x(), room.y(), room.width(), frame.y() - room.y()), dim)
        painter.fillRect(
            QRectF(room.x(), frame.bottom(), room.width(), room.bottom() - frame.bottom()), dim
        )
        painter.fillRect(QRectF(room.x(), frame.y(), frame.x() - room.x(), frame.height()), dim)
        painter.fillRect(
            QRectF(frame.right(), frame.y(), room.right() - frame.right(), frame.height()), dim
        )
        painter.setPen(QPen(theme.color(Role.PAPER), 3))
        painter.drawRect(frame)
        painter.setPen(QPen(theme.color(Role.ACCENT), 2 if self.hasFocus() else 1))
        painter.drawRect(frame)
        grip = QRectF(0, 0, _GRIP, _GRIP)
        grip.moveCenter(frame.bottomRight())
        painter.setBrush(theme.color(Role.ACCENT))
        painter.setPen(theme.color(Role.PAPER))
        painter.drawEllipse(grip)
        painter.end()


class CropSheet(QDialog):
    """Hold the picture and its frame; `given` carries a Crop. It stays until `accept` or Esc."""

    given = Signal(object)

    def __init__(
        self,
        kit: Kit,
        title: Words,
        explanation: Words,
        verb: Words,
        image: QImage,
        host: QWidget,
        *,
        ratio: float = 0.0,
        men: Sequence[tuple[object, Words]] = (),
    ) -> None:
        super().__init__(host.window())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, title)
        self.frame = CropFrame(kit, image, ratio)
        self._refusal = Refusal(kit)
        self.man: Combo | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(kit, title, Size.L, strong=True, wrap=True))
        column.addWidget(Label(kit, explanation, role=Role.TEXT2, wrap=True))
        if men:
            self.man = Combo(kit, lambda t: t.say("Whose photo"))
            self.man.set_choices(men)
            column.addWidget(Field(kit, lambda t: t.say("Whose photo"), self.man))
        column.addWidget(self.frame, 1)
        column.addWidget(
            Label(
                kit,
                lambda t: t.say("Arrows move the frame; with Shift they size it."),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(self._refusal)
        away = way_out(kit, self)
        self.button = primary(kit, verb, key="Ctrl+Enter")
        self.button.clicked.connect(self.give)
        column.addLayout(sheet_foot(away, self.button))
        room = host.window().size()
        self.resize(
            min(kit.theme.scaled(640), room.width()), min(kit.theme.scaled(660), room.height())
        )
        self.frame.setFocus()

    def give(self) -> None:
        """Hand the part on."""
        if self.button.isEnabled():
            self.button.setEnabled(False)
            self._refusal.hide()
            self.given.emit(self.frame.crop())

    def refuse(self, message: Words) -> None:
        """Say why it was not done; the frame stays."""
        self.button.setEnabled(True)
        self._refusal.show_message(message)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            return
        super().keyPressEvent(event)

"""Show the picture of an exhibit, veiled where it shows people in distress until one asks for it.

    picture = VeiledPicture(kit, shelf, 200)
    picture.show_exhibit(row)        a plate with words; the picture itself is not even read
    picture.unveil()                 by the button on it, or the key of the place
    picture.show_image(image)        another picture of the same exhibit (a page of a PDF)

Staff see such pictures all day; nobody should meet one unasked (domain.md 2.6).
"""

from __future__ import annotations

from typing import override
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.sandbox.faults import FileFault
from app.shapes.exhibits import ExhibitRow
from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.words import icon_of, kind_words, shows_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from models.vocabulary.exhibits import BlobKind

_DARKENED = 0.08
_RADIUS = 6.0
_NEVER_ANY = frozenset({FileFault.NOT_A_PICTURE.value})
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Canvas(QWidget):
    """Paint one of our pictures whole, as large as it fits; a little darker in the dark."""

    def __init__(self, kit: Kit, *, filled: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self._filled = filled
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None) -> None:
        """Show another picture."""
        self.image = image
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture stands."""
        room = QRectF(self.rect())
        if self.image is None or self.image.isNull():
            return QRectF()
        across = room.width() / self.image.width()
        down = room.height() / self.image.height()
        scale = max(across, down) if self._filled else min(across, down, 2.0)
        size = self.image.size().toSizeF() * scale
        return QRectF(
            (room.width() - size.width()) / 2,
            (room.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

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
        if self.image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.picture_rect()
        frame = QPainterPath()
        frame.addRoundedRect(place.intersected(QRectF(self.rect())), _RADIUS, _RADIUS)
        painter.setClipPath(frame)
        painter.drawImage(place, self.image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._kit.theme.color(Role.LINE2))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self._kit.theme.is_dark and not self.underMouse():
            painter.fillRect(place, QColor.fromRgbF(0, 0, 0, _DARKENED))
        painter.end()


class VeiledPicture(QWidget):
    """The picture of one exhibit; `unveiled` when a person asked to see it."""

    unveiled = Signal()

    def __init__(
        self, kit: Kit, shelf: Shelf, height: int, kind: BlobKind = BlobKind.THUMBNAIL
    ) -> None:
        super().__init__()
        self._kit = kit
        self._shelf = shelf
        self._kind = kind
        self._row: ExhibitRow | None = None
        self._open: set[UUID] = set()
        self.canvas = Canvas(kit)
        self._icon = IconLabel(kit, "photo", Role.TEXT3, 28)
        self._words = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._words.setAlignment(_MIDDLE)
        self.show_button = plain(kit, lambda t: t.say("Show the picture"), icon="eye")
        self.show_button.clicked.connect(self.unveil)
        plate = QWidget()
        column = QVBoxLayout(plate)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon, 0, _MIDDLE)
        column.addWidget(self._words)
        column.addWidget(self.show_button, 0, _MIDDLE)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(plate)
        self._stack.addWidget(self.canvas)
        self.setMinimumHeight(kit.theme.scaled(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def is_veiled(self) -> bool:
        """Tell whether a picture is there that nobody asked to see yet."""
        row = self._row
        return row is not None and row.veiled and row.id not in self._open

    @property
    def shows_picture(self) -> bool:
        """Tell whether the picture itself is on screen."""
        return self._stack.currentWidget() is self.canvas

    def show_exhibit(self, row: ExhibitRow | None) -> None:
        """Show an exhibit: its picture, or a plate that says why not."""
        if row is None or self._row is None or row.id != self._row.id:
            self._open.clear()
        self._row = row
        self.canvas.show_image(None)
        self._stack.setCurrentIndex(0)
        self.show_button.setVisible(self.is_veiled)
        if row is None:
            self._plate("photo", "")
        elif self.is_veiled:
            self._plate("shield", lambda t: _veil_words(row, t))
        else:
            self._plate(icon_of(row.kind), lambda t: _no_picture_words(row, t))
            self._ask(row)

    def unveil(self) -> None:
        """Show the picture in spite of what can be seen in it."""
        if self._row is not None and self.is_veiled:
            self._open.add(self._row.id)
            self.show_exhibit(self._row)
            self.unveiled.emit()

    def veil(self) -> None:
        """Put the veil back."""
        self._open.clear()
        self.show_exhibit(self._row)

    def show_image(self, image: QImage | None) -> None:
        """Show another picture of the same exhibit; a veiled one stays veiled."""
        if image is not None and self._row is not None and not self.is_veiled:
            row = self._row
            self.canvas.show_image(image)
            self._stack.setCurrentIndex(1)
            self.canvas.setAccessibleName(
                self._kit.say(lambda t: t.say("Picture of {title}", title=row.title))
            )

    def _ask(self, row: ExhibitRow) -> None:
        if row.has_thumbnail:
            self._shelf.ask(row.id, self._kind, self._came)

    def _came(self, exhibit_id: UUID, image: QImage | None) -> None:
        if self._row is not None and self._row.id == exhibit_id:
            self.show_image(image)

    def _plate(self, icon: str, words: Words) -> None:
        self._icon.set_icon(icon)
        self._words.set_words(words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shows_picture:
            return
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.LINE) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.PHOTO))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.end()


def _veil_words(row: ExhibitRow, t: Translator) -> str:
    return t.say("Veiled. It shows: {what}", what=shows_words(row.shows, t))


def _no_picture_words(row: ExhibitRow, t: Translator) -> str:
    kind = kind_words(row.kind, t)
    if row.no_picture in _NEVER_ANY or not row.no_picture:
        return kind
    return t.say("{kind}: no picture of it could be made.", kind=kind)

"""Shows every page small at the left, the one in front framed; a click or an arrow goes there."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.reports.render import PdfFile
from app.sandbox.calls import PagePixels
from app.ui.papers.paper_size import inches
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit

_PAGE = 60
_GAP = 14
_TOP = 20
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class _Strip(QWidget):
    """Draws the small pages one below another."""

    clicked = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.images: list[QImage | None] = []
        self.inches = inches()
        self.front = 0

    @property
    def page_size(self) -> QSize:
        """Give the size of one small page in logical pixels."""
        width = self._kit.theme.scaled(_PAGE)
        return QSize(width, round(width * self.inches[1] / self.inches[0]))

    @property
    def _step(self) -> int:
        return self.page_size.height() + self._kit.theme.scaled(18) + _GAP

    def set_count(self, count: int) -> None:
        """Take so many pages without pictures."""
        self.images = [None] * count
        self.front = 0
        self.resize_strip()

    def resize_strip(self) -> None:
        """Take the height that all pages need."""
        self.setMinimumHeight(2 * _TOP + self._step * len(self.images))
        self.update()

    def place_of(self, page: int) -> QRectF:
        """Say where a small page stands."""
        size = self.page_size
        x = (self.width() - size.width()) / 2
        return QRectF(x, _TOP + page * self._step, size.width(), size.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for page in range(len(self.images)):
            if self.place_of(page).adjusted(-8, -4, 8, 22).contains(event.position()):
                self.clicked.emit(page)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self._kit.theme
        for page, image in enumerate(self.images):
            place = self.place_of(page)
            if not place.adjusted(-8, -8, 8, 30).intersects(QRectF(event.rect())):
                continue
            painter.fillRect(place, theme.color(Role.PAPER))
            if image is not None:
                painter.drawImage(place, image)
            here = page == self.front
            pen = painter.pen()
            pen.setColor(theme.color(Role.ACCENT if here else Role.LINE2))
            pen.setWidth(2 if here else 1)
            painter.setPen(pen)
            painter.drawRect(place.adjusted(-1, -1, 1, 1) if here else place)
            painter.setPen(theme.color(Role.TEXT if here else Role.TEXT3))
            painter.setFont(theme.font(Size.S, strong=here))
            under = QRectF(0, place.bottom() + 3, self.width(), theme.scaled(16))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        painter.end()


class Thumbnails(QScrollArea):
    """The column of small pages; `chosen` carries the page, `wanted` page and dots an inch."""

    chosen = Signal(int)
    wanted = Signal(int, float)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._room = True
        self._strip = _Strip(kit)
        self._strip.setObjectName("desk")
        self.setWidget(self._strip)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(kit.theme.scaled(_PAGE) + 44)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Pages"))
        self._strip.clicked.connect(self.chosen)
        kit.theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def dpi(self) -> float:
        """Give the dots an inch of a small page on this screen."""
        wide = self._strip.page_size.width() * self.devicePixelRatioF()
        return round(max(12.0, 2 * wide / self._strip.inches[0]), 1)

    def show_pages(self, pdf: PdfFile | None) -> None:
        """Lay out the small pages of a paper; their pictures are asked for one after another."""
        count = 0 if pdf is None else pdf.pages
        self._strip.inches = inches(pdf)
        self._strip.set_count(count)
        self._appear()
        self.verticalScrollBar().setValue(0)

    def set_room(self, room: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Tell whether there is room beside the page; it has the first claim on it."""
        self._room = room
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self._room and len(self._strip.images) > 1)

    def ask(self) -> None:
        """Ask for the next picture that is not there yet."""
        for page, image in enumerate(self._strip.images):
            if image is None:
                self.wanted.emit(page, self.dpi)
                return

    def put(self, page: int, pixels: PagePixels) -> None:
        """Show a small page, and ask for the next."""
        if page < len(self._strip.images):
            image = QImage(
                pixels.pixels,
                pixels.width,
                pixels.height,
                pixels.width * 3,
                QImage.Format.Format_RGB888,
            )
            self._strip.images[page] = image.copy()
            self._strip.update()
            self.ask()

    def set_front(self, page: int) -> None:
        """Frame the page that is in front."""
        if page != self._strip.front:
            self._strip.front = page
            self._strip.update()
            place = self._strip.place_of(page)
            self.ensureVisible(int(place.center().x()), int(place.center().y()), 0, 90)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        to = self._strip.front + step
        if step and 0 <= to < len(self._strip.images):
            self.chosen.emit(to)
        elif not step:
            event.ignore()

    def _recolour(self) -> None:
        colour = self._kit.theme.color(Role.DESK).name()
        self._strip.setStyleSheet(f"#desk {{ background: {colour}; }}")
        self._strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._strip.resize_strip()

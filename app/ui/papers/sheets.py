"""Shows the pages of a paper on the desk: always white, also in dark; rendered as they come up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.reports.render import PdfFile
from app.sandbox.calls import PagePixels, WordHit
from app.ui.papers.paper_size import DPI, TURNS, inches
from app.ui.theme.palette import Role
from app.ui.widgets.kit import Kit

_GAP = 20
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_SETTLE_MS = 60
_MARKED = 0.22
"""How much of the accent lies over words that were found: they stay black on it."""


class Sheet(QWidget):
    """One page: white paper with a hairline, and the picture once it is there."""

    def __init__(self, kit: Kit, number: int, size: tuple[float, float]) -> None:
        super().__init__()
        self._kit = kit
        self._inches = size
        self.number = number
        self.dpi = 0.0
        self._image: QImage | None = None
        self._marks: list[tuple[WordHit, bool]] = []
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Page {n}", n=number + 1))

    def set_width(self, width: int) -> None:
        """Take a width in logical pixels; the height follows the paper."""
        self.setFixedSize(QSize(width, round(width * self._inches[1] / self._inches[0])))

    def show_pixels(self, pixels: PagePixels, dpi: float) -> None:
        """Show the page as it was rendered."""
        image = QImage(
            pixels.pixels,
            pixels.width,
            pixels.height,
            pixels.width * 3,
            QImage.Format.Format_RGB888,
        )
        self._image = image.copy()
        self.dpi = dpi
        self.update()

    def set_marks(self, marks: list[tuple[WordHit, bool]]) -> None:
        """Mark words that were found; the one in hand is framed besides."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def box_on_screen(self, box: tuple[float, float, float, float]) -> QRectF:
        """Give the place of a box of the page in logical pixels."""
        left, top, right, bottom = box
        wide, high = self.width(), self.height()
        return QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)

    def _paint_marks(self, painter: QPainter) -> None:
        edge = self._kit.theme.color(Role.ACCENTFILL)
        fill = QColor(edge)  # the theme lends its own
        fill.setAlphaF(_MARKED)
        for hit, in_hand in self._marks:
            for box in hit.boxes:
                place = self.box_on_screen(box).adjusted(-1, -1, 1, 1)
                painter.fillRect(place, fill)
                if in_hand:
                    painter.setPen(QPen(edge, 2))
                    painter.drawRect(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._kit.theme.color(Role.PAPER))
        if self._image is not None:
            painter.drawImage(QRectF(self.rect()), self._image)
        self._paint_marks(painter)
        painter.setPen(self._kit.theme.color(Role.LINE2))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Sheets(QScrollArea):
    """All pages one below another; asks for those in sight, tells which is in front.

    `wanted` carries a page number and dots an inch; `in_front` the page most in sight; `zoomed`
    how large the pages stand, in per cent. At first they fit the width, 100 % at most.
    """

    zoomed = Signal(int)
    wanted = Signal(int, float)
    in_front = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.zoom = 0.0
        self._most = 1.0
        self._inches = inches()
        self._sheets: list[Sheet] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Preview"))
        self._desk = QWidget()
        self._desk.setObjectName("desk")
        self._desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._desk)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self.setWidget(self._desk)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        kit.theme.changed.connect(self._recolour)
        self._recolour()

    def show_pages(self, pdf: PdfFile | None) -> None:
        """Lay out the empty pages of a paper, or none; the first comes in front."""
        count = 0 if pdf is None else pdf.pages
        self._inches = inches(pdf)
        for sheet in self._sheets:
            sheet.setParent(None)
            sheet.deleteLater()
        self._sheets = [Sheet(self._kit, number, self._inches) for number in range(count)]
        for sheet in self._sheets:
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._settle.start()

    def put(self, page: int, pixels: PagePixels, dpi: float) -> None:
        """Show a rendered page."""
        if page < len(self._sheets):
            self._sheets[page].show_pixels(pixels, dpi)

    def mark(self, hits: Sequence[WordHit], in_hand: int) -> None:
        """Mark the words that were found and bring those in hand into sight."""
        by_page: defaultdict[int, list[tuple[WordHit, bool]]] = defaultdict(list)
        for at, hit in enumerate(hits):
            by_page[hit.page].append((hit, at == in_hand))
        for sheet in self._sheets:
            sheet.set_marks(by_page[sheet.number])
        if 0 <= in_hand < len(hits):
            self._bring_into_sight(hits[in_hand])

    def _bring_into_sight(self, hit: WordHit) -> None:
        if hit.page < len(self._sheets) and hit.boxes:
            sheet = self._sheets[hit.page]
            place = sheet.box_on_screen(hit.boxes[0]).translated(sheet.pos()).center().toPoint()
            self.ensureVisible(place.x(), place.y(), 60, self.viewport().height() // 3)

    def smaller(self) -> None:
        """Show the pages a step smaller."""
        now = self._scale()
        self._set_zoom(max((z for z in _ZOOMS if z < now - 0.01), default=_ZOOMS[0]))

    def larger(self) -> None:
        """Show the pages a step larger."""
        now = self._scale()
        self._set_zoom(min((z for z in _ZOOMS if z > now + 0.01), default=_ZOOMS[-1]))

    def fit_width(self) -> None:
        """Let the pages fill the width of the desk, whatever it is."""
        self._most = _ZOOMS[-1]
        self._set_zoom(0.0)

    def turn(self, step: int) -> None:
        """Turn a page on or back; the page at the top counts, not the one in the middle."""
        self.go_to(min(max(self.page_in_front() + step, 0), len(self._sheets) - 1))

    def _set_zoom(self, zoom: float) -> None:
        front = self.page_in_front()
        self.zoom = zoom
        self._fit()
        self._column.activate()
        self._desk.adjustSize()
        self.go_to(front)
        self._settle.start()

    def _scale(self) -> float:
        if self.zoom:
            return self.zoom
        room = self.viewport().width() - 2 * _GAP
        return min(max(room / (self._inches[0] * DPI), 0.3), self._most)

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[page].y() - _GAP)

    def page_in_front(self) -> int:
        """Tell which page fills the middle of the desk."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for sheet in self._sheets:
            if sheet.y() + sheet.height() + _GAP > middle:
                return sheet.number
        return max(0, len(self._sheets) - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        other = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if other or Qt.Key(event.key()) in TURNS:
            event.ignore()  # the panel turns the page, or goes to another case
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._settle.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start()

    def _fit(self) -> None:
        scale = self._scale()
        width = round(self._inches[0] * DPI * scale)
        self.zoomed.emit(round(scale * 100))
        for sheet in self._sheets:
            sheet.set_width(width)

    def _moved(self) -> None:
        self.in_front.emit(self.page_in_front())
        self._settle.start()

    def _ask(self) -> None:
        top = self.verticalScrollBar().value() - self.viewport().height()
        bottom = self.verticalScrollBar().value() + 2 * self.viewport().height()
        for sheet in self._sheets:
            if sheet.y() > bottom or sheet.y() + sheet.height() < top:
                continue
            dpi = round(sheet.width() * self.devicePixelRatioF() / self._inches[0], 1)
            if abs(sheet.dpi - dpi) > 1:
                self.wanted.emit(sheet.number, dpi)

    def _recolour(self) -> None:
        colour = self._kit.theme.color(Role.DESK).name()
        self._desk.setStyleSheet(f"#desk {{ background: {colour}; }}")

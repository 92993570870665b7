"""Show where a place lies: its mark, the ring of doubt, the towns around it; as on paper, offline.

sketch = PlaceSketch(kit)
sketch.show_place(place)        hidden where a sketch would say nothing
"""

from __future__ import annotations

from typing import override

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.reports.chart_blocks import PlaceMap, Spot, SpotKind
from app.reports.paper_words import PaperWords
from app.reports.sections.place_sketch import sketch_of
from app.reports.sketch.layout import Hand, Layout, Mark, lay_out
from app.shapes.places import PlaceView
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from models.vocabulary.places import PlaceKind

HEIGHT = 190  # pixels at the usual size of type
_WIDE = frozenset({PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY})
_HEAD, _HEAD_WIDE, _END = 6.0, 2.6, 3.0


class PlaceSketch(QWidget):
    """A sketch with the sentence that says what it is not; follows theme, type and language."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._place: PlaceView | None = None
        self._sheet = _Sheet(kit)
        self._under = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._sheet)
        column.addWidget(self._under)
        kit.language_changed.connect(self._resay)
        self.hide()

    @property
    def block(self) -> PlaceMap | None:
        """Return what is drawn."""
        return self._sheet.block

    def show_place(self, place: PlaceView) -> None:
        """Show where a place lies, as exactly as that is known."""
        self._place = place
        self._resay()

    def _resay(self, *_: object) -> None:
        place = self._place
        if place is None:
            return
        block = _block(place, PaperWords(self._kit.translator.lang))
        self._sheet.show_block(block)
        self._under.set_words(" ".join(block.under) if block else "")
        self.setVisible(block is not None)


class _Sheet(QWidget):
    """The drawing itself."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.block: PlaceMap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)
        self._grow()

    def show_block(self, block: PlaceMap | None) -> None:
        """Draw another sketch; who cannot see it hears which towns it shows."""
        self.block = block
        names = [spot.name for spot in (*block.spots, *block.towns)] if block else []
        self.setAccessibleName("; ".join(names))
        self.update()

    def _grow(self) -> None:
        self.setFixedHeight(self._kit.theme.scaled(HEIGHT))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.block is None:
            return
        layout = lay_out(self.block, self.width(), self.height(), self._hand())
        if layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._kit.theme.color(Role.LINE2), 1))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        for mark in (*layout.towns, *layout.marks):
            self._mark(painter, mark)
        self._bar_and_arrow(painter, layout)
        self._words(painter, layout)
        painter.end()

    def _hand(self) -> Hand:
        """Measure words as they will be painted."""
        theme = self._kit.theme
        faces = {bold: theme.metrics(Size.S, strong=bold) for bold in (False, True)}
        tall, ascent = faces[True].height(), faces[True].ascent()
        return Hand(
            lambda text, bold: faces[bold].horizontalAdvance(text),
            lambda text: " ".join(text.split()),
            tall,
            ascent,
            self._unit(),
        )

    def _unit(self) -> float:
        return self._kit.theme.scaled(14) / 10

    def _mark(self, painter: QPainter, mark: Mark) -> None:
        theme, unit = self._kit.theme, self._unit()
        ink = theme.color(Role.TEXT2 if mark.kind is SpotKind.TOWN else Role.TEXT)
        middle = QPointF(mark.x, mark.y)
        if mark.has_ring:
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, mark.ring, mark.ring)
        painter.setPen(QPen(ink, 0.8 * unit))
        filled = mark.kind is SpotKind.PLACE
        painter.setBrush(ink if filled else theme.color(Role.SURFACE))
        if mark.kind is SpotKind.AREA:
            x, y, half = mark.x, mark.y, mark.half
            corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        else:
            painter.drawEllipse(middle, mark.half, mark.half)

    def _bar_and_arrow(self, painter: QPainter, layout: Layout) -> None:
        ink, unit = self._kit.theme.color(Role.TEXT), self._unit()
        painter.setPen(QPen(ink, unit))
        x, y, long = layout.bar
        end = _END * unit
        painter.drawLine(QLineF(x, y, x + long, y))
        painter.drawLine(QLineF(x, y - end, x, y + end))
        painter.drawLine(QLineF(x + long, y - end, x + long, y + end))
        x, tip, long = layout.arrow
        painter.drawLine(QLineF(x, tip + unit, x, tip + long))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        head, half = tip + _HEAD * unit, _HEAD_WIDE * unit
        corners = [QPointF(x, tip - unit), QPointF(x - half, head), QPointF(x + half, head)]
        painter.drawPolygon(QPolygonF(corners))

    def _words(self, painter: QPainter, layout: Layout) -> None:
        theme = self._kit.theme
        for word in layout.named:
            painter.setFont(theme.font(Size.S, strong=word.bold))
            painter.setPen(theme.color(Role.TEXT if word.bold else Role.TEXT2))
            painter.drawText(QPointF(word.x, word.y), word.text)


def _block(place: PlaceView, words: PaperWords) -> PlaceMap | None:
    if place.lat is None or place.lon is None:
        return None
    wide = place.kind in _WIDE
    kind = SpotKind.AREA if wide else SpotKind.PLACE
    within = None if wide else place.coord_precision_m
    return sketch_of((Spot(kind, place.name(words.lang), place.lat, place.lon, within),), words)

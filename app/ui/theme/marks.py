"""Draw the four marks: shape says which question, fill says how far it is established.

`paint_mark(painter, rect, facet, value, colour)` draws into a square `rect` (14 px in tables,
16-18 elsewhere). `fill_of(facet, value)` is the rule alone (look.md 5). Never a mark without
its word: the caller writes the word, `accessible_mark` joins both for screen readers.
"""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF


class Fill(StrEnum):
    """How far an answer is established."""

    DOTTED = "dotted"
    OUTLINE = "outline"
    HALF = "half"
    FULL = "full"
    BAR = "bar"
    ARROW = "arrow"
    TICK = "tick"


_FATE: Final = {
    "UNKNOWN": Fill.DOTTED,
    "DEAD_INDICATED": Fill.OUTLINE,
    "ALIVE_INDICATED": Fill.HALF,
    "ALIVE_CONFIRMED": Fill.FULL,
    "DEAD_CONFIRMED": Fill.BAR,
}
_CUSTODY: Final = {
    "NOT_INDICATED": Fill.DOTTED,
    "PRESUMED": Fill.OUTLINE,
    "INDICATED": Fill.HALF,
    "CONFIRMED": Fill.FULL,
    "NEVER": Fill.BAR,
    "ENDED_RELEASED": Fill.ARROW,
    "ENDED_ESCAPED": Fill.ARROW,
    "ENDED_REPATRIATED": Fill.ARROW,
    "ENDED_DEATH": Fill.ARROW,
}
_ACK: Final = {
    "NOT_ASKED": Fill.DOTTED,
    "ASKED": Fill.OUTLINE,
    "NO_REPLY": Fill.OUTLINE,
    "ACK_INFORMAL": Fill.HALF,
    "ACK_OFFICIAL": Fill.FULL,
    "DENIED": Fill.BAR,
    "NOT_IDENTIFIED": Fill.BAR,
    "ACK_WITHDRAWN": Fill.BAR,
}
_REPAT: Final = {
    "NOT_LISTED": Fill.DOTTED,
    "LISTED_OWN": Fill.OUTLINE,
    "CLAIM_SUBMITTED": Fill.OUTLINE,
    "AGREED": Fill.HALF,
    "IN_TRANSIT": Fill.HALF,
    "HANDED_OVER": Fill.HALF,
    "REFUSED": Fill.BAR,
    "VERIFIED": Fill.TICK,
    "CLOSED": Fill.TICK,
}
_REMAINS: Final = {
    "NONE": Fill.DOTTED,
    "LOCATED": Fill.HALF,
    "RECOVERED": Fill.HALF,
    "TRANSFERRED_HOME": Fill.HALF,
    "UNDER_EXAM": Fill.HALF,
    "IDENTIFIED": Fill.HALF,
    "IDENTIFICATION_REVOKED": Fill.HALF,
    "UNIDENTIFIABLE": Fill.HALF,
    "HANDED_TO_FAMILY": Fill.FULL,
    "BURIED": Fill.FULL,
}
FILLS: Final = {
    "FATE": _FATE,
    "CUSTODY": _CUSTODY,
    "ACK": _ACK,
    "REPAT": _REPAT,
    "REMAINS": _REMAINS,
}


def fill_of(facet: str, value: str) -> Fill:
    """Return how a facet's value is filled (look.md 5); raises KeyError for an unknown one."""
    return FILLS[str(facet)][str(value)]


def accessible_mark(question: str, answer: str) -> str:
    """Return what a screen reader says of a mark: `Held: confirmed`."""
    return f"{question}: {answer}"


def paint_mark(painter: QPainter, rect: QRectF, facet: str, value: str, colour: QColor) -> None:
    """Draw the mark of a facet's value into the largest square inside `rect`."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 14, side / 14)
    fill = fill_of(facet, value)
    pen = QPen(colour, 1.5 if side <= 14 else 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if fill is Fill.ARROW:
        _paint_arrow(painter, pen)
    else:
        _paint_shape(
            painter, pen, _outline(str(facet)), fill, house=str(facet) in ("REPAT", "REMAINS")
        )
    painter.restore()


def _outline(facet: str) -> QPainterPath:
    path = QPainterPath()
    if facet == "FATE":
        path.addEllipse(QPointF(7, 7), 5.6, 5.6)
    elif facet == "CUSTODY":
        path.addRoundedRect(QRectF(1.6, 1.6, 10.8, 10.8), 2, 2)
    elif facet == "ACK":
        path.addPolygon(
            QPolygonF([QPointF(7, 0.8), QPointF(13.2, 7), QPointF(7, 13.2), QPointF(0.8, 7)])
        )
        path.closeSubpath()
    else:
        walls = [(1.4, 6.4), (7, 1.2), (12.6, 6.4), (12.6, 12.6), (1.4, 12.6)]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in walls]))
        path.closeSubpath()
    return path


def _paint_shape(
    painter: QPainter, pen: QPen, path: QPainterPath, fill: Fill, *, house: bool
) -> None:
    colour = pen.color()
    if fill is Fill.DOTTED:
        pen.setWidthF(1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.7, 1.8])
        painter.strokePath(path, pen)
        return
    if fill is Fill.TICK:
        tick = QPainterPath(QPointF(4.2, 8.2))
        tick.lineTo(6.3, 10.2)
        tick.lineTo(10, 6.4)
        stroker = QPainterPathStroker()
        stroker.setWidth(1.7)
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        outer = QPainterPathStroker(pen).createStroke(path).united(path)
        painter.fillPath(outer.subtracted(stroker.createStroke(tick)), colour)
        return
    painter.strokePath(path, pen)
    if fill is Fill.FULL:
        painter.fillPath(path, colour)
    elif fill is Fill.HALF:
        lower = QPainterPath()
        lower.addRect(QRectF(0, 6.8 if house else 7, 14, 8))
        painter.fillPath(path.intersected(lower), colour)
    elif fill is Fill.BAR:
        y = 8.6 if house else 7.0
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(4.2, y), QPointF(9.8, y))


def _paint_arrow(painter: QPainter, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    box = QPainterPath(QPointF(9.2, 4))
    box.lineTo(9.2, 3.6)
    box.quadTo(9.2, 1.6, 7.2, 1.6)
    box.lineTo(2.6, 1.6)
    box.quadTo(0.8, 1.6, 0.8, 3.4)
    box.lineTo(0.8, 10.6)
    box.quadTo(0.8, 12.4, 2.6, 12.4)
    box.lineTo(7.2, 12.4)
    box.quadTo(9.2, 12.4, 9.2, 10.4)
    box.lineTo(9.2, 10)
    painter.strokePath(box, pen)
    arrow = QPainterPath(QPointF(4.6, 7))
    arrow.lineTo(13.4, 7)
    arrow.moveTo(11.2, 4.8)
    arrow.lineTo(13.4, 7)
    arrow.lineTo(11.2, 9.2)
    painter.strokePath(arrow, pen)

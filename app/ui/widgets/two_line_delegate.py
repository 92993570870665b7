"""Paint the cells of a two-line table: one row object a row, nothing measured twice."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme.marks import paint_mark
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit
from app.ui.widgets.rows_model import ROW
from app.ui.widgets.table_columns import Cell

if TYPE_CHECKING:
    from app.ui.widgets.two_line_table import TwoLineTable

EDGE = 24
HAIR = 16
GAP = 10
TICK = 22
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAP = Qt.TextFlag.TextWordWrap
_KEPT = 600
_CLOSEST = 72


class TwoLineDelegate(QStyledItemDelegate):
    """Draw fact and companion, marks, hairlines, selection with its bar, and the row in focus."""

    def __init__(self, kit: Kit, table: "TwoLineTable") -> None:
        super().__init__(table)
        self._kit = kit
        self._table = table
        self._cells: dict[int, tuple[object, tuple[Cell, ...]]] = {}

    def forget(self) -> None:
        """Make the cells anew: another language, other columns."""
        self._cells.clear()

    def cells_of(self, at: int, row: object) -> tuple[Cell, ...]:
        """Return the cells of a row, made once for each row object."""
        kept = self._cells.get(at)
        if kept is not None and kept[0] is row:
            return kept[1]
        if len(self._cells) > _KEPT:
            self._cells.clear()
        cells = tuple(column.cell(row) for column in self._table.rows.columns)
        self._cells[at] = (row, cells)
        return cells

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, self._table.row_height())

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        table, theme = self._table, self._kit.theme
        rect = QRectF(option.rect)
        at, column = index.row(), index.column()
        first, last = table.first_column(), table.last_column()
        selected = table.is_selected(at)
        if selected:
            painter.fillRect(rect, theme.color(Role.SEL))
        elif table.hovered_row() == at:
            painter.fillRect(rect, theme.color(Role.HOVER))
        self._paint_edges(painter, rect, at, first=column == first, last=column == last)
        row = index.data(ROW)
        if row is None:
            return
        cell = self.cells_of(at, row)[column]
        inner = rect.adjusted(
            EDGE if column == first else 0, 0, -(HAIR if column == last else GAP), -1
        )
        if column == first and table.shows_ticks():
            self._paint_tick(painter, inner, ticked=table.rows.is_ticked(at))
            inner.adjust(TICK, 0, 0, 0)
        self._paint_cell(painter, inner, cell, index.column())

    def _paint_edges(
        self, painter: QPainter, rect: QRectF, at: int, *, first: bool, last: bool
    ) -> None:
        table, theme = self._table, self._kit.theme
        line = rect.adjusted(HAIR if first else 0, rect.height() - 1, -HAIR if last else 0, 0)
        painter.fillRect(line, theme.color(Role.LINE))
        selected = table.is_selected(at)
        if selected and first:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.color(Role.ACCENT))
        outline = selected and theme.is_high_contrast
        if outline or table.focused_row() == at:
            colour = theme.color(Role.ACCENT)
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), colour)
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), colour)
            if first:
                painter.fillRect(QRectF(rect.x(), rect.y(), 2, rect.height()), colour)
            if last:
                painter.fillRect(QRectF(rect.right() - 2, rect.y(), 2, rect.height()), colour)

    def _paint_tick(self, painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
        theme = self._kit.theme
        box = QRectF(rect.x(), rect.center().y() - 7, 14, 14)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Role.ACCENT if ticked else Role.FIELD), 1))
        painter.setBrush(theme.color(Role.SURFACE))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        if ticked:
            theme.paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", Role.ACCENT)

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, column: int) -> None:
        theme = self._kit.theme
        ink, ink2 = theme.color(Role.TEXT), theme.color(cell.role)
        if self._table.compact and cell.mark is None:
            self._line(painter, rect, cell.first, theme.font(strong=cell.strong), ink, cell, column)
            return
        if cell.mark is not None:
            self._paint_marked(painter, rect, cell, ink2)
            return
        if cell.wraps:
            self._paint_wrapped(painter, rect, cell, ink)
            return
        if not cell.second:
            self._line(painter, rect, cell.first, theme.font(strong=cell.strong), ink, cell, column)
            return
        upper, lower = theme.type.line_height(Size.M), theme.type.line_height(Size.S) + 1
        top = rect.y() + (rect.height() - upper - lower) / 2
        one = QRectF(rect.x(), top, rect.width(), upper)
        two = QRectF(rect.x(), top + upper, rect.width(), lower)
        self._line(painter, one, cell.first, theme.font(strong=cell.strong), ink, cell, column)
        small = theme.font(Size.S, strong=bool(cell.icon))
        if cell.icon:
            side = theme.scaled(12)
            place = QRectF(two.x(), two.center().y() - side / 2, side, side)
            theme.paint_icon(painter, place, cell.icon, cell.role)
            two.adjust(side + 4, 0, 0, 0)
        self._line(painter, two, cell.second, small, ink2, cell, column)

    def _paint_marked(self, painter: QPainter, rect: QRectF, cell: Cell, ink: QColor) -> None:
        theme = self._kit.theme
        facet, value = cell.mark or ("", "")
        middle = rect.x() + (rect.width() + GAP) / 2
        side = theme.scaled(14)
        if self._table.compact:
            square = QRectF(middle - side / 2, rect.center().y() - side / 2, side, side)
            paint_mark(painter, square, facet, value, theme.color(Role.MARK))
            return
        lower = theme.type.line_height(Size.S) + 1
        top = rect.y() + (rect.height() - side - 4 - lower) / 2
        square = QRectF(middle - side / 2, top + 1, side, side)
        paint_mark(painter, square, facet, value, theme.color(Role.MARK))
        word = QRectF(rect.x() - 4, top + side + 4, rect.width() + GAP + 8, lower)
        painter.setFont(theme.font(Size.S))
        wide = painter.fontMetrics().horizontalAdvance(cell.second)
        room = rect.width() + GAP - 6
        if wide > room:  # drawn closer before it touches the word beside it
            tight = QFont(painter.font())
            tight.setStretch(max(_CLOSEST, int(100 * room / wide)))
            painter.setFont(tight)
        painter.setPen(ink)
        painter.drawText(word, _CENTRE, cell.second)

    def _paint_wrapped(self, painter: QPainter, rect: QRectF, cell: Cell, ink: QColor) -> None:
        theme = self._kit.theme
        flags = int(_LEFT) | int(_WRAP)
        font = theme.font(strong=cell.strong)
        for size in (Size.M, Size.S):
            font = theme.font(size, strong=cell.strong)
            need = theme.metrics(size, strong=cell.strong).boundingRect(rect, flags, cell.first)
            if need.height() <= rect.height() and need.width() <= rect.width() + 1:
                break
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, flags, cell.first)

    def _line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        ink: QColor,
        cell: Cell,
        column: int,
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text)
        room = rect.width()
        if width > room:
            if cell.short and text == cell.second:
                text = cell.short
                width = metrics.horizontalAdvance(text)
            if width > room and cell.keeps:
                tight = QFont(font)
                tight.setStretch(max(_CLOSEST, int(100 * room / width)))
                painter.setFont(tight)
                # What has no room even so shows that something is missing.
                elided = Qt.TextElideMode.ElideRight
                text = painter.fontMetrics().elidedText(text, elided, int(room) + 2)
            elif width > room:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        flags = self._table.alignment(column)
        painter.drawText(rect, int(flags), text)

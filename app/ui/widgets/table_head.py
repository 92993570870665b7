"""Draw the head row of a two-line table: 34 high, quiet, an arrow at the sorted column."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit
from app.ui.widgets.two_line_delegate import EDGE, GAP, HAIR

if TYPE_CHECKING:
    from app.ui.widgets.two_line_table import TwoLineTable

_CLOSEST = 75


class TableHead(QHeaderView):
    """Draw the head row: 34 high, S 600 text3, an arrow at the sorted column."""

    def __init__(self, kit: Kit, table: "TwoLineTable") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._kit = kit
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(36)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._choose_columns)

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        menu = QMenu(self)
        for at, column in enumerate(self._table.columns):
            entry = QAction(self._kit.say(column.words), menu, checkable=True)
            entry.setChecked(not self._table.isColumnHidden(at))
            entry.setData(at)
            menu.addAction(entry)
        menu.triggered.connect(self._toggle_column)
        return menu

    def _choose_columns(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    def _toggle_column(self, entry: QAction) -> None:
        self._table.toggle_column(int(entry.data()))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme, table = self._kit.theme, self._table
        painter.save()
        painter.fillRect(rect, theme.color(Role.SURFACE))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color(Role.LINE))
        column = table.columns[logical_index]
        first = logical_index == table.first_column()
        last = logical_index == table.last_column()
        left, right = (EDGE if first else 0), (HAIR if last else GAP)
        inner = QRectF(rect).adjusted(left, 0, -right if not column.centred else 0, -1)
        text = self._kit.say(column.words)
        font = theme.font(Size.S, strong=True)
        wide = theme.metrics(Size.S, strong=True).horizontalAdvance(text)
        if wide > inner.width():  # drawn closer before a letter of it is lost
            font = QFont(font)
            font.setStretch(max(_CLOSEST, int(100 * inner.width() / wide)))
        painter.setFont(font)
        painter.setPen(theme.color(Role.TEXT3))
        fitting = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1
        )
        painter.drawText(inner, int(table.alignment(logical_index)), fitting)
        if table.sorted_by()[0] == column.key:
            width = theme.metrics(Size.S, strong=True).horizontalAdvance(text)
            x = inner.x() + width + 4
            if column.centred:
                x = inner.center().x() + width / 2 + 2
            elif column.right:
                x = inner.right() - width - 16
            arrow = QRectF(x, inner.center().y() - 6, 12, 12)
            theme.paint_icon(painter, arrow, "sort" if table.sorted_by()[1] else "up", Role.ACCENT)
        painter.restore()

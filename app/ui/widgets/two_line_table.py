"""Show a register in rows of two lines, fast at a million rows.

    table = TwoLineTable(kit, lambda t: t.say("Cases"), columns)       columns: Column[Row]
    table.rows.set_count(n); table.rows.wanted.connect(...)            see rows_model
    table.row_chosen / row_opened / sort_asked(key, descending)
    table.set_compact(True); table.layout_state() / restore_layout(state)
    table.retranslate()                                                after a change of language

Space ticks, Enter or a double click opens, a right click on the head chooses columns.
"""

from collections.abc import Sequence
from typing import Any, override

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from app.ui.kept_state import Json
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.rows_model import Index, RowsModel
from app.ui.widgets.table_columns import Column, fit_widths
from app.ui.widgets.table_head import TableHead
from app.ui.widgets.two_line_delegate import TICK, TwoLineDelegate

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignCenter


class TwoLineTable(QTableView):
    """A table of two-line rows over a `RowsModel`."""

    row_chosen = Signal(int)
    row_opened = Signal(int)
    sort_asked = Signal(str, bool)
    columns_changed = Signal()
    focus_radius = None

    def __init__(self, kit: Kit, name: Words, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self._kit = kit
        self.columns = tuple(columns)
        self.compact = False
        self._hover = -1
        self._by_keys = False
        self._sort: tuple[str, bool] = ("", False)
        self._own_widths: dict[str, int] = {}
        self._fitting = False
        self.rows: RowsModel[Any] = RowsModel()  # rows of any shape; the columns know which
        self.rows.header = lambda column: kit.say(column.words)
        self.rows.set_columns(self.columns)
        self._delegate = TwoLineDelegate(kit, self)
        self._head = TableHead(kit, self)
        self._dress()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._head.sectionClicked.connect(self._sort_by)
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(self._moved)
        self.doubleClicked.connect(self._open)
        self.rows.ticks_changed.connect(self._fit)
        kit.bind(self, self.setAccessibleName, name)
        kit.language_changed.connect(self.retranslate)
        kit.theme.changed.connect(self._resize_rows)
        self._resize_rows()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show one line a row (32) or two (50)."""
        self.compact = compact
        self._resize_rows()

    def row_height(self) -> int:
        """Return the height of every row."""
        return self._kit.theme.scaled(32 if self.compact else 50)

    def current_row(self) -> int:
        """Return the row in hand, -1 for none."""
        return self.currentIndex().row()

    def choose_row(self, at: int) -> None:
        """Take a row in hand and bring it into view."""
        self.selectRow(at)
        self.scrollTo(self.rows.index(at, self.first_column()))

    def set_sorted(self, key: str, *, descending: bool) -> None:
        """Show the arrow; the panel does the sorting."""
        self._sort = (key, descending)
        self._head.viewport().update()

    def sorted_by(self) -> tuple[str, bool]:
        """Return the sorted column and whether it descends."""
        return self._sort

    def layout_state(self) -> Json:
        """Return order, widths, hidden columns, sort and density to remember."""
        order: list[Json] = [self.columns[self._head.logicalIndex(i)].key for i in self._each()]
        hidden: list[Json] = [self.columns[i].key for i in self._each() if self.isColumnHidden(i)]
        widths: dict[str, Json] = dict(self._own_widths)
        return {
            "order": order,
            "hidden": hidden,
            "widths": widths,
            "sort": [self._sort[0], self._sort[1]],
            "compact": self.compact,
        }

    def restore_layout(self, state: Json) -> None:
        """Show the table as it was left; what no longer fits is passed over."""
        if not isinstance(state, dict):
            return
        keys = [column.key for column in self.columns]
        order, hidden, widths = state.get("order"), state.get("hidden"), state.get("widths")
        if isinstance(order, list):
            for to, key in enumerate(key for key in order if key in keys):
                self._head.moveSection(self._head.visualIndex(keys.index(str(key))), to)
        if isinstance(hidden, list):
            for at, key in enumerate(keys):
                self.setColumnHidden(at, key in hidden and len(hidden) < len(keys))
        if isinstance(widths, dict):
            self._own_widths = {k: w for k, w in widths.items() if k in keys and isinstance(w, int)}
        self.set_compact(bool(state.get("compact")))
        self._fit()

    def retranslate(self, *_: object) -> None:
        """Make all words anew."""
        self._delegate.forget()
        self._head.viewport().update()
        self.viewport().update()

    def first_column(self) -> int:
        """Return the leftmost column shown."""
        return self._edge_column(range(self._head.count()))

    def last_column(self) -> int:
        """Return the rightmost column shown."""
        return self._edge_column(range(self._head.count() - 1, -1, -1))

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return how a column is set."""
        one = self.columns[column]
        return _CENTRE if one.centred else (_RIGHT if one.right else _LEFT)

    def is_selected(self, at: int) -> bool:
        """Tell whether a row is selected."""
        return self.selectionModel().isRowSelected(at, QModelIndex())

    def hovered_row(self) -> int:
        """Return the row under the mouse, -1 for none."""
        return self._hover

    def focused_row(self) -> int:
        """Return the row the keyboard is at, -1 when the mouse leads."""
        return self.current_row() if self._by_keys and self.hasFocus() else -1

    def shows_ticks(self) -> bool:
        """Tell whether the boxes are drawn: as soon as one row is ticked."""
        return bool(self.rows.ticked())

    def _dress(self) -> None:
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    def _each(self) -> range:
        return range(len(self.columns))

    def _edge_column(self, order: range) -> int:
        for visual in order:
            logical = self._head.logicalIndex(visual)
            if not self._head.isSectionHidden(logical):
                return logical
        return 0

    def _resize_rows(self) -> None:
        side = self.verticalHeader()
        side.setMinimumSectionSize(self.row_height())
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(self.row_height())
        self._head.setFixedHeight(self._kit.theme.scaled(34))
        self._fit()

    def _fit(self) -> None:
        order = map(self._head.logicalIndex, self._each())
        shown = [i for i in order if not self.isColumnHidden(i)]
        grow = self._kit.theme.scaled
        parts = []
        for i in shown:
            one = self.columns[i]
            width = self._own_widths.get(one.key) or grow(one.width)
            parts.append((width, grow(one.least) if one.least else 0, one.gives_way, one.grows))
        if self.shows_ticks() and parts:
            width, least, way, grows = parts[0]
            parts[0] = (width + TICK, least and least + TICK, way, grows)
        self._fitting = True
        for i, width in zip(shown, fit_widths(parts, self.viewport().width()), strict=True):
            self.setColumnWidth(i, width)
        self._fitting = False

    def _resized(self, section: int, _: int, width: int) -> None:
        if not self._fitting and self._head.underMouse():
            self._own_widths[self.columns[section].key] = width
            self.columns_changed.emit()

    def _moved(self) -> None:
        self.columns_changed.emit()
        self.viewport().update()

    def _sort_by(self, section: int) -> None:
        column = self.columns[section]
        if column.sorts:
            descending = self._sort[0] == column.key and not self._sort[1]
            self.set_sorted(column.key, descending=descending)
            self.sort_asked.emit(column.key, descending)

    def toggle_column(self, at: int) -> None:
        """Show or hide a column; the last one shown stays."""
        shown = [i for i in self._each() if not self.isColumnHidden(i)]
        if shown != [at]:
            self.setColumnHidden(at, not self.isColumnHidden(at))
            self._fit()
            self.columns_changed.emit()

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        return self._head.column_menu()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_opened.emit(index.row())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row() and current.isValid():
            self.row_chosen.emit(current.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.current_row() >= 0:
            self.rows.tick(self.current_row())
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are actions here, and a search would walk a million rows."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_keys = tab or event.reason() == Qt.FocusReason.ShortcutFocusReason
        if self.current_row() < 0 and self.rows.rowCount():
            at = self.rows.index(0, self.first_column())
            rows = QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(
                at, QItemSelectionModel.SelectionFlag.ClearAndSelect | rows
            )
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover_at(self.rowAt(round(event.position().y())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_at(-1)

    def _hover_at(self, at: int) -> None:
        if at != self._hover:
            old, self._hover = self._hover, at
            for row in (old, at):
                if row >= 0:
                    y = self.rowViewportPosition(row)
                    self.viewport().update(0, y, self.viewport().width(), self.row_height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

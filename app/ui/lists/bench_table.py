"""Show the rows of a list on the workbench: fast at thousands, one of them open with its buttons.

    table = BenchTable(kit, say_line, heads)
    table.rows.set_rows(rows); table.row_chosen.connect(...)
    table.set_buttons(make)            what stands in the open row, made for it alone

Arrows move the open row, Space ticks it, Shift with the arrows ticks on, Ctrl+A ticks all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, override

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.lists.bench_delegate import EDGE, GAP, MAN, SAID, STATE, BenchDelegate
from app.ui.lists.bench_line import Line
from app.ui.lists.bench_model import BenchModel, Index
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words

_SHARES: Final = (33, 31, 36)
"""How the three columns share the width, in hundredths."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

type MakeButtons = Callable[[], QWidget | None]


class BenchTable(QTableView):
    """The rows over a `BenchModel`; `row_chosen` carries the row that is open now.

    Enter asks to accept; `step_asked` goes from one man proposed for the open row to the next.
    """

    row_chosen = Signal(int)
    accept_asked = Signal()
    step_asked = Signal(int)
    focus_radius = None

    def __init__(
        self,
        kit: Kit,
        name: Words,
        say: Callable[[Any, bool], Line],
        heads: tuple[Words, Words, Words],
    ) -> None:
        super().__init__()
        self._kit = kit
        self._heads = heads
        self._open = -1
        self._hover = -1
        self._make: MakeButtons | None = None
        self._buttons: QWidget | None = None
        self.rows: BenchModel[Any] = BenchModel(say, lambda at: kit.say(heads[at]))
        self._delegate = BenchDelegate(kit, self)
        self._dress()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.rows.modelReset.connect(self._begin_anew)
        self.rows.dataChanged.connect(self._fit_open)
        self.rows.ticks_changed.connect(self.viewport().update)
        kit.bind(self, self.setAccessibleName, name)
        kit.theme.changed.connect(self._resize_rows)
        self._resize_rows()

    def set_buttons(self, make: MakeButtons) -> None:
        """Say what makes the buttons of the open row."""
        self._make = make

    def retranslate(self) -> None:
        """Make all words anew."""
        self.rows.say_again()
        self.horizontalHeader().viewport().update()

    # --- what the delegate asks

    def line(self, at: int) -> Line:
        """Return what stands in a row."""
        return self.rows.line(at, is_open=at == self._open)

    def open_row(self) -> int:
        """Return the row that is open, -1 for none."""
        return self._open

    def hovered_row(self) -> int:
        """Return the row under the mouse, -1 for none."""
        return self._hover

    def shows_focus(self) -> bool:
        """Tell whether the keyboard is here."""
        return self.hasFocus()

    def shows_ticks(self) -> bool:
        """Tell whether the boxes are drawn: as soon as one row is ticked."""
        return bool(self.rows.ticked())

    # --- moving

    def choose_row(self, at: int) -> None:
        """Open a row and bring it into view."""
        if 0 <= at < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at, SAID))
            self._keep_in_view()

    def refresh_open(self) -> None:
        """Lay the open row out again: what stands in it has changed."""
        self._fit_open()

    def tick_all(self) -> None:
        """Tick every row, or none where all are ticked."""
        every = set(range(self.rows.rowCount()))
        self.rows.set_ticked(set() if set(self.rows.ticked()) == every else every)

    # --- building

    def _dress(self) -> None:
        self.setHorizontalHeader(_Head(self._kit, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)

    def _resize_rows(self) -> None:
        side = self.verticalHeader()
        side.setMinimumSectionSize(self._delegate.plain_height())
        side.setDefaultSectionSize(self._delegate.plain_height())
        self.horizontalHeader().setFixedHeight(self._kit.theme.scaled(34))
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        first, second = (width * share // 100 for share in _SHARES[:2])
        for at, one in ((SAID, first), (STATE, second), (MAN, width - first - second)):
            self.setColumnWidth(at, one)
        self._fit_open()

    def _begin_anew(self) -> None:
        was, self._open = self._open, -1
        self._take_buttons(None)
        if 0 <= was < self.rows.rowCount():
            self.setRowHeight(was, self._delegate.plain_height())

    def _fit_open(self, *_: object) -> None:
        if self._open < 0:
            return
        self._take_buttons(self._make() if self._make is not None else None)
        widths = (self.columnWidth(SAID), self.columnWidth(STATE), self.columnWidth(MAN))
        room = widths[MAN] - EDGE
        high = self._buttons.heightForWidth(room) if self._buttons is not None else 0
        height = self._delegate.open_height(self.line(self._open), widths, high)
        if self.rowHeight(self._open) != height:
            self.setRowHeight(self._open, height)
        self._place_buttons()
        self.viewport().update()

    def _take_buttons(self, buttons: QWidget | None) -> None:
        """Stand the buttons of the open row where those of another row stood."""
        if self._buttons is not None:
            self._buttons.hide()
            self._buttons.deleteLater()
        self._buttons = buttons
        if buttons is not None:
            buttons.setParent(self.viewport())

    def _place_buttons(self) -> None:
        if self._buttons is None or self._open < 0:
            return
        index = self.rows.index(self._open, MAN)
        self._buttons.setGeometry(self.visualRect(index).adjusted(0, 0, -EDGE, 0))
        self._buttons.show()

    def _keep_in_view(self) -> None:
        """Bring the whole open row into view, and the next one where there is room."""
        self.scrollTo(self.rows.index(self._open, SAID))
        top = self.rowViewportPosition(self._open)
        below = top + self.rowHeight(self._open) + self._delegate.plain_height()
        over = below - self.viewport().height()
        if over > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + min(over, max(top, 0)))

    # --- what Qt tells

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not current.isValid() or current.row() == self._open:
            return
        was, self._open = self._open, current.row()
        if was >= 0:
            self.setRowHeight(was, self._delegate.plain_height())
        self._fit_open()
        self.row_chosen.emit(self._open)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held & Qt.KeyboardModifier.ShiftModifier:
            step = 1 if key == Qt.Key.Key_Down else -1
            ticked = {*self.rows.ticked(), self._open}
            self.choose_row(self._open + step)
            self.rows.set_ticked(ticked | {self._open})
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept_asked.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step_asked.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space and self._open >= 0:
            self.rows.set_ticked(set(self.rows.ticked()) ^ {self._open})
        elif key == Qt.Key.Key_A and held & Qt.KeyboardModifier.ControlModifier:
            self.tick_all()
        else:
            super().keyPressEvent(event)
            if self._open >= 0 and key in _MOVES:
                self._keep_in_view()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are actions here."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._open < 0:
            self.choose_row(0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover_at(self.rowAt(round(event.position().y())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_at(-1)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_buttons()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def _hover_at(self, at: int) -> None:
        if at != self._hover:
            self._hover = at
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()


_MOVES: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class _Head(QHeaderView):
    """Draw the heads of the three columns: quiet, nothing to click."""

    def __init__(self, kit: Kit, table: BenchTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._kit = kit
        self._table = table
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(36)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = self._kit.theme
        painter.save()
        painter.fillRect(rect, theme.color(Role.SURFACE))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color(Role.LINE))
        left = EDGE + theme.scaled(34) if logical_index == SAID else 0
        inner = QRectF(rect).adjusted(left, 0, -GAP, -1)
        painter.setFont(theme.font(Size.S, strong=True))
        painter.setPen(theme.color(Role.TEXT3))
        words = self.model().headerData(logical_index, Qt.Orientation.Horizontal)
        shown = painter.fontMetrics().elidedText(
            str(words), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(_LEFT), shown)
        painter.restore()

"""Paint the rows of the workbench: word for word, state and reasons, our man; one row is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.lists.bench_line import FieldSaid, Line
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit

if TYPE_CHECKING:
    from app.ui.lists.bench_table import BenchTable

SAID, STATE, MAN = 0, 1, 2
EDGE = 24
GAP = 16
NUMBER = 34
PAD = 9
_FIELD_GAP = 4
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(
    Qt.TextFlag.TextWordWrap
)


class BenchDelegate(QStyledItemDelegate):
    """Draw the three parts of a row; what is too long is cut only in rows that are not open."""

    def __init__(self, kit: Kit, table: BenchTable) -> None:
        super().__init__(table)
        self._kit = kit
        self._table = table

    # --- how high rows are

    def plain_height(self) -> int:
        """Return the height of a row that is not open: two lines."""
        return self._upper() + self._lower() + 2 * PAD + 2

    def open_height(self, line: Line, widths: tuple[int, int, int], buttons: int) -> int:
        """Return the height the open row needs, with buttons of a height beneath our man."""
        said = widths[SAID] - EDGE - self._number_room() - GAP
        man = widths[MAN] - GAP - EDGE
        left = self._wrapped(line.said, said, Size.M, strong=True)
        left += self._wrapped(line.said_more, said, Size.S)
        middle = self._upper() + 4
        room = widths[STATE] - GAP
        if not self._badge_fits(line, room):
            middle += self._upper()
        if line.fields:
            middle += sum(self._field_height(one, room) for one in line.fields)
        else:
            middle += self._wrapped(line.reasons, room, Size.S)
        right = self._wrapped(line.man, man - self._number_width(line), Size.M, strong=True)
        right += sum(self._wrapped(one, man, Size.S) for one in line.man_more)
        right += self._wrapped(line.man_stands, man, Size.M) + 4
        if buttons:
            right += buttons + 8
        return max(left, middle, right, self._upper() + self._lower()) + 2 * PAD + 6

    # --- painting

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
        is_open = table.open_row() == at
        if is_open:
            painter.fillRect(rect, theme.color(Role.SEL))
        elif table.hovered_row() == at:
            painter.fillRect(rect, theme.color(Role.HOVER))
        self._paint_edges(painter, rect, column, is_open=is_open)
        line = table.line(at)
        inner = rect.adjusted(
            EDGE if column == SAID else 0, PAD, -(EDGE if column == MAN else GAP), -PAD
        )
        if column == SAID:
            self._paint_said(painter, inner, line, at, is_open=is_open)
        elif column == STATE:
            self._paint_state(painter, inner, line, is_open=is_open)
        else:
            self._paint_man(painter, inner, line, is_open=is_open)

    def _paint_edges(self, painter: QPainter, rect: QRectF, column: int, *, is_open: bool) -> None:
        theme = self._kit.theme
        painter.fillRect(
            QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.color(Role.LINE)
        )
        if not is_open:
            return
        accent = theme.color(Role.ACCENT)
        if column == SAID:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), accent)
        if self._table.shows_focus() or theme.is_high_contrast:
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), accent)
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 2, rect.width(), 2), accent)
            if column == MAN:
                painter.fillRect(QRectF(rect.right() - 2, rect.y(), 2, rect.height()), accent)

    def _paint_said(
        self, painter: QPainter, rect: QRectF, line: Line, at: int, *, is_open: bool
    ) -> None:
        room = self._number_room()
        number = QRectF(rect.x(), rect.y(), room - 10, self._upper())
        if self._table.shows_ticks():
            self._paint_tick(painter, number, ticked=self._table.rows.is_ticked(at))
        else:
            self._write(painter, number, line.number, Size.M, Role.TEXT2, right=True)
        text = rect.adjusted(room, 0, 0, 0)
        self._two(painter, text, (line.said, line.said_more), strong=is_open, whole=is_open)

    def _paint_state(self, painter: QPainter, rect: QRectF, line: Line, *, is_open: bool) -> None:
        theme = self._kit.theme
        side = theme.scaled(14)
        high = self._upper()
        icon = QRectF(rect.x(), rect.y() + (high - side) / 2, side, side)
        ink = Role.SELTEXT if is_open and line.role is Role.TEXT else line.role
        theme.paint_icon(painter, icon, line.icon, ink)
        x = rect.x() + side + 9
        word = QRectF(x, rect.y(), rect.right() - x, high)
        self._write(painter, word, line.word, Size.M, ink, strong=True)
        x += theme.metrics(Size.M, strong=True).horizontalAdvance(line.word) + 9
        fits = self._badge_fits(line, rect.width())
        if line.badge and fits:
            self._badge(painter, x, rect.y(), line.badge, is_open=is_open)
        y = rect.y() + high + (4 if is_open else 1)
        if is_open and not fits:
            self._badge(painter, rect.x(), y, line.badge, is_open=True)
            y += high
        below = QRectF(rect.x(), y, rect.width(), rect.bottom() - y)
        if is_open and line.fields:
            self._paint_fields(painter, below, line)
        elif is_open:
            self._wrap(painter, below, line.reasons, Size.S, Role.TEXT2)
        else:
            below.setHeight(self._lower())
            words = line.reasons if fits else f"{line.badge} · {line.reasons}"
            self._write(painter, below, words, Size.S, Role.TEXT2)

    def _paint_fields(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        """Write each field in a line; what was found of it beneath where it does not fit."""
        theme = self._kit.theme
        high, side = self._upper(), theme.scaled(14)
        y = rect.y()
        for one in line.fields:
            whole = QRectF(rect.x(), y, rect.width(), high)
            self._write(painter, whole, one.name, Size.M, Role.TEXT)
            words = whole.adjusted(0, 0, -side - 10, 0)
            height = self._field_height(one, round(rect.width()))
            if height > high + _FIELD_GAP:
                words.setRect(words.x(), y + high, words.width(), height - high - _FIELD_GAP)
            painter.setFont(theme.font(Size.S))
            painter.setPen(theme.color(Role.TEXT2))
            painter.drawText(words, int(_RIGHT) | int(Qt.TextFlag.TextWordWrap), one.words)
            icon = QRectF(rect.right() - side, words.center().y() - side / 2, side, side)
            theme.paint_icon(painter, icon, one.icon, one.role)
            y += height

    def _field_height(self, one: FieldSaid, width: int) -> int:
        theme = self._kit.theme
        name = theme.metrics(Size.M).horizontalAdvance(one.name) + 12
        words = theme.metrics(Size.S).horizontalAdvance(one.words)
        room = width - theme.scaled(14) - 10
        more = 0 if name + words <= room else self._wrapped(one.words, room, Size.S)
        return self._upper() + _FIELD_GAP + more

    def _badge_fits(self, line: Line, width: float) -> bool:
        if not line.badge:
            return True
        theme = self._kit.theme
        word = theme.metrics(Size.M, strong=True).horizontalAdvance(line.word)
        badge = theme.metrics(Size.S, strong=True).horizontalAdvance(line.badge) + 14
        return bool(theme.scaled(14) + 9 + word + 9 + badge <= width)

    def _paint_man(self, painter: QPainter, rect: QRectF, line: Line, *, is_open: bool) -> None:
        width = self._number_width(line)
        self._write(
            painter,
            QRectF(rect.right() - width, rect.y(), width, self._upper()),
            line.man_number,
            Size.M,
            Role.TEXT2,
            right=True,
        )
        name = rect.adjusted(0, 0, -width, 0)
        role = Role.TEXT if line.is_man else Role.TEXT2
        if not is_open:
            more = " · ".join(line.man_more)
            self._two(painter, name, (line.man, more), strong=line.is_man, role=role, whole=False)
            return
        used = self._wrap(painter, name, line.man, Size.M, role, strong=line.is_man)
        for one in line.man_more:
            rest = rect.adjusted(0, used, 0, 0)
            used += self._wrap(painter, rest, one, Size.S, Role.TEXT2)
        self._wrap(painter, rect.adjusted(0, used + 3, 0, 0), line.man_stands, Size.M, Role.TEXT)

    # --- pieces

    def _two(
        self,
        painter: QPainter,
        rect: QRectF,
        words: tuple[str, str],
        *,
        strong: bool,
        whole: bool,
        role: Role = Role.TEXT,
    ) -> None:
        """Write the fact and its companion beneath: whole, or a line each."""
        if whole:
            used = self._wrap(painter, rect, words[0], Size.M, role, strong=strong)
            self._wrap(painter, rect.adjusted(0, used, 0, 0), words[1], Size.S, Role.TEXT2)
            return
        upper, lower = self._upper(), self._lower()
        first = QRectF(rect.x(), rect.y(), rect.width(), upper)
        second = QRectF(rect.x(), rect.y() + upper + 1, rect.width(), lower)
        self._write(painter, first, words[0], Size.M, role, strong=strong)
        self._write(painter, second, words[1], Size.S, Role.TEXT2)

    def _write(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        size: Size,
        role: Role,
        *,
        strong: bool = False,
        right: bool = False,
    ) -> None:
        if not text:
            return
        theme = self._kit.theme
        painter.setFont(theme.font(size, strong=strong))
        painter.setPen(theme.color(role))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        painter.drawText(rect, _RIGHT if right else _LEFT, shown)

    def _wrap(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        size: Size,
        role: Role,
        *,
        strong: bool = False,
    ) -> int:
        """Write text over as many lines as it needs; gives how much it took."""
        if not text:
            return 0
        theme = self._kit.theme
        painter.setFont(theme.font(size, strong=strong))
        painter.setPen(theme.color(role))
        painter.drawText(rect, _WRAPPED, text)
        return self._wrapped(text, int(rect.width()), size, strong=strong)

    def _wrapped(self, text: str, width: int, size: Size, *, strong: bool = False) -> int:
        if not text:
            return 0
        metrics = self._kit.theme.metrics(size, strong=strong)
        high = metrics.boundingRect(QRectF(0, 0, max(width, 40), 9999), _WRAPPED, text).height()
        return round(high) + 1

    def _badge(self, painter: QPainter, x: float, y: float, text: str, *, is_open: bool) -> None:
        theme = self._kit.theme
        metrics = theme.metrics(Size.S, strong=True)
        width, high = metrics.horizontalAdvance(text) + 14, theme.scaled(18)
        place = QRectF(x, y + (self._upper() - high) / 2, width, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.color(Role.LINE2) if theme.is_high_contrast else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(theme.color(Role.SURFACE if is_open else Role.HOVER))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(theme.color(Role.TEXT2))
        painter.setFont(theme.font(Size.S, strong=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
        theme = self._kit.theme
        box = QRectF(rect.right() - 15, rect.center().y() - 7, 14, 14)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Role.ACCENT if ticked else Role.FIELD), 1))
        painter.setBrush(theme.color(Role.SURFACE))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        if ticked:
            theme.paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", Role.ACCENT)

    def _number_room(self) -> int:
        return self._kit.theme.scaled(NUMBER)

    def _number_width(self, line: Line) -> int:
        if not line.man_number:
            return 0
        return round(self._kit.theme.metrics(Size.M).horizontalAdvance(line.man_number)) + 12

    def _upper(self) -> int:
        return self._kit.theme.type.line_height(Size.M)

    def _lower(self) -> int:
        return self._kit.theme.type.line_height(Size.S) + 1

"""Show what waits in groups with a head: a line is a fact, what to do, in whose hands, by when.

listing = TodayList(kit)
listing.show_groups(page.groups)         keeps the line in hand where it is still there
listing.opened                           carries a TodayLine, or the TodayKind whose rest is asked
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, override

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.shapes.today import TodayGroup, TodayLine
from app.ui.drafts.drafts_panel import FORMS
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit
from app.wording.today import (
    ICONS,
    due_words,
    hands_words,
    is_late,
    kind_words,
    what_words,
    who_words,
)
from models.vocabulary.tasks import TodayKind

EDGE: Final = 24
_GAP: Final = 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ENTRY = Qt.ItemDataRole.UserRole
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

type Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group: why its lines wait, and how many there are."""

    kind: TodayKind
    count: int


@dataclass(frozen=True, slots=True)
class Rest:
    """How many lines of a group are not shown yet."""

    kind: TodayKind
    count: int


type Entry = Head | TodayLine | Rest


class TodayModel(QAbstractListModel):
    """Hold the entries; heads cannot be taken in hand."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self.entries: list[Entry] = []

    def set_groups(self, groups: Sequence[TodayGroup]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.entries = []
        for group in groups:
            self.entries.append(Head(group.kind, group.count))
            self.entries += group.lines
            if group.count > len(group.lines):
                self.entries.append(Rest(group.kind, group.count - len(group.lines)))
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(entry)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.entries[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def said(self, entry: Entry) -> str:
        """Say an entry whole, as a screen reader hears it."""
        t = self._kit.translator
        match entry:
            case Head():
                return f"{kind_words(entry.kind, t)}, {t.number(entry.count)}"
            case Rest():
                return t.say_n("{n} more", "{n} more", entry.count)
            case TodayLine():
                parts = (
                    who_words(entry, t), entry.number, what_words(entry, t),
                    due_words(entry, t), hands_words(entry, t),
                )  # fmt: skip
                return ", ".join(part for part in parts if part)


class TodayDelegate(QStyledItemDelegate):
    """Draw heads, lines of two rows, and what opens the rest of a group."""

    def __init__(self, kit: Kit, listing: TodayList) -> None:
        super().__init__(listing)
        self._kit = kit
        self._listing = listing

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(_ENTRY)
        height = 50 if isinstance(entry, TodayLine) else 34 if isinstance(entry, Rest) else 44
        return QSize(200, self._kit.theme.scaled(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        entry = index.data(_ENTRY)
        painter.save()
        if isinstance(entry, Head):
            self._paint_head(painter, rect, entry)
        else:
            self._paint_ground(painter, rect, option, index)
            if isinstance(entry, TodayLine):
                self._paint_line(painter, rect, entry)
            elif isinstance(entry, Rest):
                self._text(
                    painter, rect.adjusted(self._text_left(), 0, -EDGE, 0),
                    self._listing.model_of.said(entry), Role.ACCENT, self._kit.theme.font(),
                )  # fmt: skip
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, head: Head) -> None:
        theme, t = self._kit.theme, self._kit.translator
        room = rect.adjusted(EDGE, theme.scaled(14), -EDGE, 0)
        strong = theme.font(strong=True)
        words = kind_words(head.kind, t)
        self._text(painter, room, words, Role.TEXT, strong)
        wide = theme.metrics(Size.M, strong=True).horizontalAdvance(words)
        beside = room.adjusted(wide + 8, 0, 0, 0)
        self._text(painter, beside, t.number(head.count), Role.TEXT3, theme.font(Size.S))
        line = QRectF(rect.x() + EDGE - 8, rect.bottom() - 1, rect.width() - 2 * EDGE + 16, 1)
        painter.fillRect(line, theme.color(Role.LINE2))

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        theme = self._kit.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.color(Role.SEL))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.color(Role.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color(Role.HOVER))
        hair = QRectF(rect.x() + 16, rect.bottom() - 1, rect.width() - 32, 1)
        painter.fillRect(hair, theme.color(Role.LINE))
        if selected and self._listing.hasFocus() and index == self._listing.currentIndex():
            pen = painter.pen()
            pen.setColor(theme.color(Role.ACCENT))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_line(self, painter: QPainter, rect: QRectF, line: TodayLine) -> None:
        theme, t = self._kit.theme, self._kit.translator
        side = theme.scaled(16)
        place = QRectF(EDGE, rect.center().y() - side / 2, side, side)
        theme.paint_icon(painter, place, ICONS[line.kind], Role.TEXT2)
        right = self._paint_day(painter, rect, line)
        room = rect.adjusted(self._text_left(), 0, -(EDGE + right + _GAP), 0)
        who, what = who_words(line, t), self._listing.what(line)
        below = "  ·  ".join(part for part in (line.number, what) if part) if who else line.number
        upper, lower = theme.type.line_height(Size.M), theme.type.line_height(Size.S) + 1
        if not below:
            self._text(painter, room, who or what, Role.TEXT, theme.font())
            return
        top = room.y() + (room.height() - upper - lower) / 2
        one = QRectF(room.x(), top, room.width(), upper)
        two = QRectF(room.x(), top + upper, room.width(), lower)
        self._text(painter, one, who or what, Role.TEXT, theme.font())
        self._text(painter, two, below, Role.TEXT2, theme.font(Size.S))

    def _paint_day(self, painter: QPainter, rect: QRectF, line: TodayLine) -> float:
        """Draw at right by when, beneath it in whose hands; tell how wide that is."""
        theme, t = self._kit.theme, self._kit.translator
        day, hands = self._listing.day_of(line), hands_words(line, t)
        late = is_late(line) and line.put_off_until is None
        metrics = theme.metrics(Size.S, strong=late)
        icon = theme.scaled(12) + 4 if late else 0
        wide = max(metrics.horizontalAdvance(day) + icon if day else 0.0,
                   theme.metrics(Size.S).horizontalAdvance(hands))  # fmt: skip
        if not wide:
            return 0.0
        lower = theme.type.line_height(Size.S) + 1
        both = bool(day and hands)
        top = rect.y() + (rect.height() - lower * (2 if both else 1)) / 2
        place = QRectF(rect.right() - EDGE - wide - 4, top, wide + 4, lower)
        role = Role.WARN if late else Role.TEXT2
        if day:
            self._text(painter, place, day, role, theme.font(Size.S, strong=late), _RIGHT)
            if late:
                at = place.right() - metrics.horizontalAdvance(day) - icon
                small = theme.scaled(12)
                spot = QRectF(at, place.center().y() - small / 2, small, small)
                theme.paint_icon(painter, spot, "clock", Role.WARN)
            place.translate(0, lower)
        if hands:
            self._text(painter, place, hands, Role.TEXT2, theme.font(Size.S), _RIGHT)
        return wide

    def _text_left(self) -> float:
        return EDGE + self._kit.theme.scaled(16) + _GAP

    def _text(
        self, painter: QPainter, rect: QRectF, text: str, role: Role, font: QFont,
        how: Qt.AlignmentFlag = _LEFT,
    ) -> None:  # fmt: skip
        painter.setFont(font)
        painter.setPen(self._kit.theme.color(role))
        cut = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        painter.drawText(rect, how, cut)


class TodayList(QListView):
    """The list; up and down pass over heads, left and right go by groups, Enter opens."""

    opened = Signal(object)
    focus_radius = None

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.model_of = TodayModel(kit, self)
        self.setModel(self.model_of)
        self.setItemDelegate(TodayDelegate(kit, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("What waits"))
        kit.language_changed.connect(self._redraw)
        kit.theme.changed.connect(self._redraw)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._open_rest)

    def show_groups(self, groups: Sequence[TodayGroup]) -> None:
        """Show what waits; the line in hand stays in hand, or the one in its place."""
        before, at = self.entry(), self.currentIndex().row()
        key = before.key if isinstance(before, TodayLine) else ""
        self.model_of.set_groups(groups)
        entries = self.model_of.entries
        again = next(
            (n for n, e in enumerate(entries) if isinstance(e, TodayLine) and e.key == key), -1
        )
        self.take(again if again >= 0 else max(at, 0))

    def take(self, at: int) -> None:
        """Take the entry at a place in hand, or the nearest that can be."""
        entries = self.model_of.entries
        choices = [n for n, entry in enumerate(entries) if not isinstance(entry, Head)]
        if choices:
            nearest = min(choices, key=lambda n: (abs(n - at), n))
            self.setCurrentIndex(self.model_of.index(nearest, 0))

    def step_group(self, by: int) -> None:
        """Take the first line of the next group in hand, or of this one, or of the one before."""
        firsts = [n + 1 for n, entry in enumerate(self.model_of.entries) if isinstance(entry, Head)]
        at = self.currentIndex().row()
        found = [n for n in firsts if (n > at if by > 0 else n < at)]
        if not found:
            return
        to = found[0] if by > 0 else found[-1]
        self.setCurrentIndex(self.model_of.index(to, 0))
        self.scrollTo(self.model_of.index(to - 1, 0), QListView.ScrollHint.PositionAtTop)

    def entry(self) -> Entry | None:
        """Return what is in hand."""
        at = self.currentIndex()
        return self.model_of.entries[at.row()] if at.isValid() else None

    def line(self) -> TodayLine | None:
        """Return the line in hand, None where none is."""
        entry = self.entry()
        return entry if isinstance(entry, TodayLine) else None

    def what(self, line: TodayLine) -> str:
        """Say what is to be done; of a draft, which form it is."""
        form = FORMS.get(line.code) if line.kind is TodayKind.DRAFT else None
        return what_words(line, self._kit.translator) if form is None else self._kit.say(form)

    def day_of(self, line: TodayLine) -> str:
        """Say by when, or until when it was put off."""
        t = self._kit.translator
        if line.put_off_until is None:
            return due_words(line, t)
        return t.say("put off until {day}", day=f"{line.put_off_until:%d.%m.%Y}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.step_group(step)
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = self.entry() if index.isValid() else None
        if isinstance(entry, TodayLine):
            self.opened.emit(entry)
        elif isinstance(entry, Rest):
            self.opened.emit(entry.kind)

    def _open_rest(self, index: QModelIndex) -> None:
        entry = self.entry() if index.isValid() else None
        if isinstance(entry, Rest):
            self.opened.emit(entry.kind)

    def _redraw(self, *_: object) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

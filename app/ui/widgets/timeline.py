"""Show what happened in the order it happened: date in words, the sign of its span, a card.

    timeline = Timeline(kit)
    timeline.show_items([TimelineItem(...), ...]); timeline.opened.connect(...)

A filled dot is one exact day, a hollow capsule happened once within a span, a filled capsule
lasted. Any widget (a ContradictionCard) may stand in place of the card: `TimelineItem.card`.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Badge, Label

DATE_COLUMN = 152
AXIS = 38


class Span(StrEnum):
    """What the sign on the axis says of the date."""

    EXACT_DAY = "exact_day"
    ONCE_WITHIN = "once_within"
    LASTED = "lasted"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Who says so: icon, words, grade at right ("" for none)."""

    icon: str
    words: Words
    grade: str = ""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened, ready to be shown."""

    key: str
    date: Words
    span: Span
    title: Words
    date_note: Words = ""
    detail: Words = ""
    quote: str = ""
    sources: tuple[SourceLine, ...] = ()
    card: Callable[[], QWidget] | None = None


class Timeline(QWidget):
    """Stack the items along one axis; `opened` carries the key of the card pressed."""

    opened = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Timeline"))

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Show other items."""
        while self._column.count() > 1:
            taken = self._column.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for at, item in enumerate(items):
            row = _Row(self._kit, item, first=at == 0, last=at == len(items) - 1)
            if isinstance(row.card, EventCard):
                row.card.opened.connect(self.opened)
            self._column.insertWidget(at, row)


class _Row(QWidget):
    def __init__(self, kit: Kit, item: TimelineItem, *, first: bool, last: bool) -> None:
        super().__init__()
        self.card = item.card() if item.card is not None else EventCard(kit, item)
        dates = QVBoxLayout()
        dates.setContentsMargins(0, 8, 0, 0)
        dates.setSpacing(0)
        words = Label(kit, item.date, strong=True, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignRight)
        dates.addWidget(words)
        if item.date_note:
            note = Label(kit, item.date_note, Size.S, Role.TEXT2, wrap=True)
            note.setAlignment(Qt.AlignmentFlag.AlignRight)
            dates.addWidget(note)
        dates.addStretch(1)
        holder = QWidget()
        holder.setLayout(dates)
        holder.setFixedWidth(kit.theme.scaled(DATE_COLUMN))
        card = QVBoxLayout()
        card.setContentsMargins(0, 0, 0, 10)
        card.addWidget(self.card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(holder)
        row.addWidget(_Axis(kit, item.span, first=first, last=last))
        row.addLayout(card, 1)


class _Axis(QWidget):
    def __init__(self, kit: Kit, span: Span, *, first: bool, last: bool) -> None:
        super().__init__()
        self._kit = kit
        self._span = span
        self._first = first
        self._last = last
        self.setFixedWidth(AXIS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.width() / 2
        grow = theme.scaled
        centre = float(grow(17))
        top = centre if self._first else 0.0
        bottom = centre if self._last else float(self.height())
        painter.fillRect(
            QRectF(middle - 0.5, top, 1, max(0.0, bottom - top)), theme.color(Role.LINE2)
        )
        mark = theme.color(Role.MARK)
        if self._span is Span.EXACT_DAY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark)
            painter.drawEllipse(QRectF(middle - 5, centre - 5, 10, 10))
        else:
            painter.setPen(QPen(mark, 1.5))
            hollow = self._span is Span.ONCE_WITHIN
            painter.setBrush(theme.color(Role.CANVAS) if hollow else mark)
            capsule = QRectF(middle - 4.5, centre - 7, 9, grow(30))
            painter.drawRoundedRect(capsule, 4.5, 4.5)
        painter.end()


class EventCard(QFrame):
    """Show one event: title · detail, words quoted, sources with their grades; Enter opens."""

    opened = Signal(str)
    focus_radius = 8.0

    def __init__(self, kit: Kit, item: TimelineItem) -> None:
        super().__init__()
        self.setObjectName("card")
        self._key = item.key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        kit.bind(
            self, self.setAccessibleName, lambda t: f"{_of(item.date, t)}: {_of(item.title, t)}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 9, 13, 9)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(kit, item.title, strong=True))
        if item.detail:
            head.addWidget(Label(kit, "·", role=Role.TEXT3))
            head.addWidget(Label(kit, item.detail, role=Role.TEXT2, wrap=True), 1)
        else:
            head.addStretch(1)
        column.addLayout(head)
        if item.quote:
            column.addWidget(quotation(kit, item.quote))
        for line in item.sources:
            column.addLayout(source_line(kit, line))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self._key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._key)
            return
        super().keyPressEvent(event)


def source_line(kit: Kit, line: SourceLine) -> QHBoxLayout:
    """Lay out who says so: icon, words, grade at right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel(kit, line.icon, Role.TEXT2, 14))
    row.addWidget(Label(kit, line.words, Size.S, Role.TEXT2, wrap=True), 1)
    if line.grade:
        row.addWidget(Badge(kit, line.grade))
    return row


def quotation(kit: Kit, words: str) -> Label:
    """Show quoted words: italic in Latin and Cyrillic, quote marks alone in Armenian."""
    armenian = any("ARMENIAN" in unicodedata.name(letter, "") for letter in words)
    already = words[:1] in '«“"'
    shown = words if already else (f"«{words}»" if armenian else f"“{words}”")
    return Label(kit, shown, role=Role.TEXT, italic=not armenian, wrap=True)


def _of(words: Words, translator: Translator) -> str:
    return words if isinstance(words, str) else words(translator)

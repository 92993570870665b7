"""Choose the day at whose end one wants to know: a day on which the sum changed, or any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.forms.entry import turn
from app.ui.forms.typed import typed_date
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.date_draft import LiesAhead
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate

_GAP = 8


class DayBar(QWidget):
    """Show the key days; `chosen` carries a day, or None for today. The days come newest first.

    Any other day is typed as dates are everywhere; of a month or a year its last day is meant.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit, today: Callable[[], date]) -> None:
        super().__init__()
        self._kit = kit
        self._today = today
        self._days: tuple[date, ...] = ()
        self._day: date | None = None
        self.before = icon_button(kit, "left", lambda t: t.say("The key day before"))
        self.after = icon_button(kit, "right", lambda t: t.say("The key day after"))
        self.box = Combo(kit, lambda t: t.say("As known on"))
        self.box.setMinimumWidth(kit.theme.scaled(170))
        self.other = LineEdit(
            kit,
            lambda t: t.say("Another day"),
            icon="calendar",
            hint=lambda t: t.say("another day"),
        )
        self.other.setFixedWidth(kit.theme.scaled(168))
        self.refused = Notice(kit, Role.ERR, "warn")
        self.line = DayLine(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._controls = QWidget()
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(Label(kit, lambda t: t.say("As known on"), role=Role.TEXT2))
        for part in (self.before, self.box, self.after, self.other):
            row.addWidget(part)
        row.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * _GAP)
        self._row.addWidget(self._controls)
        self._row.addWidget(self.line, 1)
        column.addLayout(self._row)
        column.addWidget(self.refused)
        self.before.clicked.connect(partial(self.step, 1))
        self.after.clicked.connect(partial(self.step, -1))
        self.box.code_changed.connect(self._picked)
        self.line.picked.connect(self.choose)
        self.other.returnPressed.connect(self._take_typed)
        self.other.textEdited.connect(lambda _: self._refuse(""))

    def set_days(self, days: Sequence[date], day: date | None) -> None:
        """Offer key days, newest first, and show one of them or today."""
        self._days, self._day = tuple(days), day
        offered: list[tuple[object, Words]] = [(None, lambda t: t.say("today"))]
        listed = self._days if day is None or day in self._days else (day, *self._days)
        offered += [(one, _words(one)) for one in sorted(listed, reverse=True)]
        self.box.blockSignals(True)
        self.box.set_choices(offered)
        self.box.set_code(day)
        self.box.blockSignals(False)
        self.line.set_days(self._days, day)
        self.before.setEnabled(any(day is None or one < day for one in self._days))
        self.after.setEnabled(day is not None)

    def step(self, back: int, *_: object) -> None:
        """Go to the key day before (1) or after (-1); after the last one comes today."""
        day = self._day
        if back > 0:
            earlier = [one for one in self._days if day is None or one < day]
            if earlier:
                self.choose(earlier[0])
        elif day is not None:
            self.choose(next((one for one in reversed(self._days) if one > day), None))

    def choose(self, day: object) -> None:
        """Say which day was chosen."""
        if day != self._day:
            self.chosen.emit(day)

    def forget_typed(self) -> None:
        """Take away what was typed."""
        self.other.clear()
        self._refuse("")

    def _take_typed(self) -> None:
        today = self._today()
        try:
            known = typed_date(self.other.text(), today)
        except LiesAhead:
            self._refuse(lambda t: t.say("This day lies ahead. Nobody knows yet what it brings."))
            return
        except NotADate as fault:
            told = fault
            self._refuse(lambda t: refusal(told, t))
            return
        if known.latest is None:
            self._refuse(lambda t: t.say("Write a day, such as 13.12.2020."))
            return
        self.forget_typed()
        self.choose(known.latest if known.latest < today else None)

    def _refuse(self, words: Words) -> None:
        self.other.set_wrong(bool(words))
        self.refused.show_words(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._controls.sizeHint().width()
        turn(self._row, narrow=room < self.line.sizeHint().width())

    def _picked(self, day: object) -> None:
        self.choose(day)


def _words(day: date) -> Words:
    return lambda t: date_in_words(PartialDate.on(day), t)


class DayLine(QWidget):
    """Key days on a line from the first to today; `picked` carries the one that was clicked."""

    picked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._days: tuple[date, ...] = ()
        self._day: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(kit.theme.scaled(40))
        kit.bind(
            self,
            self.setAccessibleName,
            lambda t: t.say("Days on which the sum changed"),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._kit.theme.scaled(220), self._kit.theme.scaled(40))

    def set_days(self, days: Sequence[date], day: date | None) -> None:
        """Show key days, newest first, and where one stands."""
        self._days, self._day = tuple(days), day
        self.update()

    def _places(self) -> list[tuple[float, date | None]]:
        """Spread the days evenly between the ends: what matters is their order."""
        days = set(self._days) if self._day is None else {*self._days, self._day}
        stops: list[date | None] = [*sorted(days), None]
        inner = self.width() - 2 * self._edge()
        steps = max(len(stops) - 1, 1)
        return [(self._edge() + inner * at / steps, day) for at, day in enumerate(stops)]

    def _edge(self) -> float:
        return float(self._kit.theme.scaled(34))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        places = self._places()
        nearest = min(places, key=lambda place: abs(place[0] - event.position().x()))
        self.picked.emit(nearest[1])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        places, y = self._places(), float(theme.scaled(11))
        here = next((x for x, day in places if day == self._day), places[-1][0])
        first, last = places[0][0], places[-1][0]
        painter.setBrush(theme.color(Role.LINE2))
        painter.drawRoundedRect(QRectF(first, y - 1.5, last - first, 3), 1.5, 1.5)
        painter.setBrush(theme.color(Role.ACCENT))
        painter.drawRoundedRect(QRectF(first, y - 1.5, here - first, 3), 1.5, 1.5)
        for x, _ in places:
            painter.fillRect(QRectF(x - 0.5, y - 5, 1, 10), theme.color(Role.TEXT2))
        painter.drawEllipse(QPointF(here, y), 6, 6)
        self._write_days(painter, places, here)
        painter.end()

    def _write_days(
        self, painter: QPainter, places: Sequence[tuple[float, date | None]], here: float
    ) -> None:
        """Write the day one stands on, then first and last, then as many others as have room."""
        theme = self._kit.theme
        order = sorted(places, key=lambda place: (place[0] != here, place not in _ends(places)))
        taken: list[tuple[float, float]] = []
        top = theme.scaled(20)
        for x, day in order:
            strong = x == here
            painter.setFont(theme.font(Size.S, strong=strong))
            text = _short(day, self._kit)
            wide = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(x - wide / 2, 0), self.width() - wide)
            if any(left < end + _GAP and start < left + wide + _GAP for start, end in taken):
                continue
            taken.append((left, left + wide))
            painter.setPen(theme.color(Role.TEXT if strong else Role.TEXT2))
            painter.drawText(
                QRectF(left, top, wide + 1, theme.scaled(18)), Qt.AlignmentFlag.AlignLeft, text
            )


def _ends(
    places: Sequence[tuple[float, date | None]],
) -> tuple[tuple[float, date | None], ...]:
    return places[0], places[-1]


def _short(day: date | None, kit: Kit) -> str:
    if day is None:
        return kit.translator.say("today")
    return date_in_words(PartialDate.on(day), kit.translator, "table")

"""The sum as a card: lines that exclude one another, each opens to its names, and the total."""

from __future__ import annotations

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.accounting import AccountingSheet, SheetLine
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel, MarkLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label, hairline
from app.wording.accounting import adds_up_said, contested_said, delta_said, total_said
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import AccountingLine, Ack, Custody, Facet, Fate, Remains, Repat

_L = AccountingLine
_BAR = QSize(124, 6)
_EDGE = 16
_FIGURE = 56

#: The mark that says in one sign what a line is about.
MARKS: Mapping[AccountingLine, tuple[Facet, str]] = {
    _L.RETURNED_VERIFIED: (Facet.REPAT, Repat.VERIFIED.value),
    _L.RETURNED_UNVERIFIED: (Facet.REPAT, Repat.HANDED_OVER.value),
    _L.FOUND_NOT_CAPTURED: (Facet.CUSTODY, Custody.NEVER.value),
    _L.RELEASED_OR_ESCAPED: (Facet.CUSTODY, Custody.ENDED_RELEASED.value),
    _L.REMAINS_WITH_FAMILY: (Facet.REMAINS, Remains.HANDED_TO_FAMILY.value),
    _L.REMAINS_FOUND: (Facet.REMAINS, Remains.IDENTIFIED.value),
    _L.DEAD_NO_REMAINS: (Facet.FATE, Fate.DEAD_CONFIRMED.value),
    _L.DEATH_REPORTED: (Facet.FATE, Fate.DEAD_INDICATED.value),
    _L.HELD_ACKNOWLEDGED: (Facet.ACK, Ack.ACK_OFFICIAL.value),
    _L.HELD_NOT_ACKNOWLEDGED: (Facet.CUSTODY, Custody.CONFIRMED.value),
    _L.CAPTURE_INDICATED: (Facet.CUSTODY, Custody.INDICATED.value),
    _L.NO_INFORMATION: (Facet.FATE, Fate.UNKNOWN.value),
}


class SumBar(QWidget):
    """How much of the whole one line is; the figure beside it says the same."""

    def __init__(self, kit: Kit, part: float) -> None:
        super().__init__()
        self._kit = kit
        self._part = part
        self.setFixedSize(_BAR)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.theme.color(Role.HOVER))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self._part > 0:
            painter.setBrush(self._kit.theme.color(Role.MARK))
            width = max(6.0, self.width() * self._part)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 3, 3)
        painter.end()


class SheetRow(QFrame):
    """One line of the sum; Enter or a click asks for its names: `asked` carries the row."""

    asked = Signal(object)
    moved = Signal(object, int)
    focus_radius = 4.0

    def __init__(self, kit: Kit, line: SheetLine, total: int, *, sign: str) -> None:
        super().__init__()
        self._kit = kit
        self.line = line
        self.names: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = label("accounting", line.key.value, kit.translator.lang)
        self.setAccessibleName(f"{name}: {kit.translator.number(line.count)}")
        self._arrow = IconLabel(kit, "right", Role.TEXT2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, 8, _EDGE, 8)
        self._column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(_sign(kit, sign))
        facet, value = MARKS[line.key]
        row.addWidget(MarkLabel(kit, facet.value, value, name))
        row.addLayout(_told(kit, line), 1)
        row.addWidget(SumBar(kit, line.count / total if total else 0))
        row.addWidget(_delta(kit, line.delta))
        row.addWidget(figure(kit, line.count, Size.L))
        row.addWidget(self._arrow)
        self._column.addLayout(row)

    def open_with(self, names: QWidget) -> None:
        """Show the names beneath the line."""
        self.shut()
        self.names = names
        self._arrow.set_icon("down")
        self._column.addWidget(names)
        self.update()

    def shut(self) -> None:
        """Take the names away."""
        if self.names is not None:
            self.names.setParent(None)
            self.names.deleteLater()
            self.names = None
            self._arrow.set_icon("right")
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.asked.emit(self)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.moved.emit(self, 1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.asked.emit(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.names is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._kit.theme.color(Role.HOVER))
            painter.end()


class SumCard(QFrame):
    """The lines that occur, the double rule, and the total with "adds up" or by how much not."""

    asked = Signal(object)

    def __init__(self, kit: Kit, sheet: AccountingSheet) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 12)
        column.setSpacing(0)
        self.rows = [
            SheetRow(kit, line, sheet.total, sign="+" if at else "")
            for at, line in enumerate(sheet.lines)
        ]
        column.addLayout(_heads(kit, sheet))
        for row in self.rows:
            column.addWidget(hairline(kit))
            column.addWidget(row)
            row.asked.connect(self.asked)
            row.moved.connect(self._move)
        rules = QVBoxLayout()
        rules.setContentsMargins(_EDGE, 0, _EDGE, 0)
        rules.setSpacing(2)
        rules.addWidget(hairline(kit))
        rules.addWidget(hairline(kit))
        column.addLayout(rules)
        column.addLayout(_total(kit, sheet))

    def _move(self, row: SheetRow, step: int) -> None:
        at = self.rows.index(row) + step
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)


def figure(kit: Kit, count: int, size: Size) -> Label:
    """Show a count, its digits under one another."""
    shown = Label(kit, kit.translator.number(count), size, strong=True)
    shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    shown.setMinimumWidth(kit.theme.scaled(_FIGURE))
    return shown


def _told(kit: Kit, line: SheetLine) -> QVBoxLayout:
    code = line.key.value
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(Label(kit, lambda t: label("accounting", code, t.lang), strong=True, wrap=True))
    told.addWidget(
        Label(
            kit,
            lambda t: " · ".join(
                filter(None, (label("accounting", code, t.lang, "help"), contested_said(line, t)))
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
    )
    return told


def _heads(kit: Kit, sheet: AccountingSheet) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_EDGE, 4, _EDGE, 6)
    row.setSpacing(12)
    row.addStretch(1)
    since = sheet.since
    if since is not None:
        row.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "since {day}", day=date_in_words(PartialDate.on(since), t, "table")
                ),
                Size.S,
                Role.TEXT2,
            )
        )
    men: Words = lambda t: t.say_in("head of a sum", "men")  # noqa: E731  a sentence
    head = Label(kit, men, Size.S, Role.TEXT2)
    head.setAlignment(Qt.AlignmentFlag.AlignRight)
    head.setMinimumWidth(kit.theme.scaled(_FIGURE))
    row.addWidget(head)
    row.addSpacing(kit.theme.scaled(16))
    return row


def _total(kit: Kit, sheet: AccountingSheet) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_EDGE, 10, _EDGE, 0)
    row.setSpacing(12)
    row.addWidget(_sign(kit, "="))
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(Label(kit, lambda t: total_said(sheet.scope, t), Size.L, strong=True, wrap=True))
    told.addWidget(
        Label(
            kit,
            lambda t: (
                t.say("each counted once: none in two lines, none left out")
                if sheet.adds_up
                else t.say("a case stands on no line: run the check of the register")
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
    )
    row.addLayout(told, 1)
    row.addWidget(IconLabel(kit, "check" if sheet.adds_up else "warn", Role.TEXT2))
    row.addWidget(Label(kit, lambda t: adds_up_said(sheet, t), strong=True))
    row.addWidget(_delta(kit, sheet.total_delta))
    row.addWidget(figure(kit, sheet.total, Size.X))
    row.addSpacing(kit.theme.scaled(16))
    return row


def _sign(kit: Kit, sign: str) -> Label:
    shown = Label(kit, sign, role=Role.TEXT2)
    shown.setFixedWidth(kit.theme.scaled(14))
    return shown


def _delta(kit: Kit, delta: int | None) -> Label:
    shown = Label(kit, lambda t: delta_said(delta, t), Size.S, Role.TEXT2)
    shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    shown.setMinimumWidth(kit.theme.scaled(48))
    return shown

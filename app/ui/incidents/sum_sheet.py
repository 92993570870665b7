"""Our own count as a sum: lines that exclude one another, each with its bar, and the total."""

from __future__ import annotations

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.incidents.layouts import word
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label, hairline
from models.vocabulary.status import AccountingLine

_BAR = QSize(124, 6)


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


class SumSheet(QFrame):
    """A card with a line for each kind of case that occurs and the total beneath a double rule."""

    def __init__(self, kit: Kit, lines: Mapping[AccountingLine, int]) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(0)
        summed = {
            line: count
            for line, count in lines.items()
            if line is not AccountingLine.OUTSIDE_THE_SUM
        }
        total = sum(summed.values())
        for at, (line, count) in enumerate(summed.items()):
            if at:
                column.addWidget(hairline(kit))
            column.addLayout(_line(kit, line, count, total, sign="+" if at else ""))
        column.addWidget(hairline(kit))
        column.addSpacing(2)
        column.addWidget(hairline(kit))
        column.addLayout(_total(kit, total))
        outside = lines.get(AccountingLine.OUTSIDE_THE_SUM, 0)
        if outside:
            column.addWidget(
                Label(
                    kit,
                    lambda t: t.say_n(
                        "Outside the sum: {n} closed case.",
                        "Outside the sum: {n} closed cases.",
                        outside,
                    ),
                    Size.S,
                    Role.TEXT2,
                )
            )


def _line(kit: Kit, line: AccountingLine, count: int, total: int, *, sign: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 8)
    row.setSpacing(12)
    plus = Label(kit, sign, role=Role.TEXT2)
    plus.setFixedWidth(14)
    row.addWidget(plus)
    row.addWidget(word(kit, "accounting", line.value), 1)
    row.addWidget(SumBar(kit, count / total if total else 0))
    row.addWidget(_figure(kit, count, Size.L))
    return row


def _total(kit: Kit, total: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 10, 0, 4)
    row.setSpacing(12)
    equals = Label(kit, "=", role=Role.TEXT2)
    equals.setFixedWidth(14)
    row.addWidget(equals)
    row.addWidget(Label(kit, lambda t: t.say("Lost in this incident"), Size.L, strong=True), 1)
    row.addWidget(_figure(kit, total, Size.X))
    return row


def _figure(kit: Kit, count: int, size: Size) -> Label:
    figure = Label(kit, kit.translator.number(count), size, strong=True)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    figure.setMinimumWidth(kit.theme.scaled(44))
    return figure

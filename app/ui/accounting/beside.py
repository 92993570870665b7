"""Stand beneath the sum what was answered about its men, and where the interim measure stands."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.accounting_paper import BesideTheSum
from app.ui.accounting.sum_card import figure
from app.ui.forms.entry import turn
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, hairline
from app.wording.vocabulary import label

_EDGE = 16
_NARROW = 620


class BesideTables(QWidget):
    """Two small tables, side by side where there is room; each counts every man of the sum once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self.hide()

    def show_tables(self, told: BesideTheSum | None) -> None:
        """Show both tables; None, or nothing in them, takes no room."""
        while (item := self._line.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        answers = [
            (_coded("answered", row.key.value), row.count, row.contested)
            for row in (told.answers if told is not None else ())
        ]
        measures = [
            (_coded("r39", value), count, 0)
            for value, count in (told.measures.rows if told is not None else ())
        ]
        for head, rows in (
            (_ANSWERED, answers),
            (_MEASURE, measures),
        ):
            if rows:
                self._line.addWidget(_table(self._kit, head, rows), 1, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(answers or measures))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._line, narrow=self.width() < self._kit.theme.scaled(_NARROW))


def _table(kit: Kit, head: Words, rows: list[tuple[Words, int, int]]) -> QFrame:
    """Lay one table out, its heads as the heads of the sum."""
    card = QFrame()
    card.setObjectName("card")
    kit.bind(card, card.setAccessibleName, head)
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 8, 1, 8)
    column.setSpacing(0)
    first = _row()
    first.addWidget(Label(kit, head, strong=True, wrap=True), 1)
    first.addWidget(Label(kit, lambda t: t.say_in("head of a sum", "men"), Size.S, Role.TEXT2), 0)
    column.addLayout(first)
    for words, count, contested in rows:
        column.addWidget(hairline(kit))
        line = _row()
        line.addWidget(Label(kit, words, wrap=True), 1)
        if contested:
            line.addWidget(Label(kit, _disputed(contested), Size.S, Role.TEXT2))
        line.addWidget(figure(kit, count, Size.M))
        column.addLayout(line)
    return card


def _row() -> QBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_EDGE, 6, _EDGE, 6)
    row.setSpacing(12)
    return row


def _coded(vocabulary: str, code: str) -> Words:
    return lambda t: label(vocabulary, code, t.lang)


def _disputed(count: int) -> Words:
    return lambda t: t.say_n("of them {n} disputed", "of them {n} disputed", count)


_ANSWERED: Words = lambda t: t.say("What was answered about them")  # noqa: E731  a sentence
_MEASURE: Words = lambda t: t.say("Interim measure of the Court (Rule 39)")  # noqa: E731  a sentence

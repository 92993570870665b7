"""Says what of the file is not on the paper, how many facts of it, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.reports.leaving_out import LeftOut
from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption, hairline
from app.wording.vocabulary import label
from models.vocabulary.papers import LeftThing, PaperSection, WhyLeftOut

_MOST = 5
WIDE: Final = 300


class LeftOutList(QWidget):
    """The weightiest of what was left out; `all_asked` when the rest is wanted beside the page."""

    all_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._total = Label(kit, "", Size.S, Role.TEXT2)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.all_button = quiet(kit, lambda t: t.say("All of it, beside the page"), key="L")
        self.all_button.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.addWidget(Label(kit, lambda t: t.say("Left out, and why"), strong=True), 1)
        head.addWidget(self._total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_left_out(self, left_out: Sequence[LeftOut]) -> None:
        """Show what was left out, most facts first."""
        total = sum(one.count for one in left_out)
        self._total.set_words(lambda t: t.say_n("{n} fact", "{n} facts", total))
        self.all_button.setVisible(bool(left_out))
        clear(self._rows)
        for thing, why, count in _weightiest(left_out):
            self._rows.addLayout(left_row(self._kit, thing, why, count))
        if not left_out:
            nothing: Words = lambda t: t.say("Nothing: this reader sees the whole file.")  # noqa: E731
            self._rows.addWidget(Label(self._kit, nothing, Size.S, Role.TEXT2, wrap=True))


class LeftOutColumn(QWidget):
    """All that was left out, by section, beside the page; `left` when it is put away."""

    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setMinimumWidth(kit.theme.scaled(WIDE))
        away = icon_button(kit, "close", lambda t: t.say("Put away"), key="L", edge=False)
        away.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(Label(kit, lambda t: t.say("Left out, and why"), strong=True), 1)
        head.addWidget(away)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(6)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 4, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(hairline(kit, vertical=True))
        row.addLayout(column, 1)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Left out, and why"))
        self.hide()

    def show_left_out(self, left_out: Sequence[LeftOut]) -> None:
        """Show it section by section, in the order of the file."""
        clear(self._rows)
        order = list(PaperSection)
        ordered = sorted(left_out, key=lambda one: (order.index(one.section), one.thing))
        for section, things in groupby(ordered, key=lambda one: one.section):
            self._rows.addWidget(caption(self._kit, _section(section)))
            for one in things:
                self._rows.addLayout(left_row(self._kit, one.thing, one.why, one.count))
            self._rows.addSpacing(6)
        if not ordered:
            nothing: Words = lambda t: t.say("Nothing: this reader sees the whole file.")  # noqa: E731
            self._rows.addWidget(Label(self._kit, nothing, role=Role.TEXT2, wrap=True))
        self._rows.addStretch(1)


def _weightiest(left_out: Sequence[LeftOut]) -> list[tuple[LeftThing, WhyLeftOut, int]]:
    """Add up what was left out of several sections for one reason; the most facts first."""
    counted: Counter[tuple[LeftThing, WhyLeftOut]] = Counter()
    for one in left_out:
        counted[one.thing, one.why] += one.count
    return [(thing, why, count) for (thing, why), count in counted.most_common(_MOST)]


def left_row(kit: Kit, thing: LeftThing, why: WhyLeftOut, count: int) -> QHBoxLayout:
    """Show one thing that was left out: its name, why, how many facts."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(kit, _thing(thing), wrap=True))
    words.addWidget(Label(kit, _why(why), Size.S, Role.TEXT2, wrap=True))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel(kit, "redact", Role.TEXT2, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    row.addWidget(Label(kit, str(count), Size.S, Role.TEXT2), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _section(section: PaperSection) -> Words:
    return lambda t: label("paper_section", section.value, t.lang)


def _thing(thing: LeftThing) -> Words:
    return lambda t: label("left_thing", thing.value, t.lang)


def _why(why: WhyLeftOut) -> Words:
    return lambda t: label("why_left_out", why.value, t.lang)

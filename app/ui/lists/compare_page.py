"""Two lists side by side: on one only, on both but otherwise, known to nobody; printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import Translator
from app.jobs.papers.list_comparison import draft_comparison
from app.queries.lists.comparison import compare_lists
from app.shapes.lists import ListDifference, ListSide, RowChange, RowPair, RowView
from app.ui.cases.content import TOP, Card, clear
from app.ui.cases.spoken import known, when
from app.ui.doors import SheetToPrint
from app.ui.lists.words import LIST_REPLY, row_words
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work
from app.wording.visible_text import visible
from app.wording.vocabulary import label

if TYPE_CHECKING:
    from app.ui.lists.door import ListsDoor

PLACE: Final = "compare_lists"
MOST: Final = 300
"""Rows of a group that are shown at once; the paper has them all."""

_DIFFERENCES: Final[tuple[tuple[RowChange, Words], ...]] = (
    (RowChange.SPELLING, lambda t: t.say("Spelled differently")),
    (RowChange.REPLY, lambda t: t.say("Answered differently")),
    (RowChange.DETAIL, lambda t: t.say("Other particulars differ")),
    (RowChange.MAN, lambda t: t.say("Taken for two men of ours")),
)


class ComparePanel(PagePanel):
    """The page; P prints it."""

    def __init__(self, work: Work, door: ListsDoor) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._door = door
        self.difference: ListDifference | None = None
        self._asked: tuple[UUID, UUID] | None = None
        kit = work.kit
        self.title = Label(kit, "", Size.X, strong=True, wrap=True)
        self.about = Label(kit, "", role=Role.TEXT2, wrap=True)
        self.back = quiet(kit, lambda t: t.say("Lists"), icon="left")
        self.print_button = plain(
            kit, lambda t: t.say("Print differences"), icon="print", key="Ctrl+P"
        )
        self._groups = QVBoxLayout()
        self._groups.setSpacing(12)
        self._lay_out()
        self.back.clicked.connect(door.show_lists)
        self.print_button.clicked.connect(self.print_it)
        self.print_button.setVisible(work.doors.papers is not None)
        work.actions.add(
            Action(
                "compare_lists.print",
                lambda t: t.say("Print differences"),
                "Ctrl+P",
                "print",
                PLACE,
                footer=lambda t: t.say("print"),
            ),
            self.print_it,
        )

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, tuple):
            first, second = argument
            self._asked = (first, second)
            self.difference = None
            clear(self._groups)
            self._work.read(lambda reader: compare_lists(reader, first, second), self._show)

    @override
    def retranslate(self, translator: Translator) -> None:
        if self.difference is not None:
            self._show(self.difference)

    def print_it(self) -> None:
        """Show the paper of the differences."""
        papers, asked, shown = self._work.doors.papers, self._asked, self.difference
        if papers is None or asked is None or shown is None:
            return
        workspace, (first, second) = self._work.workspace, asked
        papers.open_sheet(
            SheetToPrint(
                title=lambda t: t.say("Differences between two lists"),
                explained=lambda t: t.say(
                    "{first} and {second}, row by row as they were received.",
                    first=shown.a.version.named,
                    second=shown.b.version.named,
                ),
                draft=lambda lang, paper: draft_comparison(workspace, first, second, lang, paper),
                file_name=f"{shown.a.version.named}-{shown.b.version.named}".replace(" ", ""),
                back=lambda: self._door.compare(first, second),
            )
        )

    # --- showing

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.print_button, 0, TOP)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addSpacing(4)
        column.addLayout(self._groups)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _show(self, found: ListDifference) -> None:
        asked = (found.a.version.id, found.b.version.id)
        if self._asked != asked:
            return
        self.difference = found
        clear(self._groups)
        a, b = found.a.version.named, found.b.version.named
        self.title.set_words(lambda t: t.say("{first} and {second}", first=a, second=b))
        self.about.set_words(lambda t: _about(found, t))
        if not found.differ:
            self._groups.addWidget(
                Label(self.kit, lambda t: t.say("Both say the same of the same men."), strong=True)
            )
        self._rows(lambda t: t.say("On {list} only", list=a), found.only_a)
        self._rows(lambda t: t.say("On {list} only", list=b), found.only_b)
        for how, words in _DIFFERENCES:
            self._pairs(words, found.changed(how), how)
        self._rows(
            lambda t: t.say("Fits several rows of the other"), (*found.unclear_a, *found.unclear_b)
        )
        untied = [pair for pair in found.pairs if not (pair.a.tied and pair.b.tied)]
        self._pairs(lambda t: t.say("On both, and nobody of ours yet"), untied)

    def _rows(self, title: Words, rows: Sequence[RowView]) -> None:
        if not rows:
            return
        grid = self._group(title, len(rows))
        for at, row in enumerate(rows[:MOST]):
            grid.addWidget(self._number(row), at, 0, TOP)
            grid.addWidget(self._said(row), at, 1, TOP)
            grid.addWidget(self._man(row), at, 2, TOP)
        grid.setColumnStretch(2, 2)
        self._tell_more(grid, len(rows))

    def _pairs(self, title: Words, pairs: Sequence[RowPair], how: RowChange | None = None) -> None:
        if not pairs:
            return
        grid = self._group(title, len(pairs))
        for at, pair in enumerate(pairs[:MOST]):
            for column, row in ((0, pair.a), (2, pair.b)):
                grid.addWidget(self._number(row), at, column, TOP)
                said = self._reply(row) if how is RowChange.REPLY else self._said(row)
                grid.addWidget(said, at, column + 1, TOP)
            grid.addWidget(self._man(_tied(pair)), at, 4, TOP)
        grid.setColumnStretch(3, 3)
        grid.setColumnStretch(4, 2)
        self._tell_more(grid, len(pairs))

    def _group(self, title: Words, count: int) -> QGridLayout:
        kit = self.kit

        def headed(t: Translator) -> str:
            said = title if isinstance(title, str) else title(t)
            return t.say("{group}: {n}", group=said, n=t.number(count))

        card = Card(kit, headed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 3)
        card.body.addWidget(hairline(kit))
        card.body.addLayout(grid)
        self._groups.addWidget(card)
        return grid

    def _tell_more(self, grid: QGridLayout, count: int) -> None:
        more = count - MOST
        if more > 0:
            words: Words = lambda t: t.say_n(  # noqa: E731
                "and {n} more row; the paper has it", "and {n} more rows; the paper has them", more
            )
            grid.addWidget(Label(self.kit, words, Size.S, Role.TEXT2), MOST, 1, 1, 3)

    def _number(self, row: RowView) -> Label:
        number = row.row_no
        label_ = Label(self.kit, lambda t: t.number(number), role=Role.TEXT3)
        label_.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label_.setMinimumWidth(self.kit.theme.scaled(26))
        return label_

    def _said(self, row: RowView) -> QWidget:
        first, second = row_words(row)
        return self._two(first, second)

    def _reply(self, row: RowView) -> QWidget:
        t = self.kit.translator
        said = label(LIST_REPLY, row.reply.value, t.lang) if row.reply else t.say("no answer yet")
        day = when(row.replied, t, "table") if known(row.replied) else ""
        first, _ = row_words(row)
        return self._two(first, " · ".join(part for part in (said, day) if part))

    def _man(self, row: RowView) -> QWidget:
        t = self.kit.translator
        man, cases = row.man, self._work.doors.cases
        if man is None:
            hidden = t.say("a case of limited access") if row.hidden else ""
            return Label(self.kit, hidden or t.say("nobody of ours"), role=Role.TEXT3, wrap=True)
        if cases is None:
            return Label(self.kit, f"{man.number} {visible(man.name)}", wrap=True)
        case_id = man.case_id
        link = quiet(self.kit, f"{man.number}  {visible(man.name)}")
        link.clicked.connect(lambda: cases.open_case(case_id))
        return link

    def _two(self, first: str, second: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self.kit, first, wrap=True))
        if second:
            column.addWidget(Label(self.kit, second, Size.S, Role.TEXT2, wrap=True))
        return holder


def _tied(pair: RowPair) -> RowView:
    return pair.b if pair.b.man is not None else pair.a


def _about(found: ListDifference, t: Translator) -> str:
    parts = [_side(found.a, t), _side(found.b, t)]
    same = sum(1 for pair in found.pairs if not pair.changes)
    parts.append(t.say_n("{n} row the same on both", "{n} rows the same on both", same))
    if found.left_out:
        parts.append(
            t.say_n(
                "{n} row without a man left out", "{n} rows without a man left out", found.left_out
            )
        )
    return " · ".join(parts)


def _side(side: ListSide, t: Translator) -> str:
    dated = side.version.dated if known(side.version.dated) else side.version.passed_on
    day = when(dated, t, "table") if known(dated) else t.say("no date")
    return t.say(
        "{list} {title}, {day}", list=side.version.named, title=visible(side.list.title), day=day
    )

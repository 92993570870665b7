"""The list of families to ring, grouped by the person at the telephone; L logs, Enter opens."""

from __future__ import annotations

from typing import Final, Protocol, override
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.jobs.papers.call_sheet import draft_call_sheet
from app.queries.families.call_sheet import call_sheet
from app.shapes.changes import Changes
from app.shapes.families import CallSheet, WhichCalls
from app.ui.cases.content import rail_limits
from app.ui.doors import SheetToPrint
from app.ui.families.call_columns import CallColumns, CallRow
from app.ui.families.ring_rail import RingRail
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, hairline
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE: Final = "calls"
WHICH: Final[tuple[tuple[WhichCalls, Words], ...]] = (
    (WhichCalls.DUE, lambda t: t.say("Due")),
    (WhichCalls.MINE, lambda t: t.say("My cases")),
    (WhichCalls.ALL, lambda t: t.say("All open cases")),
)


class CallForms(Protocol):
    """Where the list leads."""

    def open_log(self, case_id: UUID, relative_id: UUID | None = None) -> None:
        """Open the form that logs a call or visit."""
        ...

    def open_calls(self) -> None:
        """Show whom to ring."""
        ...


class CallsPanel(PagePanel):
    """The page of calls."""

    def __init__(self, work: Work, forms: CallForms) -> None:
        super().__init__(work.kit, PLACE)
        kit = work.kit
        roles = work.workspace.actor.roles
        self.work = work
        self._forms = forms
        self._which = WhichCalls.DUE
        self._turn = 0
        self._may_see = may(roles, Right.READ_FAMILY)
        self._may_log = may(roles, Right.LOG_CONTACT) and work.workspace.read_only is None
        self.table = TwoLineTable(
            kit, lambda t: t.say("Calls"), CallColumns(lambda: kit.translator).make()
        )
        self.ring_rail = RingRail(kit, may_log=self._may_log)
        self.counted = Label(kit, "", Size.M, Role.TEXT2)
        self.choice = Segments(
            kit, [(which.value, words) for which, words in WHICH], lambda t: t.say("Which calls")
        )
        self._left_out = Label(kit, "", Size.S, Role.TEXT2)
        self._body = QStackedWidget()
        self._lay_out()
        self.table.row_chosen.connect(self._in_hand)
        self.table.row_opened.connect(self.open_file)
        self.choice.chosen.connect(self._narrow)
        self.ring_rail.log_asked.connect(self.log)
        self.ring_rail.open_asked.connect(self.open_file)
        work.bus.listen(self._touched, "cases")
        self._add_actions()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.ring_rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the person does

    def call_in_hand(self) -> CallRow | None:
        """Return the call of the line in hand."""
        row = self.table.rows.row(self.table.current_row())
        return row if isinstance(row, CallRow) else None

    def log(self) -> None:
        """Log the call in hand."""
        row = self.call_in_hand()
        if row is not None and self._may_log:
            self._forms.open_log(row.man.case_id, row.man.relative_id)

    def open_file(self, *_: object) -> None:
        """Open the file of the man in hand at his family."""
        row = self.call_in_hand()
        if row is not None and self.work.doors.cases is not None:
            self.work.doors.cases.open_case(row.man.case_id, "family")

    def print_sheet(self) -> None:
        """Show the call sheet as it would be printed."""
        papers = self.work.doors.papers
        if papers is None or not self._may_see:
            return
        which, workspace = self._which, self.work.workspace
        day = workspace.clock.today()
        papers.open_sheet(
            SheetToPrint(
                title=lambda t: t.say("Call sheet"),
                explained=lambda t: t.say(
                    "Whom to ring, what to ask, and room to write. Confidential: it names "
                    "families and their telephones."
                ),
                draft=lambda lang, paper: draft_call_sheet(workspace, which, day, lang, paper),
                file_name=f"calls_{day:%Y-%m-%d}",
                back=self._forms.open_calls,
            )
        )

    def read(self) -> None:
        """Read whom to ring."""
        if not self._may_see:
            self._body.setCurrentIndex(2)
            return
        self._turn += 1
        turn, which, day = self._turn, self._which, self.work.workspace.clock.today()
        self.work.read(lambda reader: (turn, call_sheet(reader, which, day)), self._show)

    # --- building

    def _lay_out(self) -> None:
        kit = self.kit
        head = QHBoxLayout()
        head.setContentsMargins(24, 4, 24, 6)
        head.setSpacing(8)
        head.addWidget(Label(kit, lambda t: t.say("Calls"), Size.X, strong=True))
        head.addSpacing(6)
        head.addWidget(self.counted, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        bar = QWidget()
        flow = FlowLayout(bar, 8, 8)
        flow.addWidget(self.choice)
        if self.work.doors.papers is not None:
            paper = plain(kit, lambda t: t.say("Print call sheet"), icon="print", key="Ctrl+P")
            paper.clicked.connect(self.print_sheet)
            flow.addWidget(paper)
        bar.setContentsMargins(24, 0, 24, 10)
        self._body.addWidget(self.table)
        self._body.addWidget(
            EmptyState(
                kit,
                "phone",
                lambda t: t.say("Nobody is to be rung"),
                lambda t: t.say(
                    "A family stands here when its day has come, or when nobody has spoken with "
                    "it for long."
                ),
            )
        )
        self._body.addWidget(
            EmptyState(
                kit,
                "family",
                lambda t: t.say("Families are not shown to you"),
                lambda t: t.say("Whoever looks after the family sees them here."),
            )
        )
        self._left_out.setContentsMargins(24, 6, 24, 6)
        self._left_out.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(bar)
        column.addWidget(hairline(kit))
        column.addWidget(self._body, 1)
        column.addWidget(self._left_out)

    def _add_actions(self) -> None:
        table = self.work.actions
        table.drop_place(PLACE)
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        table.hint(PLACE, "Enter", lambda t: t.say("open his file"))
        if self._may_log:
            table.add(
                Action(
                    "calls.log",
                    lambda t: t.say("Log a call"),
                    "L",
                    "phone",
                    PLACE,
                    footer=lambda t: t.say("log a call"),
                ),
                self.log,
                may=lambda: self.call_in_hand() is not None,
            )
        if self.work.doors.papers is not None:
            table.add(
                Action(
                    "calls.print",
                    lambda t: t.say("Print call sheet"),
                    "Ctrl+P",
                    "print",
                    PLACE,
                    footer=lambda t: t.say("print"),
                ),
                self.print_sheet,
            )

    # --- answers

    def _show(self, answer: tuple[int, CallSheet]) -> None:
        turn, sheet = answer
        if turn != self._turn:
            return
        rows = [
            CallRow(one, man, at == 0) for one in sheet.to_ring for at, man in enumerate(one.men)
        ]
        at = max(self.table.current_row(), 0)
        self.table.rows.set_rows(rows)
        self._body.setCurrentIndex(0 if rows else 1)
        calls, left_out = len(sheet.to_ring), sheet.left_out
        self.counted.set_words(lambda t: t.say_n("{n} call", "{n} calls", calls))
        self._left_out.setVisible(bool(left_out))
        self._left_out.set_words(
            lambda t: t.say_n(
                "{n} more man is not in this list.",
                "{n} more men are not in this list.",
                left_out,
            )
        )
        if rows:
            self.table.choose_row(min(at, len(rows) - 1))
        self._in_hand()

    @Slot()
    def _in_hand(self, *_: object) -> None:
        self.ring_rail.show_call(self.call_in_hand())

    def _narrow(self, code: str) -> None:
        self._which = WhichCalls(code)
        self.read()

    def _touched(self, _: Changes) -> None:
        if self.isVisible():
            self.read()

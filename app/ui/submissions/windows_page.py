"""The men whose urgent window at the UN working group closes soon, and their drafts in one go."""

from __future__ import annotations

from collections.abc import Callable
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from app.i18n.translator import Translator
from app.queries.submissions.periods import windows_closing
from app.services.submissions.submissions import draft_submissions
from app.shapes.changes import Changes
from app.shapes.requests.submissions import OpenSubmission, SubmissionFacts
from app.shapes.submissions import ClosingWindow
from app.ui.forms.saved import tell_saved
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.submissions.submissions_panel import WITHIN
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.kit import Kit
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.table_columns import Cell, Column
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from app.wording.submissions import day_words
from app.wording.visible_text import visible
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may
from models.vocabulary.submissions import Body, SubmissionKind

PLACE = "submission_windows"


class WindowsPanel(PagePanel):
    """Lists the men; one press makes a draft for each that is ticked, or for all."""

    left = Signal()

    def __init__(self, work: Work, open_case: Callable[[UUID], object]) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._open_case = open_case
        self.rows: tuple[ClosingWindow, ...] = ()
        self._wanted: UUID | None = None
        kit = work.kit
        back = quiet(kit, lambda t: t.say("Submissions"), icon="left")
        back.clicked.connect(self.left)
        self.make = primary(kit, lambda t: t.say("Make drafts"), key="D")
        self.make.clicked.connect(self.make_drafts)
        self.make.setVisible(may(work.workspace.actor.roles, Right.EDIT_SUBMISSION))
        head = QHBoxLayout()
        head.addWidget(Label(kit, lambda t: t.say("Windows that close"), Size.X, strong=True), 1)
        head.addWidget(self.make)
        top = QVBoxLayout()
        top.setContentsMargins(24, 8, 24, 8)
        top.setSpacing(4)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        top.addLayout(head)
        top.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "The UN working group takes a case as urgent for three months after the "
                    "disappearance. Tick the men with Space; without ticks a draft is made for all."
                ),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        self._table = TwoLineTable(kit, lambda t: t.say("Windows that close"), _columns(kit))
        self._table.row_opened.connect(self._open)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._empty = EmptyState(
            kit,
            "clock",
            lambda t: t.say("No window closes within two weeks"),
            lambda t: t.say("Whoever stands before the working group already is not listed here."),
        )
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        self._add_actions()
        work.bus.listen(self._touched, "submissions", "cases")

    def _add_actions(self) -> None:
        actions = self._work.actions
        actions.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        actions.hint(PLACE, "Enter", lambda t: t.say("open"))
        actions.hint(PLACE, "Space", lambda t: t.say("tick"))
        actions.add(
            Action("windows.back", lambda t: t.say("Back"), "Esc", "left", PLACE), self.left.emit
        )
        if may(self._work.workspace.actor.roles, Right.EDIT_SUBMISSION):
            actions.add(
                Action(
                    "windows.drafts",
                    lambda t: t.say("Make drafts"),
                    "D",
                    "edit",
                    PLACE,
                    footer=lambda t: t.say("make drafts"),
                ),
                self.make_drafts,
            )

    @override
    def arrive(self, argument: object) -> None:
        self._wanted = argument if isinstance(argument, UUID) else None
        self._read()
        self._table.setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self._table.retranslate()

    def make_drafts(self) -> None:
        """Make a draft of an urgent appeal for each man that is ticked, or for all."""
        ticked = self._table.rows.ticked()
        chosen = [self.rows[at] for at in ticked if at < len(self.rows)] or list(self.rows)
        if not chosen:
            return
        say = self.kit.translator.say
        requests = [
            OpenSubmission(
                SubmissionFacts(
                    Body.UN_WORKING_GROUP,
                    SubmissionKind.URGENT_APPEAL,
                    say("Urgent appeal: {name}", name=one.name or one.number),
                    due_on=None,
                ),
                (one.case_id,),
            )
            for one in chosen
        ]
        count = len(requests)
        self._work.write(
            lambda uow: draft_submissions(uow, requests),
            lambda _: tell_saved(
                self._work,
                lambda t: t.say_n("{n} draft is made.", "{n} drafts are made.", count),
            ),
        )

    def _touched(self, _changes: Changes) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        today = self._work.workspace.clock.today()
        self._work.read(lambda reader: windows_closing(reader, today, WITHIN), self._show)

    def _show(self, rows: tuple[ClosingWindow, ...]) -> None:
        ticked = {self._wanted} if self._wanted is not None else self._ticked()
        self.rows = rows
        self._table.rows.set_rows(rows)
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        self.make.setEnabled(bool(rows))
        if rows:
            self._table.choose_row(0)
        for at, row in enumerate(rows):
            if row.case_id in ticked:
                self._table.rows.tick(at)
                if row.case_id == self._wanted:
                    self._table.choose_row(at)
        self._wanted = None

    def _ticked(self) -> set[UUID]:
        """Return whose rows are ticked; a read of what somebody saved takes no tick away."""
        ticked = self._table.rows.ticked()
        return {self.rows[at].case_id for at in ticked if at < len(self.rows)}

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self._open_case(self.rows[at].case_id)


def _columns(kit: Kit) -> list[Column[ClosingWindow]]:
    def man(row: ClosingWindow) -> Cell:
        return Cell(visible(row.name) or row.number, row.number, strong=True)

    def lost(row: ClosingWindow) -> Cell:
        return Cell(date_in_words(row.disappeared, kit.translator, "table"))

    def closes(row: ClosingWindow) -> Cell:
        t = kit.translator
        sure = "" if row.window.certain else t.say("at the earliest")
        return Cell(day_words(row.window.closes, t), sure, keeps=True)

    def left(row: ClosingWindow) -> Cell:
        t = kit.translator
        if row.days_left == 0:
            return Cell(t.say("today"), strong=True)
        return Cell(t.say_n("{n} day", "{n} days", row.days_left), strong=True)

    return [
        Column("man", lambda t: t.say("Man"), man, 280, 180, 1, grows=True, sorts=False),
        Column("lost", lambda t: t.say("Disappeared"), lost, 230, 160, 1, sorts=False),
        Column("closes", lambda t: t.say("Window closes"), closes, 180, 150, sorts=False),
        Column("left", lambda t: t.say("Left"), left, 100, 80, sorts=False),
    ]

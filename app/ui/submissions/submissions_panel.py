"""The list of submissions: who was asked about whom, until when, how far each is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import override
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.queries.submissions.lines import submission_lines
from app.queries.submissions.periods import windows_closing
from app.shapes.changes import Changes
from app.shapes.submissions import (
    ClosingWindow,
    SubmissionFilter,
    SubmissionLine,
    WhichSubmissions,
)
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.submissions.columns import submission_columns
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "submissions"
WITHIN = 14
_WHICH: tuple[tuple[str, Words], ...] = (
    (WhichSubmissions.ALL, lambda t: t.say("All")),
    (WhichSubmissions.OPEN, lambda t: t.say("Waiting for an answer")),
    (WhichSubmissions.OVERDUE, lambda t: t.say("Overdue")),
    (WhichSubmissions.ANSWERED, lambda t: t.say("Answered")),
    (WhichSubmissions.DRAFTS, lambda t: t.say("Drafts")),
)


class SubmissionsPanel(PagePanel):
    """Lists submissions; Enter opens one; windows that close stand above them."""

    def __init__(
        self,
        work: Work,
        open_one: Callable[[UUID], object],
        open_new: Callable[[], object],
        open_windows: Callable[[], object],
    ) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._open_one = open_one
        self._wanted = SubmissionFilter()
        self.rows: tuple[SubmissionLine, ...] = ()
        kit = work.kit
        self.may_write = may(work.workspace.actor.roles, Right.EDIT_SUBMISSION)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.addWidget(Label(kit, lambda t: t.say("Submissions"), Size.X, strong=True))
        head.addStretch(1)
        self.new = plain(kit, lambda t: t.say("New submission"), icon="plus", key="Ctrl+N")
        self.new.clicked.connect(open_new)
        self.new.setVisible(self.may_write)
        head.addWidget(self.new)
        self.which = ChoiceRow(kit, lambda t: t.say("Which submissions"), _WHICH)
        self.which.chosen.connect(self._choose)
        filters = QHBoxLayout()
        filters.setContentsMargins(24, 0, 24, 8)
        filters.addWidget(self.which, 1)
        self._table = TwoLineTable(kit, lambda t: t.say("Submissions"), submission_columns(kit))
        self._table.row_opened.connect(self._open)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._empty = EmptyState(
            kit,
            "submissions",
            lambda t: t.say("Nothing here"),
            lambda t: t.say(
                "A submission says who was asked about whom, until when, and what they answered."
            ),
        )
        self._stack.addWidget(self._empty)
        self.windows = self._notice(open_windows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.windows)
        column.addLayout(filters)
        column.addLayout(self._stack, 1)
        self._add_actions(open_new, open_windows)
        work.bus.listen(self._touched, "submissions", "cases")

    def _notice(self, open_windows: Callable[[], object]) -> QWidget:
        kit = self._work.kit
        self._windows_words = Label(kit, "", wrap=True)
        button = plain(kit, lambda t: t.say("Show them"), key="W")
        button.clicked.connect(open_windows)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(24, 0, 24, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(kit, "clock"))
        row.addWidget(self._windows_words, 1)
        row.addWidget(button)
        holder.hide()
        return holder

    def _add_actions(
        self, open_new: Callable[[], object], open_windows: Callable[[], object]
    ) -> None:
        actions = self._work.actions
        actions.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        actions.hint(PLACE, "Enter", lambda t: t.say("open"))
        if self.may_write:
            actions.add(
                Action(
                    "submissions.new",
                    lambda t: t.say("New submission"),
                    "Ctrl+N",
                    "plus",
                    PLACE,
                    footer=lambda t: t.say("new submission"),
                ),
                open_new,
            )
        actions.add(
            Action(
                "submissions.windows",
                lambda t: t.say("Windows that close"),
                "W",
                "clock",
                PLACE,
                footer=lambda t: t.say("windows"),
            ),
            open_windows,
        )

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, WhichSubmissions):
            self.which.choose(argument)
            self._wanted = replace(self._wanted, which=argument)
        self._read()
        self._table.setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self._table.retranslate()

    def _choose(self, which: str) -> None:
        self._wanted = replace(self._wanted, which=WhichSubmissions(which))
        self._read()

    def _touched(self, _changes: Changes) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        wanted = self._wanted
        today = self._work.workspace.clock.today()
        self._work.read(lambda reader: submission_lines(reader, wanted), self._show)
        self._work.read(lambda reader: windows_closing(reader, today, WITHIN), self._show_windows)

    def _show(self, rows: tuple[SubmissionLine, ...]) -> None:
        at = self._table.current_row()
        self.rows = rows
        self._table.rows.set_rows(rows)
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        if rows:
            self._table.choose_row(min(max(at, 0), len(rows) - 1))

    def _show_windows(self, found: tuple[ClosingWindow, ...]) -> None:
        first = found[0].days_left if found else 0
        self._windows_words.set_words(
            lambda t: t.say_n(
                "For {n} man the urgent window at the UN working group closes within two weeks; "
                "days left to the first: {days}.",
                "For {n} men the urgent window at the UN working group closes within two weeks; "
                "days left to the first: {days}.",
                len(found),
                days=first,
            )
        )
        self.windows.setVisible(bool(found))

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self._open_one(self.rows[at].id)

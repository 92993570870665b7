"""Do with a line of the day what its page and a man's file offer; say it, offer to undo it."""

from __future__ import annotations

from datetime import date
from typing import Any  # what a use case answers is not looked at here
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.queries.today.tasks import colleagues, task
from app.services.desk.tasks import (
    assign_line,
    change_task,
    end_task,
    put_off_line,
    settle_line,
    take_line_back,
)
from app.shapes.changes import Outcome
from app.shapes.requests.tasks import (
    AssignLine,
    ChangeTask,
    EndTask,
    LineMeant,
    PutOffLine,
    SettleLine,
    TakeLineBack,
)
from app.shapes.today import Colleague, TaskView, TodayLine
from app.ui.forms.saved import tell_saved
from app.ui.today.sheets import AskingSheet, EndSheet, HandOnSheet, PutOffSheet
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.today import what_words, who_words
from models.vocabulary.tasks import TaskState, TodayKind


def meant(line: TodayLine) -> LineMeant:
    """Name a line in a request."""
    return LineMeant(line.kind, line.subject_id, line.case_id)


class TodayDeeds:
    """What can be done with a line; each asks what it must know on a sheet of its own."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def put_off(self, line: TodayLine, host: QWidget) -> None:
        """Ask until when and why, then leave the line out until that day."""

        def given(until: date, why: str) -> None:
            request = PutOffLine(meant(line), until, why)
            self._run(sheet, lambda uow: put_off_line(uow, request), lambda t: t.say("Put off."))

        today = self._work.workspace.clock.today()
        sheet = PutOffSheet(self._work.kit, self._about(line), today, host, given)
        sheet.open()

    def take_up(self, line: TodayLine) -> None:
        """Let a line that was put off stand on the page again."""
        request = TakeLineBack(meant(line))
        self._work.write(
            lambda uow: take_line_back(uow, request),
            lambda _: tell_saved(self._work, lambda t: t.say("Taken up again.")),
        )

    def hand_on(self, line: TodayLine, host: QWidget) -> None:
        """Ask to whom, then hand the line on; a task changes hands itself."""

        def ask(staff: tuple[Colleague, ...]) -> None:
            sheet = HandOnSheet(
                self._work.kit, self._about(line), staff, line.assigned_to, host,
                lambda whom: self._hand(sheet, line, whom),
            )  # fmt: skip
            sheet.open()

        self._work.read(colleagues, ask)

    def end(self, line: TodayLine, host: QWidget) -> None:
        """Note that a task is done, or that somebody saw to a line that nothing else settles."""
        if line.kind is TodayKind.TASK:
            self._work.read(
                lambda reader: task(reader, line.subject_id),
                lambda one: self.end_task(one, TaskState.DONE, host),
            )
            return

        def given(note: str) -> None:
            request = SettleLine(meant(line), note)
            self._run(sheet, lambda uow: settle_line(uow, request), lambda t: t.say("Seen to."))

        sheet = EndSheet(self._work.kit, self._about(line), host, given)
        sheet.open()

    def end_task(self, one: TaskView, state: TaskState, host: QWidget) -> None:
        """Ask how it ended, then end a task."""
        dropped = state is TaskState.DROPPED

        def given(note: str) -> None:
            request = EndTask(one.id, one.version, state, note)
            told: Words = (
                (lambda t: t.say("The task is dropped."))
                if dropped
                else (lambda t: t.say("The task is done."))
            )
            self._run(sheet, lambda uow: end_task(uow, request), told)

        sheet = EndSheet(self._work.kit, one.subject, host, given, dropped=dropped)
        sheet.open()

    def _hand(self, sheet: AskingSheet, line: TodayLine, whom: UUID | None) -> None:
        told: Words = lambda t: t.say("Handed on.")  # noqa: E731  a sentence, said later
        if line.kind is not TodayKind.TASK:
            request = AssignLine(meant(line), whom)
            self._run(sheet, lambda uow: assign_line(uow, request), told)
            return

        def change(one: TaskView) -> None:
            form = ChangeTask(one.id, one.version, one.subject, one.detail, one.due_on, whom)
            self._run(sheet, lambda uow: change_task(uow, form), told)

        self._work.read(lambda reader: task(reader, line.subject_id), change, sheet.refused)

    def _run(self, sheet: AskingSheet, use_case: Any, told: Words) -> None:
        def done(_: Outcome[None]) -> None:
            sheet.accept()
            tell_saved(self._work, told)

        self._work.write(use_case, done, sheet.refused)

    def _about(self, line: TodayLine) -> Words:
        return lambda t: "  ·  ".join(
            part for part in (line.number, who_words(line, t), what_words(line, t)) if part
        )

"""The part of a man's file that shows what is to be done about him, and what was done."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.today.tasks import tasks_of_case
from app.shapes.changes import Changes
from app.shapes.today import TasksOfCase, TaskView
from app.ui.cases.content import MIDDLE, Card, clear
from app.ui.cases.spoken import moment
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.today.deeds import TodayDeeds
from app.ui.today.opening import TaskForms
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.today import task_day_words
from app.wording.vocabulary import label
from models.vocabulary.roles import Action, may
from models.vocabulary.tasks import TaskState


class CaseTasks(QWidget):
    """The cards: open tasks by their day, then those that ended."""

    def __init__(self, work: Work, forms: TaskForms, case_id: UUID) -> None:
        super().__init__()
        self._work, self._forms, self._case_id = work, forms, case_id
        self._deeds = TodayDeeds(work)
        self._may = may(work.workspace.actor.roles, Action.MANAGE_TASKS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(12)
        work.bus.listen(self._touched, "tasks")
        self.read()

    def read(self) -> None:
        """Read the tasks of the man."""
        self._work.read(lambda reader: tasks_of_case(reader, self._case_id), self._show)

    def _touched(self, _: Changes) -> None:
        self.read()

    def _show(self, tasks: TasksOfCase) -> None:
        clear(self._column)
        kit = self._work.kit
        corner = []
        if self._may:
            new = plain(kit, lambda t: t.say("New task"), icon="plus")
            new.clicked.connect(lambda: self._forms.open_task(self._case_id))
            corner.append(new)
        waiting = Card(kit, lambda t: t.say("To be done"), corner)
        for one in tasks.open:
            waiting.body.addWidget(self._open_row(one))
        if not tasks.open:
            waiting.body.addWidget(
                Label(kit, lambda t: t.say("Nothing is to be done about him."), role=Role.TEXT2)
            )
        self._column.addWidget(waiting)
        if tasks.ended:
            ended = Card(kit, lambda t: t.say("Ended"))
            for one in tasks.ended:
                ended.body.addWidget(self._ended_row(one))
            self._column.addWidget(ended)
        self._column.addStretch(1)

    def _open_row(self, one: TaskView) -> QWidget:
        kit = self._work.kit
        today = self._work.workspace.clock.today()
        late = one.due_on is not None and one.due_on <= today
        row, words, foot = self._row(one)
        role = Role.WARN if late else Role.TEXT2
        if late:
            foot.addWidget(IconLabel(kit, "clock", Role.WARN, 12), 0, MIDDLE)
        if one.due_on is not None:
            due = one.due_on
            foot.addWidget(Label(kit, lambda t: task_day_words(due, today, t), Size.S, role))
        who = one.assigned_name
        foot.addWidget(
            Label(kit, (lambda t: t.say("with {name}", name=who)) if who
                  else (lambda t: t.say("nobody yet")), Size.S, Role.TEXT2)
        )  # fmt: skip
        foot.addStretch(1)
        if self._may:
            for said, act in (
                (lambda t: t.say("Change"), lambda: self._forms.open_change(one.id)),
                (lambda t: t.say("Drop it"), lambda: self._end(one, TaskState.DROPPED)),
                (lambda t: t.say_in("task", "Done"), lambda: self._end(one, TaskState.DONE)),
            ):
                button = quiet(kit, said)
                button.clicked.connect(act)
                words.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ended_row(self, one: TaskView) -> QWidget:
        kit = self._work.kit
        row, _, foot = self._row(one)
        state, at = one.state, one.ended_at
        foot.addWidget(
            Label(kit, lambda t: label("task_state", state.value, t.lang), Size.S, Role.TEXT2)
        )
        if at is not None:
            foot.addWidget(Label(kit, lambda t: moment(at, t), Size.S, Role.TEXT2))
        foot.addWidget(Label(kit, one.ended_remark, Size.S, Role.TEXT2, wrap=True), 1)
        return row

    def _row(self, one: TaskView) -> tuple[QWidget, QHBoxLayout, QHBoxLayout]:
        kit = self._work.kit
        row = QWidget()
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 4, 0, 4)
        whole.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(kit, one.subject, wrap=True))
        if one.detail:
            column.addWidget(Label(kit, one.detail, role=Role.TEXT2, wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        column.addLayout(foot)
        whole.addLayout(column, 1)
        return row, whole, foot

    def _end(self, one: TaskView, state: TaskState) -> None:
        self._deeds.end_task(one, state, self)

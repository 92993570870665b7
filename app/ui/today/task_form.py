"""Set something to be done, or say it anew: what, until when, by whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, override
from uuid import UUID

from PySide6.QtCore import Slot

from app.db.unit_of_work import Reader
from app.i18n import Translator
from app.queries.today.tasks import task
from app.services.desk.tasks import change_task, set_task
from app.shapes.changes import Outcome
from app.shapes.today import Colleague, TaskView
from app.ui.forms.drafted_form import ComparedForm
from app.ui.forms.short_date import ShortDate
from app.ui.today.sheets import NOBODY, whom_combo
from app.ui.today.task_draft import TaskDraft
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.work import Work

PLACE = "task_form"


@dataclass(frozen=True, slots=True)
class SettingTask:
    """A new task, about a man or about none; the colleagues it can be handed to."""

    colleagues: tuple[Colleague, ...]
    case_id: UUID | None = None
    shown: str = ""
    form = "set_task"


@dataclass(frozen=True, slots=True)
class ChangingTask:
    """A task that is said anew."""

    colleagues: tuple[Colleague, ...]
    task: TaskView
    form = "change_task"


class TaskForm(ComparedForm[SettingTask | ChangingTask, TaskDraft]):
    """The form of a task."""

    opened_with = (SettingTask, ChangingTask)
    shape = TaskDraft
    compared: ClassVar[tuple[str, ...]] = ("subject", "detail", "due", "whose")

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=SettingTask.form, save_words=lambda t: t.say("Save task")
        )
        kit = self.kit
        self.subject = LineEdit(kit, lambda t: t.say("What is to be done"))
        self.detail = TextArea(kit, lambda t: t.say("More about it"), most=20_000)
        self.due = ShortDate(kit, lambda t: t.say("Until when"))
        self.whose = whom_combo(kit, ())
        what = self.section(lambda t: t.say("What"))
        what.add(self.enter("subject", self.subject, lambda t: t.say("What is to be done")))
        what.add(self.enter("detail", self.detail, lambda t: t.say("More about it")))
        when = self.section(lambda t: t.say("Until when"))
        when.add(self.enter("due", self.due))
        who = self.section(lambda t: t.say("By whom"))
        who.add(self.enter("whose", self.whose))
        self.more_button.clicked.connect(self.save_and_more)
        for signal in (
            self.subject.textChanged,
            self.detail.changed,
            self.due.changed,
            self.whose.code_changed,
        ):
            signal.connect(self.touched)

    @override
    def start(self, intention: SettingTask | ChangingTask) -> None:
        self.intention = intention
        self.whose.set_choices(
            [
                (NOBODY, lambda t: t.say("nobody yet")),
                *((str(one.id), one.name) for one in intention.colleagues),
            ]
        )
        self.show_draft(self.draft_of(intention))
        changing = isinstance(intention, ChangingTask)
        self.more_button.setVisible(not changing)
        if isinstance(intention, ChangingTask):
            self.title.set_words(lambda t: t.say("Change the task"))
            self.begin(str(intention.task.id), form=intention.form)
            return
        shown = intention.shown
        self.title.set_words(
            lambda t: t.say("New task about {man}", man=shown) if shown else t.say("New task")
        )
        self.begin(str(intention.case_id or ""), form=intention.form)

    @override
    def first_field(self) -> None:
        self.subject.setFocus()

    @override
    def entry_of(self, field: str) -> str:
        return {"to_do": "subject", "assigned_to": "whose", "due_on": "due"}.get(field, field)

    @override
    def draft(self) -> TaskDraft:
        whose = str(self.whose.code() or NOBODY)
        return TaskDraft(
            self.subject.text().strip(),
            self.detail.text().strip(),
            self.due.text().strip(),
            "" if whose == NOBODY else whose,
        )

    @override
    def fill(self, draft: TaskDraft) -> None:
        self.subject.setText(draft.subject)
        self.detail.set_text(draft.detail)
        self.due.set_text(draft.due)
        self.whose.set_code(draft.whose or NOBODY)

    # --- saving

    @override
    def write(self, intention: SettingTask | ChangingTask, draft: TaskDraft) -> None:
        if isinstance(intention, ChangingTask):
            change = draft.to_change(intention.task)
            self.work.write(lambda uow: change_task(uow, change), self._changed, self.refused)
        else:
            new = draft.to_set(intention.case_id)
            self.work.write(lambda uow: set_task(uow, new), self._set, self.refused)

    @Slot(object)
    def _set(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The task is set."))

    @Slot(object)
    def _changed(self, _: Outcome[None]) -> None:
        self.saved(lambda t: t.say("The task is changed."))

    # --- two people changed one task

    @override
    def as_it_stands(
        self, intention: SettingTask | ChangingTask
    ) -> Callable[[Reader], SettingTask | ChangingTask] | None:
        if isinstance(intention, SettingTask):
            return None
        staff, task_id = intention.colleagues, intention.task.id
        return lambda reader: ChangingTask(staff, task(reader, task_id))

    @override
    def draft_of(self, intention: SettingTask | ChangingTask) -> TaskDraft:
        return TaskDraft.of(intention.task) if isinstance(intention, ChangingTask) else TaskDraft()

    @override
    def field_said(self, field: str, t: Translator) -> str:
        return {
            "subject": t.say("What is to be done"),
            "detail": t.say("More about it"),
            "due": t.say("Until when"),
            "whose": t.say("By whom"),
        }.get(field, field)

    @override
    def value_said(self, field: str, value: object, t: Translator) -> str:
        if field != "whose" or self.intention is None:
            return str(value or "")
        names = {str(one.id): one.name for one in self.intention.colleagues}
        return names.get(str(value), t.say("nobody yet"))

    @override
    def gone_words(self, t: Translator) -> str:
        return t.say("Somebody took this task back meanwhile.")

"""What is being typed about a task, and what stops its save; no Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.shapes.requests.tasks import ChangeTask, SetTask
from app.shapes.today import TaskView
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """The content of the form: the day as it is typed, whose it is as an id, "" for nobody's."""

    subject: str = ""
    detail: str = ""
    due: str = ""
    whose: str = ""

    @classmethod
    def of(cls, task: TaskView) -> TaskDraft:
        """Give the draft with which a task is changed."""
        due = f"{task.due_on:%d.%m.%Y}" if task.due_on else ""
        return cls(task.subject, task.detail, due, str(task.assigned_to or ""))

    def problems(self, today: date) -> Sequence[tuple[str, Words]]:  # noqa: ARG002  as all drafts
        """List what stops a save."""
        found: list[tuple[str, Words]] = []
        if not self.subject.strip():
            found.append(("subject", lambda t: t.say("Write what is to be done.")))
        try:
            due = self._due()
        except NotADate as fault:
            unread = fault
            found.append(("due", lambda t: refusal(unread, t)))
        else:
            if due.text and due.latest is None:
                found.append(("due", lambda t: t.say("Enter a day, a month or a year.")))
        return found

    def to_set(self, case_id: UUID | None) -> SetTask:
        """Ask for a new task."""
        return SetTask(self.subject, self.detail, self._due().latest, self._whose(), case_id)

    def to_change(self, task: TaskView) -> ChangeTask:
        """Ask for a task said anew."""
        return ChangeTask(
            task.id, task.version, self.subject, self.detail, self._due().latest, self._whose()
        )

    def _due(self) -> PartialDate:
        return typed_date(self.due)

    def _whose(self) -> UUID | None:
        return UUID(self.whose) if self.whose else None

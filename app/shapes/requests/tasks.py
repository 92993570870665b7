"""What a face asks of tasks and of the lines of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.vocabulary.tasks import TaskState, TodayKind


@dataclass(frozen=True, slots=True)
class SetTask:
    """Something to do, until a day or without one, by somebody or by whoever takes it up."""

    subject: str
    detail: str = ""
    due_on: date | None = None
    assigned_to: UUID | None = None
    case_id: UUID | None = None
    handover_id: UUID | None = None
    submission_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ChangeTask:
    """A task said anew; `version` is the one the editor read."""

    task_id: UUID
    version: int
    subject: str
    detail: str = ""
    due_on: date | None = None
    assigned_to: UUID | None = None


@dataclass(frozen=True, slots=True)
class EndTask:
    """A task is done, or dropped because it need not be done."""

    task_id: UUID
    version: int
    state: TaskState = TaskState.DONE
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LineMeant:
    """A line of the page of the day."""

    kind: TodayKind
    subject_id: UUID
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AssignLine:
    """A line goes into somebody's hands; None: into nobody's."""

    line: LineMeant
    assigned_to: UUID | None


@dataclass(frozen=True, slots=True)
class PutOffLine:
    """A line is not shown until a day, for a reason."""

    line: LineMeant
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class TakeLineBack:
    """A line that was put off or seen to stands on the page again."""

    line: LineMeant


@dataclass(frozen=True, slots=True)
class SettleLine:
    """A line that no other act settles was seen to."""

    line: LineMeant
    remark: str = ""

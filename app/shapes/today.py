"""The page of the day: what waits for somebody, one line each, grouped by why it waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from models.vocabulary.tasks import TaskState, TodayKind


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One thing that waits: what it is about, by when, in whose hands; words are made by faces.

    `days_over` counts the days since it was due: 2 is two days late, 0 is today, -9 in nine days.
    """

    kind: TodayKind
    subject_id: UUID
    case_id: UUID | None = None
    #: The number of the case, the list, the submission, the return.
    number: str = ""
    who: str = ""
    due: date | None = None
    days_over: int | None = None
    #: What was written about it: the subject of a task, what to speak of in a call.
    about: str = ""
    #: A code that says more: the facet set by hand, the form of a draft, the scope of a consent.
    code: str = ""
    count: int = 0
    #: Who is meant beside the man: whom to ring, which body is to answer.
    by: str = ""
    #: The thing the line leads to, where that is neither its subject nor the man.
    at: UUID | None = None
    assigned_to: UUID | None = None
    assigned_name: str = ""
    put_off_until: date | None = None
    put_off_reason: str = ""

    @property
    def key(self) -> str:
        """Return what the line is known by: the same on each day."""
        return f"{self.kind}:{self.subject_id}"


@dataclass(frozen=True, slots=True)
class TodayGroup:
    """All lines of one kind: how many there are, how many are due by today, and the first."""

    kind: TodayKind
    count: int
    due: int
    lines: tuple[TodayLine, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What waits on a day; `put_off` counts what somebody put off until later."""

    on: date
    groups: tuple[TodayGroup, ...]
    put_off: int = 0
    verified_at: datetime | None = None

    @property
    def total(self) -> int:
        """Count all that waits."""
        return sum(group.count for group in self.groups)

    @property
    def due(self) -> int:
        """Count what is due by today, or waits without a day."""
        return sum(group.due for group in self.groups)


@dataclass(frozen=True, slots=True)
class DueDate:
    """A day by which something is due, without a name: for a calendar outside the register."""

    key: str
    on: date
    kind: TodayKind
    number: str = ""


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as it stands."""

    id: UUID
    version: int
    subject: str
    detail: str
    due_on: date | None
    assigned_to: UUID | None
    assigned_name: str
    state: TaskState
    case_id: UUID | None = None
    case_number: str = ""
    case_name: str = ""
    ended_at: datetime | None = None
    ended_remark: str = ""
    set_by: str = ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody at work to whom something can be handed."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class TasksOfCase:
    """What is to be done about a man: open tasks by their day, then those that ended."""

    case_id: UUID
    open: tuple[TaskView, ...] = ()
    ended: tuple[TaskView, ...] = field(default=())

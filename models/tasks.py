"""What somebody is to do, and what was decided about lines the program finds by itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, UtcDateTime, enum_column
from models.vocabulary.tasks import TaskState, TodayKind


class Task(Entity):
    """Something to do until a day, by somebody, about a man or about none."""

    __tablename__ = "tasks"
    __table_args__ = (
        Index("ix_tasks_case_id", "case_id"),
        Index("ix_tasks_state", "state", "due_on"),
    )

    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    handover_id: Mapped[UUID | None] = mapped_column(ForeignKey("handovers.id"))
    submission_id: Mapped[UUID | None] = mapped_column(ForeignKey("submissions.id"))
    subject: Mapped[str] = mapped_column(String(300))
    detail: Mapped[str] = mapped_column(Text, default="")
    due_on: Mapped[date | None]
    assigned_to_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[TaskState] = enum_column(TaskState, default=TaskState.OPEN)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_remark: Mapped[str] = mapped_column(String(500), default="")


class TodayMark(Entity):
    """A line of the page of the day that was handed to somebody, put off, or seen to by hand."""

    __tablename__ = "today_marks"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id"),
        Index("ix_today_marks_case_id", "case_id"),
    )

    kind: Mapped[TodayKind] = enum_column(TodayKind)
    #: What the line is about: the same each day. The register itself where it is about no thing.
    subject_id: Mapped[UUID]
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    assigned_to_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    put_off_until: Mapped[date | None]
    #: Only lines that no other act settles are settled here, such as rows an import refused.
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(String(500), default="")

"""What was sent to a body about whom, until when it is to answer, what it answered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, enum_column, partial_date
from models.vocabulary.accounts import Channel
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind


class Submission(Entity):
    """One thing sent to a body (GC III art. 122 par. 7-8; domain.md 2.10, 2.11)."""

    __tablename__ = "submissions"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_submissions_incident_id", "incident_id"),
    )

    #: SUB-2021-007.
    number: Mapped[str] = mapped_column(String(40))
    body: Mapped[Body] = enum_column(Body)
    #: The body by its name, where the kind does not say it.
    body_name: Mapped[str] = mapped_column(String(300), default="")
    #: The body as a source: what it answers is said by it.
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("sources.id"))
    kind: Mapped[SubmissionKind] = enum_column(SubmissionKind)
    channel: Mapped[Channel] = enum_column(Channel, default=Channel.OTHER)
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    subject: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text, default="")
    our_reference: Mapped[str] = mapped_column(String(100), default="")
    their_reference: Mapped[str] = mapped_column(String(100), default="")
    #: Rule 39: "inter-State", or whose individual application.
    applicant: Mapped[str] = mapped_column(String(300), default="")
    #: Every written communication bears a signature or a seal (art. 122 par. 8).
    signed_by: Mapped[str] = mapped_column(String(200), default="")
    sealed: Mapped[bool] = mapped_column(default=False)
    #: The list that was sent with it.
    list_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("list_versions.id"))
    #: The paper that was sent, as a file exactly as it went.
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("kept_files.id"))
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("submissions.id"))
    officer_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    #: The day by which an answer is due now, extensions counted in; None: no day was set.
    due_on: Mapped[date | None]
    remark: Mapped[str] = mapped_column(Text, default="")

    steps: Mapped[list[SubmissionStep]] = relationship(
        back_populates="submission", order_by="SubmissionStep.position", passive_deletes="all"
    )
    people: Mapped[list[SubmissionMan]] = relationship(
        back_populates="submission", order_by="SubmissionMan.id", passive_deletes="all"
    )


class SubmissionStep(Entity):
    """Something that happened to a submission: sent, extended, reminded, answered, closed."""

    __tablename__ = "submission_steps"
    __table_args__ = (Index("ix_submission_steps_submission_id", "submission_id"),)

    submission_id: Mapped[UUID] = mapped_column(ForeignKey("submissions.id"))
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[StepKind] = enum_column(StepKind)
    occurred: Mapped[PartialDate] = partial_date("occurred")
    #: The new day, where the step sets one.
    due_on: Mapped[date | None]
    reference: Mapped[str] = mapped_column(String(100), default="")
    #: What was answered or decided in this step, and about how many men.
    reply: Mapped[Reply | None] = enum_column(Reply, nullable=True)
    measure: Mapped[Rule39 | None] = enum_column(Rule39, nullable=True)
    men: Mapped[int] = mapped_column(default=0)
    #: The answer in its own words.
    words: Mapped[str] = mapped_column(Text, default="")
    words_lang: Mapped[str] = mapped_column(String(10), default="")
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("kept_files.id"))
    exhibit_id: Mapped[UUID | None] = mapped_column(ForeignKey("exhibits.id"))
    remark: Mapped[str] = mapped_column(Text, default="")

    submission: Mapped[Submission] = relationship(back_populates="steps")


class SubmissionMan(Entity):
    """A man a submission asks about, and what was answered about him."""

    __tablename__ = "submission_people"
    __table_args__ = (
        UniqueConstraint("submission_id", "case_id"),
        Index("ix_submission_people_case_id", "case_id"),
    )

    submission_id: Mapped[UUID] = mapped_column(ForeignKey("submissions.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    reply: Mapped[Reply | None] = enum_column(Reply, nullable=True)
    replied: Mapped[PartialDate] = partial_date("replied")
    reply_words: Mapped[str] = mapped_column(Text, default="")
    #: Interim measures: where his request stands (domain.md 2.10).
    measure: Mapped[Rule39 | None] = enum_column(Rule39, nullable=True)
    measured: Mapped[PartialDate] = partial_date("measured")
    #: The events that sending and answering led to.
    asked_event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    reply_event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    remark: Mapped[str] = mapped_column(Text, default="")

    submission: Mapped[Submission] = relationship(back_populates="people")

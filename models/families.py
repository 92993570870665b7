"""What the family agreed to, and every time somebody spoke with them (domain.md 2.12, 7)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, UtcDateTime, enum_column, partial_date
from models.vocabulary.families import (
    ConsentAnswer,
    ConsentForm,
    ConsentScope,
    ContactHow,
    ContactOutcome,
    DataSubject,
)
from models.vocabulary.partial_date import PartialDate


class Consent(Entity):
    """What somebody agreed to or refused, scope by scope, and on what evidence."""

    __tablename__ = "consents"
    __table_args__ = (Index("ix_consents_case_id", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    subject: Mapped[DataSubject] = enum_column(DataSubject)
    relative_id: Mapped[UUID | None] = mapped_column(ForeignKey("relatives.id"))
    #: Who gave it, where no relative of the file did.
    given_by: Mapped[str] = mapped_column(String(600), default="")
    form: Mapped[ConsentForm] = enum_column(ConsentForm)
    given: Mapped[PartialDate] = partial_date("given")
    language: Mapped[str] = mapped_column(String(10), default="")
    interpreter: Mapped[str] = mapped_column(String(300), default="")
    witness: Mapped[str] = mapped_column(String(300), default="")
    #: The signed paper.
    exhibit_id: Mapped[UUID | None] = mapped_column(ForeignKey("exhibits.id"))
    remark: Mapped[str] = mapped_column(Text, default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")

    scopes: Mapped[list[ConsentToScope]] = relationship(
        back_populates="consent", order_by="ConsentToScope.scope", passive_deletes="all"
    )


class ConsentToScope(Entity):
    """Yes or no to one scope."""

    __tablename__ = "consent_scopes"
    __table_args__ = (
        UniqueConstraint("consent_id", "scope"),
        Index("ix_consent_scopes_case_id", "case_id"),
    )

    consent_id: Mapped[UUID] = mapped_column(ForeignKey("consents.id"))
    #: The case of the consent, kept here too.
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    scope: Mapped[ConsentScope] = enum_column(ConsentScope)
    answer: Mapped[ConsentAnswer] = enum_column(ConsentAnswer)

    consent: Mapped[Consent] = relationship(back_populates="scopes")


class FamilyContact(Entity):
    """One call, visit or letter: with whom, what was said, when next."""

    __tablename__ = "family_contacts"
    __table_args__ = (
        Index("ix_family_contacts_case_id", "case_id"),
        Index("ix_family_contacts_next_on", "next_on"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    relative_id: Mapped[UUID | None] = mapped_column(ForeignKey("relatives.id"))
    #: Who was spoken with, where it was no relative of the file.
    spoke_with: Mapped[str] = mapped_column(String(600), default="")
    how: Mapped[ContactHow] = enum_column(ContactHow)
    outcome: Mapped[ContactOutcome] = enum_column(ContactOutcome)
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    #: Sensitive news is told by two.
    second_staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    sensitive: Mapped[bool] = mapped_column(default=False)
    told: Mapped[str] = mapped_column(Text, default="")
    heard: Mapped[str] = mapped_column(Text, default="")
    #: Class X: never leaves the office (domain.md 6.0).
    remark: Mapped[str] = mapped_column(Text, default="")
    next_on: Mapped[date | None]
    next_about: Mapped[str] = mapped_column(String(500), default="")
    #: Told although the family asked otherwise: the reason given.
    warning_reason: Mapped[str] = mapped_column(String(500), default="")
    #: The event "contact with the family" in the case.
    event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")

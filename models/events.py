"""What happened to a man, and who says so: events, assertions, citations."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, UtcDateTime, enum_column, partial_date
from models.sources import Source
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EvidenceClass,
    IdentityBasis,
    Reliability,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.places import PlacePrecision

WATCHED = "code IN ('C13', 'D28', 'L51')"
"""Codes that the page of the day asks for throughout the register; few among all events."""


class Event(Entity):
    """Something that happened to one person (domain.md 3.3).

    A happening that struck several men is one event in each case, tied by `occurrence_id`:
    each man's account can then be corrected, erased and merged by itself.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_case_id", "case_id"),
        Index(
            "ix_events_watched",
            "code",
            "case_id",
            sqlite_where=text(WATCHED),
            postgresql_where=text(WATCHED),
        ),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    occurrence_id: Mapped[UUID | None]
    code: Mapped[EventCode] = enum_column(EventCode)
    occurred: Mapped[PartialDate] = partial_date("occurred")
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    place_precision: Mapped[PlacePrecision] = enum_column(
        PlacePrecision, default=PlacePrecision.UNKNOWN
    )
    place_as_reported: Mapped[str] = mapped_column(String(500), default="")
    narrative: Mapped[str] = mapped_column(Text, default="")
    narrative_releasable: Mapped[str] = mapped_column(Text, default="")
    #: What the code asks beyond date and source, as one JSON object of strings.
    particulars: Mapped[str] = mapped_column(Text, default="{}")
    #: The figure in the footage ("V12-P07"); ties an identification to what it is about.
    figure: Mapped[str] = mapped_column(String(100), default="")
    #: The facet value the event states where its code leaves it open (health, wording, outcome).
    says: Mapped[str] = mapped_column(String(40), default="")
    #: Circumstances the rules of evidence ask about, as codes with commas.
    traits: Mapped[str] = mapped_column(String(300), default="")
    basis: Mapped[IdentityBasis | None] = enum_column(IdentityBasis, nullable=True)
    reply_due: Mapped[date | None]
    signed_off: Mapped[bool] = mapped_column(default=False)
    authenticity: Mapped[Authenticity | None] = enum_column(Authenticity, nullable=True)
    evidence_class: Mapped[EvidenceClass | None] = enum_column(EvidenceClass, nullable=True)
    #: P12: matched to him by name alone.
    name_only: Mapped[bool] = mapped_column(default=False)
    homonym: Mapped[bool] = mapped_column(default=False)
    #: The account that a person preferred; none = left open, both stand side by side.
    preferred_assertion_id: Mapped[UUID | None]
    #: Saved with a warning ("handover before capture"): the reason given.
    warning_reason: Mapped[str] = mapped_column(String(500), default="")
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    superseded: Mapped[bool] = mapped_column(default=False)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")
    seq_hint: Mapped[int] = mapped_column(default=0)
    import_batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_batches.id"))

    assertions: Mapped[list[Assertion]] = relationship(
        back_populates="event", order_by="Assertion.position", passive_deletes="all"
    )

    @property
    def stands(self) -> bool:
        """True unless the event was withdrawn or replaced by a corrected one (P14)."""
        return self.withdrawn_at is None and not self.superseded


class Assertion(Entity):
    """A source says so: on which day, in which words, how good (domain.md 2.7)."""

    __tablename__ = "assertions"
    __table_args__ = (
        Index("ix_assertions_event_id", "event_id"),
        Index("ix_assertions_case_id", "case_id"),
        Index("ix_assertions_source_id", "source_id"),
    )

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events.id"))
    #: The case of the event, kept here too: all that is said of a man is read by it.
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    #: The day it was said; the day it was entered is `created_at`.
    said: Mapped[PartialDate] = partial_date("said")
    words: Mapped[str] = mapped_column(Text, default="")
    words_lang: Mapped[str] = mapped_column(String(10), default="")
    reliability: Mapped[Reliability] = enum_column(Reliability, default=Reliability.F)
    credibility: Mapped[Credibility] = enum_column(Credibility, default=Credibility.SIX)
    #: All who repeat one origin share one group; empty = the source by itself (P10).
    independence_group: Mapped[str] = mapped_column(String(100), default="")
    coerced: Mapped[bool] = mapped_column(default=False)
    #: When and where, by this account, if it differs from or is finer than the event's own.
    account: Mapped[PartialDate] = partial_date("account")
    account_place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    account_place_as_reported: Mapped[str] = mapped_column(String(500), default="")
    account_condition: Mapped[str] = mapped_column(String(300), default="")
    #: Where in the source: page, row, time code.
    locator: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")
    position: Mapped[int] = mapped_column(default=0)

    event: Mapped[Event] = relationship(back_populates="assertions")
    source: Mapped[Source] = relationship()

    @property
    def grade(self) -> str:
        """The pair as it is shown, "B2"; never one number (domain.md 2.7)."""
        return f"{self.reliability.value}{self.credibility.value}"


class Citation(Entity):
    """Ties a fact other than an event (name, birth date, unit …) to a source.

    `subject_id` is the record that holds the fact, `field` its attribute. A citation may state
    another value than the accepted one; then the two stand side by side (product.md rule 3).
    """

    __tablename__ = "citations"
    __table_args__ = (
        Index("ix_citations_case_id", "case_id"),
        Index("ix_citations_subject", "subject_id", "field"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    subject_id: Mapped[UUID]
    field: Mapped[str] = mapped_column(String(60))
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    #: What the source states, where it differs from the accepted value; empty = it agrees.
    states: Mapped[str] = mapped_column(String(600), default="")
    said: Mapped[PartialDate] = partial_date("said")
    words: Mapped[str] = mapped_column(Text, default="")
    locator: Mapped[str] = mapped_column(String(300), default="")
    reliability: Mapped[Reliability] = enum_column(Reliability, default=Reliability.F)
    credibility: Mapped[Credibility] = enum_column(Credibility, default=Credibility.SIX)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")

    source: Mapped[Source] = relationship()

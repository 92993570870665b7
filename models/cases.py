"""The case: the file on one person, its line in the register, its computed status over time."""

from __future__ import annotations

from datetime import date, datetime
from typing import override
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Entity, SortText, UtcDateTime, enum_column
from models.people import Person
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.deeds import ReadKind
from models.vocabulary.status import Admin, Facet


class Case(Entity):
    """The file on one person; its number carries no personal data (domain.md 9)."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_cases_incident_id", "incident_id"),
        # Every list leaves the bin out: to find the few that lie there must cost nothing.
        Index(
            "ix_cases_removed_at",
            "removed_at",
            sqlite_where=text("removed_at IS NOT NULL"),
            postgresql_where=text("removed_at IS NOT NULL"),
        ),
        Index(
            "ix_cases_access_limited",
            "access_limited",
            sqlite_where=text("access_limited"),
            postgresql_where=text("access_limited"),
        ),
        Index(
            "ix_cases_merged_into_id",
            "merged_into_id",
            sqlite_where=text("merged_into_id IS NOT NULL"),
            postgresql_where=text("merged_into_id IS NOT NULL"),
        ),
    )

    #: The id of the person: one file on one man, and one key that seals both.
    id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True, sort_order=-100)
    number: Mapped[str] = mapped_column(String(40))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    position_id: Mapped[UUID | None] = mapped_column(ForeignKey("positions.id"))
    officer_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    admin: Mapped[Admin] = enum_column(Admin, default=Admin.OPEN)
    closure_reason: Mapped[ClosureReason | None] = enum_column(ClosureReason, nullable=True)
    access_limited: Mapped[bool] = mapped_column(default=False)
    urgent: Mapped[bool] = mapped_column(default=False)
    #: Class X and releasable versions are kept apart (domain.md 6.2 rule 2).
    circumstances: Mapped[str] = mapped_column(Text, default="")
    circumstances_releasable: Mapped[str] = mapped_column(Text, default="")
    believed_responsible: Mapped[str] = mapped_column(String(500), default="")
    steps_taken: Mapped[str] = mapped_column(Text, default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    import_batch_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_batches.id"))
    #: Put into the bin: out of every list and count, whole, and restored by one step (R-13).
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_reason: Mapped[str] = mapped_column(String(500), default="")
    #: The case that took this one in; its number still leads there (AT20).
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))

    person: Mapped[Person] = relationship()

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name this case."""
        return (self.id,)


class StatusOverride(Entity):
    """A supervisor sets a value by hand until a review date (domain.md 3.6 P13)."""

    __tablename__ = "status_overrides"
    __table_args__ = (
        Index("ix_status_overrides_case_id", "case_id"),
        Index(
            "ix_status_overrides_review_by",
            "review_by",
            sqlite_where=text("lifted_on IS NULL"),
            postgresql_where=text("lifted_on IS NULL"),
        ),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: None means the headline itself.
    facet: Mapped[Facet | None] = enum_column(Facet, nullable=True)
    value: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
    evidence_ref: Mapped[str] = mapped_column(String(300))
    set_on: Mapped[date]
    review_by: Mapped[date]
    lifted_on: Mapped[date | None]


class CaseLine(Base):
    """The line of a case in the register: computed, rebuilt with every save of the case.

    `row` is a small whole number so that a million of them fit into one sorted vector.
    """

    __tablename__ = "case_lines"
    __table_args__ = (
        UniqueConstraint("case_id"),
        Index("ix_case_lines_number", "number_key", "row"),
        Index("ix_case_lines_name", "name_key", "row"),
        Index("ix_case_lines_born", "born_key", "row"),
        Index("ix_case_lines_place", "place_key", "row"),
        Index("ix_case_lines_last", "last_key", "row"),
        Index("ix_case_lines_headline", "headline", "row"),
        Index("ix_case_lines_incident", "incident_id", "row"),
        Index("ix_case_lines_changed", "changed_at", "row"),
        # Counted on the page of the day, among all who are still sought.
        Index("ix_case_lines_silent", "silent_from", "row", "officer_id"),
        Index("ix_case_lines_open", "headline", "closed", "row", "officer_id"),
        # Holds all that an accounting sheet of today reads.
        Index("ix_case_lines_accounting", "accounting", "headline", "chips", "row"),
    )

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[str] = mapped_column(String(40))
    number_key: Mapped[str] = mapped_column(SortText)
    #: Name in its own script, then in Latin letters (or the other way where there is no other).
    name: Mapped[str] = mapped_column(String(600))
    name_second: Mapped[str] = mapped_column(String(600), default="")
    name_key: Mapped[str] = mapped_column(SortText)
    born_edtf: Mapped[str | None] = mapped_column(String(60))
    born_key: Mapped[str] = mapped_column(SortText)
    unit: Mapped[str] = mapped_column(String(300), default="")
    unit_hy: Mapped[str] = mapped_column(String(300), default="")
    unit_ru: Mapped[str] = mapped_column(String(300), default="")
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    #: The place as written where no place of the gazetteer is known.
    place_text: Mapped[str] = mapped_column(String(500), default="")
    place_key: Mapped[str] = mapped_column(SortText, default="")
    #: Last known place and date: of the latest event that saw him anywhere.
    last_edtf: Mapped[str | None] = mapped_column(String(60))
    last_key: Mapped[str] = mapped_column(SortText)
    last_earliest: Mapped[date | None]
    last_latest: Mapped[date | None]
    headline: Mapped[str] = mapped_column(String(4))
    fate: Mapped[str] = mapped_column(String(30))
    custody: Mapped[str] = mapped_column(String(30))
    ack: Mapped[str] = mapped_column(String(30))
    #: REPAT, or REMAINS once it is set (decisions.md, Keys).
    home: Mapped[str] = mapped_column(String(30))
    #: Facets that sources contest, comma-separated keys.
    contested: Mapped[str] = mapped_column(String(120), default="")
    #: Chips, comma-separated keys.
    chips: Mapped[str] = mapped_column(String(200), default="")
    sign_of_life: Mapped[date | None]
    #: From this day on nothing is known of him (P5); None where nobody waits for a sign of life.
    silent_from: Mapped[date | None]
    accounting: Mapped[str] = mapped_column(String(30), default="")
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    officer_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    closed: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FacetSnapshot(Base):
    """What was computed, and when it was recorded: "as known on" reads these (decisions.md 11)."""

    __tablename__ = "facet_snapshots"
    #: Holds what a sheet of a past day reads, so that the facets themselves need not be.
    __table_args__ = (
        Index(
            "ix_facet_snapshots_known",
            "case_id", "id", "recorded_at", "accounting", "headline", "chips",
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    codebook_version: Mapped[str] = mapped_column(String(20))
    headline: Mapped[str] = mapped_column(String(4))
    #: Facets and chips as one JSON object: {"FATE": ["ALIVE_CONFIRMED", "L4", …], …}.
    facets: Mapped[str] = mapped_column(Text)
    chips: Mapped[str] = mapped_column(String(200), default="")
    #: The line of the accounting sheet; empty in snapshots older than this column.
    accounting: Mapped[str] = mapped_column(String(30), default="")


class CaseRead(Entity):
    """Somebody read of a case of limited access (R-45)."""

    __tablename__ = "case_reads"
    __table_args__ = (Index("ix_case_reads_case_id", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    how: Mapped[ReadKind] = enum_column(ReadKind)

"""Return operations: when, where, through whom, how many as announced, and who came."""

from __future__ import annotations

from datetime import datetime
from typing import override
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, UtcDateTime, enum_column, partial_date
from models.vocabulary.accounts import Channel
from models.vocabulary.partial_date import PartialDate


class Handover(Entity):
    """One return operation; its announced counts are claims that point at it (domain.md 3.8)."""

    __tablename__ = "handovers"
    __table_args__ = (UniqueConstraint("number"),)

    number: Mapped[str] = mapped_column(String(40))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    occurred: Mapped[PartialDate] = partial_date("occurred")
    from_place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    #: Where they were handed over: a crossing, an airport.
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    channel: Mapped[Channel] = enum_column(Channel, default=Channel.OTHER)
    headcount: Mapped[int | None]
    route: Mapped[str] = mapped_column(String(500), default="")
    route_hy: Mapped[str] = mapped_column(String(500), default="")
    route_ru: Mapped[str] = mapped_column(String(500), default="")
    transport: Mapped[str] = mapped_column(String(300), default="")
    intermediary: Mapped[str] = mapped_column(String(300), default="")
    #: What the other side was given or promised for it, in the words that were said.
    agreed_for: Mapped[str] = mapped_column(Text, default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_remark: Mapped[str] = mapped_column(String(500), default="")

    def route_in(self, lang: str) -> str:
        """Give the route in a language, or as it was entered where none is kept for it."""
        return {"hy": self.route_hy, "ru": self.route_ru}.get(lang, "") or self.route


class Arrival(Entity):
    """Somebody who came with a return operation, as he gave his name; a name is not yet a man."""

    __tablename__ = "arrivals"
    __table_args__ = (
        Index("ix_arrivals_handover_id", "handover_id"),
        Index("ix_arrivals_case_id", "case_id"),
    )

    handover_id: Mapped[UUID] = mapped_column(ForeignKey("handovers.id"))
    #: From this moment the 48 hours of verifying run.
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)
    name_as_told: Mapped[str] = mapped_column(String(600), default="")
    father_as_told: Mapped[str] = mapped_column(String(300), default="")
    birth: Mapped[PartialDate] = partial_date("birth")
    #: The row of the manifest that names him.
    list_row_id: Mapped[UUID | None] = mapped_column(ForeignKey("list_rows.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    #: The case that was opened because nobody of the register was meant: while he stands in it, he
    #: is provisional. No key of the database: he may be merged into another, it stays.
    opened_case_id: Mapped[UUID | None]
    #: The event "handed over" that stands in his case.
    event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    #: Steps of the checklist that do not apply to him, each with its reason, as JSON.
    waived: Mapped[str] = mapped_column(Text, default="{}")
    remark: Mapped[str] = mapped_column(Text, default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name his case."""
        return () if self.case_id is None else (self.case_id,)

"""Counts that somebody published: kept beside ours, never mixed with it (domain.md 3.9)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, UtcDateTime, enum_column, partial_date
from models.sources import Source
from models.vocabulary.accounts import ClaimCategory, ClaimForm
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate


class Claim(Entity):
    """A published count: who, when, of what, in which words, number or range."""

    __tablename__ = "claims"
    __table_args__ = (
        Index("ix_claims_incident_id", "incident_id"),
        Index("ix_claims_handover_id", "handover_id"),
    )

    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    handover_id: Mapped[UUID | None] = mapped_column(ForeignKey("handovers.id"))
    category: Mapped[ClaimCategory] = enum_column(ClaimCategory)
    form: Mapped[ClaimForm] = enum_column(ClaimForm)
    number_from: Mapped[int | None]
    number_to: Mapped[int | None]
    scope: Mapped[str] = mapped_column(String(500), default="")
    scope_hy: Mapped[str] = mapped_column(String(500), default="")
    scope_ru: Mapped[str] = mapped_column(String(500), default="")
    #: Whom it counts, in the query language of the register; empty: everybody of the incident.
    counts: Mapped[str] = mapped_column(String(500), default="")
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    #: The list of names that came with the number.
    list_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("list_versions.id"))
    words: Mapped[str] = mapped_column(Text, default="")
    words_lang: Mapped[str] = mapped_column(String(10), default="")
    as_of: Mapped[PartialDate] = partial_date("as_of")
    said: Mapped[PartialDate] = partial_date("said")
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    reliability: Mapped[Reliability] = enum_column(Reliability, default=Reliability.F)
    credibility: Mapped[Credibility] = enum_column(Credibility, default=Credibility.SIX)
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("claims.id"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")

    source: Mapped[Source] = relationship()

    def scope_in(self, lang: str) -> str:
        """Give the scope in a language, or as it was entered where none is kept for it."""
        return {"hy": self.scope_hy, "ru": self.scope_ru}.get(lang, "") or self.scope

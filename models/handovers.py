"""Return operations: when, where, through whom, how many as announced (domain.md 3.8)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, enum_column, partial_date
from models.vocabulary.accounts import Channel
from models.vocabulary.partial_date import PartialDate


class Handover(Entity):
    """One return operation; its announced counts are claims that point at it."""

    __tablename__ = "handovers"
    __table_args__ = (UniqueConstraint("number"),)

    number: Mapped[str] = mapped_column(String(40))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    occurred: Mapped[PartialDate] = partial_date("occurred")
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    channel: Mapped[Channel] = enum_column(Channel, default=Channel.OTHER)
    headcount: Mapped[int | None]
    route: Mapped[str] = mapped_column(String(500), default="")
    route_hy: Mapped[str] = mapped_column(String(500), default="")
    route_ru: Mapped[str] = mapped_column(String(500), default="")
    remark: Mapped[str] = mapped_column(Text, default="")

    def route_in(self, lang: str) -> str:
        """Give the route in a language, or as it was entered where none is kept for it."""
        return {"hy": self.route_hy, "ru": self.route_ru}.get(lang, "") or self.route

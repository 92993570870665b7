"""One occurrence in which people were lost: its place, days, positions and units."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, partial_date
from models.vocabulary.partial_date import PartialDate


class Incident(Entity):
    """One occurrence in which people were lost; cases belong to it."""

    __tablename__ = "incidents"
    __table_args__ = (UniqueConstraint("number"),)

    number: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    title_hy: Mapped[str] = mapped_column(String(300), default="")
    title_ru: Mapped[str] = mapped_column(String(300), default="")
    occurred: Mapped[PartialDate] = partial_date("occurred")
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    place_as_reported: Mapped[str] = mapped_column(String(500), default="")
    summary: Mapped[str] = mapped_column(Text, default="")
    summary_hy: Mapped[str] = mapped_column(Text, default="")
    summary_ru: Mapped[str] = mapped_column(Text, default="")

    positions: Mapped[list[Position]] = relationship(
        back_populates="incident", order_by="Position.name", passive_deletes="all"
    )

    def title_in(self, lang: str) -> str:
        """Give the title in a language, or as it was entered where none is kept for it."""
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title


class Unit(Entity):
    """A military unit, under which men are found on rosters."""

    __tablename__ = "units"
    __table_args__ = (Index("ix_units_search_key", "search_key"),)

    name: Mapped[str] = mapped_column(String(300))
    name_hy: Mapped[str] = mapped_column(String(300), default="")
    name_ru: Mapped[str] = mapped_column(String(300), default="")
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    search_key: Mapped[str] = mapped_column(String(900), default="")

    def name_in(self, lang: str) -> str:
        """Give the name in a language, or as it was entered where none is kept for it."""
        return {"hy": self.name_hy, "ru": self.name_ru}.get(lang, "") or self.name


class Position(Entity):
    """A position held in an incident, by a unit, at a place."""

    __tablename__ = "positions"
    __table_args__ = (Index("ix_positions_incident_id", "incident_id"),)

    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incidents.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    name: Mapped[str] = mapped_column(String(300))
    name_hy: Mapped[str] = mapped_column(String(300), default="")
    name_ru: Mapped[str] = mapped_column(String(300), default="")

    incident: Mapped[Incident] = relationship(back_populates="positions")

    def name_in(self, lang: str) -> str:
        """Give the name in a language, or as it was entered where none is kept for it."""
        return {"hy": self.name_hy, "ru": self.name_ru}.get(lang, "") or self.name

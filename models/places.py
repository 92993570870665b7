"""Places and their names: by language, by whom, from when to when (domain.md 4.8)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import DERIVED, Entity, enum_column
from models.vocabulary.people import Script
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind


class Place(Entity):
    """A place with all its names; none of them implies a position on status."""

    __tablename__ = "places"
    __table_args__ = (UniqueConstraint("geoname_id"),)

    kind: Mapped[PlaceKind] = enum_column(PlaceKind)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    #: Radius in metres within which the point is believed to lie.
    coord_precision_m: Mapped[int | None]
    coord_source: Mapped[str] = mapped_column(String(300), default="")
    coord_confidence: Mapped[CoordinateConfidence] = enum_column(
        CoordinateConfidence, default=CoordinateConfidence.NONE
    )
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    #: Tells homonyms apart: "Hadrut district".
    district: Mapped[str] = mapped_column(String(200), default="")
    district_hy: Mapped[str] = mapped_column(String(200), default="")
    district_ru: Mapped[str] = mapped_column(String(200), default="")
    #: Code of ISO 3166-1 as the gazetteer files it; implies no position on status.
    country: Mapped[str] = mapped_column(String(2), default="")
    #: Its number in GeoNames, where it came from there: a second import knows it again.
    geoname_id: Mapped[int | None]
    population: Mapped[int | None]

    names: Mapped[list[PlaceName]] = relationship(
        back_populates="place", order_by="PlaceName.position", passive_deletes="all"
    )

    def name_in(self, lang: str) -> str:
        """Give the first name in a language, else the first Latin one, else any."""
        by_lang = {name.lang: name.name for name in reversed(self.names)}
        return by_lang.get(lang) or by_lang.get("en") or next(iter(by_lang.values()), "")


class PlaceName(Entity):
    """One name of a place, in one language, in use for some time."""

    __tablename__ = "place_names"
    __table_args__ = (
        Index("ix_place_names_place_id", "place_id"),
        Index("ix_place_names_search_key", "search_key"),
    )

    place_id: Mapped[UUID] = mapped_column(ForeignKey("places.id"))
    lang: Mapped[str] = mapped_column(String(10))
    script: Mapped[Script] = enum_column(Script)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[PlaceNameKind] = enum_column(PlaceNameKind, default=PlaceNameKind.VARIANT)
    valid_from: Mapped[str] = mapped_column(String(20), default="")
    valid_to: Mapped[str] = mapped_column(String(20), default="")
    position: Mapped[int] = mapped_column(default=0)
    search_key: Mapped[str] = mapped_column(String(200), default="")
    #: How it sounds, in any script (`app/search/place_words.py`); computed from the name.
    sounds: Mapped[str] = mapped_column(Text, default="", info=DERIVED)

    place: Mapped[Place] = relationship(back_populates="names")

"""A place as screens and papers see it: all its names, none above another."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind


@dataclass(frozen=True, slots=True)
class PlaceNameView:
    """One name of a place."""

    lang: str
    name: str
    kind: PlaceNameKind
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place; `lat` and `lon` in decimal degrees, WGS 84."""

    id: UUID
    kind: PlaceKind
    names: tuple[PlaceNameView, ...]
    district_en: str = ""
    district_hy: str = ""
    district_ru: str = ""
    lat: float | None = None
    lon: float | None = None
    coord_precision_m: int | None = None
    coord_confidence: CoordinateConfidence = CoordinateConfidence.NONE
    coord_source: str = ""
    #: Code of ISO 3166-1 as a gazetteer files it; implies no position on status.
    country: str = ""
    geoname_id: int | None = None
    population: int | None = None

    def name(self, lang: str) -> str:
        """Give the first name in a language, else the first English one, else any."""
        for wanted in (lang, "en"):
            for name in self.names:
                if name.lang == wanted:
                    return name.name
        return self.names[0].name if self.names else ""

    def district(self, lang: str) -> str:
        """Give the district in a language; it tells homonyms apart."""
        own = {"hy": self.district_hy, "ru": self.district_ru}.get(lang, "")
        return own or self.district_en

    def other_names(self, lang: str) -> tuple[str, ...]:
        """Give its further names, each spelling once, without the one shown first."""
        shown = self.name(lang)
        return tuple(dict.fromkeys(n.name for n in self.names if n.name != shown))


@dataclass(frozen=True, slots=True)
class PlaceNameEntry:
    """One name of a place, as the page that corrects it needs it."""

    id: UUID
    version: int
    lang: str
    name: str
    kind: PlaceNameKind
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place with all that is said of it; `version` as it was read.

    `cases` counts the men of whom an event is recorded there, `last_seen` those whose last known
    place it is, and who are found by it in the list.
    """

    place: PlaceView
    version: int
    names: tuple[PlaceNameEntry, ...]
    cases: int
    last_seen: int


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A place and how many metres it lies from a point."""

    place: PlaceView
    metres: float


@dataclass(frozen=True, slots=True)
class PlaceList:
    """The first places of a list, and how many there are in all."""

    places: tuple[PlaceView, ...]
    total: int

"""What is asked for about the ground: a place with its names."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind


@dataclass(frozen=True, slots=True)
class PlaceNameForm:
    """One name of a place."""

    lang: str
    name: str
    kind: PlaceNameKind = PlaceNameKind.VARIANT
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class AddPlace:
    """A place with its names; coordinates in decimal degrees, WGS 84."""

    kind: PlaceKind
    names: tuple[PlaceNameForm, ...]
    lat: float | None = None
    lon: float | None = None
    coord_precision_m: int | None = None
    coord_source: str = ""
    coord_confidence: CoordinateConfidence = CoordinateConfidence.NONE
    parent_id: UUID | None = None
    district: str = ""
    district_hy: str = ""
    district_ru: str = ""
    #: Code of ISO 3166-1 as a gazetteer files it.
    country: str = ""
    #: Its number in GeoNames, where it comes from there.
    geoname_id: int | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class ChangePlace:
    """What is said of a place beside its names, as it shall be; `version` as it was read."""

    place_id: UUID
    version: int
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    coord_precision_m: int | None = None
    coord_source: str = ""
    coord_confidence: CoordinateConfidence = CoordinateConfidence.NONE
    district: str = ""
    district_hy: str = ""
    district_ru: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class SavePlaceName:
    """A name of a place: a new one where `name_id` is None, else that one corrected."""

    place_id: UUID
    name: PlaceNameForm
    name_id: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class DropPlaceName:
    """A name that was entered by mistake; the last name of a place stays."""

    name_id: UUID
    version: int | None = None

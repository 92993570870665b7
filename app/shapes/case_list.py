"""The register as a list: what narrows it, how it is sorted, one row, the man at the right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.shapes.places import PlaceView
from models.vocabulary.partial_date import PartialDate


class CaseSort(StrEnum):
    """Columns by which the register can be sorted."""

    NUMBER = "number"
    NAME = "name"
    BORN = "born"
    PLACE = "place"
    LAST = "last"
    HEADLINE = "headline"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What narrows the register; every empty field lets everything through.

    Facet fields hold values of the codebook ("CONFIRMED"); one of several is enough. Dates narrow
    by the last known date, by possible overlap (domain.md 5.5).
    """

    text: str = ""
    headlines: tuple[str, ...] = ()
    fates: tuple[str, ...] = ()
    custodies: tuple[str, ...] = ()
    acks: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    chips: tuple[str, ...] = ()
    incident_id: UUID | None = None
    officer_id: UUID | None = None
    place_id: UUID | None = None
    last_from: date | None = None
    last_to: date | None = None
    no_sign_of_life_before: date | None = None
    with_closed: bool = True


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the register, as the table shows it; `row` is its number in the id vector."""

    row: int
    case_id: UUID
    number: str
    name: str
    name_second: str
    born: PartialDate
    unit: str
    unit_hy: str
    unit_ru: str
    place: PlaceView | None
    place_text: str
    last: PartialDate
    headline: str
    fate: str
    custody: str
    ack: str
    home: str
    contested: frozenset[str]
    chips: tuple[str, ...]
    sign_of_life: date | None
    incident_id: UUID | None
    closed: bool

    def unit_in(self, lang: str) -> str:
        """Give the unit in a language, else as it was entered."""
        return {"hy": self.unit_hy, "ru": self.unit_ru}.get(lang, "") or self.unit


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that a member of staff kept by name, with its live count."""

    name: str
    filter: CaseFilter
    count: int

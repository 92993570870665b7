"""What a search finds: one line a hit, and why it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class HitKind(StrEnum):
    """What kind of thing was found."""

    CASE = "case"
    PLACE = "place"
    INCIDENT = "incident"
    SOURCE = "source"
    EXHIBIT = "exhibit"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found; `score` lies between 0 and 1, `why` names the field and what matched."""

    kind: HitKind
    id: UUID
    number: str
    name: str
    second: str
    headline: str
    score: float
    why: str

"""Coarsens a place to its settlement, for readers who are told no more (`domain.md` 6.2 rule 5)."""

from __future__ import annotations

from typing import Final

from app.shapes.case_report import PlaceWords
from models.vocabulary.places import PlaceKind

#: Places as coarse as a settlement or coarser; any other is told of by its district.
_COARSE: Final = frozenset(
    {"", PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY}
)


def settlement_of(place: PlaceWords) -> PlaceWords:
    """Give a place no finer than its settlement: no position, no prison, no words of a witness."""
    if place.kind in _COARSE:
        return PlaceWords(names=place.names, region=place.region, kind=place.kind)
    return PlaceWords(names=place.region, kind=PlaceKind.DISTRICT)

"""Knows a place of a list again: by its number, or by a name it bears near the same point."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.search.fold import fold
from app.shapes.requests.places import AddPlace
from models.places import Place, PlaceName
from models.vocabulary.coordinates import metres_between
from models.vocabulary.places import PlaceKind

NEAR = 5_000
"""Metres within which two lists may set one place: theirs and ours differ by up to 4 km (Baku)."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What it takes to know a place again."""

    id: UUID
    kind: PlaceKind
    lat: float | None
    lon: float | None
    geoname_id: int | None

    def metres_from(self, place: AddPlace) -> float | None:
        """Return how far another place is; None where one of the two has no point."""
        if self.lat is None or self.lon is None or place.lat is None or place.lon is None:
            return None
        return metres_between(self.lat, self.lon, place.lat, place.lon)


class KnownPlaces:
    """The places of a register, ready to be asked about the places of a list."""

    def __init__(self, unit: Reader | UnitOfWork) -> None:
        columns = (Place.id, Place.kind, Place.lat, Place.lon, Place.geoname_id)
        known = [KnownPlace(*row) for row in unit.session.execute(select(*columns))]
        self._by_id = {place.id: place for place in known}
        self._by_number = {p.geoname_id: p.id for p in known if p.geoname_id is not None}
        self._by_name: dict[str, set[UUID]] = defaultdict(set)
        for key, place_id in unit.session.execute(select(PlaceName.search_key, PlaceName.place_id)):
            self._by_name[key].add(place_id)

    def of_number(self, geoname_id: int | None) -> UUID | None:
        """Give the place that came in under this number of GeoNames."""
        return None if geoname_id is None else self._by_number.get(geoname_id)

    def like(self, place: AddPlace) -> UUID | None:
        """Give the nearest place of the same kind that bears one of the names, not far away.

        One that came from GeoNames under another number is another place: villages of one name
        lie side by side.
        """
        near: list[tuple[float, UUID]] = []
        for other in self.namesakes(place):
            metres = other.metres_from(place)
            theirs = place.geoname_id is not None and other.geoname_id is not None
            if metres is not None and metres <= NEAR and other.kind is place.kind and not theirs:
                near.append((metres, other.id))
        return min(near)[1] if near else None

    def namesakes(self, place: AddPlace) -> list[KnownPlace]:
        """Give the places that bear one of its names, in the same script, wherever they are."""
        ids = {i for name in place.names for i in self._by_name.get(fold(name.name), ())}
        return [self._by_id[place_id] for place_id in sorted(ids)]

    def take_in(self, place_id: UUID, place: AddPlace) -> None:
        """Know a place that has just been entered, too."""
        self._by_id[place_id] = KnownPlace(
            place_id, place.kind, place.lat, place.lon, place.geoname_id
        )
        if place.geoname_id is not None:
            self._by_number[place.geoname_id] = place_id
        for name in place.names:
            self._by_name[fold(name.name)].add(place_id)

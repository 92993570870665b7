"""Makes the rows of places with their names, and writes many at once past the session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db.bulk_insert import BulkInsert
from app.db.history import BulkRow
from app.db.unit_of_work import UnitOfWork
from app.search.fold import fold
from app.search.place_words import kept_sounds
from app.search.scripts import script_of
from app.services.typed_text import line
from app.shapes.requests.places import AddPlace, PlaceNameForm
from models.base import new_id
from models.places import Place, PlaceName

AT_ONCE = 500
"""Places inserted by one statement."""

type Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """A place and its names, column by column."""

    place: Row
    names: tuple[Row, ...]


def place_rows(place_id: UUID, request: AddPlace) -> PlaceRows:
    """Give the rows of a place; names without a word are left out.

    Raises BadInput: a text is longer than its field, or holds a NUL.
    """
    written = [name for name in request.names if name.name.strip()]
    return PlaceRows(
        {
            "id": place_id,
            "kind": request.kind,
            "lat": request.lat,
            "lon": request.lon,
            "coord_precision_m": request.coord_precision_m,
            "coord_source": line(request.coord_source, "coord_source", limit=300),
            "coord_confidence": request.coord_confidence,
            "parent_id": request.parent_id,
            "district": line(request.district, "district", limit=200),
            "district_hy": line(request.district_hy, "district", limit=200),
            "district_ru": line(request.district_ru, "district", limit=200),
            "country": request.country,
            "geoname_id": request.geoname_id,
            "population": request.population,
        },
        tuple(name_row(place_id, name, at) for at, name in enumerate(written)),
    )


def name_row(place_id: UUID, form: PlaceNameForm, position: int) -> Row:
    """Give the row of one name of a place.

    Raises BadInput: it is longer than its field, or holds a NUL.
    """
    written = line(form.name, "place", limit=200)
    return {
        "id": new_id(),
        "place_id": place_id,
        "lang": form.lang,
        "script": script_of(written),
        "name": written,
        "kind": form.kind,
        "valid_from": line(form.valid_from, "valid_from", limit=20),
        "valid_to": line(form.valid_to, "valid_to", limit=20),
        "position": position,
        "search_key": fold(written)[:200],
        "sounds": kept_sounds(written),
    }


class PlaceWriter:
    """Inserts the rows of many places, and tells the history."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._inserts: dict[type[Place | PlaceName], BulkInsert] = {}

    def write(self, some: Sequence[PlaceRows]) -> None:
        """Insert these places with their names."""
        for start in range(0, len(some), AT_ONCE):
            part = some[start : start + AT_ONCE]
            self._insert(Place, [rows.place for rows in part])
            self._insert(PlaceName, [name for rows in part for name in rows.names])
            for rows in part:  # a part of the entry each: who reads the history sees the first few
                self._uow.history.record_bulk(None, _told(rows))

    def _insert(self, kind: type[Place | PlaceName], rows: Sequence[Row]) -> None:
        if not rows:
            return
        if kind not in self._inserts:
            table = kind.metadata.tables[kind.__tablename__]
            self._inserts[kind] = BulkInsert(
                self._uow.session.connection(), table, tuple(rows[0]), self._uow.stamps()
            )
        self._inserts[kind].write(rows)


def _told(rows: PlaceRows) -> list[BulkRow]:
    return [(Place, rows.place), *((PlaceName, name) for name in rows.names)]

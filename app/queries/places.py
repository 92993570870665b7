"""Reads places: by any of their names, in any script."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.case_history import batches
from app.search.fold import fold
from app.shapes.places import PlaceNameView, PlaceView
from models.places import Place, PlaceName
from models.vocabulary.roles import Action


def place_view(row: Place) -> PlaceView:
    """Give a place as screens and papers see it."""
    return PlaceView(
        id=row.id,
        kind=row.kind,
        names=tuple(
            PlaceNameView(n.lang, n.name, n.kind, n.valid_from, n.valid_to) for n in row.names
        ),
        district_en=row.district,
        district_hy=row.district_hy,
        district_ru=row.district_ru,
        lat=row.lat,
        lon=row.lon,
        coord_precision_m=row.coord_precision_m,
        coord_confidence=row.coord_confidence,
    )


def places_of(session: Session, ids: Iterable[UUID | None]) -> dict[UUID, PlaceView]:
    """Read some places with their names."""
    found: dict[UUID, PlaceView] = {}
    for some in batches({place_id for place_id in ids if place_id is not None}):
        for row in session.scalars(
            select(Place).where(Place.id.in_(some)).options(selectinload(Place.names))
        ):
            found[row.id] = place_view(row)
    return found


def place(reader: Reader, place_id: UUID) -> PlaceView:
    """Read one place.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    found = places_of(reader.session, [place_id]).get(place_id)
    if found is None:
        raise NotFound("places", place_id)
    return found


def find_places(reader: Reader, text: str, limit: int = 12) -> tuple[PlaceView, ...]:
    """Find places by any of their names: those that begin so first, then those with such a word.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = fold(text)
    if not wanted:
        return ()
    key = PlaceName.search_key
    ids: list[UUID] = []
    for condition in (
        key.startswith(wanted, autoescape=True),
        key.contains(f" {wanted}", autoescape=True),
        key.contains(wanted, autoescape=True),
    ):
        if len(ids) < limit:
            rows = reader.session.scalars(
                select(PlaceName.place_id)
                .where(condition, PlaceName.place_id.not_in(ids))
                .order_by(key, PlaceName.place_id)
                .limit(limit * 4)
            )
            ids += [i for i in dict.fromkeys(rows) if i not in ids]
    shown = ids[:limit]
    found = places_of(reader.session, shown)
    return tuple(found[i] for i in shown)

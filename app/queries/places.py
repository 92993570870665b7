"""Reads places: by any of their names, in any script."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, selectinload

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import NotFound
from app.queries.case_history import batches
from app.search.fold import fold
from app.search.place_words import asked_words, rank, version_mark
from app.shapes.places import PlaceNameView, PlaceView
from models.places import Place, PlaceName
from models.vocabulary.roles import Action

CANDIDATES = 120
"""Places a text may be looked at for; more bear no name that anybody types."""


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
        coord_source=row.coord_source,
        country=row.country,
        geoname_id=row.geoname_id,
        population=row.population,
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
    """Find places by any of their names, typed in any script: the name itself first.

    Of names that answer equally well the place with more people comes first, then the alphabet.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = fold(text)
    if not wanted:
        return ()
    ids = [*_written_so(reader.session, wanted, limit), *_sounding_so(reader.session, text)]
    found = places_of(reader.session, ids)
    ranked = sorted(
        found.values(),
        key=lambda view: (
            rank(text, (name.name for name in view.names)),
            -(view.population or 0),
            view.name("en"),
            view.id,
        ),
    )
    return tuple(ranked[:limit])


def _written_so(session: Session, wanted: str, limit: int) -> list[UUID]:
    """Give places by names that hold the text as it is written, those that begin so first."""
    key = PlaceName.search_key
    ids: dict[UUID, None] = {}
    for condition in (
        key.startswith(wanted, autoescape=True),
        key.contains(f" {wanted}", autoescape=True),
        key.contains(wanted, autoescape=True),
    ):
        if len(ids) < limit:
            rows = select(PlaceName.place_id).where(condition).order_by(key, PlaceName.place_id)
            ids |= dict.fromkeys(session.scalars(rows.limit(limit * 4)))
    return list(ids)


def _sounding_so(session: Session, text: str) -> list[UUID]:
    """Give places by names that sound like the text, or whose words begin to."""
    ids: dict[UUID, None] = {}
    for words in asked_words(text):
        every = [
            or_(
                PlaceName.search_key.contains(word.written, autoescape=True),
                *(PlaceName.sounds.contains(piece, autoescape=True) for piece in word.pieces),
            )
            for word in words
        ]
        # The shorter the name, the more of it was typed: of too many, those come first.
        found = select(PlaceName.place_id).where(*every).order_by(func.length(PlaceName.search_key))
        ids |= dict.fromkeys(session.scalars(found.limit(CANDIDATES)))
    return list(ids)


def stale_names(unit: Reader | UnitOfWork, limit: int | None = None) -> list[tuple[UUID, str]]:
    """Give names of places, with their ids, whose sounds an older program computed, or none."""
    old = select(PlaceName.id, PlaceName.name).where(
        PlaceName.sounds.not_like(f"{version_mark()}%")
    )
    return [(name_id, name) for name_id, name in unit.session.execute(old.limit(limit))]

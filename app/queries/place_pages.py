"""Reads places for their own page: one with all that is said of it, the list, what lies near."""

from __future__ import annotations

from math import cos, radians
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.queries.limited_access import cases_open_to, lines_open_to
from app.queries.places import find_places, place_view, places_of
from app.search.fold import fold
from app.shapes.places import NearPlace, PlaceList, PlaceNameEntry, PlacePage
from models.cases import CaseLine
from models.events import Event
from models.places import Place, PlaceName
from models.vocabulary.coordinates import METRES_A_DEGREE, metres_between
from models.vocabulary.places import PlaceKind
from models.vocabulary.roles import Action

MOST_FOUND = 120
"""Places a list shows for a text."""


def place_page(reader: Reader, place_id: UUID) -> PlacePage:
    """Read a place with its names one by one, and how many cases it stands in.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    row = reader.get(Place, place_id)
    happened = select(func.count(Event.case_id.distinct())).where(
        Event.place_id == place_id,
        Event.withdrawn_at.is_(None),
        Event.superseded.is_(False),
        Event.case_id.in_(cases_open_to(reader)),
    )
    last_seen = select(func.count(CaseLine.row)).where(
        CaseLine.place_id == place_id, *lines_open_to(reader)
    )
    return PlacePage(
        place=place_view(row),
        version=row.version,
        names=tuple(
            PlaceNameEntry(n.id, n.version, n.lang, n.name, n.kind, n.valid_from, n.valid_to)
            for n in row.names
        ),
        cases=reader.session.scalar(happened) or 0,
        last_seen=reader.session.scalar(last_seen) or 0,
    )


def places_near(
    reader: Reader, lat: float, lon: float, limit: int = 5, within: float = 30_000
) -> tuple[NearPlace, ...]:
    """Find the places nearest to a point, at most so many metres away, the nearest first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    high = within / METRES_A_DEGREE
    wide = high / max(cos(radians(lat)), 0.01)
    box = select(Place.id, Place.lat, Place.lon).where(
        Place.lat.between(lat - high, lat + high), Place.lon.between(lon - wide, lon + wide)
    )
    near = sorted(
        (metres_between(lat, lon, there_lat, there_lon), place_id)
        for place_id, there_lat, there_lon in reader.session.execute(box)
        if there_lat is not None and there_lon is not None
    )
    near = [one for one in near if one[0] <= within][:limit]
    found = places_of(reader.session, [place_id for _, place_id in near])
    return tuple(NearPlace(found[place_id], metres) for metres, place_id in near)


def place_list(reader: Reader, text: str, kind: PlaceKind | None, limit: int) -> PlaceList:
    """List places: those a text finds, else all by their names in the alphabet; how many in all.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    of_kind = () if kind is None else (Place.kind == kind,)
    total = reader.session.scalar(select(func.count(Place.id)).where(*of_kind)) or 0
    if fold(text):
        found = find_places(reader, text, MOST_FOUND)
        kept = [view for view in found if kind is None or view.kind is kind]
        return PlaceList(tuple(kept[:limit]), len(kept))
    first_name = (
        select(PlaceName.search_key)
        .where(PlaceName.place_id == Place.id, PlaceName.lang == "en")
        .order_by(PlaceName.position)
        .limit(1)
        .scalar_subquery()
    )
    ids = reader.session.scalars(
        select(Place.id).where(*of_kind).order_by(first_name, Place.id).limit(limit)
    ).all()
    views = places_of(reader.session, ids)
    return PlaceList(tuple(views[place_id] for place_id in ids), total)

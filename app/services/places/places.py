"""Use cases on places: enter one, correct it, give it names; one in use is never taken out."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.places.place_lines import refresh_where_shown
from app.services.places.place_rows import name_row, place_rows
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.places import (
    AddPlace,
    ChangePlace,
    DropPlaceName,
    PlaceNameForm,
    SavePlaceName,
)
from models.base import new_id
from models.places import Place, PlaceName
from models.vocabulary.coordinates import on_the_globe
from models.vocabulary.places import CoordinateConfidence
from models.vocabulary.roles import Action

MOST_METRES = 1_000_000


def add_place(uow: UnitOfWork, request: AddPlace) -> Outcome[UUID]:
    """Enter a place with its names; a point needs both coordinates.

    Raises:
        NotAllowed; BadInput: no name, half a point, or a point off the globe.
    """
    uow.doing(Action.EDIT_PLACE, named="add_place")
    if not any(name.name.strip() for name in request.names):
        raise BadInput("place", "missing")
    _check_point(request.lat, request.lon, request.coord_precision_m)
    rows = place_rows(new_id(), request)
    place = Place(**rows.place)
    uow.session.add(place)
    uow.session.flush()
    uow.session.add_all(PlaceName(**name) for name in rows.names)
    return Outcome(place.id, Changes.of("places", place.id))


def change_place(uow: UnitOfWork, request: ChangePlace) -> Outcome[None]:
    """Correct what is said of a place: what it is, where it lies, how exactly, who says so.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; BadInput: half a point, or one off the globe.
    """
    uow.doing(Action.EDIT_PLACE, named="change_place")
    place = uow.get(Place, request.place_id, request.version)
    _check_point(request.lat, request.lon, request.coord_precision_m)
    has_point = request.lat is not None
    place.kind = request.kind
    place.lat, place.lon = request.lat, request.lon
    place.coord_precision_m = request.coord_precision_m if has_point else None
    place.coord_source = line(request.coord_source, "coord_source", limit=300)
    place.coord_confidence = request.coord_confidence if has_point else CoordinateConfidence.NONE
    place.district = line(request.district, "district", limit=200)
    place.district_hy = line(request.district_hy, "district", limit=200)
    place.district_ru = line(request.district_ru, "district", limit=200)
    place.country = request.country
    refresh_where_shown(uow, [place.id])
    return Outcome(None, Changes.of("places", place.id))


def save_place_name(uow: UnitOfWork, request: SavePlaceName) -> Outcome[UUID]:
    """Give a place one more name, or correct one.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; BadInput: no name, or the place bears it in this
        language already.
    """
    uow.doing(Action.EDIT_PLACE, named="save_place_name")
    place = uow.get(Place, request.place_id)
    if not request.name.name.strip():
        raise BadInput("place_name", "missing")
    row = name_row(place.id, request.name, _next_position(uow, place.id))
    _refuse_twice(uow, request, str(row["name"]))
    if request.name_id is None:
        name = PlaceName(**row)
        uow.session.add(name)
    else:
        name = uow.get(PlaceName, request.name_id, request.version)
        for field in ("lang", "script", "name", "kind", "valid_from", "valid_to"):
            setattr(name, field, row[field])
        name.search_key, name.sounds = str(row["search_key"]), str(row["sounds"])
    refresh_where_shown(uow, [place.id])
    return Outcome(name.id, Changes.of("places", place.id))


def drop_place_name(uow: UnitOfWork, request: DropPlaceName) -> Outcome[None]:
    """Take away a name that was entered by mistake.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; BadInput: it is the only name of the place.
    """
    uow.doing(Action.EDIT_PLACE, named="drop_place_name")
    name = uow.get(PlaceName, request.name_id, request.version)
    bears = select(func.count(PlaceName.id)).where(PlaceName.place_id == name.place_id)
    if (uow.session.scalar(bears) or 0) < 2:
        raise BadInput("place_name", "last_name")
    uow.session.delete(name)
    refresh_where_shown(uow, [name.place_id])
    return Outcome(None, Changes.of("places", name.place_id))


def _check_point(lat: float | None, lon: float | None, precision_m: int | None) -> None:
    if (lat is None) != (lon is None):
        raise BadInput("coordinates", "half_a_point")
    if not on_the_globe(lat or 0, lon or 0):
        raise BadInput("coordinates", "off_the_globe", lat=lat, lon=lon)
    if precision_m is not None and not 0 < precision_m <= MOST_METRES:
        raise BadInput("coord_precision_m", "out_of_range")


def _next_position(uow: UnitOfWork, place_id: UUID) -> int:
    last = select(func.max(PlaceName.position)).where(PlaceName.place_id == place_id)
    at = uow.session.scalar(last)
    return 0 if at is None else at + 1


def _refuse_twice(uow: UnitOfWork, request: SavePlaceName, written: str) -> None:
    form: PlaceNameForm = request.name
    same = (
        PlaceName.place_id == request.place_id,
        PlaceName.lang == form.lang,
        PlaceName.name == written,
    )
    for name_id in uow.session.scalars(select(PlaceName.id).where(*same)):
        if name_id != request.name_id:
            raise BadInput("place_name", "taken_here", value=written)

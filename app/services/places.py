"""Use cases on places."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.search.fold import fold
from app.search.scripts import script_of
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.places import AddPlace
from models.places import Place, PlaceName
from models.vocabulary.roles import Action

_LAT, _LON = 90.0, 180.0


def add_place(uow: UnitOfWork, request: AddPlace) -> Outcome[UUID]:
    """Enter a place with its names; a point needs both coordinates.

    Raises:
        NotAllowed; BadInput: no name, half a point, or a point off the globe.
    """
    uow.doing(Action.EDIT_PLACE, named="add_place")
    if not any(name.name.strip() for name in request.names):
        raise BadInput("place", "missing")
    if (request.lat is None) != (request.lon is None):
        raise BadInput("coordinates", "half_a_point")
    if abs(request.lat or 0) > _LAT or abs(request.lon or 0) > _LON:
        raise BadInput("coordinates", "off_the_globe", lat=request.lat, lon=request.lon)
    place = Place(
        kind=request.kind,
        lat=request.lat,
        lon=request.lon,
        coord_precision_m=request.coord_precision_m,
        coord_source=line(request.coord_source, "coord_source", limit=300),
        coord_confidence=request.coord_confidence,
        parent_id=request.parent_id,
        district=line(request.district, "district", limit=200),
        district_hy=line(request.district_hy, "district", limit=200),
        district_ru=line(request.district_ru, "district", limit=200),
    )
    uow.session.add(place)
    uow.session.flush()
    for position, name in enumerate(n for n in request.names if n.name.strip()):
        written = line(name.name, "place", limit=200)
        uow.session.add(
            PlaceName(
                place_id=place.id,
                lang=name.lang,
                script=script_of(written),
                name=written,
                kind=name.kind,
                valid_from=name.valid_from,
                valid_to=name.valid_to,
                position=position,
                search_key=fold(written),
            )
        )
    return Outcome(place.id, Changes.of("places", place.id))

"""Use cases on places."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.place_rows import place_rows
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.places import AddPlace
from models.base import new_id
from models.places import Place, PlaceName
from models.vocabulary.coordinates import on_the_globe
from models.vocabulary.roles import Action


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
    if not on_the_globe(request.lat or 0, request.lon or 0):
        raise BadInput("coordinates", "off_the_globe", lat=request.lat, lon=request.lon)
    rows = place_rows(new_id(), request)
    place = Place(**rows.place)
    uow.session.add(place)
    uow.session.flush()
    uow.session.add_all(PlaceName(**name) for name in rows.names)
    return Outcome(place.id, Changes.of("places", place.id))

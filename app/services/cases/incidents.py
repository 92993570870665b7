"""Use cases on incidents, their positions and the units behind them."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.search.fold import fold
from app.services.finding.register_line import refresh_words
from app.services.numbering import given_number, next_incident_number
from app.services.typed_text import line, prose
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.incidents import AddPosition, AddUnit, ChangeIncident, OpenIncident
from models.incidents import Incident, Position, Unit
from models.vocabulary.roles import Action


def open_incident(uow: UnitOfWork, request: OpenIncident) -> Outcome[UUID]:
    """Enter an occurrence in which people were lost.

    Raises:
        NotAllowed; BadInput: it has no title.
    """
    uow.doing(Action.EDIT_INCIDENT, named="open_incident")
    number = given_number(uow, Incident.number, request.number)
    incident = Incident(number=number or next_incident_number(uow), title="")
    _write(incident, request)
    uow.session.add(incident)
    return Outcome(incident.id, Changes.of("incidents", incident.id))


def change_incident(uow: UnitOfWork, request: ChangeIncident) -> Outcome[None]:
    """Save the incident form.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_INCIDENT, named="change_incident")
    incident = uow.get(Incident, request.incident_id, request.version)
    _write(incident, request.incident)
    uow.because(request.reason)
    refresh_words(uow, incident.id)
    return Outcome(None, Changes.of("incidents", incident.id))


def _write(incident: Incident, request: OpenIncident) -> None:
    title = line(request.title, "title", limit=300)
    if not title:
        raise BadInput("title", "missing")
    incident.title = title
    incident.title_hy = line(request.title_hy, "title", limit=300)
    incident.title_ru = line(request.title_ru, "title", limit=300)
    incident.occurred = request.occurred
    incident.place_id = request.place_id
    incident.place_as_reported = line(request.place_as_reported, "place", limit=500)
    incident.summary = prose(request.summary, "summary")
    incident.summary_hy = prose(request.summary_hy, "summary")
    incident.summary_ru = prose(request.summary_ru, "summary")


def add_unit(uow: UnitOfWork, request: AddUnit) -> Outcome[UUID]:
    """Enter a military unit.

    Raises:
        NotAllowed; BadInput: it has no name.
    """
    uow.doing(Action.EDIT_INCIDENT, named="add_unit")
    name = line(request.name, "unit", limit=300)
    if not name:
        raise BadInput("unit", "missing")
    unit = Unit(
        name=name,
        name_hy=line(request.name_hy, "unit", limit=300),
        name_ru=line(request.name_ru, "unit", limit=300),
        parent_id=request.parent_id,
    )
    unit.search_key = fold(f"{unit.name} {unit.name_hy} {unit.name_ru}")
    uow.session.add(unit)
    return Outcome(unit.id, Changes.of("units", unit.id))


def add_position(uow: UnitOfWork, request: AddPosition) -> Outcome[UUID]:
    """Enter a position held in an incident.

    Raises:
        NotAllowed; NotFound; BadInput: it has no name.
    """
    uow.doing(Action.EDIT_INCIDENT, named="add_position")
    uow.get(Incident, request.incident_id)
    name = line(request.name, "position", limit=300)
    if not name:
        raise BadInput("position", "missing")
    position = Position(
        incident_id=request.incident_id,
        unit_id=request.unit_id,
        place_id=request.place_id,
        name=name,
        name_hy=line(request.name_hy, "position", limit=300),
        name_ru=line(request.name_ru, "position", limit=300),
    )
    uow.session.add(position)
    return Outcome(position.id, Changes.of("incidents", request.incident_id))

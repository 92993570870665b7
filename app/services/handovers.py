"""Use cases on return operations."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.numbering import given_number, next_handover_number
from app.services.typed_text import line, prose
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.incidents import RecordHandover
from models.handovers import Handover
from models.vocabulary.roles import Action


def record_handover(uow: UnitOfWork, request: RecordHandover) -> Outcome[UUID]:
    """Keep one return operation with its headcount as announced (domain.md 3.8 step 5).

    Raises:
        NotAllowed; BadInput: a headcount below zero.
    """
    uow.doing(Action.EDIT_INCIDENT, named="record_handover")
    if request.headcount is not None and request.headcount < 0:
        raise BadInput("headcount", "negative")
    number = given_number(uow, Handover.number, request.number)
    handover = Handover(
        number=number or next_handover_number(uow),
        incident_id=request.incident_id,
        occurred=request.occurred,
        place_id=request.place_id,
        channel=request.channel,
        headcount=request.headcount,
        route=line(request.route, "route", limit=500),
        route_hy=line(request.route_hy, "route", limit=500),
        route_ru=line(request.route_ru, "route", limit=500),
        remark=prose(request.remark, "remark"),
    )
    uow.session.add(handover)
    touched = Changes.of("handovers", handover.id)
    if request.incident_id:
        touched |= Changes.of("incidents", request.incident_id)
    return Outcome(handover.id, touched)

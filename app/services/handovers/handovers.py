"""Use cases on return operations: record one, change it, close it, open it again."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, HandoverNotThrough
from app.queries.handovers.arrival_steps import steps_of
from app.services.numbering import given_number, next_handover_number
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.handovers import StepState
from app.shapes.requests.handovers import (
    ChangeHandover,
    CloseHandover,
    RecordHandover,
    ReopenHandover,
)
from models.cases import Case
from models.handovers import Arrival, Handover
from models.vocabulary.roles import Action


def record_handover(uow: UnitOfWork, request: RecordHandover) -> Outcome[UUID]:
    """Keep one return operation with its headcount as announced (domain.md 3.8 step 5).

    Raises:
        NotAllowed; BadInput: a headcount below zero, a number that is taken.
    """
    uow.doing(Action.EDIT_HANDOVER, named="record_handover")
    number = given_number(uow, Handover.number, request.number)
    handover = Handover(number=number or next_handover_number(uow))
    _write(handover, request)
    uow.session.add(handover)
    return Outcome(handover.id, _touched(handover))


def change_handover(uow: UnitOfWork, request: ChangeHandover) -> Outcome[None]:
    """Save the form of a return operation; its number stays.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_HANDOVER, named="change_handover")
    handover = uow.get(Handover, request.handover_id, request.version)
    before = _touched(handover)
    _write(handover, request.handover)
    uow.because(line(request.reason, "reason", limit=500))
    return Outcome(None, before | _touched(handover))


def _write(handover: Handover, request: RecordHandover) -> None:
    if request.headcount is not None and request.headcount < 0:
        raise BadInput("headcount", "negative")
    handover.incident_id = request.incident_id
    handover.occurred = request.occurred
    handover.from_place_id = request.from_place_id
    handover.place_id = request.place_id
    handover.channel = request.channel
    handover.headcount = request.headcount
    handover.route = line(request.route, "route", limit=500)
    handover.route_hy = line(request.route_hy, "route", limit=500)
    handover.route_ru = line(request.route_ru, "route", limit=500)
    handover.transport = line(request.transport, "transport", limit=300)
    handover.intermediary = line(request.intermediary, "intermediary", limit=300)
    handover.agreed_for = prose(request.agreed_for, "agreed_for")
    handover.remark = prose(request.remark, "remark")


def close_handover(uow: UnitOfWork, request: CloseHandover) -> Outcome[None]:
    """Close a return operation once everybody who came is through the checklist.

    Raises:
        NotAllowed; NotFound; BadInput: closed already; HandoverNotThrough: names each man and
        what is missing for him; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_HANDOVER, named="close_handover")
    handover = uow.get(Handover, request.handover_id, request.version)
    if handover.closed_at is not None:
        raise BadInput("handover", "closed_already")
    came = uow.session.scalars(
        select(Arrival).where(Arrival.handover_id == handover.id, Arrival.withdrawn_at.is_(None))
    ).all()
    numbers = dict(
        uow.session.execute(
            select(Case.id, Case.number).where(Case.id.in_([a.case_id for a in came if a.case_id]))
        ).all()
    )
    steps = steps_of(uow.session, came, {handover.id: handover.number})
    missing = tuple(
        (numbers.get(one.case_id, "") if one.case_id else "", open_steps)
        for one in came
        if (open_steps := tuple(s for s, how in steps[one.id].items() if how is StepState.OPEN))
    )
    if missing:
        raise HandoverNotThrough(missing)
    handover.closed_at = uow.clock.now()
    handover.closed_remark = line(request.remark, "remark", limit=500)
    uow.because(handover.closed_remark)
    return Outcome(None, _touched(handover))


def reopen_handover(uow: UnitOfWork, request: ReopenHandover) -> Outcome[None]:
    """Open a closed return operation again.

    Raises:
        NotAllowed; NotFound; BadInput: it is open, or no reason; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_HANDOVER, named="reopen_handover")
    handover = uow.get(Handover, request.handover_id, request.version)
    if handover.closed_at is None:
        raise BadInput("handover", "open_already")
    uow.because(reason(request.reason))
    handover.closed_at = None
    handover.closed_remark = ""
    return Outcome(None, _touched(handover))


def _touched(handover: Handover) -> Changes:
    touched = Changes.of("handovers", handover.id)
    if handover.incident_id is not None:
        touched |= Changes.of("incidents", handover.incident_id)
    return touched

"""Use cases on who came with a return operation: record, tie to the right man, take back."""

from __future__ import annotations

import json
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.handovers.arrival_steps import waived_steps
from app.queries.merged import refuse_merged_in
from app.services.finding.register_line import refresh
from app.services.handovers.arrival_rows import (
    day_of,
    entered,
    open_provisional,
    said_of,
    tell_arrival,
    told_of_arrival,
)
from app.services.typed_text import line, prose, reason
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.handovers import (
    MatchArrival,
    NewArrival,
    RecordArrivals,
    WaiveStep,
    WithdrawArrival,
)
from models.base import new_id
from models.cases import Case
from models.handovers import Arrival, Handover
from models.lists import ListRow, ListVersion
from models.vocabulary.event_codes import Extra
from models.vocabulary.lists import RowState
from models.vocabulary.roles import Action

_NOBODY_YET = frozenset({RowState.OPEN, RowState.NO_MATCH})


def record_arrivals(uow: UnitOfWork, request: RecordArrivals) -> Outcome[tuple[UUID, ...]]:
    """Record who came with a return operation, each into his file (R65, R66).

    Whoever is nobody of the register yet gets a provisional case with the name as he told it; who
    he is may be found later, by merging. Gives the ids of the arrivals.

    Raises:
        NotAllowed; NotFound; CaseMerged; BadInput: nobody named, the handover is closed, the moment
        lies in the future, a row or a man twice; NeedsReason.
    """
    uow.doing(Action.EDIT_HANDOVER, named="record_arrivals")
    handover = _open_handover(uow, request.handover_id)
    if not request.arrivals:
        raise BadInput("arrival", "missing")
    if request.arrived_at > uow.clock.now():
        raise BadInput("arrived_at", "in_future", date=day_of(request.arrived_at))
    said_by = entered(uow, request.said_by, day_of(request.arrived_at))
    occurrences = (new_id(), new_id()) if len(request.arrivals) > 1 else (None, None)
    here = _here(uow, handover)
    arrivals, events = [], []
    for told in request.arrivals:
        arrival = _arrival(uow, handover, request, told)
        if arrival.case_id is None or arrival.case_id in here:
            raise BadInput("arrival", "came_already", value=arrival.name_as_told)
        here.add(arrival.case_id)
        written = tell_arrival(
            uow, arrival.case_id, handover, request.arrived_at, said_by,
            receiver=request.receiver, warning_reason=request.warning_reason,
            occurrences=occurrences,
        )  # fmt: skip
        arrival.event_id = written[0].id
        events += [event.id for event in written]
        uow.session.add(arrival)
        arrivals.append(arrival)
    uow.session.flush()
    uow.because(line(request.warning_reason, "warning_reason", limit=500))
    cases = [arrival.case_id for arrival in arrivals if arrival.case_id is not None]
    refuse_merged_in(uow.session, cases)
    refuse_unless_reasoned(uow, cases, events, request.warning_reason)
    refresh(uow, cases)
    return Outcome(tuple(a.id for a in arrivals), _touched(handover) | Changes.of("cases", *cases))


def _arrival(
    uow: UnitOfWork, handover: Handover, request: RecordArrivals, told: NewArrival
) -> Arrival:
    """Make the row of somebody who came; what is not told of him is on the manifest."""
    row = None if told.row_id is None else _row_of(uow, handover, told.row_id)
    name = line(told.name_as_told, "name")
    father = line(told.father_as_told, "father", limit=300)
    birth, case_id = told.birth, told.case_id
    if row is not None:
        name = name or _name_on(row)
        father = father or row.father
        birth = birth if birth.edtf or birth.text else row.birth
        case_id = case_id or row.case_id
    if birth.earliest is not None and birth.earliest > uow.clock.today():
        raise BadInput("birth", "in_future", date=birth)
    arrival = Arrival(
        handover_id=handover.id,
        arrived_at=request.arrived_at,
        name_as_told=name,
        father_as_told=father,
        birth=birth,
        list_row_id=None if row is None else row.id,
        remark=prose(told.remark, "remark"),
        case_id=None if case_id is None else uow.get(Case, case_id).id,
    )
    if arrival.case_id is None:
        opened = open_provisional(uow, name, father, birth, handover.incident_id)
        arrival.case_id = arrival.opened_case_id = opened.id
    elif not name:
        raise BadInput("name", "missing")
    if row is not None and row.state in _NOBODY_YET:
        # Whoever stood before us says who the row means.
        provisional = arrival.opened_case_id is not None
        row.state = RowState.PROVISIONAL if provisional else RowState.ACCEPTED
        row.case_id = arrival.case_id
        row.decided_by, row.decided_at = uow.actor.id, uow.clock.now()
    return arrival


def _row_of(uow: UnitOfWork, handover: Handover, row_id: UUID) -> ListRow:
    row = uow.get(ListRow, row_id)
    if uow.get(ListVersion, row.version_id).of.handover_id != handover.id:
        raise BadInput("list_row", "of_another_handover")
    if row.state is RowState.NOT_A_MAN:
        raise BadInput("list_row", "not_a_man")
    return row


def _name_on(row: ListRow) -> str:
    return row.name or " ".join(str(cell) for cell in json.loads(row.verbatim) if cell)


def _here(uow: UnitOfWork, handover: Handover) -> set[UUID]:
    """Name the cases of those who came with this handover."""
    found = uow.session.scalars(
        select(Arrival.case_id).where(
            Arrival.handover_id == handover.id, Arrival.withdrawn_at.is_(None)
        )
    )
    return {case_id for case_id in found if case_id is not None}


def match_arrival(uow: UnitOfWork, request: MatchArrival) -> Outcome[None]:
    """Say who of the register somebody is who came, where he was taken for another man.

    What the other man's file says of this handover is withdrawn and said in the right one. For
    somebody in a provisional case the two files are merged instead.

    Raises:
        NotAllowed; NotFound; CaseMerged; BadInput: withdrawn, provisional, or that man came
        already; CaseChangedMeanwhile; NeedsReason.
    """
    uow.doing(Action.EDIT_HANDOVER, named="match_arrival")
    arrival = _standing(uow, request.arrival_id, request.version)
    handover = _open_handover(uow, arrival.handover_id)
    former = arrival.case_id
    if former is not None and former == arrival.opened_case_id:
        raise BadInput("arrival", "merge_instead")
    case = uow.get(Case, request.case_id)
    refuse_merged_in(uow.session, [case.id])
    if case.id in _here(uow, handover):
        raise BadInput("arrival", "came_already", value=case.number)
    said_by = said_of(uow, arrival.event_id)
    why = line(request.reason, "reason", limit=500)
    receiver = _receiver(uow, arrival, handover)
    _take_back_events(uow, arrival, handover, why)
    events = tell_arrival(
        uow, case.id, handover, arrival.arrived_at, said_by,
        receiver=receiver, warning_reason=request.warning_reason,
    )  # fmt: skip
    arrival.case_id, arrival.event_id = case.id, events[0].id
    uow.because(why)
    uow.session.flush()
    refuse_unless_reasoned(uow, [case.id], [event.id for event in events], request.warning_reason)
    cases = [case.id] if former is None else [case.id, former]
    refresh(uow, cases)
    return Outcome(None, _touched(handover) | Changes.of("cases", *cases))


def _receiver(uow: UnitOfWork, arrival: Arrival, handover: Handover) -> str:
    if arrival.case_id is None:
        return ""
    told = told_of_arrival(uow, arrival.case_id, handover)
    return next(
        (str(said) for e in told if (said := json.loads(e.particulars).get(Extra.RECEIVER))), ""
    )


def withdraw_arrival(uow: UnitOfWork, request: WithdrawArrival) -> Outcome[None]:
    """Take an arrival back; it stays visible, struck through, and so do the events of his file.

    A case that was opened for him stays: it goes into the bin by itself, if it should.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or gone already; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_HANDOVER, named="withdraw_arrival")
    arrival = _standing(uow, request.arrival_id, request.version)
    handover = _open_handover(uow, arrival.handover_id)
    arrival.withdrawn_at = uow.clock.now()
    arrival.withdrawn_reason = reason(request.reason)
    uow.because(arrival.withdrawn_reason)
    _take_back_events(uow, arrival, handover, arrival.withdrawn_reason)
    cases = [] if arrival.case_id is None else [arrival.case_id]
    refresh(uow, cases)
    return Outcome(None, _touched(handover) | Changes.of("cases", *cases))


def _take_back_events(uow: UnitOfWork, arrival: Arrival, handover: Handover, why: str) -> None:
    if arrival.case_id is None:
        return
    for event in told_of_arrival(uow, arrival.case_id, handover):
        event.withdrawn_at = uow.clock.now()
        event.withdrawn_reason = why


def waive_step(uow: UnitOfWork, request: WaiveStep) -> Outcome[None]:
    """Say why a step of the checklist does not apply to somebody; it counts as passed.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, withdrawn; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_HANDOVER, named="waive_step")
    arrival = _standing(uow, request.arrival_id, request.version)
    why = reason(request.reason)
    waived = {**waived_steps(arrival), request.step: why}
    arrival.waived = json.dumps(waived, ensure_ascii=False, sort_keys=True)
    uow.because(why)
    return Outcome(None, _touched(_open_handover(uow, arrival.handover_id)))


def _standing(uow: UnitOfWork, arrival_id: UUID, version: int) -> Arrival:
    arrival = uow.get(Arrival, arrival_id, version)
    if arrival.withdrawn_at is not None:
        raise BadInput("arrival", "already_gone")
    return arrival


def _open_handover(uow: UnitOfWork, handover_id: UUID) -> Handover:
    handover = uow.get(Handover, handover_id)
    if handover.closed_at is not None:
        raise BadInput("handover", "closed_already")
    return handover


def _touched(handover: Handover) -> Changes:
    return Changes.of("handovers", handover.id)

"""Reads who came with return operations: whom each was found to be, what is still to do for him."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.handovers.arrival_steps import steps_of, waived_steps
from app.queries.limited_access import cases_open_to
from app.shapes.handovers import ArrivalToVerify, ArrivalView, ChecklistOpen, StepState
from models.cases import Case, CaseLine
from models.handovers import Arrival, Handover
from models.lists import ListRow
from models.vocabulary.deeds import ReadKind
from models.vocabulary.handovers import ArrivalStep
from models.vocabulary.lists import RowState
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

type _Known = tuple[int, str, str]


def arrival_views(
    reader: Reader, arrivals: Sequence[Arrival], how: ReadKind = ReadKind.FOUND
) -> tuple[ArrivalView, ...]:
    """Give arrivals as they may be shown; of a man whose file is not open to the reader no name.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    numbers = _numbers(reader, arrivals)
    steps = steps_of(reader.session, arrivals, numbers)
    known = _known(reader, (arrival.case_id for arrival in arrivals))
    reader.shows(how, known)
    taken_in = _have_taken_in(reader, known)
    rows = _rows_of(reader, (a.list_row_id for a in arrivals))
    return tuple(
        _view(arrival, known, rows, steps[arrival.id], taken_in=taken_in) for arrival in arrivals
    )


def _view(
    arrival: Arrival,
    known: Mapping[UUID, _Known],
    rows: Mapping[UUID, tuple[int, UUID | None]],
    steps: Mapping[ArrivalStep, StepState],
    *,
    taken_in: frozenset[UUID],
) -> ArrivalView:
    case_id = arrival.case_id
    hidden = case_id is not None and case_id not in known
    row = None if arrival.list_row_id is None else rows.get(arrival.list_row_id)
    row_no, opened_by_row = row or (None, None)
    version, number, name = (0, "", "")
    if case_id is not None and not hidden:
        version, number, name = known[case_id]
    return ArrivalView(
        id=arrival.id,
        version=arrival.version,
        handover_id=arrival.handover_id,
        arrived_at=arrival.arrived_at,
        name_as_told="" if hidden else arrival.name_as_told,
        father_as_told="" if hidden else arrival.father_as_told,
        birth=PartialDate.unknown() if hidden else arrival.birth,
        row_id=arrival.list_row_id,
        row_no=row_no,
        case_id=None if hidden else case_id,
        case_version=version,
        number=number,
        name=name,
        provisional=case_id is not None
        and case_id in (arrival.opened_case_id, opened_by_row)
        and case_id not in taken_in,
        hidden=hidden,
        steps=steps,
        waived={} if hidden else waived_steps(arrival),
        remark="" if hidden else arrival.remark,
        withdrawn_at=arrival.withdrawn_at,
        withdrawn_reason="" if hidden else arrival.withdrawn_reason,
    )


def _numbers(reader: Reader, arrivals: Iterable[Arrival]) -> dict[UUID, str]:
    wanted = {arrival.handover_id for arrival in arrivals}
    return {
        handover_id: number
        for some in batches(wanted)
        for handover_id, number in reader.session.execute(
            select(Handover.id, Handover.number).where(Handover.id.in_(some))
        )
    }


def _known(reader: Reader, case_ids: Iterable[UUID | None]) -> dict[UUID, _Known]:
    """Give version, number and name of the cases among these that the reader may see."""
    wanted = {case_id for case_id in case_ids if case_id is not None}
    return {
        case_id: (version, number, name)
        for some in batches(wanted)
        for case_id, version, number, name in reader.session.execute(
            select(Case.id, Case.version, Case.number, CaseLine.name)
            .join(CaseLine, CaseLine.case_id == Case.id)
            .where(Case.id.in_(some), Case.id.in_(cases_open_to(reader)))
        )
    }


def _have_taken_in(reader: Reader, case_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Name the files among these into which another was taken: their man is known by now."""
    return frozenset(
        survivor
        for some in batches(case_ids)
        for survivor in reader.session.scalars(
            select(Case.merged_into_id).where(Case.merged_into_id.in_(some))
        )
        if survivor is not None
    )


def _rows_of(reader: Reader, row_ids: Iterable[UUID | None]) -> dict[UUID, tuple[int, UUID | None]]:
    """Give number and, where one was opened for the man of the row, the provisional case."""
    wanted = {row_id for row_id in row_ids if row_id is not None}
    return {
        row_id: (row_no, case_id if state is RowState.PROVISIONAL else None)
        for some in batches(wanted)
        for row_id, row_no, case_id, state in reader.session.execute(
            select(ListRow.id, ListRow.row_no, ListRow.case_id, ListRow.state).where(
                ListRow.id.in_(some)
            )
        )
    }


def arrivals_to_verify(reader: Reader, now: datetime) -> tuple[ArrivalToVerify, ...]:
    """Name everybody who came and was not verified yet, those first whose time runs out first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found, numbers = _of_open_handovers(reader)
    return tuple(
        ArrivalToVerify(
            arrival_id=one.id,
            handover_id=one.handover_id,
            handover_number=numbers[one.handover_id],
            case_id=one.case_id,
            number=one.number,
            name=one.name or one.name_as_told,
            arrived_at=one.arrived_at,
            due=one.verify_due,
            overdue=one.overdue(now),
        )
        for one in found
        if one.steps[ArrivalStep.VERIFIED] is StepState.OPEN
    )


def checklists_open(reader: Reader) -> tuple[ChecklistOpen, ...]:
    """Name everybody who was verified, or need not be, and for whom something is still to do.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found, numbers = _of_open_handovers(reader)
    return tuple(
        ChecklistOpen(
            arrival_id=one.id,
            handover_id=one.handover_id,
            handover_number=numbers[one.handover_id],
            case_id=one.case_id,
            number=one.number,
            name=one.name or one.name_as_told,
            arrived_at=one.arrived_at,
            missing=one.missing,
        )
        for one in found
        if one.missing and one.steps[ArrivalStep.VERIFIED] is not StepState.OPEN
    )


def _of_open_handovers(reader: Reader) -> tuple[list[ArrivalView], dict[UUID, str]]:
    """Give who came with operations that are not closed, so far as the reader may know of him."""
    rows = reader.session.scalars(
        select(Arrival)
        .join(Handover, Handover.id == Arrival.handover_id)
        .where(Arrival.withdrawn_at.is_(None), Handover.closed_at.is_(None))
        .order_by(Arrival.arrived_at, Arrival.id)
    ).all()
    views = [one for one in arrival_views(reader, rows) if not one.hidden]
    return views, _numbers(reader, rows)

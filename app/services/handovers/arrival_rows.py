"""The rows of an arrival: what is kept of him, what his file says of it, a file where none is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.search.parts import read_name
from app.services.cases.event_rows import new_event
from app.services.cases.opening import open_case
from app.services.cases.own_word import own_word
from app.services.permission import require
from app.services.sources import source_of
from app.shapes.requests.cases import NameForm, PersonDetails, RegisterMan
from app.shapes.requests.evidence import RecordEvent, SaidBy
from models.cases import Case
from models.events import Assertion, Event
from models.handovers import Handover
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameOrder
from models.vocabulary.places import PlacePrecision
from models.vocabulary.roles import Action

#: Handed over, and arrived (domain.md 3.3).
OF_ARRIVAL = (EventCode.R65, EventCode.R66)


def day_of(moment: datetime) -> PartialDate:
    """Give the day it was in the office at a moment."""
    return PartialDate.parse_edtf(moment.astimezone(OFFICE_ZONE).date().isoformat())


def open_provisional(
    uow: UnitOfWork, name: str, father: str, birth: PartialDate, incident_id: UUID | None
) -> Case:
    """Open a case on somebody of whom only the name is known as he told it.

    Who he is may be found later: then the two files are merged.

    Raises:
        NotAllowed; BadInput: no name.
    """
    require(uow, Action.REGISTER_CASE)
    if not name:
        raise BadInput("name", "missing")
    read = read_name(name)
    form = NameForm(
        family=read.family if read.certain else "",
        given=read.given if read.certain else "",
        patronymic=(read.father if read.certain else "") or father,
        full_as_written=name,
        order=read.order if read.certain else NameOrder.UNKNOWN,
    )
    return open_case(
        uow,
        RegisterMan(names=(form,), details=PersonDetails(birth=birth), incident_id=incident_id),
    )


def entered(
    uow: UnitOfWork, said_by: tuple[SaidBy, ...], occurred: PartialDate
) -> tuple[SaidBy, ...]:
    """Enter the sources that speak for the first time, once, however many files they speak in.

    Where none is named, the office itself saw what occurred on that day.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    if not said_by:
        return (own_word(uow, occurred),)
    return tuple(replace(said, source=source_of(uow, said).id) for said in said_by)


def tell_arrival(
    uow: UnitOfWork,
    case_id: UUID,
    handover: Handover,
    arrived_at: datetime,
    said_by: tuple[SaidBy, ...],
    *,
    receiver: str = "",
    warning_reason: str = "",
    occurrences: tuple[UUID | None, UUID | None] = (None, None),
) -> tuple[Event, Event]:
    """Write into a man's file that he was handed over and that he arrived (R65, R66).

    Raises:
        NotAllowed; NotFound; BadInput: the day lies in the future.
    """
    common = RecordEvent(
        case_ids=(case_id,),
        code=EventCode.R65,
        occurred=day_of(arrived_at),
        place_id=handover.place_id,
        place_precision=PlacePrecision.EXACT if handover.place_id else PlacePrecision.UNKNOWN,
        said_by=said_by,
        warning_reason=warning_reason,
    )
    handed = replace(
        common,
        particulars={
            Extra.HANDOVER: handover.number,
            Extra.RECEIVER: receiver,
            Extra.INTERMEDIARY: handover.intermediary,
        },
    )
    arrived = replace(
        common,
        code=EventCode.R66,
        particulars={Extra.HANDOVER: handover.number, Extra.TRANSPORT: handover.transport},
    )
    return (
        new_event(uow, case_id, handed, occurrence_id=occurrences[0]),
        new_event(uow, case_id, arrived, occurrence_id=occurrences[1]),
    )


def told_of_arrival(uow: UnitOfWork, case_id: UUID, handover: Handover) -> list[Event]:
    """Give the standing events of a file that say he came with this handover."""
    found = uow.session.scalars(
        select(Event).where(Event.case_id == case_id, Event.code.in_(OF_ARRIVAL))
    )
    return [
        event
        for event in found
        if event.stands and json.loads(event.particulars).get(Extra.HANDOVER) == handover.number
    ]


def said_of(uow: UnitOfWork, event_id: UUID | None) -> tuple[SaidBy, ...]:
    """Give who says that somebody came, so that it can be said of another file."""
    if event_id is None:
        return ()
    words = uow.session.scalars(
        select(Assertion)
        .where(Assertion.event_id == event_id, Assertion.withdrawn_at.is_(None))
        .order_by(Assertion.position)
    )
    return tuple(
        SaidBy(
            source=one.source_id,
            said=one.said,
            words=one.words,
            words_lang=one.words_lang,
            reliability=one.reliability,
            credibility=one.credibility,
            independence_group=one.independence_group,
            locator=one.locator,
        )
        for one in words
    )

"""How far the checklist of everybody who came is: from the events of his file, never ticked."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import OFFICE_ZONE
from app.queries.case_history import batches
from app.shapes.handovers import StepState
from models.cases import Case
from models.events import Event
from models.handovers import Arrival
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.handovers import ArrivalStep
from models.vocabulary.status import Admin

#: The event that shows a step as done. That somebody told the family is a contact like any other:
#: it counts only where it was recorded for this handover.
STEP_OF: Mapping[EventCode, ArrivalStep] = {
    EventCode.R67: ArrivalStep.VERIFIED,
    EventCode.R68: ArrivalStep.MEDICAL,
    EventCode.R69: ArrivalStep.FAMILY,
    EventCode.A116: ArrivalStep.FAMILY,
    EventCode.R70: ArrivalStep.DEBRIEF,
}
_SHUT = frozenset({Admin.CLOSED, Admin.REJECTED})

type Steps = Mapping[ArrivalStep, StepState]
type _Done = tuple[ArrivalStep, date | None, str | None]


def waived_steps(arrival: Arrival) -> dict[ArrivalStep, str]:
    """Give the steps that do not apply to somebody, each with its reason."""
    return {ArrivalStep(step): why for step, why in json.loads(arrival.waived).items()}


def steps_of(
    session: Session, arrivals: Iterable[Arrival], numbers: Mapping[UUID, str]
) -> dict[UUID, Steps]:
    """Give how the steps stand of each arrival; `numbers` are those of the handovers.

    What happened before he came belongs to an earlier return, and is no step of this one.
    """
    wanted = list(arrivals)
    ids = {arrival.case_id for arrival in wanted if arrival.case_id is not None}
    done = _done(session, ids)
    shut = {
        case_id
        for some in batches(ids)
        for case_id in session.scalars(select(Case.id).where(Case.id.in_(some), _CLOSED))
    }
    found: dict[UUID, Steps] = {}
    for arrival in wanted:
        waived = waived_steps(arrival)
        came = arrival.arrived_at.astimezone(OFFICE_ZONE).date()
        number = numbers.get(arrival.handover_id, "")
        had = {
            step
            for step, latest, of_handover in done.get(arrival.case_id, ())
            if (latest is None or latest >= came) and of_handover in (None, number)
        }
        if arrival.case_id in shut:
            had.add(ArrivalStep.CLOSED)
        found[arrival.id] = {
            step: StepState.DONE
            if step in had
            else StepState.WAIVED
            if step in waived
            else StepState.OPEN
            for step in ArrivalStep
        }
    return found


_CLOSED = Case.admin.in_(_SHUT)


def _done(session: Session, case_ids: Iterable[UUID]) -> dict[UUID | None, list[_Done]]:
    found: dict[UUID | None, list[_Done]] = defaultdict(list)
    for some in batches(case_ids):
        rows = session.execute(
            select(Event.case_id, Event.code, Event.occurred.latest, Event.particulars).where(
                Event.case_id.in_(some),
                Event.code.in_(STEP_OF),
                Event.withdrawn_at.is_(None),
                Event.superseded.is_(False),
            )
        )
        for case_id, code, latest, particulars in rows:
            of_handover = None
            if code is EventCode.A116:
                of_handover = str(json.loads(particulars).get(Extra.HANDOVER, ""))
            found[case_id].append((STEP_OF[code], latest, of_handover))
    return found

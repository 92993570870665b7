"""Use cases for everybody who came: verified, checked by a physician, family told, asked."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.merged import former_numbers, refuse_merged_in
from app.services.cases.event_rows import new_event
from app.services.finding.register_line import refresh
from app.services.handovers.arrival_rows import day_of, entered
from app.services.sources import source_of
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.evidence import NewSource, RecordEvent, SaidBy
from app.shapes.requests.handovers import (
    RecordDebrief,
    RecordFamilyWord,
    RecordMedicalCheck,
    SeenThere,
    VerifyIdentity,
)
from models.cases import Case
from models.handovers import Arrival, Handover
from models.sources import Source
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.evidence import Credibility, EventTrait, Reliability
from models.vocabulary.handovers import FamilyWord
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.places import PlacePrecision
from models.vocabulary.roles import Action


def verify_identity(uow: UnitOfWork, request: VerifyIdentity) -> Outcome[UUID]:
    """Record that he was seen in person and is who he is, by two different methods (R67).

    Raises:
        NotAllowed; NotFound; BadInput: one method twice, nobody verified him, a day in the future
        or before he came; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_HANDOVER, named="verify_identity")
    first, second = request.first, request.second
    if first.method is second.method:
        raise BadInput("method", "method_twice")
    verifier = line(request.verifier, "verifier", limit=300)
    if not verifier:
        raise BadInput("verifier", "missing")
    said = (first, second)
    methods = ", ".join(one.method.value for one in said)
    known_by = "; ".join(words for one in said if (words := line(one.by_what, "method")))
    return _write(
        uow,
        request.arrival_id,
        RecordEvent(
            (),
            EventCode.R67,
            request.occurred,
            place_id=request.place_id,
            narrative=request.narrative,
            particulars={
                Extra.METHODS: methods,
                Extra.VERIFIER: verifier,
                Extra.IDENTIFIER: known_by,
            },
            said_by=request.said_by,
        ),
    )


def record_medical_check(uow: UnitOfWork, request: RecordMedicalCheck) -> Outcome[UUID]:
    """Record that a physician looked at him (R68); what was found stays in his file.

    Raises:
        NotAllowed; NotFound; BadInput: no facility, a day in the future or before he came.
    """
    uow.doing(Action.EDIT_HANDOVER, named="record_medical_check")
    facility = line(request.facility, "facility", limit=300)
    if not facility:
        raise BadInput("facility", "missing")
    return _write(
        uow,
        request.arrival_id,
        RecordEvent(
            (),
            EventCode.R68,
            request.occurred,
            says=request.health.value,
            narrative=request.findings,
            particulars={Extra.FACILITY: facility},
            said_by=request.said_by,
        ),
    )


def record_family_word(uow: UnitOfWork, request: RecordFamilyWord) -> Outcome[UUID]:
    """Record that his family knows: they met (R69), or somebody told them (A116).

    Raises:
        NotAllowed; NotFound; BadInput: told, and nobody said whom and how; a day in the future.
    """
    uow.doing(Action.EDIT_HANDOVER, named="record_family_word")
    met = request.how is FamilyWord.REUNITED
    if not met:
        reason(request.narrative, "narrative")
    return _write(
        uow,
        request.arrival_id,
        RecordEvent(
            (),
            EventCode.R69 if met else EventCode.A116,
            request.occurred,
            narrative=request.narrative,
            said_by=request.said_by,
        ),
    )


def record_debrief(uow: UnitOfWork, request: RecordDebrief) -> Outcome[tuple[UUID, ...]]:
    """Record that he was asked, with his consent, and whom else he saw (R70; C19, E08 for others).

    He is a confidential source of what he says of others: their files name him by a code alone.
    Gives the ids of the events, his own first.

    Raises:
        NotAllowed; NotFound; CaseMerged; BadInput: no consent, he names himself, a day in the
        future.
    """
    uow.doing(Action.EDIT_HANDOVER, named="record_debrief")
    consent = reason(request.consent, "consent")
    arrival, handover, case_id = _came(uow, request.arrival_id)
    occurred = _on_or_after(arrival, request.occurred, uow)
    said_by = entered(uow, request.said_by, occurred)
    own = new_event(
        uow,
        case_id,
        RecordEvent(
            (),
            EventCode.R70,
            occurred,
            narrative=request.narrative,
            particulars={
                Extra.CONSENT: consent,
                Extra.BY_WHOM: line(request.interviewer, "interviewer", limit=300),
            },
            said_by=said_by,
        ),
    )
    events, cases = [own], [case_id]
    if request.seen:
        refuse_merged_in(uow.session, [one.case_id for one in request.seen])
        returnee = _as_source(uow, case_id, handover)
        for one in request.seen:
            if one.case_id == case_id:
                raise BadInput("seen", "himself")
            uow.get(Case, one.case_id)
            events.append(new_event(uow, one.case_id, _lead(one, returnee, occurred)))
            cases.append(one.case_id)
    uow.session.flush()
    refresh(uow, cases)
    touched = Changes.of("handovers", handover.id) | Changes.of("cases", *cases)
    return Outcome(tuple(event.id for event in events), touched)


def _lead(seen: SeenThere, returnee: Source, said: PartialDate) -> RecordEvent:
    """Describe what a returnee says of another man."""
    words = prose(seen.words, "words")
    lead = RecordEvent(
        (),
        EventCode.E08 if seen.heard_only else EventCode.C19,
        seen.when,
        place_id=seen.place_id,
        place_precision=PlacePrecision.EXACT if seen.place_id else PlacePrecision.UNKNOWN,
        place_as_reported=seen.place_as_reported,
        said_by=(
            SaidBy(
                source=returnee.id,
                said=said,
                words=words,
                reliability=Reliability.C,
                credibility=Credibility.SIX if seen.heard_only else Credibility.THREE,
                account_condition=seen.condition,
            ),
        ),
    )
    if seen.heard_only:
        return replace(lead, particulars={Extra.TEXT: words or seen.place_as_reported})
    return replace(
        lead,
        particulars={Extra.RETURNEE: returnee.code, Extra.CONDITION: seen.condition},
        traits=frozenset({EventTrait.KNEW_HIM}) if seen.knew_him else frozenset(),
    )


def _as_source(uow: UnitOfWork, case_id: UUID, handover: Handover) -> Source:
    """Give the man as a confidential source: one for all he says, entered when he first speaks."""
    number = uow.get(Case, case_id).number
    numbers = (number, *former_numbers(uow.session, [case_id]).get(case_id, ()))
    known = uow.session.scalar(
        select(Source)
        .where(Source.kind == SourceKind.RETURNED_CAPTIVE, Source.sealed_name.in_(numbers))
        .limit(1)
    )
    if known is not None:
        return known
    source = NewSource(
        kind=SourceKind.RETURNED_CAPTIVE,
        title=handover.number,
        confidential=True,
        sealed_name=number,
    )
    return source_of(uow, SaidBy(source=source))


def _write(uow: UnitOfWork, arrival_id: UUID, told: RecordEvent) -> Outcome[UUID]:
    """Write an event of the checklist into the file of somebody who came."""
    arrival, handover, case_id = _came(uow, arrival_id)
    occurred = _on_or_after(arrival, told.occurred, uow)
    event = new_event(
        uow,
        case_id,
        replace(
            told,
            case_ids=(case_id,),
            occurred=occurred,
            said_by=entered(uow, told.said_by, occurred),
            particulars={**told.particulars, Extra.HANDOVER: handover.number},
        ),
    )
    uow.session.flush()
    refresh(uow, [case_id])
    touched = Changes.of("handovers", handover.id) | Changes.of("cases", case_id)
    return Outcome(event.id, touched)


def _came(uow: UnitOfWork, arrival_id: UUID) -> tuple[Arrival, Handover, UUID]:
    arrival = uow.get(Arrival, arrival_id)
    if arrival.withdrawn_at is not None or arrival.case_id is None:
        raise BadInput("arrival", "already_gone")
    return arrival, uow.get(Handover, arrival.handover_id), arrival.case_id


def _on_or_after(arrival: Arrival, occurred: PartialDate, uow: UnitOfWork) -> PartialDate:
    """Give the day of a step, today where none was given; not before he came.

    Raises:
        BadInput: the day lies before he came.
    """
    if occurred.edtf is None and not occurred.text:
        return day_of(uow.clock.now())
    came = day_of(arrival.arrived_at)
    if (
        occurred.latest is not None
        and came.earliest is not None
        and occurred.latest < came.earliest
    ):
        raise BadInput("occurred", "before_arrival", date=came)
    return occurred

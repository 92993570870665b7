"""Turns a request into the rows of an event and of what sources say of it."""

from __future__ import annotations

import json
from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.permission import require
from app.services.sources import require_grading, source_of
from app.services.typed_text import line, prose
from app.shapes.requests.evidence import RecordEvent, SaidBy
from models.events import Assertion, Event
from models.vocabulary.roles import Action


def new_event(
    uow: UnitOfWork, case_id: UUID, request: RecordEvent, *, occurrence_id: UUID | None = None
) -> Event:
    """Make an event of one case with all that is said of it.

    Raises:
        BadInput: it lies in the future, or a text is too long.
    """
    if request.occurred.earliest is not None and request.occurred.earliest > uow.clock.today():
        raise BadInput("occurred", "in_future", date=request.occurred)
    event = Event(
        case_id=case_id,
        occurrence_id=occurrence_id,
        code=request.code,
        occurred=request.occurred,
        place_id=request.place_id,
        place_precision=request.place_precision,
        place_as_reported=line(request.place_as_reported, "place", limit=500),
        narrative=prose(request.narrative, "narrative"),
        narrative_releasable=prose(request.narrative_releasable, "narrative"),
        particulars=json.dumps(
            {key: line(value, key) for key, value in sorted(request.particulars.items()) if value},
            ensure_ascii=False,
        ),
        figure=line(request.figure, "figure", limit=100),
        says=request.says,
        traits=",".join(sorted(request.traits)),
        basis=request.basis,
        reply_due=request.reply_due,
        authenticity=request.authenticity,
        evidence_class=request.evidence_class,
        name_only=request.name_only,
        homonym=request.homonym,
        signed_off=request.signed_off,
        warning_reason=line(request.warning_reason, "warning_reason", limit=500),
    )
    if request.signed_off:
        require(uow, Action.VALIDATE_STATUS)
    uow.session.add(event)
    uow.session.flush()
    for position, said_by in enumerate(request.said_by):
        new_assertion(uow, event, said_by, position=position)
    return event


def new_assertion(uow: UnitOfWork, event: Event, said: SaidBy, *, position: int) -> Assertion:
    """Make what a source says of an event; a grade other than F6 needs the right to grade.

    Raises:
        NotAllowed; NotFound: no such source; BadInput.
    """
    require_grading(uow, said)
    assertion = Assertion(
        event_id=event.id,
        case_id=event.case_id,
        source_id=source_of(uow, said).id,
        said=said.said,
        words=prose(said.words, "words"),
        words_lang=said.words_lang,
        reliability=said.reliability,
        credibility=said.credibility,
        independence_group=line(said.independence_group, "independence_group", limit=100),
        coerced=said.coerced,
        account=said.account,
        account_place_id=said.account_place_id,
        account_place_as_reported=line(said.account_place_as_reported, "place", limit=500),
        account_condition=line(said.account_condition, "condition", limit=300),
        locator=line(said.locator, "locator", limit=300),
        position=position,
    )
    uow.session.add(assertion)
    return assertion


def standing_copies(uow: UnitOfWork, old: Event, new: Event) -> None:
    """Carry over to a corrected event what sources said of the old one and was not withdrawn."""
    standing = [a for a in old.assertions if a.withdrawn_at is None]
    for position, said in enumerate(standing):
        copy = Assertion(
            event_id=new.id,
            case_id=new.case_id,
            source_id=said.source_id,
            said=said.said,
            words=said.words,
            words_lang=said.words_lang,
            reliability=said.reliability,
            credibility=said.credibility,
            independence_group=said.independence_group,
            coerced=said.coerced,
            account=said.account,
            account_place_id=said.account_place_id,
            account_place_as_reported=said.account_place_as_reported,
            account_condition=said.account_condition,
            locator=said.locator,
            position=position,
        )
        uow.session.add(copy)

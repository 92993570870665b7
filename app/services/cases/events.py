"""Use cases on events: record, correct, withdraw, prefer an account; who says so."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.services.cases.event_rows import new_assertion, new_event, standing_copies
from app.services.finding.register_line import refresh
from app.services.typed_text import line, reason
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.evidence import (
    AddAssertion,
    CorrectEvent,
    PreferAccount,
    RecordEvent,
    WithdrawAssertion,
    WithdrawEvent,
)
from models.base import new_id
from models.cases import Case
from models.events import Assertion, Event
from models.vocabulary.roles import Action


def record_event(uow: UnitOfWork, request: RecordEvent) -> Outcome[tuple[UUID, ...]]:
    """Record that something happened to a man, or the same to several at once.

    Gives the ids of the events, one a case. It may be saved incomplete: without date, place or
    source it stands at level L0.

    Raises:
        NotAllowed; NotFound; BadInput: no case, or a date in the future; NeedsReason: a warning
        stands ("handover before capture") and no reason was given.
    """
    uow.doing(Action.RECORD_EVENT, named="record_event")
    cases = _cases(uow, request.case_ids)
    occurrence = new_id() if len(cases) > 1 else None
    ids = tuple(
        new_event(uow, case.id, request, occurrence_id=occurrence).id for case in cases
    )  # fmt: skip
    uow.session.flush()
    uow.because(line(request.warning_reason, "warning_reason", limit=500))
    refuse_unless_reasoned(uow, request.case_ids, ids, request.warning_reason)
    refresh(uow, request.case_ids)
    return Outcome(ids, Changes.of("cases", *request.case_ids))


def _cases(uow: UnitOfWork, ids: tuple[UUID, ...]) -> list[Case]:
    if not ids:
        raise BadInput("case", "missing")
    found = {case.id: case for case in uow.session.scalars(select(Case).where(Case.id.in_(ids)))}
    for case_id in ids:
        if case_id not in found:
            raise NotFound("cases", case_id)
    return [found[case_id] for case_id in dict.fromkeys(ids)]


def add_assertion(uow: UnitOfWork, request: AddAssertion) -> Outcome[UUID]:
    """Record that one more source speaks of an event.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    uow.doing(Action.RECORD_EVENT, named="add_assertion")
    event = uow.get(Event, request.event_id)
    assertion = new_assertion(uow, event, request.said_by, position=len(event.assertions))
    refresh(uow, [event.case_id])
    return Outcome(assertion.id, Changes.of("cases", event.case_id))


def correct_event(uow: UnitOfWork, request: CorrectEvent) -> Outcome[UUID]:
    """Replace an event by a corrected one; the old one stays, struck through.

    What sources said of the old one is carried over unless the correction names sources anew.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile; NeedsReason.
    """
    uow.doing(Action.RECORD_EVENT, named="correct_event")
    old = uow.get(Event, request.event_id, request.version)
    if not old.stands:
        raise BadInput("event", "already_gone")
    why = reason(request.reason)
    event = new_event(uow, old.case_id, request.corrected, occurrence_id=old.occurrence_id)
    event.supersedes_id = old.id
    event.seq_hint = old.seq_hint
    if not request.corrected.said_by:
        standing_copies(uow, old, event)
    old.superseded = True
    uow.because(why)
    uow.session.flush()
    refuse_unless_reasoned(uow, [old.case_id], [event.id], request.corrected.warning_reason)
    refresh(uow, [old.case_id])
    return Outcome(event.id, Changes.of("cases", old.case_id))


def withdraw_event(uow: UnitOfWork, request: WithdrawEvent) -> Outcome[None]:
    """Take an event back; it stays visible, struck through (P14).

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or gone already; CaseChangedMeanwhile.
    """
    uow.doing(Action.WITHDRAW, named="withdraw_event")
    event = uow.get(Event, request.event_id, request.version)
    if not event.stands:
        raise BadInput("event", "already_gone")
    event.withdrawn_at = uow.clock.now()
    event.withdrawn_reason = reason(request.reason)
    uow.because(event.withdrawn_reason)
    refresh(uow, [event.case_id])
    return Outcome(None, Changes.of("cases", event.case_id))


def withdraw_assertion(uow: UnitOfWork, request: WithdrawAssertion) -> Outcome[None]:
    """Take back what a source is recorded to have said; it stays visible, struck through (P14).

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or gone already; CaseChangedMeanwhile.
    """
    uow.doing(Action.WITHDRAW, named="withdraw_assertion")
    assertion = uow.get(Assertion, request.assertion_id, request.version)
    if assertion.withdrawn_at is not None:
        raise BadInput("assertion", "already_gone")
    assertion.withdrawn_at = uow.clock.now()
    assertion.withdrawn_reason = reason(request.reason)
    uow.because(assertion.withdrawn_reason)
    refresh(uow, [assertion.case_id])
    return Outcome(None, Changes.of("cases", assertion.case_id))


def prefer_account(uow: UnitOfWork, request: PreferAccount) -> Outcome[None]:
    """Decide between accounts of one event, or leave it open again; both stay side by side.

    Raises:
        NotAllowed; NotFound; BadInput: the account is of another event; CaseChangedMeanwhile.
    """
    uow.doing(Action.RECORD_EVENT, named="prefer_account")
    event = uow.get(Event, request.event_id, request.version)
    if request.assertion_id is not None and request.assertion_id not in {
        assertion.id for assertion in event.assertions
    }:
        raise BadInput("assertion", "of_another_event")
    event.preferred_assertion_id = request.assertion_id
    uow.because(line(request.reason, "reason", limit=500))
    refresh(uow, [event.case_id])
    return Outcome(None, Changes.of("cases", event.case_id))

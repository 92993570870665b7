"""Computes what would change if an event were saved, without saving anything."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.case_history import histories, said_value
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.queries.merged import refuse_merged
from app.shapes.requests.evidence import AddAssertion, NewSource, RecordEvent, SaidBy
from models.codebook import compute
from models.codebook.contradictions import Contradiction, contradictions
from models.codebook.facts import AssertionFact, CaseHistory, EventFact, Status
from models.sources import Source
from models.vocabulary.accounts import SourceKind
from models.vocabulary.roles import Action

type Preview = tuple[Status, tuple[Contradiction, ...]]


def preview_status(reader: Reader, request: RecordEvent) -> Preview:
    """Give the status that the first case would have, and the contradictions that would stand.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    history = _history(reader, request.case_ids[0])
    event = _typed(request, _assertions(reader, request))
    return _with(reader, replace(history, events=(*history.events, event)), event.id)


def preview_correction(reader: Reader, event_id: UUID, request: RecordEvent) -> Preview:
    """Give the status if an event were replaced; what sources said of it is carried over.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    history = _history(reader, request.case_ids[0])
    old = _event(history, event_id)
    event = _typed(request, _assertions(reader, request) or old.assertions)
    rest = tuple(one for one in history.events if one.id != old.id)
    return _with(reader, replace(history, events=(*rest, event)), event.id)


def preview_account(reader: Reader, case_id: UUID, request: AddAssertion) -> Preview:
    """Give the status if one more source spoke of an event.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    history = _history(reader, case_id)
    old = _event(history, request.event_id)
    typed = _assertion(reader, request.said_by, 0)
    more = replace(old, assertions=(*old.assertions, typed))
    events = tuple(more if one.id == old.id else one for one in history.events)
    return _with(reader, replace(history, events=events), old.id)


def _history(reader: Reader, case_id: UUID) -> CaseHistory:
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    return histories(reader.session, [case_id])[case_id]


def _event(history: CaseHistory, event_id: UUID) -> EventFact:
    for event in history.events:
        if event.id == str(event_id):
            return event
    raise NotFound("events", event_id)


def _assertions(reader: Reader, request: RecordEvent) -> tuple[AssertionFact, ...]:
    return tuple(_assertion(reader, said, at) for at, said in enumerate(request.said_by))


def _with(reader: Reader, history: CaseHistory, event_id: str) -> Preview:
    today = reader.clock.today()
    misfits = (m for m in contradictions(history, today) if event_id in (m.first, m.second))
    return compute(history, today), tuple(misfits)


def _typed(request: RecordEvent, assertions: tuple[AssertionFact, ...]) -> EventFact:
    return EventFact(
        id="typed",
        code=request.code,
        date=request.occurred,
        assertions=assertions,
        evidence_class=request.evidence_class,
        authenticity=request.authenticity,
        basis=request.basis,
        name_only=request.name_only,
        homonym=request.homonym,
        signed_off=request.signed_off,
        place=str(request.place_id) if request.place_id else None,
        appearance=request.figure or None,
        says=said_value(request.code, request.says),
        reply_due=request.reply_due,
        traits=request.traits,
    )


def _assertion(reader: Reader, said: SaidBy, at: int) -> AssertionFact:
    kind, group = _source(reader, said)
    return AssertionFact(
        reliability=said.reliability,
        credibility=said.credibility,
        group=said.independence_group or group,
        id=f"typed-{at}",
        coerced=said.coerced,
        source_kind=kind,
    )


def _source(reader: Reader, said: SaidBy) -> tuple[SourceKind | None, str]:
    if isinstance(said.source, NewSource):
        return said.source.kind, said.source.independence_group or f"new:{said.source.title}"
    row = reader.session.execute(
        select(Source.kind, Source.independence_group).where(Source.id == said.source)
    ).one_or_none()
    return (row.kind, row.independence_group or str(said.source)) if row else (None, "")

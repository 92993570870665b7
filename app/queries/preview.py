"""Computes what would change if an event were saved, without saving anything."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import histories, said_value
from app.shapes.requests import NewSource, RecordEvent, SaidBy
from models.codebook import compute
from models.codebook.contradictions import Contradiction, contradictions
from models.codebook.facts import AssertionFact, EventFact, Status
from models.sources import Source
from models.vocabulary.accounts import SourceKind


def preview_status(
    reader: Reader, request: RecordEvent
) -> tuple[Status, tuple[Contradiction, ...]]:
    """Give the status that the first case would have, and the contradictions that would stand."""
    case_id = request.case_ids[0]
    history = histories(reader.session, [case_id])[case_id]
    assertions = tuple(
        _assertion(reader, said, at) for at, said in enumerate(request.said_by)
    )  # fmt: skip
    event = EventFact(
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
    with_it = replace(history, events=(*history.events, event))
    today = reader.clock.today()
    misfits = (m for m in contradictions(with_it, today) if event.id in (m.first, m.second))
    return compute(with_it, today), tuple(misfits)


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

"""Reads what the codebook needs of cases: events, who says so, overrides, birth."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from models.cases import Case, StatusOverride
from models.codebook.facts import AssertionFact, CaseHistory, EventFact, Override
from models.codebook.particulars import MAY_SAY, NotAParticular, Particular
from models.events import Assertion, Event
from models.people import Person
from models.sources import Source
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.evidence import EventTrait
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import FACET_VALUES, Facet, FacetValue, Headline, Health

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BATCH = 500
"""Ids in one IN list: far below the limit of either database."""


def said_value(code: EventCode, says: str) -> FacetValue | None:
    """Give the facet value that an event states, or None where it states none.

    Raises NotAParticular: events of this code do not speak in such words.
    """
    if not says:
        return None
    for value in MAY_SAY.get(code, tuple(Health)):
        if value == says:
            return value
    raise NotAParticular(Particular.SAYS, says)


def traits_of(codes: str) -> frozenset[EventTrait]:
    """Give the circumstances kept as codes with commas."""
    return frozenset(EventTrait(code) for code in codes.split(",")) if codes else frozenset()


def batches(ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    """Part ids into lists that a database takes at once."""
    rest = list(ids)
    for start in range(0, len(rest), BATCH):
        yield rest[start : start + BATCH]


def histories(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, CaseHistory]:
    """Read the histories of cases; cases without events get an empty one."""
    found: dict[UUID, CaseHistory] = {}
    for ids in batches(case_ids):
        found.update(_histories_of(session, ids))
    return found


def _histories_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, CaseHistory]:
    assertions = _assertions(session, ids)
    events = _events(session, ids, assertions)
    overrides = _overrides(session, ids)
    rows = session.execute(
        select(Case.id, Case.urgent, Case.access_limited, Person.birth.edtf)
        .join(Person, Person.id == Case.id)
        .where(Case.id.in_(ids))
    )
    return {
        case_id: CaseHistory(
            events=tuple(events[case_id]),
            overrides=tuple(overrides[case_id]),
            born=PartialDate.restore(born, "") if born else None,
            urgent=urgent,
            restricted=limited,
        )
        for case_id, urgent, limited, born in rows
    }


def _assertions(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[AssertionFact]]:
    by_event: dict[UUID, list[AssertionFact]] = defaultdict(list)
    rows = session.execute(
        select(
            Assertion.event_id,
            Assertion.id,
            Assertion.reliability,
            Assertion.credibility,
            Assertion.independence_group,
            Source.independence_group,
            Source.id,
            Assertion.coerced,
            Assertion.withdrawn_at,
            Source.kind,
        )
        .join(Source, Source.id == Assertion.source_id)
        .where(Assertion.case_id.in_(ids))
        .order_by(Assertion.position, Assertion.id)
    )
    for event_id, id_, rel, cred, group, source_group, source_id, coerced, gone, kind in rows:
        by_event[event_id].append(
            AssertionFact(
                reliability=rel,
                credibility=cred,
                group=group or source_group or str(source_id),
                id=str(id_),
                coerced=coerced,
                withdrawn=gone is not None,
                source_kind=kind,
            )
        )
    return by_event


def _events(
    session: Session, ids: Sequence[UUID], assertions: dict[UUID, list[AssertionFact]]
) -> dict[UUID, list[EventFact]]:
    by_case: dict[UUID, list[EventFact]] = defaultdict(list)
    for event in session.scalars(
        select(Event).where(Event.case_id.in_(ids)).order_by(Event.occurred.sort_key, Event.id)
    ):
        by_case[event.case_id].append(event_fact(event, tuple(assertions.get(event.id, ()))))
    return by_case


def event_fact(event: Event, assertions: tuple[AssertionFact, ...]) -> EventFact:
    """Give an event as the rules see it; a superseded one counts as withdrawn (P14)."""
    return EventFact(
        id=str(event.id),
        code=event.code,
        date=event.occurred,
        assertions=assertions,
        evidence_class=event.evidence_class,
        authenticity=event.authenticity,
        basis=event.basis,
        name_only=event.name_only,
        homonym=event.homonym,
        signed_off=event.signed_off,
        withdrawn=not event.stands,
        supersedes=str(event.supersedes_id) if event.supersedes_id else None,
        place=str(event.place_id) if event.place_id else None,
        appearance=event.figure or None,
        says=said_value(event.code, event.says),
        reply_due=event.reply_due,
        closure_reason=_closure_reason(event),
        traits=traits_of(event.traits),
    )


def _closure_reason(event: Event) -> ClosureReason | None:
    if event.code is not EventCode.A113:
        return None
    reason: str = json.loads(event.particulars).get(Extra.REASON, "")
    return ClosureReason(reason) if reason else None


def _overrides(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[Override]]:
    by_case: dict[UUID, list[Override]] = defaultdict(list)
    rows = session.scalars(select(StatusOverride).where(StatusOverride.case_id.in_(ids)))
    for row in rows:
        by_case[row.case_id].append(
            override_fact(
                row.id, row.facet, row.value, row.reason, row.evidence_ref, row.set_on,
                row.review_by, row.lifted_on,
            )
        )  # fmt: skip
    return by_case


def override_fact(
    id_: UUID,
    facet: Facet | None,
    value: str,
    reason: str,
    evidence_ref: str,
    set_on: date,
    review_by: date,
    lifted_on: date | None,
) -> Override:
    """Give a supervisor's decision as the rules see it (P13)."""
    word = Headline(value) if facet is None else FACET_VALUES[facet](value)
    return Override(
        id=str(id_),
        facet=facet,
        value=word,  # type: ignore[arg-type]  # FACET_VALUES holds exactly the facet's own enum
        reason=reason,
        evidence_ref=evidence_ref,
        set_on=set_on,
        review_by=review_by,
        lifted_on=lifted_on,
    )

"""Reads who may not be named on a list that goes out, and why (domain.md 2.1, 2.12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.db.unit_of_work import Reader, UnitOfWork
from app.queries.case_history import batches
from app.queries.consents import consented, standings_of
from app.queries.limited_access import cases_open_to
from app.queries.minimum_data import gaps
from app.shapes.negotiation import KeptBack
from models.cases import Case
from models.codebook.consents import Blocked, may_share
from models.events import Event
from models.people import Person
from models.vocabulary.families import ConsentScope, ConsentState, DataSubject
from models.vocabulary.papers import LegalBasis


def kept_back(
    at: Reader | UnitOfWork,
    case_ids: Sequence[UUID],
    basis: LegalBasis | None,
    needs: frozenset[str],
) -> tuple[KeptBack, ...]:
    """Name those who may not be on a list, each with every reason there is.

    Who refused, took back or disagrees is never overruled by another ground; who was not asked is
    kept back only where consent is the ground, or none is named yet.
    """
    found: dict[UUID, KeptBack] = {}
    for some in batches(tuple(dict.fromkeys(case_ids))):
        found.update((one.case_id, one) for one in _of(at, some, basis, needs))
    return tuple(found[case_id] for case_id in dict.fromkeys(case_ids) if case_id in found)


def _of(
    at: Reader | UnitOfWork,
    case_ids: Sequence[UUID],
    basis: LegalBasis | None,
    needs: frozenset[str],
) -> list[KeptBack]:
    session = at.session
    cases = session.scalars(
        select(Case)
        .where(Case.id.in_(case_ids), Case.id.in_(cases_open_to(at)))
        .options(
            selectinload(Case.person).selectinload(Person.names),
            selectinload(Case.person).selectinload(Person.identifiers),
            selectinload(Case.person).selectinload(Person.service),
            selectinload(Case.person).selectinload(Person.relatives),
        )
    ).all()
    events: dict[UUID, list[Event]] = defaultdict(list)
    for event in session.scalars(
        select(Event).where(Event.case_id.in_(case_ids)).options(selectinload(Event.assertions))
    ):
        events[event.case_id].append(event)
    agreed = consented(session, case_ids)
    standings = standings_of(session, case_ids, DataSubject.MISSING_MAN)
    told = []
    for case in cases:
        person = case.person
        answer = may_share(standings[case.id], ConsentScope.NEGOTIATION_LIST)
        missing = gaps(case, person, events[case.id], consented=case.id in agreed)
        one = KeptBack(
            case_id=case.id,
            number=case.number,
            do_not_transmit=person.do_not_transmit,
            reason=person.do_not_transmit_reason,
            consent=answer if isinstance(answer, Blocked) and _blocks(answer, basis) else None,
            missing=tuple(code for code in missing if code in needs),
        )
        if one.do_not_transmit or one.consent is not None or one.missing:
            told.append(one)
    return told


def _blocks(answer: Blocked, basis: LegalBasis | None) -> bool:
    return answer.why is not ConsentState.NOT_ASKED or basis in {None, LegalBasis.CONSENT}

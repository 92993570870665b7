"""Reads of many men at once what decides whether a paper on them may leave (domain.md 2.1, 2.12).

The same facts are read for a draft and, in the transaction itself, when a paper is issued.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import NotFound
from app.queries.case_history import batches
from app.queries.consents import consented, standings_of
from app.queries.families.contacts import told_among
from app.queries.limited_access import cases_open_to
from app.queries.minimum_data import gaps
from app.shapes.disclosures import ManToRelease
from models.cases import Case, CaseLine
from models.events import Event
from models.people import Person
from models.vocabulary.families import DataSubject
from models.vocabulary.roles import Action
from models.vocabulary.status import SPEAK_OF_DEATH


def men_to_release(reader: Reader, case_ids: Sequence[UUID]) -> tuple[ManToRelease, ...]:
    """Read what decides whether papers on these men may leave, in the order asked for.

    Raises:
        NotAllowed; NotFound: a case that is gone, or not for the reader.
    """
    reader.allow(Action.DRAFT_REPORT)
    return release_facts(reader, case_ids)


def release_facts(at: Reader | UnitOfWork, case_ids: Iterable[UUID]) -> tuple[ManToRelease, ...]:
    """Read the same, for a use case that has asked for its right already.

    Raises:
        NotFound.
    """
    wanted = list(dict.fromkeys(case_ids))
    found = {man.case_id: man for some in batches(wanted) for man in _men(at, some)}
    for case_id in wanted:
        if case_id not in found:
            raise NotFound("cases", case_id)
    return tuple(found[case_id] for case_id in wanted)


def _men(at: Reader | UnitOfWork, case_ids: Sequence[UUID]) -> Iterator[ManToRelease]:
    session = at.session
    cases = session.scalars(
        select(Case).where(Case.id.in_(case_ids), Case.id.in_(cases_open_to(at)))
    ).all()
    people = _people(session, case_ids)
    events: dict[UUID, list[Event]] = defaultdict(list)
    for event in session.scalars(
        select(Event).where(Event.case_id.in_(case_ids)).options(selectinload(Event.assertions))
    ):
        events[event.case_id].append(event)
    lines = select(CaseLine.case_id, CaseLine.headline).where(CaseLine.case_id.in_(case_ids))
    headlines = dict(session.execute(lines).all())
    told = told_among(session, case_ids)
    with_consent = consented(session, case_ids)
    standings = standings_of(session, case_ids, DataSubject.MISSING_MAN)
    for case in cases:
        person = people[case.id]
        yield ManToRelease(
            case_id=case.id,
            number=case.number,
            version=case.version,
            access_limited=case.access_limited,
            do_not_transmit=person.do_not_transmit,
            do_not_transmit_reason=person.do_not_transmit_reason,
            standings=standings[case.id],
            speaks_of_death=headlines.get(case.id, "") in SPEAK_OF_DEATH,
            told_in_person=case.id in told,
            missing=gaps(case, person, events[case.id], consented=case.id in with_consent),
        )


def _people(session: Session, case_ids: Sequence[UUID]) -> dict[UUID, Person]:
    found = session.scalars(
        select(Person)
        .where(Person.id.in_(case_ids))
        .options(
            selectinload(Person.names),
            selectinload(Person.identifiers),
            selectinload(Person.service),
            selectinload(Person.relatives),
        )
    )
    return {person.id: person for person in found}

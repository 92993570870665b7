"""Reads what a plan must know of the register before a list comes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.importing.known import Known, KnownCase, NumberKey, number_key
from app.importing.planner import RowPlan
from app.importing.rows import EventMark, note_number
from app.queries.case_history import batches
from app.search.fold import fold, fold_number
from models.cases import Case
from models.events import Assertion, Citation, Event
from models.people import Identifier, Person, PersonName, ServiceRecord
from models.vocabulary.people import IdentifierKind

_IN_ONE_QUERY = 500


def known_to(session: Session, plans: Sequence[RowPlan], chosen: Iterable[UUID]) -> Known:
    """Read who carries the numbers of a list, and what of them is known.

    `chosen` are the cases a person named in the preview.
    """
    men = [plan.man for plan in plans if plan.man is not None]
    numbers = {
        key: fold(number.value)
        for man in men
        for number in man.identifiers
        if (key := number_key(number)) is not None
    }
    by_number = _carriers(session, numbers)
    wanted = {*by_number.values(), *chosen}
    return Known(
        by_number=by_number,
        cases=_known_cases(session, wanted) if wanted else {},
    )


def _carriers(session: Session, numbers: Mapping[NumberKey, str]) -> dict[NumberKey, UUID]:
    """Find who bears numbers; lists taken in by earlier versions kept the blanks within them."""
    by_series: dict[tuple[IdentifierKind, str], set[str]] = defaultdict(set)
    for (kind, scope, value), spaced in numbers.items():
        by_series[kind, scope].update((value, spaced))
    found: dict[NumberKey, UUID] = {}
    for (kind, scope), forms in sorted(by_series.items()):
        values = sorted(forms)
        for start in range(0, len(values), _IN_ONE_QUERY):
            rows = session.execute(
                select(Identifier.value_folded, Identifier.person_id)
                .join(Case, Case.id == Identifier.person_id)
                .where(
                    Identifier.kind == kind,
                    Identifier.scope == scope,
                    Identifier.value_folded.in_(values[start : start + _IN_ONE_QUERY]),
                )
                # Where a double lies in the bin, the number is that of the man who is here.
                .order_by(Case.removed_at.is_not(None), Identifier.id)
            )
            for value, person_id in rows:
                found.setdefault((kind, scope, fold_number(value)), person_id)
    return found


def _known_cases(session: Session, wanted: Iterable[UUID]) -> dict[UUID, KnownCase]:
    found: dict[UUID, KnownCase] = {}
    for ids in batches(wanted):
        names = _sets(session.execute(
            select(PersonName.person_id, PersonName.full_as_written)
            .where(PersonName.person_id.in_(ids))
        ))  # fmt: skip
        numbers: dict[UUID, set[NumberKey]] = defaultdict(set)
        for person_id, kind, scope, value in session.execute(
            select(
                Identifier.person_id, Identifier.kind, Identifier.scope, Identifier.value_folded
            ).where(Identifier.person_id.in_(ids))
        ):
            numbers[person_id].add((kind, scope, fold_number(value)))
        services: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
        for person_id, rank, unit in session.execute(
            select(
                ServiceRecord.person_id,
                ServiceRecord.rank_as_written,
                ServiceRecord.unit_as_written,
            ).where(ServiceRecord.person_id.in_(ids))
        ):
            services[person_id].add((rank, unit))
        events = _event_marks(session, ids)
        births = _births_said(session, ids)
        for case_id, number, removed_at, person in session.execute(
            select(Case.id, Case.number, Case.removed_at, Person)
            .join(Person, Person.id == Case.id)
            .where(Case.id.in_(ids), Case.merged_into_id.is_(None))
        ):
            found[case_id] = KnownCase(
                case_id=case_id,
                number=number,
                birth=person.birth,
                in_bin=removed_at is not None,
                names=frozenset(names[case_id]),
                numbers=frozenset(numbers[case_id]),
                services=frozenset(services[case_id]),
                events=frozenset(events[case_id]),
                births_said=frozenset(births[case_id]),
            )
    return found


def _sets(rows: Iterable[tuple[UUID, str]]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for case_id, value in rows:
        found[case_id].add(value)
    return found


def _event_marks(session: Session, ids: Sequence[UUID]) -> dict[UUID, set[EventMark]]:
    marks: dict[UUID, set[EventMark]] = defaultdict(set)
    rows = session.execute(
        select(Event, Assertion.words, Assertion.locator)
        .join(Assertion, Assertion.event_id == Event.id)
        .where(Event.case_id.in_(ids))
    )
    for event, words, locator in rows:
        date = event.occurred
        marks[event.case_id].add(
            (
                event.code.value,
                date.edtf or "",
                date.text,
                event.place_as_reported,
                words,
                note_number(locator),
            )
        )
    return marks


def _births_said(session: Session, ids: Sequence[UUID]) -> dict[UUID, set[tuple[str, str]]]:
    said: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    rows = session.execute(
        select(Citation.case_id, Citation.states, Citation.words).where(
            Citation.case_id.in_(ids), Citation.field == "birth"
        )
    )
    for case_id, states, words in rows:
        said[case_id].add((states, words))
    return said

"""Reads one man's file whole, as the case screen shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.case_history import histories
from app.queries.cases.file_parts import (
    Places,
    citation_view,
    details_of,
    event_view,
    identifier_view,
    name_views,
    place_among,
    relative_view,
    service_view,
)
from app.queries.cases.overrides import overrides_of
from app.queries.consents import consented
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.queries.merged import former_numbers, refuse_merged, survivor_of
from app.queries.minimum_data import gaps
from app.queries.places import places_of
from app.queries.register.office import office
from app.shapes.case_file import CaseFile, EventView
from app.shapes.overrides import OverrideView
from models.base import Entity
from models.cases import Case
from models.codebook import compute
from models.codebook.facts import CaseHistory
from models.events import Assertion, Citation, Event
from models.incidents import Incident, Position, Unit
from models.people import Person
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action, may


def case_id_of(reader: Reader, number: str) -> UUID:
    """Find the case of a number, however its letters are cased.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged: says where his man is now.
    """
    case_id = _case_of(reader, number)
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    return case_id


def case_led_to(reader: Reader, number: str) -> UUID:
    """Find the case a number leads to: that of a file which was taken in leads on (AT20).

    Raises:
        NotAllowed; NotFound; CaseInBin.
    """
    case_id = survivor_of(reader.session, _case_of(reader, number))
    refuse_in_bin(reader, [case_id])
    return case_id


def _case_of(reader: Reader, number: str) -> UUID:
    reader.allow(Action.READ_CASES)
    typed = number.strip()
    found = reader.session.scalar(
        select(Case.id).where(Case.number.in_((typed.upper(), typed))).limit(1)
    )
    if found is None:
        raise NotFound("cases", number)
    return found


def case_file(reader: Reader, case_id: UUID) -> CaseFile:
    """Read everything about one man, to be looked at.

    Relatives are left out for whoever may not see families.

    Raises:
        NotAllowed: also where access to the case is limited; NotFound; CaseInBin; CaseMerged.
    """
    reader.shows(ReadKind.VIEWED, [case_id])
    return content_of_case(reader, case_id)


def content_of_case(reader: Reader, case_id: UUID) -> CaseFile:
    """Read everything about one man for another query, which says how it is shown.

    Raises:
        NotAllowed: also where access to the case is limited; NotFound; CaseInBin; CaseMerged.
    """
    return contents_of_cases(reader, [case_id])[case_id]


def contents_of_cases(reader: Reader, case_ids: Iterable[UUID]) -> dict[UUID, CaseFile]:
    """Read the same of some men at once, a query a table; few enough to be held in memory.

    Raises:
        As `content_of_case`, for the first man of whom it says so.
    """
    reader.allow(Action.READ_CASES)
    session, wanted = reader.session, list(dict.fromkeys(case_ids))
    cases = _by_id(session, Case, wanted)
    for case_id in wanted:
        if case_id not in cases:
            raise NotFound("cases", case_id)
    refuse_limited(reader, wanted)
    refuse_in_bin(reader, wanted)
    refuse_merged(reader, wanted)
    around = _around(reader, [cases[case_id] for case_id in wanted])
    return {case_id: _content(reader, cases[case_id], around) for case_id in wanted}


@dataclass(frozen=True, slots=True)
class _Around:
    """What was read of some men: all that hangs on each, and what they share."""

    people: Mapping[UUID, Person]
    events: Mapping[UUID, Sequence[Event]]
    citations: Mapping[UUID, Sequence[Citation]]
    histories: Mapping[UUID, CaseHistory]
    places: Places
    incidents: Mapping[UUID, Incident]
    positions: Mapping[UUID, Position]
    units: Mapping[UUID, Unit]
    staff: Mapping[UUID, str]
    consented: Collection[UUID]
    took_in: Mapping[UUID, tuple[str, ...]]
    overrides: Mapping[UUID, tuple[OverrideView, ...]]
    is_sample: bool


def _around(reader: Reader, cases: Sequence[Case]) -> _Around:
    session, ids = reader.session, [case.id for case in cases]
    people = session.scalars(
        select(Person)
        .where(Person.id.in_(ids))
        .options(
            selectinload(Person.names),
            selectinload(Person.identifiers),
            selectinload(Person.service),
            selectinload(Person.relatives),
        )
    ).all()
    events = session.scalars(
        select(Event)
        .where(Event.case_id.in_(ids))
        .options(selectinload(Event.assertions).joinedload(Assertion.source))
    ).all()
    citations = session.scalars(
        select(Citation)
        .where(Citation.case_id.in_(ids))
        .options(joinedload(Citation.source))
        .order_by(Citation.said.sort_key, Citation.id)
    )
    wrote = (*(case.officer_id for case in cases), *(event.created_by for event in events))
    return _Around(
        people={person.id: person for person in people},
        events=_by_case(events),
        citations=_by_case(citations),
        histories=histories(session, ids),
        places=places_of(session, _place_ids(people, events)),
        incidents=_by_id(session, Incident, (case.incident_id for case in cases)),
        positions=_by_id(session, Position, (case.position_id for case in cases)),
        units=_by_id(session, Unit, (row.unit_id for one in people for row in one.service)),
        staff=_staff_names(session, wrote),
        consented=consented(session, ids),
        took_in=former_numbers(session, ids),
        overrides=overrides_of(session, ids, reader.clock.today()),
        is_sample=office(reader).is_sample,
    )


def _by_id[E: Entity](session: Session, kind: type[E], ids: Iterable[UUID | None]) -> dict[UUID, E]:
    wanted = set(ids) - {None}
    if not wanted:
        return {}
    return {row.id: row for row in session.scalars(select(kind).where(kind.id.in_(wanted)))}


def _by_case[T: (Event, Citation)](rows: Iterable[T]) -> defaultdict[UUID, list[T]]:
    found: defaultdict[UUID, list[T]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found


def _content(reader: Reader, case: Case, around: _Around) -> CaseFile:
    person, events, places = around.people[case.id], around.events[case.id], around.places
    history = around.histories[case.id]
    incident = around.incidents.get(case.incident_id) if case.incident_id else None
    position = around.positions.get(case.position_id) if case.position_id else None
    shown_relatives = person.relatives if may(reader.actor.roles, Action.READ_FAMILY) else []
    return CaseFile(
        case_id=case.id,
        version=case.version,
        person_version=person.version,
        number=case.number,
        admin=case.admin,
        closure_reason=case.closure_reason,
        access_limited=case.access_limited,
        urgent=case.urgent,
        figure_label=person.figure_label,
        names=name_views(person),
        details=details_of(person),
        birth_place=place_among(places, person.birth_place_id),
        home_place=place_among(places, person.home_place_id),
        service=tuple(service_view(row, around.units) for row in person.service),
        identifiers=tuple(identifier_view(row) for row in person.identifiers),
        relatives=tuple(relative_view(one) for one in shown_relatives),
        incident_id=case.incident_id,
        incident_number=incident.number if incident else "",
        incident_title=incident.title if incident else "",
        incident_title_hy=incident.title_hy if incident else "",
        incident_title_ru=incident.title_ru if incident else "",
        position_id=case.position_id,
        position=position.name if position else "",
        position_hy=position.name_hy if position else "",
        position_ru=position.name_ru if position else "",
        officer=around.staff.get(case.officer_id, "") if case.officer_id else "",
        circumstances=case.circumstances,
        circumstances_releasable=case.circumstances_releasable,
        believed_responsible=case.believed_responsible,
        steps_taken=case.steps_taken,
        remark=case.remark,
        status=compute(history, reader.clock.today()),
        events=_event_views(events, history, around),
        citations=tuple(citation_view(c) for c in around.citations[case.id]),
        gaps=gaps(case, person, events, consented=case.id in around.consented),
        opened_at=case.created_at,
        changed_at=case.updated_at,
        is_sample=around.is_sample,
        took_in=around.took_in.get(case.id, ()),
        overrides=around.overrides.get(case.id, ()),
    )


def _place_ids(people: Iterable[Person], events: Iterable[Event]) -> Iterable[UUID | None]:
    for person in people:
        yield person.birth_place_id
        yield person.home_place_id
    for event in events:
        yield event.place_id
        for assertion in event.assertions:
            yield assertion.account_place_id


def _staff_names(session: Session, ids: Iterable[UUID | None]) -> dict[UUID, str]:
    wanted = set(ids) - {None}
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(wanted))).all()
    return dict(rows)


def _event_views(
    events: Sequence[Event], history: CaseHistory, around: _Around
) -> tuple[EventView, ...]:
    facts = {fact.id: fact.assertions for fact in history.events}
    views = [
        event_view(event, facts[str(event.id)], around.staff, around.places) for event in events
    ]
    hints = {event.id: event.seq_hint for event in events}
    views.sort(key=lambda v: (v.shown_date.sort_key, hints[v.id], v.recorded_at, v.id))
    return tuple(views)

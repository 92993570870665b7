"""Reads what a line of the register is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from models.cases import Case
from models.events import Event
from models.incidents import Incident, Unit
from models.people import Identifier, Person, PersonName, ServiceRecord
from models.places import PlaceName
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameKind, Script

#: Groups whose events say where a man was.
_WHEREABOUTS = frozenset(
    {EventGroup.CONTACT, EventGroup.CAPTURE, EventGroup.DETENTION, EventGroup.RETURN}
)
#: Reports and leads say when we heard, not where he was.
_NOT_SEEN = frozenset(
    {EventCode.E01, EventCode.E05, EventCode.E06, EventCode.E08, EventCode.D20, EventCode.D21,
     EventCode.D22, EventCode.D23, EventCode.R60, EventCode.R61, EventCode.R62, EventCode.R63,
     EventCode.R68, EventCode.R69, EventCode.R70}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameFacts:
    """A form of a name as the line needs it."""

    script: Script
    full: str
    kind: NameKind = NameKind.OFFICIAL
    is_primary: bool = True
    #: Family and given name, as the list shows him; empty where nobody has parted the name.
    short: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An event as the line needs it."""

    code: EventCode
    occurred: PartialDate
    place_id: UUID | None = None
    place_text: str = ""


@dataclass(frozen=True, slots=True)
class LineFacts:
    """All that a line is made of; `search_more` are further words by which he is found."""

    case_id: UUID
    number: str
    names: Sequence[NameFacts]
    figure_label: str
    born: PartialDate
    unit: str
    sightings: Sequence[Sighting]
    place_name: str = ""
    incident_id: UUID | None = None
    officer_id: UUID | None = None
    search_more: str = ""
    unit_hy: str = ""
    unit_ru: str = ""


def last_seen(sightings: Iterable[Sighting]) -> Sighting | None:
    """Give the latest sighting: one with a place if there is any, by day of occurrence."""
    seen = [s for s in sightings if s.code.group in _WHEREABOUTS and s.code not in _NOT_SEEN]
    dated = [s for s in seen if s.occurred.edtf is not None]
    placed = [s for s in dated or seen if s.place_id is not None or s.place_text]
    return max(placed or dated or seen, key=lambda s: s.occurred.sort_key, default=None)


def read_facts(uow: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, LineFacts]:
    """Read what the lines of cases are made of."""
    session = uow.session
    names: dict[UUID, list[NameFacts]] = defaultdict(list)
    for row in session.scalars(
        select(PersonName).where(PersonName.person_id.in_(ids)).order_by(PersonName.position)
    ):
        names[row.person_id].append(
            NameFacts(
                row.script,
                row.full_as_written,
                row.kind,
                row.is_primary,
                f"{row.family} {row.given}".strip(),
            )
        )
    sightings: dict[UUID, list[Sighting]] = defaultdict(list)
    for event in session.scalars(select(Event).where(Event.case_id.in_(ids))):
        if event.stands:
            sightings[event.case_id].append(
                Sighting(event.code, event.occurred, event.place_id, event.place_as_reported)
            )
    units = _units(uow, ids)
    more = _numbers(uow, ids)
    place_names = _place_names(uow, sightings)
    cases = session.execute(
        select(Case, Person).join(Person, Person.id == Case.id).where(Case.id.in_(ids))
    )
    found = {}
    for case, person in cases:
        incident = session.get(Incident, case.incident_id) if case.incident_id else None
        seen = last_seen(sightings[case.id])
        incident_words = (
            f"{incident.number} {incident.title} {incident.title_hy} {incident.title_ru}"
            if incident
            else ""
        )
        unit, unit_hy, unit_ru = units.get(case.id, ("", "", ""))
        found[case.id] = LineFacts(
            case_id=case.id,
            number=case.number,
            names=tuple(names[case.id]),
            figure_label=person.figure_label,
            born=person.birth,
            unit=unit,
            unit_hy=unit_hy,
            unit_ru=unit_ru,
            sightings=tuple(sightings[case.id]),
            place_name=place_names.get(seen.place_id, "") if seen and seen.place_id else "",
            incident_id=case.incident_id,
            officer_id=case.officer_id,
            search_more=f"{more.get(case.id, '')} {incident_words}",
        )
    return found


def _units(uow: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, tuple[str, str, str]]:
    """Give the unit of each man as it is named in English, Armenian and Russian."""
    rows = uow.session.execute(
        select(
            ServiceRecord.person_id,
            ServiceRecord.unit_as_written,
            Unit.name,
            Unit.name_hy,
            Unit.name_ru,
        )
        .outerjoin(Unit, Unit.id == ServiceRecord.unit_id)
        .where(ServiceRecord.person_id.in_(ids))
        .order_by(ServiceRecord.position.desc())
    )
    # The record of the lowest position is the latest: it is read last and stays.
    return {
        person_id: (name or written, name_hy or "", name_ru or "")
        for person_id, written, name, name_hy, name_ru in rows
    }


def _numbers(uow: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, str]:
    more: dict[UUID, str] = {}
    for person_id, value in uow.session.execute(
        select(Identifier.person_id, Identifier.value).where(Identifier.person_id.in_(ids))
    ):
        more[person_id] = f"{more.get(person_id, '')} {value}"
    return more


def _place_names(uow: UnitOfWork, sightings: dict[UUID, list[Sighting]]) -> dict[UUID, str]:
    wanted = {s.place_id for of_case in sightings.values() for s in of_case if s.place_id}
    names: dict[UUID, str] = {}
    for place_id, name in uow.session.execute(
        select(PlaceName.place_id, PlaceName.name)
        .where(PlaceName.place_id.in_(wanted))
        .order_by(PlaceName.position)
    ):
        names[place_id] = f"{names[place_id]} {name}" if place_id in names else name
    return names

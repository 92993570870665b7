"""Reads what a line of the register is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.queries.case_history import batches
from app.queries.merged import former_numbers
from app.search.brief_text import KeptBrief
from app.search.fold import fold, folded_words
from app.search.index_words import sounds_of
from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief, PlaceBrief
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


NOWHERE = PlaceBrief()
NOBODY = PersonBrief(())


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
    """All that a line is made of; `also` are further words by which he is found."""

    case_id: UUID
    number: str
    names: Sequence[NameFacts]
    figure_label: str
    born: PartialDate
    unit: str
    sightings: Sequence[Sighting]
    #: What the gazetteer calls the place where he was last seen.
    place_names: tuple[str, ...] = ()
    incident_id: UUID | None = None
    officer_id: UUID | None = None
    unit_hy: str = ""
    unit_ru: str = ""
    also: str = ""
    #: Who he is; what the line says already is not said here again.
    person: PersonBrief = NOBODY

    @property
    def place_name(self) -> str:
        """Give all names of the place where he was last seen, as one text."""
        return " ".join(self.place_names)

    def brief(self) -> KeptBrief:
        """Give what search and comparison keep of him."""
        seen = last_seen(self.sightings)
        units = (self.unit, self.unit_hy, self.unit_ru, *self.person.units)
        person = replace(
            self.person,
            case_id=self.case_id,
            number=self.number,
            birth=self.born,
            last_place=_place(seen.place_id, self.place_names, seen.place_text)
            if seen
            else NOWHERE,
            units=tuple(dict.fromkeys(filter(None, units))),
            incident_id=self.incident_id,
            figure_label=self.figure_label,
        )
        bounds = (seen.occurred.earliest, seen.occurred.latest) if seen else ()
        years = sorted({str(day.year) for day in bounds if day is not None})
        also = " ".join((*folded_words(self.also), *years))
        return KeptBrief(person, also, sounds_of(person))


def _place(place_id: UUID | None, names: Sequence[str], said: str) -> PlaceBrief:
    return PlaceBrief(place_id, tuple(filter(None, (*names, said))))


def last_seen(sightings: Iterable[Sighting]) -> Sighting | None:
    """Give the latest sighting: one with a place if there is any, by day of occurrence."""
    seen = [s for s in sightings if s.code.group in _WHEREABOUTS and s.code not in _NOT_SEEN]
    dated = [s for s in seen if s.occurred.edtf is not None]
    placed = [s for s in dated or seen if s.place_id is not None or s.place_text]
    return max(placed or dated or seen, key=lambda s: s.occurred.sort_key, default=None)


def read_facts(uow: Reader | UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, LineFacts]:
    """Read what the lines of cases are made of."""
    session = uow.session
    names: dict[UUID, list[PersonName]] = defaultdict(list)
    for name in session.scalars(
        select(PersonName).where(PersonName.person_id.in_(ids)).order_by(PersonName.position)
    ):
        names[name.person_id].append(name)
    sightings: dict[UUID, list[Sighting]] = defaultdict(list)
    for event in session.scalars(select(Event).where(Event.case_id.in_(ids))):
        if event.stands:
            sightings[event.case_id].append(
                Sighting(event.code, event.occurred, event.place_id, event.place_as_reported)
            )
    units, numbers = _units(uow, ids), _numbers(uow, ids)
    cases = session.execute(
        select(Case, Person).join(Person, Person.id == Case.id).where(Case.id.in_(ids))
    ).all()
    taken_in = former_numbers(session, ids)
    places = _place_names(uow, sightings, [person for _, person in cases])
    found = {}
    for case, person in cases:
        seen = last_seen(sightings[case.id])
        incident = session.get(Incident, case.incident_id) if case.incident_id else None
        shown, *former = units.get(case.id) or [("", "", "")]
        found[case.id] = LineFacts(
            case_id=case.id,
            number=case.number,
            names=tuple(_name_facts(name) for name in names[case.id]),
            figure_label=person.figure_label,
            born=person.birth,
            unit=shown[0],
            unit_hy=shown[1],
            unit_ru=shown[2],
            sightings=tuple(sightings[case.id]),
            place_names=places.get(seen.place_id, ()) if seen and seen.place_id else (),
            incident_id=case.incident_id,
            officer_id=case.officer_id,
            also=" ".join((_incident_words(incident), *taken_in.get(case.id, ()))),
            person=PersonBrief(
                names=tuple(_name_brief(name) for name in names[case.id]),
                sex=person.sex,
                birth_place=_place_of(
                    person.birth_place_id, person.birth_place_as_reported, places
                ),
                home_place=_place_of(person.home_place_id, person.home_address, places),
                units=tuple(said for unit in former for said in unit if said),
                numbers=tuple(numbers[case.id]),
            ),
        )
    return found


def _name_facts(name: PersonName) -> NameFacts:
    return NameFacts(
        name.script,
        name.full_as_written,
        name.kind,
        name.is_primary,
        f"{name.family} {name.given}".strip(),
    )


def _name_brief(name: PersonName) -> NameBrief:
    return NameBrief(
        full=name.full_as_written,
        family=name.family,
        given=name.given,
        father=name.patronymic,
        father_base=name.patronymic_base,
        lang=name.lang,
        script=name.script,
        kind=name.kind,
    )


def _place_of(
    place_id: UUID | None, said: str, names: Mapping[UUID, tuple[str, ...]]
) -> PlaceBrief:
    return _place(place_id, names.get(place_id, ()) if place_id else (), said)


def _incident_words(incident: Incident | None) -> str:
    if incident is None:
        return ""
    return f"{incident.number} {incident.title} {incident.title_hy} {incident.title_ru}"


def _units(uow: Reader | UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, str, str]]]:
    """Give the units of each man, the latest first, each in English, Armenian and Russian."""
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
        .order_by(ServiceRecord.position)
    )
    found: dict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    for person_id, written, name, name_hy, name_ru in rows:
        found[person_id].append((name or written, name_hy or "", name_ru or ""))
    return found


def _numbers(uow: Reader | UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, list[NumberBrief]]:
    found: dict[UUID, list[NumberBrief]] = defaultdict(list)
    for person_id, kind, scope, value in uow.session.execute(
        select(Identifier.person_id, Identifier.kind, Identifier.scope, Identifier.value)
        .where(Identifier.person_id.in_(ids))
        .order_by(Identifier.id)
    ):
        found[person_id].append(NumberBrief(kind, scope, fold(value)))
    return found


def _place_names(
    uow: Reader | UnitOfWork, sightings: Mapping[UUID, Sequence[Sighting]], people: Sequence[Person]
) -> dict[UUID, tuple[str, ...]]:
    wanted = {s.place_id for of_case in sightings.values() for s in of_case if s.place_id}
    for person in people:
        wanted |= {one for one in (person.birth_place_id, person.home_place_id) if one}
    names: dict[UUID, list[str]] = defaultdict(list)
    for some in batches(wanted):
        for place_id, name in uow.session.execute(
            select(PlaceName.place_id, PlaceName.name)
            .where(PlaceName.place_id.in_(some))
            .order_by(PlaceName.place_id, PlaceName.position)
        ):
            names[place_id].append(name)
    return {place_id: tuple(of_place) for place_id, of_place in names.items()}

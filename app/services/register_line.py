"""Keeps the computed side of a case: its status, its snapshot, its line in the register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select

from app.db.unit_of_work import UnitOfWork
from app.queries.case_history import batches, histories
from app.queries.snapshots import chips_text, facets_json
from app.search.collation import sort_key
from app.search.fold import fold
from models.cases import Case, CaseLine, FacetSnapshot
from models.codebook import compute
from models.codebook.accounting import accounting_line
from models.codebook.facts import Status
from models.events import Event
from models.incidents import Incident, Unit
from models.people import Identifier, Person, PersonName, ServiceRecord
from models.places import PlaceName
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameKind, Script
from models.vocabulary.status import Facet, Remains

#: Scripts in the order in which a line shows a man's name.
_SHOWN_FIRST = (Script.ARMENIAN, Script.CYRILLIC, Script.LATIN, Script.OTHER)
_SECOND = (Script.LATIN, Script.CYRILLIC, Script.ARMENIAN, Script.OTHER)
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


def compute_status(uow: UnitOfWork, case_id: UUID) -> Status:
    """Compute the status of one case as of today."""
    return compute(histories(uow.session, [case_id])[case_id], uow.clock.today())


def snapshot_values(case_id: UUID, status: Status, moment: datetime) -> dict[str, object]:
    """Give the values of a snapshot row."""
    return {
        "case_id": case_id,
        "recorded_at": moment,
        "codebook_version": status.codebook_version,
        "headline": status.headline.value,
        "facets": facets_json(status),
        "chips": chips_text(status),
    }


def last_seen(sightings: Iterable[Sighting]) -> Sighting | None:
    """Give the latest sighting: one with a place if there is any, by day of occurrence."""
    seen = [s for s in sightings if s.code.group in _WHEREABOUTS and s.code not in _NOT_SEEN]
    dated = [s for s in seen if s.occurred.edtf is not None]
    placed = [s for s in dated or seen if s.place_id is not None or s.place_text]
    return max(placed or dated or seen, key=lambda s: s.occurred.sort_key, default=None)


def shown_names(names: Sequence[NameFacts], figure_label: str) -> tuple[str, str]:
    """Give the name in its own script and the second one beneath it."""

    def best(order: Sequence[Script], without: str) -> str:
        for script in order:
            of_script = [
                n
                for n in names
                if n.script is script and not (without and without in (n.full, n.short))
            ]
            if of_script:
                chosen = min(
                    of_script, key=lambda n: (not n.is_primary, n.kind is not NameKind.OFFICIAL)
                )
                return chosen.short or chosen.full
        return ""

    first = best(_SHOWN_FIRST, "")
    if not first:
        return figure_label, ""
    return first, best(_SECOND, first)


def number_key(number: str) -> str:
    """Give a key by which numbers sort as numbers: 9 before 10, 99999 before 100000."""
    return _FIGURES.sub(lambda figures: figures.group().zfill(_WIDEST), number)


_FIGURES = re.compile(r"\d+")
_WIDEST = 9


def line_values(facts: LineFacts, status: Status, moment: datetime) -> dict[str, object]:
    """Give the values of a register line, for a single insert or many."""
    name, second = shown_names(facts.names, facts.figure_label)
    seen = last_seen(facts.sightings)
    place_text = seen.place_text if seen else ""
    last = seen.occurred if seen else PartialDate.unknown()
    facet = status.facets
    remains = facet[Facet.REMAINS].value
    home = facet[Facet.REPAT].value if remains is Remains.NONE else remains
    life = status.proof_of_life_at
    words = (
        facts.number, facts.figure_label, facts.unit, facts.unit_hy, facts.unit_ru, place_text,
        facts.place_name, facts.search_more, *(n.full for n in facts.names),
    )  # fmt: skip
    return {
        "case_id": facts.case_id,
        "number": facts.number,
        "number_key": number_key(facts.number),
        "name": name,
        "name_second": second,
        "name_key": sort_key(name),
        "born_edtf": facts.born.edtf,
        "born_key": facts.born.sort_key,
        "unit": facts.unit,
        "unit_hy": facts.unit_hy,
        "unit_ru": facts.unit_ru,
        "place_id": seen.place_id if seen else None,
        "place_text": place_text,
        "place_key": sort_key(facts.place_name or place_text),
        "last_edtf": last.edtf,
        "last_key": last.sort_key,
        "last_earliest": last.earliest,
        "last_latest": last.latest,
        "headline": status.headline.value,
        "fate": facet[Facet.FATE].value.value,
        "custody": facet[Facet.CUSTODY].value.value,
        "ack": facet[Facet.ACK].value.value,
        "home": home.value,
        "contested": ",".join(f.value for f, state in facet.items() if state.contested),
        "chips": chips_text(status),
        "sign_of_life": _day_of(life),
        "accounting": accounting_line(status).value,
        "incident_id": facts.incident_id,
        "officer_id": facts.officer_id,
        "closed": facet[Facet.ADMIN].value.value in ("CLOSED", "MERGED", "REJECTED"),
        "changed_at": moment,
        "search_text": fold(" ".join(filter(None, words))),
    }


def _day_of(life: PartialDate | None) -> date | None:
    return None if life is None else life.latest or life.earliest


def refresh(uow: UnitOfWork, case_ids: Iterable[UUID]) -> dict[UUID, Status]:
    """Compute cases anew and keep what came out: status, snapshot if it changed, line.

    Gives the statuses. The line keeps its row number, so an open list stays where it is.
    """
    wanted = list(dict.fromkeys(case_ids))
    uow.session.flush()
    statuses: dict[UUID, Status] = {}
    for ids in batches(wanted):
        facts = read_facts(uow, ids)
        today, moment = uow.clock.today(), uow.clock.now()
        for case_id, history in histories(uow.session, ids).items():
            statuses[case_id] = compute(history, today)
        _keep_snapshots(uow, ids, statuses, moment)
        _keep_lines(uow, [line_values(facts[i], statuses[i], moment) for i in ids])
    return statuses


def _keep_snapshots(
    uow: UnitOfWork, ids: Sequence[UUID], statuses: dict[UUID, Status], moment: datetime
) -> None:
    newest = (
        select(func.max(FacetSnapshot.id))
        .where(FacetSnapshot.case_id.in_(ids))
        .group_by(FacetSnapshot.case_id)
    )
    kept = {
        case_id: (headline, facets, chips)
        for case_id, headline, facets, chips in uow.session.execute(
            select(
                FacetSnapshot.case_id,
                FacetSnapshot.headline,
                FacetSnapshot.facets,
                FacetSnapshot.chips,
            ).where(FacetSnapshot.id.in_(newest))
        )
    }
    fresh = [snapshot_values(i, statuses[i], moment) for i in ids]
    changed = [
        v
        for v in fresh
        if kept.get(v["case_id"]) != (v["headline"], v["facets"], v["chips"])  # type: ignore[call-overload]  # case_id is a UUID in snapshot_values
    ]
    if changed:
        uow.session.execute(insert(FacetSnapshot), changed)


def _keep_lines(uow: UnitOfWork, lines: Sequence[dict[str, object]]) -> None:
    ids = [line["case_id"] for line in lines]
    rows = dict(
        uow.session.execute(
            select(CaseLine.case_id, CaseLine.row).where(CaseLine.case_id.in_(ids))
        ).all()
    )
    if rows:
        uow.session.execute(delete(CaseLine).where(CaseLine.row.in_(rows.values())))
    old = [{**line, "row": rows[line["case_id"]]} for line in lines if line["case_id"] in rows]  # type: ignore[index]  # case_id is a UUID in line_values
    new = [line for line in lines if line["case_id"] not in rows]
    for some in (old, new):
        if some:
            uow.session.execute(insert(CaseLine), some)


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

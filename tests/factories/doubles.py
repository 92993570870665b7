"""Two files on one man, with something of everything that can hang on a file."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any  # Any: column values of every type
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import Reader, UnitOfWork
from app.queries.cases.file import case_file
from app.queries.merging.parting import split_preview
from app.services.finding.register_line import refresh
from app.services.merging.merging import merge_cases
from app.services.merging.parting import split_cases
from app.shapes.changes import Outcome
from app.shapes.merging import Merged
from app.shapes.requests.merging import MergeRequest, MergeSide, SplitCases
from app.workspace import Workspace
from models.base import Base
from models.cases import Case, FacetSnapshot, StatusOverride
from models.events import Assertion, Citation, Event
from models.exhibits import Exhibit, ExhibitLink
from models.imports import ImportBatch, ImportRow, KeptFile
from models.incidents import Incident, Unit
from models.merges import NotSame
from models.people import Identifier, Person, PersonName, Relative, ServiceRecord
from models.places import Place
from models.sources import Source
from models.vocabulary.accounts import RowOutcome, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.exhibits import ExhibitKind
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, NameKind, Relation, Script, Sex
from models.vocabulary.places import PlaceKind
from models.vocabulary.roles import Action
from models.vocabulary.status import Facet, Fate
from tests.factories.men import GOR, missing_man

_TRACES = frozenset({"history_entries", "history_parts", "case_keys"})
_STAMPS = frozenset({"version", "created_at", "created_by", "updated_at", "updated_by"})
_CODES = (EventCode.E01, EventCode.E02, EventCode.E08, EventCode.C11, EventCode.C19, EventCode.D22,
          EventCode.A116)  # fmt: skip
_WORDS = ("Նմուշյան", "Нмушян", "Nmushyan", "Սուրեն", "Арам", "Gor", "Ափսե", "письмо", "a scar")


type Rows = dict[tuple[str, tuple[Any, ...]], dict[str, Any]]


def every_row_now(reader: Reader, *, but: frozenset[str] = frozenset()) -> Rows:
    """Read every row of every table as it stands; of snapshots the newest of each case."""
    found: Rows = {}
    newest = set(
        reader.session.scalars(select(func.max(FacetSnapshot.id)).group_by(FacetSnapshot.case_id))
    )
    for table in Base.metadata.sorted_tables:
        if table.name in _TRACES | but:
            continue
        left_out = _STAMPS | ({"changed_at"} if table.name == "case_lines" else frozenset())
        keys = [column.name for column in table.primary_key]
        for row in reader.session.execute(select(table)).mappings():
            key = tuple(row[name] for name in keys)
            if table.name == "facet_snapshots":
                if row["id"] not in newest:
                    continue
                key, left_out = (row["case_id"],), _STAMPS | {"id", "recorded_at"}
            found[table.name, key] = {n: v for n, v in row.items() if n not in left_out}
    return found


def side(register: Workspace, case_id: UUID) -> MergeSide:
    """Read a file as whoever merges reads it."""
    file = register.read(lambda r: case_file(r, case_id))
    return MergeSide(case_id, file.version, file.person_version)


def join(
    register: Workspace,
    survivor: UUID,
    absorbed: UUID,
    choices: dict[MergeField, Whose] | None = None,
    reason: str = "one mother, one photograph",
) -> Merged:
    """Take one file into another."""
    request = MergeRequest(
        side(register, survivor), side(register, absorbed), choices or {}, reason
    )
    return register.write(lambda u: merge_cases(u, request)).value


def choose_at_random(chance: random.Random) -> dict[MergeField, Whose]:
    """Choose of each field whose it is."""
    return {field: chance.choice([Whose.SURVIVOR, Whose.ABSORBED]) for field in MergeField}


def fill(register: Workspace, case_id: UUID, chance: random.Random) -> None:
    """Hang something of everything on a file, in one unit of work."""

    def use_case(uow: UnitOfWork) -> Outcome[None]:
        uow.doing(Action.MAKE_SAMPLE, named="make_sample")
        _Filler(uow, case_id, chance).fill()
        uow.session.flush()
        refresh(uow, [case_id])
        return Outcome(None)

    register.write(use_case)


class _Filler:
    def __init__(self, uow: UnitOfWork, case_id: UUID, chance: random.Random) -> None:
        self._uow = uow
        self._case_id = case_id
        self._chance = chance

    def fill(self) -> None:
        place = self._add(Place(kind=PlaceKind.SETTLEMENT))
        unit = self._add(Unit(name=self._word()))
        incident = self._add(Incident(number=f"I-{self._chance.random()}", title=self._word()))
        source = self._add(
            Source(
                code=f"S-{self._chance.random()}",
                kind=SourceKind.FAMILY,
                title=self._word(),
            )
        )
        self._uow.session.flush()
        exhibit = self._exhibit()
        self._person(place.id, unit.id, source.id)
        self._events(place.id, source.id, exhibit.id)
        case = self._uow.get(Case, self._case_id)
        case.circumstances, case.remark = self._word(), self._word()
        case.steps_taken = self._word()
        case.incident_id = self._chance.choice([None, incident.id])
        case.urgent = self._chance.random() < 0.3
        self._uow.get(Person, self._case_id).portrait_id = self._chance.choice([None, exhibit.id])
        self._list_row()
        self._override()

    def _add[T](self, row: T) -> T:
        self._uow.session.add(row)
        return row

    def _word(self) -> str:
        return self._chance.choice(_WORDS)

    def _day(self) -> PartialDate:
        start = date(2020, 12, 1) + timedelta(days=self._chance.randint(0, 40))
        return PartialDate.on(start, self._word())

    def _person(self, place_id: UUID, unit_id: UUID, source_id: UUID) -> None:
        case_id, chance = self._case_id, self._chance
        person = self._uow.get(Person, case_id)
        person.sex = chance.choice([Sex.MALE, Sex.UNKNOWN])
        person.birth = PartialDate.parse_edtf(chance.choice(["2001", "2001-04", "2001-04-24"]))
        person.birth_place_id = chance.choice([None, place_id])
        person.home_address, person.occupation = self._word(), chance.choice(["", "baker"])
        person.height_cm, person.marks = chance.choice([None, 175, 180]), self._word()
        person.do_not_transmit = chance.random() < 0.3
        person.do_not_transmit_reason = self._word() if person.do_not_transmit else ""
        for at in range(chance.randint(0, 3)):
            name = self._add(
                PersonName(
                    person_id=case_id,
                    kind=chance.choice([NameKind.OFFICIAL, NameKind.AS_REPORTED]),
                    script=chance.choice(list(Script)),
                    family=self._word(),
                    full_as_written=self._word(),
                    is_primary=chance.random() < 0.5,
                    position=at + 3,
                )
            )
            self._cite(name.id, "family", source_id)
        self._add(ServiceRecord(person_id=case_id, unit_id=unit_id, rank_as_written="շարքային"))
        number = self._add(
            Identifier(
                person_id=case_id,
                kind=IdentifierKind.PRISONER_NUMBER,
                value=str(chance.randint(1, 99)),
                value_folded=str(chance.randint(1, 99)),
            )
        )
        self._add(Relative(person_id=case_id, relation=Relation.MOTHER, full_name=self._word()))
        self._cite(number.id, "value", source_id)
        for field in ("birth", "home_address", "height_cm", "marks"):
            self._cite(case_id, field, source_id, self._chance.choice(["", "1999"]))

    def _cite(self, subject: UUID, field: str, source_id: UUID, states: str = "") -> None:
        self._add(
            Citation(
                case_id=self._case_id,
                subject_id=subject,
                field=field,
                source_id=source_id,
                states=states,
                words=self._word(),
                reliability=Reliability.D,
                credibility=Credibility.THREE,
            )
        )

    def _events(self, place_id: UUID, source_id: UUID, exhibit_id: UUID) -> None:
        former: Event | None = None
        for _ in range(self._chance.randint(1, 4)):
            event = self._add(
                Event(
                    case_id=self._case_id,
                    code=self._chance.choice(_CODES),
                    occurred=self._day(),
                    place_id=self._chance.choice([None, place_id]),
                    narrative=self._word(),
                    supersedes_id=former.id if former is not None else None,
                )
            )
            if former is not None:
                former.superseded = True
            self._uow.session.flush()
            said = self._add(
                Assertion(
                    event_id=event.id,
                    case_id=self._case_id,
                    source_id=source_id,
                    words=self._word(),
                    account=self._day(),
                )
            )
            if self._chance.random() < 0.5:
                event.preferred_assertion_id = said.id
            self._add(ExhibitLink(exhibit_id=exhibit_id, case_id=self._case_id, event_id=event.id))
            former = event if self._chance.random() < 0.3 else None

    def _exhibit(self) -> Exhibit:
        exhibit = self._add(
            Exhibit(
                number=f"E-{self._chance.random()}",
                kind=ExhibitKind.PHOTO,
                title=self._word(),
                original_name="photo.jpg",
                media_type="image/jpeg",
                size=1,
                sha256="0" * 64,
            )
        )
        self._uow.session.flush()
        shared = self._uow.session.scalars(select(Exhibit.id).order_by(Exhibit.number)).all()
        for one in {exhibit.id, *self._chance.sample(shared, 1)}:
            remark = self._chance.choice(["", "second from the left"])
            self._add(ExhibitLink(exhibit_id=one, case_id=self._case_id, remark=remark))
        return exhibit

    def _list_row(self) -> None:
        now = self._uow.clock.now()
        kept = self._add(
            KeptFile(sha256="0" * 64, size=1, original_name="list.csv", received_at=now)
        )
        self._uow.session.flush()
        batch = self._add(ImportBatch(file_id=kept.id, profile="a list", rows=1))
        self._uow.session.flush()
        self._add(
            ImportRow(
                batch_id=batch.id,
                row_no=2,
                outcome=RowOutcome.NEW,
                case_id=self._case_id,
                verbatim=json.dumps([self._word()], ensure_ascii=False),
            )
        )

    def _override(self) -> None:
        if self._chance.random() < 0.3:
            self._add(
                StatusOverride(
                    case_id=self._case_id,
                    facet=Facet.FATE,
                    value=Fate.ALIVE_INDICATED.value,
                    reason="his mother heard him on the phone",
                    evidence_ref="note 7",
                    set_on=date(2021, 3, 1),
                    review_by=date(2021, 6, 1),
                )
            )


def decide_two_men(register: Workspace, first: UUID, second: UUID) -> None:
    """Let somebody have decided that two files are two men."""

    def use_case(uow: UnitOfWork) -> Outcome[None]:
        uow.doing(Action.MAKE_SAMPLE, named="make_sample")
        one, other = sorted((first, second))
        uow.session.add(NotSame(first_id=one, second_id=other, reason="two brothers"))
        return Outcome(None)

    register.write(use_case)


#: What a parting leaves behind on purpose: that there was a merge, and its note in the file.
LEFT_BY_SPLIT = frozenset({"merges"})


def without_notes(register: Workspace) -> Rows:
    """Read every row but what a parting leaves behind."""
    notes = set(
        register.read(
            lambda r: r.session.scalars(select(Event.id).where(Event.code == EventCode.A111)).all()
        )
    )
    rows = register.read(lambda r: every_row_now(r, but=LEFT_BY_SPLIT))
    return {key: row for key, row in rows.items() if key[1][0] not in notes}


def part(register: Workspace, merged: Merged, *, remember: bool = False) -> None:
    preview = register.read(lambda r: split_preview(r, merged.merge_id))
    request = SplitCases(merged.merge_id, preview.version, "two cousins after all", remember)
    register.write(lambda u: split_cases(u, request))


def doubles(register: Workspace, seed: int) -> tuple[UUID, UUID]:
    """Register one man twice, with everything."""
    chance = random.Random(seed)  # noqa: S311  # the same files at every run
    first, second = missing_man(register), missing_man(register)
    other = missing_man(register, GOR)
    fill(register, first, chance)
    fill(register, second, chance)
    decide_two_men(register, second, other)
    return first, second

"""What parting two joined files would do: what goes back, what stays, what was changed since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any  # Any: column values of every type
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.db.sealing import plain
from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.queries.merging.carried import OF_CASE, OF_PERSON
from app.queries.merging.fields import field_of_column
from app.shapes.history import Plain
from app.shapes.merging import SplitPreview, Thing
from models.base import Entity
from models.cases import Case
from models.events import Assertion, Citation, Event
from models.exhibits import ExhibitLink
from models.merges import Merge
from models.people import Person, PersonName
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.merging import MergeField
from models.vocabulary.roles import Action

type Row = tuple[str, UUID]
type Columns = Mapping[str, tuple[Plain, Plain]]

KINDS: Mapping[str, type[Entity]] = {
    kind.__tablename__: kind for kind in (Person, Case, *OF_PERSON, *OF_CASE)
}
_TIES = ("case_id", "person_id")


@dataclass(frozen=True, slots=True)
class Moved:
    """What a merge did, as it was written down."""

    rows: Mapping[Row, Columns]
    lists: tuple[tuple[UUID, int], ...]
    #: Rows that hung on the survivor before anything came over.
    own: frozenset[Row]
    #: Decisions that were entered for the survivor because they held for the other file.
    decided: tuple[UUID, ...]

    @classmethod
    def read(cls, written: str) -> Moved:
        """Read what `written` gave."""
        kept: Any = json.loads(written)  # Any: JSON of our own making, see `written`
        return cls(
            {
                _row(key): {column: (both[0], both[1]) for column, both in columns.items()}
                for key, columns in kept["rows"].items()
            },
            tuple((UUID(batch_id), row_no) for batch_id, row_no in kept["lists"]),
            frozenset(map(_row, kept["own"])),
            tuple(map(UUID, kept["decided"])),
        )

    def written(self) -> str:
        """Write it down as JSON."""
        kept = {
            "rows": {
                _key(row): {column: list(both) for column, both in sorted(columns.items())}
                for row, columns in self.rows.items()
            },
            "lists": [[batch_id.hex, row_no] for batch_id, row_no in self.lists],
            "own": sorted(map(_key, self.own)),
            "decided": [one.hex for one in self.decided],
        }
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    @property
    def came_over(self) -> frozenset[Row]:
        """Name the rows that hung on the other file before."""
        return frozenset(
            row for row, columns in self.rows.items() if any(tie in columns for tie in _TIES)
        )


def _row(key: str) -> Row:
    table, _, row_id = key.partition(":")
    return table, UUID(row_id)


def _key(row: Row) -> str:
    return f"{row[0]}:{row[1].hex}"


def hanging_on(session: Session, case_id: UUID) -> Iterator[Row]:
    """Name the rows that tell of the man of a file."""
    for of_person in OF_PERSON:
        for row_id in session.scalars(select(of_person.id).where(of_person.person_id == case_id)):
            yield of_person.__tablename__, row_id
    for of_case in OF_CASE:
        for row_id in session.scalars(select(of_case.id).where(of_case.case_id == case_id)):
            yield of_case.__tablename__, row_id


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """What goes back with which values, what goes along with it, and what stays."""

    moved: Moved
    #: Of each row the columns that still say what the merge wrote, with what they said before.
    back: Mapping[Row, Mapping[str, Plain]]
    #: Added since, and said of what goes back: it belongs to that man.
    along: frozenset[Row]
    stays: frozenset[Row]
    fields_stay: tuple[MergeField, ...]


def split_plan(session: Session, merge: Merge) -> SplitPlan:
    """Work out what parting two files would do now."""
    moved = Moved.read(merge.moved)
    back: dict[Row, dict[str, Plain]] = {}
    fields: list[MergeField] = []
    for row, columns in moved.rows.items():
        thing = session.get(KINDS[row[0]], row[1])
        if thing is None:
            continue
        now = _values(thing)
        if any(_differs(now[tie], columns[tie][1]) for tie in _TIES if tie in columns):
            continue  # somebody hung it elsewhere since
        back[row] = {
            column: before
            for column, (before, after) in columns.items()
            if not _differs(now[column], after)
        }
        for column in columns.keys() - back[row].keys():
            field = field_of_column(row[0], column)
            if field is not None and row[1] == merge.survivor_id and field not in fields:
                fields.append(field)
    came = moved.came_over
    here = frozenset(hanging_on(session, merge.survivor_id)) - came - moved.own
    along = _said_of(session, frozenset(row for row in back if row in came), here)
    return SplitPlan(moved, back, along, here - along, tuple(fields))


def _values(thing: Entity) -> dict[str, Any]:
    return {
        prop.columns[0].name: getattr(thing, prop.key) for prop in inspect(type(thing)).column_attrs
    }


def _differs(now: object, then: Plain) -> bool:
    return (plain(now) or None) != (then or None)


def _said_of(session: Session, going: frozenset[Row], here: frozenset[Row]) -> frozenset[Row]:
    """Name what was added since to what goes: accounts, exhibits, sources, corrections."""
    events = {row_id for table, row_id in going if table == Event.__tablename__}
    added = _rows(session, Event, here)
    along: set[Row] = set()
    grown = True
    while grown:  # a correction may itself have been corrected
        fresh = {e.id for e in added if e.supersedes_id in events} - events
        events |= fresh
        grown = bool(fresh)
        along |= {(Event.__tablename__, one) for one in fresh}
    for assertion in _rows(session, Assertion, here):
        if assertion.event_id in events:
            along.add((Assertion.__tablename__, assertion.id))
    for link in _rows(session, ExhibitLink, here):
        if link.event_id in events:
            along.add((ExhibitLink.__tablename__, link.id))
    subjects = {row_id for _, row_id in going} | events
    for citation in _rows(session, Citation, here):
        if citation.subject_id in subjects:
            along.add((Citation.__tablename__, citation.id))
    return frozenset(along)


def _rows[E: Entity](session: Session, kind: type[E], among: frozenset[Row]) -> Sequence[E]:
    wanted = [row_id for table, row_id in among if table == kind.__tablename__]
    return session.scalars(select(kind).where(kind.id.in_(wanted))).all() if wanted else ()


def split_preview(reader: Reader, merge_id: UUID) -> SplitPreview:
    """Tell beforehand what parting two files would do.

    Raises:
        NotAllowed: also where access is limited; NotFound; CaseInBin.
    """
    reader.allow(Action.READ_CASES)
    session = reader.session
    merge = reader.get(Merge, merge_id)
    both = (merge.survivor_id, merge.absorbed_id)
    refuse_limited(reader, both)
    refuse_in_bin(reader, both)
    reader.shows(ReadKind.VIEWED, both)
    if merge.split_at is not None:
        raise NotFound("merges", merge_id)
    plan = split_plan(session, merge)
    survivor, absorbed = (session.get_one(Case, one) for one in both)
    further = survivor.merged_into_id
    return SplitPreview(
        merge_id=merge.id,
        version=merge.version,
        number=survivor.number,
        absorbed_number=absorbed.number,
        absorbed_name=_name_before(session, plan),
        merged_at=merge.created_at,
        merged_by=session.scalar(select(Staff.name).where(Staff.id == merge.created_by)) or "",
        reason=merge.reason,
        goes_back=_counted({row for row in plan.back if row in plan.moved.came_over} | plan.along),
        stays=_counted(plan.stays),
        fields_stay=plan.fields_stay,
        first_part_from=session.get_one(Case, further).number if further is not None else "",
    )


def _name_before(session: Session, plan: SplitPlan) -> str:
    names = _rows(session, PersonName, frozenset(plan.back) & plan.moved.came_over)
    first = min(names, key=lambda n: (n.position, n.id), default=None)
    return first.full_as_written if first is not None else ""


def _counted(rows: set[Row] | frozenset[Row]) -> dict[Thing, int]:
    counts = Counter(table for table, _ in rows)
    return {thing: counts[thing.value] for thing in Thing if counts[thing.value]}

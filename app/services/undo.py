"""Takes back one entry of the history, exactly, if nobody built on it since (U-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum as PythonEnum
from typing import Any  # Any: column values of every type
from uuid import UUID

from sqlalchemy import Enum, delete, inspect, select

from app.db.history import told_columns
from app.db.sealing import plain
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, CaseChangedMeanwhile
from app.queries.history import UNDO_PREFIX
from app.services.register_line import refresh
from app.shapes.changes import Changes, Outcome
from app.shapes.history import EntryToUndo, FieldState, Plain, ThingChange
from models.base import Entity, PartialDateProperty
from models.cases import Case, CaseLine, FacetSnapshot, StatusOverride
from models.claims import Claim
from models.events import Assertion, Citation, Event
from models.handovers import Handover
from models.incidents import Incident, Position, Unit
from models.people import Identifier, Person, PersonName, Relative, ServiceRecord
from models.places import Place, PlaceName
from models.sources import Source
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_KINDS: tuple[type[Entity], ...] = (
    Person, PersonName, Identifier, ServiceRecord, Relative, Case, StatusOverride, Event,
    Assertion, Citation, Source, Claim, Handover, Incident, Position, Unit, Place, PlaceName,
)  # fmt: skip
#: What an undo may take back; staff, keys and imports have ways of their own.
_UNDOABLE: Mapping[str, type[Entity]] = {kind.__tablename__: kind for kind in _KINDS}


def undo_entry(uow: UnitOfWork, entry: EntryToUndo) -> Outcome[None]:
    """Put everything back as it was before one entry of the history.

    Raises:
        NotAllowed; BadInput: the entry is of a kind that is not undone so; CaseChangedMeanwhile:
        something it touched was changed since.
    """
    uow.doing(Action.EDIT_CASE, named=f"{UNDO_PREFIX}{entry.seq}")
    for thing in entry.things:
        if thing.table not in _UNDOABLE:
            raise BadInput("entry", "not_undoable", table=thing.table)
    cases = list(entry.cases)
    gone = {t.id for t in entry.things if t.table == "cases" and t.state is FieldState.NEW}
    if gone:
        uow.session.execute(delete(CaseLine).where(CaseLine.case_id.in_(gone)))
        uow.session.execute(delete(FacetSnapshot).where(FacetSnapshot.case_id.in_(gone)))
    for thing in _inner_first(entry.things):
        _take_back(uow, thing)
        uow.session.flush()
    uow.session.expire_all()
    refresh(uow, [case_id for case_id in cases if case_id not in gone])
    touched = Changes(frozenset((thing.table, thing.id) for thing in entry.things))
    return Outcome(None, touched | Changes.of("cases", *cases))


def _inner_first(things: Sequence[ThingChange]) -> list[ThingChange]:
    """Order so that what hangs on another row goes before it, and comes back after it."""
    depth = {kind.__tablename__: at for at, kind in enumerate(_KINDS)}
    outer = {"people": -2, "sources": -1, "cases": 2}
    return sorted(
        things,
        key=lambda t: -(outer.get(t.table, depth[t.table] + 3)),
    )


def _take_back(uow: UnitOfWork, thing: ThingChange) -> None:
    kind = _UNDOABLE[thing.table]
    row = uow.session.get(kind, thing.id)
    if thing.state is FieldState.GONE:
        if row is not None:
            raise CaseChangedMeanwhile(thing.table, thing.id)
        row = kind(id=thing.id)
        _write(row, {field: before for field, (before, _) in thing.fields.items()})
        uow.session.add(row)
        return
    if row is None:
        raise CaseChangedMeanwhile(thing.table, thing.id)
    if thing.state is FieldState.NEW:
        _remove(uow, row, thing)
        return
    _unchanged_since(row, thing)
    _write(row, {field: before for field, (before, _) in thing.fields.items()})


def _remove(uow: UnitOfWork, row: Entity, thing: ThingChange) -> None:
    if isinstance(row, Source) and _spoken_of(uow, row.id):
        return
    if not isinstance(row, Person | Case | Event) and _gained_since(row, thing):
        raise CaseChangedMeanwhile(thing.table, thing.id)
    _unchanged_since(row, thing)
    uow.session.delete(row)


def _gained_since(row: Entity, thing: ThingChange) -> bool:
    """Say whether a field that was empty when the row came in holds something now.

    Its version does not tell: what was changed and taken back again is as it was.
    """
    return row.version > 1 and any(
        column not in thing.fields and plain(getattr(row, attribute)) not in (None, "")
        for attribute, column in told_columns(type(row))
    )


def _spoken_of(uow: UnitOfWork, source_id: UUID) -> bool:
    """Say whether anything else is said by a source that the entry brought in."""
    return any(
        uow.session.scalar(select(kind.id).where(kind.source_id == source_id).limit(1))
        for kind in (Assertion, Citation, Claim)
    )


def _unchanged_since(row: Entity, thing: ThingChange) -> None:
    now = _columns(row)
    for field, (_, after) in thing.fields.items():
        if plain(now[field]) != after:
            raise CaseChangedMeanwhile(thing.table, thing.id)


def _columns(row: Entity) -> dict[str, Any]:
    return {
        prop.columns[0].name: getattr(row, prop.key) for prop in inspect(type(row)).column_attrs
    }


def _write(row: Entity, values: Mapping[str, Plain]) -> None:
    mapper = inspect(type(row))
    left = dict(values)
    for prop in mapper.composites:
        if not isinstance(prop, PartialDateProperty):
            continue
        edtf, text = f"{prop.key_prefix}_edtf", f"{prop.key_prefix}_text"
        if edtf in left or text in left:
            now: PartialDate = getattr(row, prop.key) or PartialDate.unknown()
            setattr(
                row,
                prop.key,
                PartialDate.restore(
                    _text_or_none(left.pop(edtf, now.edtf)), str(left.pop(text, now.text) or "")
                ),
            )
    for attr in mapper.column_attrs:
        column = attr.columns[0]
        if column.name in left:
            setattr(row, attr.key, _typed(column.type, left[column.name], nullable=column.nullable))


def _text_or_none(value: Plain) -> str | None:
    return None if value is None else str(value)


def _typed(kind: Any, value: Plain, *, nullable: bool | None) -> Any:  # Any: SQL types, values
    if value is None:
        return None if nullable else ""
    if isinstance(kind, Enum):
        words: type[PythonEnum] | None = kind.enum_class
        return words(value) if words else value
    python = kind.python_type
    if python is UUID:
        return UUID(str(value))
    if python in (date, datetime):
        return python.fromisoformat(str(value))
    return value

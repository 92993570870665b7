"""Writes the history entry of one unit of work: what changed, field by field, sealed and signed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import Table, inspect
from sqlalchemy import insert as sql_insert
from sqlalchemy.orm import Session

from app.clock import Clock
from app.db import chain, dialect
from app.db.chain import PartsHash
from app.db.sealing import CaseKeys, Keys, plain, seal
from app.shapes.history import FieldState, Plain, ThingChange
from models.base import Entity, new_id
from models.history import REGISTER_KEY, HistoryEntry, HistoryPart

#: What speaks of cases without being part of them: an exhibit is read and kept in its own right.
_BESIDE = frozenset({"case_reads", "custody_entries", "exhibits", "disclosures", "disclosed_cases"})

type BulkRow = tuple[type[Entity], Mapping[str, object]]
"""A mapped class and the column values of one of its rows, as a Core insert takes them."""

_UNTOLD = frozenset({"id", "version", "created_at", "created_by", "updated_at", "updated_by"})
_BULK_BATCH = 500


@dataclass(slots=True)
class _Noted:
    """What one unit did to one thing so far."""

    table: str
    id: UUID
    case_ids: tuple[UUID, ...]
    state: FieldState
    fields: dict[str, tuple[Plain, Plain]]


@cache
def told_columns(kind: type[Entity]) -> tuple[tuple[str, str], ...]:
    """Return (attribute, column) of what the history tells: neither stamps nor what is derived."""
    return tuple(
        (prop.key, prop.columns[0].name)
        for prop in inspect(kind).column_attrs
        if prop.key not in _UNTOLD and not prop.columns[0].info.get("derived")
    )


@cache
def table_name(kind: type[Entity]) -> str:
    """Return the name a kind of thing has in history and in changes."""
    table = inspect(kind).local_table
    return table.name if isinstance(table, Table) else kind.__name__


class HistoryWriter:
    """Collects what a unit of work changes and writes its one entry at the end."""

    def __init__(self, session: Session, keys: Keys, clock: Clock, actor_id: UUID) -> None:
        self.entry_id = new_id()
        self.action = ""
        self.reason = ""
        self._session = session
        self._keys = keys
        self._case_keys = CaseKeys(session, keys)
        self._clock = clock
        self._actor_id = actor_id
        self._noted: dict[tuple[str, UUID], _Noted] = {}
        self._bulk: list[tuple[UUID, object]] = []
        self._parts = PartsHash()
        self._bulk_things: set[tuple[str, UUID]] = set()
        self.bulk_recorded = False

    # --- automatic: the unit of work hands over what each flush did

    def note_new(self, thing: Entity) -> None:
        """Note a thing that came to be."""
        kind = type(thing)
        fields: dict[str, tuple[Plain, Plain]] = {}
        for attribute, column in told_columns(kind):
            value = plain(thing.__dict__.get(attribute))
            if value is not None and value != "":
                fields[column] = (None, value)
        self._note(thing, FieldState.NEW, fields)

    def note_changed(self, thing: Entity) -> None:
        """Note what of a thing differs from what was read."""
        state = inspect(thing)
        fields: dict[str, tuple[Plain, Plain]] = {}
        for attribute, column in told_columns(type(thing)):
            added, _same, deleted = state.attrs[attribute].history
            if added or deleted:
                before = plain(deleted[0]) if deleted else None
                after = plain(added[0]) if added else None
                fields[column] = (before, after)
        if fields:
            self._note(thing, FieldState.CHANGED, fields, left=_left(fields))

    def note_gone(self, thing: Entity) -> None:
        """Note a thing that was taken out."""
        fields: dict[str, tuple[Plain, Plain]] = {}
        for attribute, column in told_columns(type(thing)):
            value = plain(thing.__dict__.get(attribute))
            if value is not None and value != "":
                fields[column] = (value, None)
        self._note(thing, FieldState.GONE, fields)

    def _note(
        self,
        thing: Entity,
        state: FieldState,
        fields: dict[str, tuple[Plain, Plain]],
        left: tuple[UUID, ...] = (),
    ) -> None:
        name = table_name(type(thing))
        case_ids = tuple(dict.fromkeys((*thing.history_case_ids(), *left)))
        known = self._noted.get((name, thing.id))
        if known is None:
            self._noted[name, thing.id] = _Noted(name, thing.id, case_ids, state, fields)
            return
        known.case_ids = tuple(dict.fromkeys((*known.case_ids, *case_ids)))
        for field, (before, after) in fields.items():
            first = known.fields[field][0] if field in known.fields else before
            known.fields[field] = (first, after)
        if state is FieldState.GONE:
            if known.state is FieldState.NEW:
                del self._noted[name, thing.id]
            else:
                known.state = state

    # --- by hand: imports write by Core and say themselves what they wrote

    def record_bulk(self, case_id: UUID | None, rows: Sequence[BulkRow]) -> None:
        """Record rows of one case (or of none) that were inserted past the session.

        Call once a case, with every row written for it. Sealed in batches, so that a long import
        keeps little in memory.
        """
        self._record(case_id, FieldState.NEW, rows)

    def record_bulk_gone(self, case_id: UUID | None, rows: Sequence[BulkRow]) -> None:
        """Record rows of one case (or of none) that were deleted past the session."""
        self._record(case_id, FieldState.GONE, rows)

    def _record(self, case_id: UUID | None, state: FieldState, rows: Iterable[BulkRow]) -> None:
        self.bulk_recorded = True
        content = [self.reason]
        told: list[object] = [
            (table_name(kind), row["id"], state, _told_of(kind, row)) for kind, row in rows
        ]
        if case_id is None:
            self._bulk_things.update(
                (table_name(kind), row["id"]) for kind, row in rows if isinstance(row["id"], UUID)
            )
        self._bulk.append((case_id or REGISTER_KEY, [*content, told]))
        if len(self._bulk) >= _BULK_BATCH:
            self._seal_bulk()

    def _seal_bulk(self) -> None:
        pending, self._bulk = self._bulk, []
        if pending:
            self._write_parts(pending)

    def _write_parts(self, contents: Sequence[tuple[UUID, object]]) -> None:
        keys = self._case_keys.find_or_make(case_id for case_id, _ in contents)
        rows = []
        for case_id, content in contents:
            sealed = seal(keys[case_id], self.entry_id, case_id, content)
            rows.append(
                {
                    "entry_id": self.entry_id,
                    "position": self._parts.count,
                    "case_id": case_id,
                    "sealed": sealed,
                }
            )
            self._parts.add(case_id, sealed)
        self._session.execute(sql_insert(HistoryPart), rows)

    # --- the end of the unit

    @property
    def anything(self) -> bool:
        """Say whether the unit changed anything the history tells."""
        return bool(self._noted) or bool(self._bulk) or self._parts.count > 0

    def touched(self) -> frozenset[tuple[str, UUID]]:
        """Return what was noted, as (table, id)."""
        return frozenset(self._noted)

    def things_touched(self) -> frozenset[tuple[str, UUID]]:
        """Return what was noted and what of no case was written in bulk, as (table, id)."""
        return frozenset(self._noted) | self._bulk_things

    def former(self, table: str, field: str) -> frozenset[UUID]:
        """Return what a field of a table's rows pointed at before these were changed or gone."""
        before = (
            n.fields.get(field, (None, None))[0] for n in self._noted.values() if n.table == table
        )
        return frozenset(UUID(str(one)) for one in before if one)

    def touched_cases(self) -> frozenset[UUID]:
        """Return the cases that anything noted belongs to."""
        return frozenset(one for noted in self._noted.values() for one in noted.case_ids)

    def edited_cases(self) -> frozenset[UUID]:
        """Return the cases that were touched while they were where they were: not moved by it.

        A case that this unit puts into the bin, or takes out of it, is not edited there.
        """
        moved = self._moved("removed_at")
        return frozenset(
            one
            for noted in self._noted.values()
            if noted.table not in _BESIDE
            for one in noted.case_ids
            if one not in moved
        )

    def absorbed_cases(self) -> frozenset[UUID]:
        """Return the cases that this unit takes into others, or parts from them."""
        return frozenset(self._moved("merged_into_id"))

    def _moved(self, by: str) -> set[UUID]:
        return {n.id for n in self._noted.values() if n.table == "cases" and by in n.fields}

    def changed(self) -> tuple[ThingChange, ...]:
        """Return what was changed so far, field by field; neither what came nor what went."""
        return tuple(
            ThingChange(noted.table, noted.id, noted.state, dict(noted.fields))
            for noted in self._noted.values()
            if noted.state is FieldState.CHANGED
        )

    def write_entry(self) -> HistoryEntry | None:
        """Write the unit's entry and return it; None where nothing changed."""
        if not self.anything:
            return None
        self._seal_bulk()
        by_case: dict[UUID, list[object]] = {}
        for noted in self._noted.values():
            told = (noted.table, noted.id, noted.state, _told_fields(noted))
            for case_id in noted.case_ids or (REGISTER_KEY,):
                by_case.setdefault(case_id, []).append(told)
        if by_case:
            self._write_parts([(case_id, [self.reason, told]) for case_id, told in by_case.items()])
        dialect.wait_for_history_turn(self._session)
        last = chain.head_of(self._session)
        entry = HistoryEntry(
            seq=last.seq + 1 if last else 1,
            id=self.entry_id,
            at=self._clock.now(),
            actor_id=self._actor_id,
            action=self.action,
            parts=self._parts.count,
            parts_hash=self._parts.digest(),
            prev_hash=last.hash if last else chain.FIRST,
        )
        entry.hash = chain.entry_hash(self._keys.register_id, entry)
        entry.signature = self._keys.sign(chain.signed_message(entry.hash))
        self._session.add(entry)
        self._session.flush()
        return entry


def _left(fields: Mapping[str, tuple[Plain, Plain]]) -> tuple[UUID, ...]:
    """Give the case that a thing hung on before it was moved to another."""
    before = (fields[column][0] for column in ("case_id", "person_id") if column in fields)
    return tuple(UUID(str(one)) for one in before if one is not None)


def _told_fields(noted: _Noted) -> dict[str, object]:
    if noted.state is FieldState.NEW:
        return {field: after for field, (_, after) in noted.fields.items()}
    if noted.state is FieldState.GONE:
        return {field: before for field, (before, _) in noted.fields.items()}
    return {field: list(both) for field, both in noted.fields.items()}


@cache
def _told_names(kind: type[Entity]) -> frozenset[str]:
    return frozenset(column for _, column in told_columns(kind))


def _told_of(kind: type[Entity], row: Mapping[str, object]) -> dict[str, object]:
    names = _told_names(kind)
    return {
        name: value
        for name, value in row.items()
        if name in names and value is not None and value != ""
    }

"""What can be taken back, and what it takes to do so (U-07)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from app.errors import BadInput, NotFound
from app.queries.history.parts import content_of, thing_of
from app.shapes.history import EntryToUndo, ThingChange, Undoing
from models.history import REGISTER_KEY, HistoryEntry, HistoryPart
from models.vocabulary.deeds import NO_EDIT, UNDO_PREFIX, UNDOABLE, why_never
from models.vocabulary.roles import Action, may


def taken_back(session: Session) -> frozenset[int]:
    """Name the entries that were taken back, and not by an undo that was taken back itself."""
    undos = session.execute(
        select(HistoryEntry.seq, HistoryEntry.action)
        .where(HistoryEntry.action.startswith(UNDO_PREFIX))
        .order_by(HistoryEntry.seq.desc())
    )
    gone: set[int] = set()
    for seq, action in undos:
        if seq not in gone:
            gone.add(_undone_by(action))
    return frozenset(gone)


def _undone_by(action: str) -> int:
    return int(action.removeprefix(UNDO_PREFIX))


def last_to_undo(reader: Reader) -> EntryToUndo | None:
    """Return the newest edit of the member of staff at work that was not taken back yet.

    Readings that were logged, and backups, are no edits.
    """
    for seq, action in _mine(reader):
        if not action.startswith(UNDO_PREFIX):
            return entry_to_undo(reader, seq)
    return None


def last_to_redo(reader: Reader) -> EntryToUndo | None:
    """Return the undo to take back, where the newest thing the member of staff did was to undo."""
    for seq, action in _mine(reader):
        if not action.startswith(UNDO_PREFIX):
            return None
        entry = reader.session.get_one(HistoryEntry, _undone_by(action))
        if not entry.action.startswith(UNDO_PREFIX):
            return entry_to_undo(reader, seq)
    return None


def _mine(reader: Reader) -> Iterator[tuple[int, str]]:
    """Give one's own edits and undos that stand, newest first."""
    reader.allow(Action.READ_HISTORY)
    gone = taken_back(reader.session)
    rows = reader.session.execute(
        select(HistoryEntry.seq, HistoryEntry.action)
        .where(HistoryEntry.actor_id == reader.actor.id)
        .order_by(HistoryEntry.seq.desc())
    )
    for seq, action in rows:
        if seq not in gone and why_never(action) not in NO_EDIT:
            yield seq, action


def entry_to_undo(reader: Reader, seq: int) -> EntryToUndo:
    """Return one entry unsealed: what it did to each thing.

    Raises NotAllowed; NotFound: no such entry, or its words were erased; BadInput: it is of a kind
    that is never taken back, or was taken back already.
    """
    reader.allow(Action.READ_HISTORY)
    entry = reader.session.get(HistoryEntry, seq)
    if entry is None:
        raise NotFound("history_entries", str(seq))
    deed = deed_of(reader.session, entry.action)
    if deed not in UNDOABLE:
        raise never_undone(deed)
    if seq in taken_back(reader.session):
        raise BadInput("entry", "already_taken_back")
    parts = reader.session.scalars(
        select(HistoryPart).where(HistoryPart.entry_id == entry.id).order_by(HistoryPart.position)
    )
    things: dict[tuple[str, UUID], ThingChange] = {}  # told to each case that it belongs to
    cases: list[UUID] = []
    for part in parts:
        content = content_of(reader, entry, part)
        if content is None:
            raise NotFound("history_entries", str(seq))
        if part.case_id != REGISTER_KEY:
            cases.append(part.case_id)
        things |= {(thing.table, thing.id): thing for thing in map(thing_of, content[1])}
    return EntryToUndo(
        seq, entry.action, entry.at, tuple(dict.fromkeys(cases)), tuple(things.values()), deed
    )


def deed_of(session: Session, action: str) -> str:
    """Say what an entry is about: of an undo, what was done and taken back."""
    while action.startswith(UNDO_PREFIX):
        action = session.get_one(HistoryEntry, _undone_by(action)).action
    return action


def never_undone(deed: str) -> BadInput:
    """Give the refusal for a deed that is never taken back, with the reason why."""
    why = why_never(deed)
    return BadInput("entry", "not_undoable", action=deed, why=why.value if why else "")


class WhatCanBeUndone:
    """Says of entries whether they can be taken back by the member of staff at work."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._gone = taken_back(reader.session)

    def of(self, entry: HistoryEntry) -> Undoing:
        if entry.seq in self._gone:
            return Undoing.TAKEN_BACK
        right = UNDOABLE.get(deed_of(self._reader.session, entry.action))
        allowed = right is not None and may(self._reader.actor.roles, right)
        return Undoing.POSSIBLE if allowed else Undoing.NEVER

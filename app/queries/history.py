"""The history of one case, unsealed."""

from collections.abc import Callable, Iterable
from uuid import UUID

from sqlalchemy import select

from app.db.sealing import unseal
from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.limited_access import refuse_limited
from app.shapes.history import (
    EntryToUndo,
    FieldChange,
    FieldState,
    HistoryLine,
    ThingChange,
)
from models.history import REGISTER_KEY, HistoryEntry, HistoryPart
from models.staff import Staff
from models.vocabulary.roles import Action, Role, may


def history_of_case(reader: Reader, case_id: UUID) -> list[HistoryLine]:
    """Return what was done to a case, first entry first.

    An erased case keeps who and when; its lines are not `readable` and say nothing more.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    refuse_limited(reader, [case_id])
    return _lines(reader, case_id)


def history_of_register(reader: Reader) -> list[HistoryLine]:
    """Return what was done outside all cases: staff, incidents, places, sources of none.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    return _lines(reader, REGISTER_KEY)


#: What tells who a confidential source is, by whichever name.
_TELLING = frozenset(
    {"title", "title_hy", "title_ru", "independence_group", "url", "remark", "search_key"}
)
_SEALED = frozenset({"sealed_name", "contact"})


def _may_see(roles: Iterable[Role], told: list[object]) -> Callable[[FieldChange], bool]:
    """Give what a member of staff may see of one change: families and sources are guarded here too.

    Only a source known not to be confidential is named to everybody.
    """
    table, _, _, fields = told
    if table == "relatives" and not may(roles, Action.READ_FAMILY):
        return lambda _: False
    if table == "sources" and not may(roles, Action.READ_SENSITIVE):
        open_source = isinstance(fields, dict) and fields.get("confidential") is False
        hidden = _SEALED if open_source else _SEALED | _TELLING
        return lambda change: change.field not in hidden
    return lambda _: True


UNDO_PREFIX = "undo:"
"""An undo is an entry of its own, named after the entry it took back."""


def last_to_undo(reader: Reader) -> EntryToUndo | None:
    """Return the newest entry of the member of staff at work that was not taken back yet."""
    reader.allow(Action.READ_HISTORY)
    rows = reader.session.execute(
        select(HistoryEntry.seq, HistoryEntry.action)
        .where(HistoryEntry.actor_id == reader.actor.id)
        .order_by(HistoryEntry.seq.desc())
    )
    taken_back: set[int] = set()
    for seq, action in rows:
        if action.startswith(UNDO_PREFIX):
            taken_back.add(int(action.removeprefix(UNDO_PREFIX)))
        elif seq not in taken_back:
            return entry_to_undo(reader, seq)
    return None


def entry_to_undo(reader: Reader, seq: int) -> EntryToUndo:
    """Return one entry unsealed: what it did to each thing.

    Raises NotAllowed, NotFound: no such entry, or its words were erased.
    """
    reader.allow(Action.READ_HISTORY)
    entry = reader.session.get(HistoryEntry, seq)
    if entry is None:
        raise NotFound("history_entries", str(seq))
    parts = reader.session.scalars(
        select(HistoryPart).where(HistoryPart.entry_id == entry.id).order_by(HistoryPart.position)
    )
    things: dict[tuple[str, UUID], ThingChange] = {}  # told to each case that it belongs to
    cases: list[UUID] = []
    for part in parts:
        key = reader.case_keys.find(part.case_id)
        content = None if key is None else unseal(key, entry.id, part.case_id, part.sealed)
        if content is None:
            raise NotFound("history_entries", str(seq))
        if part.case_id != REGISTER_KEY:
            cases.append(part.case_id)
        things |= {(thing.table, thing.id): thing for thing in map(_thing, content[1])}
    return EntryToUndo(
        seq, entry.action, entry.at, tuple(dict.fromkeys(cases)), tuple(things.values())
    )


def _thing(told: list[object]) -> ThingChange:
    changes = _changes(told)
    table, thing, state, _ = told
    return ThingChange(
        str(table),
        UUID(str(thing)),
        FieldState(str(state)),
        {change.field: (change.before, change.after) for change in changes},
    )


def _lines(reader: Reader, case_id: UUID) -> list[HistoryLine]:
    key = reader.case_keys.find(case_id)
    rows = reader.session.execute(
        select(HistoryEntry, HistoryPart, Staff.name)
        .join(HistoryPart, HistoryPart.entry_id == HistoryEntry.id)
        .outerjoin(Staff, Staff.id == HistoryEntry.actor_id)
        .where(HistoryPart.case_id == case_id)
        .order_by(HistoryEntry.seq, HistoryPart.position)
    )
    lines: list[HistoryLine] = []
    for entry, part, actor in rows:
        content = None if key is None else unseal(key, entry.id, case_id, part.sealed)
        reason, told = content if content is not None else ("", [])
        lines.append(
            HistoryLine(
                seq=entry.seq,
                at=entry.at,
                actor_id=entry.actor_id,
                actor=actor or "",
                action=entry.action,
                reason=reason,
                changes=tuple(
                    change
                    for thing in told
                    for change in filter(_may_see(reader.actor.roles, thing), _changes(thing))
                ),
                readable=content is not None,
            )
        )
    return lines


def _changes(told: list[object]) -> list[FieldChange]:
    table, thing, state, fields = told
    found = FieldState(str(state))
    assert isinstance(fields, dict)  # noqa: S101  # our own writer sealed it
    changes = []
    for field, value in fields.items():
        before, after = (None, value)
        if found is FieldState.CHANGED:
            before, after = value
        elif found is FieldState.GONE:
            before, after = value, None
        changes.append(FieldChange(str(table), UUID(str(thing)), found, field, before, after))
    return changes

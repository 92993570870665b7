"""The history of one case, unsealed."""

from uuid import UUID

from sqlalchemy import select

from app.db.sealing import unseal
from app.db.unit_of_work import Reader
from app.shapes.history import FieldChange, FieldState, HistoryLine
from models.history import REGISTER_KEY, HistoryEntry, HistoryPart
from models.staff import Staff
from models.vocabulary.roles import Action


def history_of_case(reader: Reader, case_id: UUID) -> list[HistoryLine]:
    """Return what was done to a case, first entry first.

    An erased case keeps who and when; its lines are not `readable` and say nothing more.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    return _lines(reader, case_id)


def history_of_register(reader: Reader) -> list[HistoryLine]:
    """Return what was done outside all cases: staff, incidents, places, sources of none.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    return _lines(reader, REGISTER_KEY)


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
                changes=tuple(change for thing in told for change in _changes(thing)),
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

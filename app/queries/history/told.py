"""The history of one case and of the register, unsealed, and what of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.queries.history.parts import content_of, visible
from app.queries.history.undoing import WhatCanBeUndone
from app.queries.limited_access import refuse_limited
from app.queries.merged import files_taken_in
from app.shapes.history import (
    FieldChange,
    HistoryLine,
)
from models.cases import Case
from models.history import REGISTER_KEY, HistoryEntry, HistoryPart
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action


def history_of_case(reader: Reader, case_id: UUID) -> list[HistoryLine]:
    """Return what was done to a case, first entry first.

    What was done to a file before it was taken into this one stands among it, with its number. An
    erased case keeps who and when; its lines are not `readable` and say nothing more.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    refuse_limited(reader, [case_id])
    reader.shows(ReadKind.VIEWED, [case_id])
    lines = _lines(reader, case_id)
    told = {line.seq for line in lines}
    for taken in files_taken_in(reader.session, [case_id]):
        former = [line for line in _lines(reader, taken.case_id) if line.seq not in told]
        told |= {line.seq for line in former}
        lines += [replace(line, numbers=(taken.number,)) for line in former]
    return sorted(lines, key=lambda line: line.seq)


def history_of_register(reader: Reader) -> list[HistoryLine]:
    """Return what was done outside all cases: staff, incidents, places, sources of none.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    return _lines(reader, REGISTER_KEY)


PARTS_SHOWN = 8
"""Of an entry that touched many cases, so many are told in the history of the register."""


THINGS_SHOWN = 200
"""Of one part, so many things: an entry that took back a gazetteer tells of thousands."""


def history_list(
    reader: Reader, *, limit: int = 40, before: int | None = None
) -> tuple[HistoryLine, ...]:
    """Return the entries of the whole register, newest first, from below an entry on.

    What concerns a limited case is left out for those who may not open it.

    Raises NotAllowed.
    """
    reader.allow(Action.READ_HISTORY)
    wanted = (
        select(HistoryEntry, Staff.name)
        .outerjoin(Staff, Staff.id == HistoryEntry.actor_id)
        .order_by(HistoryEntry.seq.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(HistoryEntry.seq < before)
    undoing = WhatCanBeUndone(reader)
    return tuple(
        _whole_entry(reader, entry, actor or "", undoing)
        for entry, actor in reader.session.execute(wanted)
    )


def _whole_entry(
    reader: Reader, entry: HistoryEntry, actor: str, undoing: WhatCanBeUndone
) -> HistoryLine:
    parts = reader.session.scalars(
        select(HistoryPart)
        .where(HistoryPart.entry_id == entry.id)
        .order_by(HistoryPart.position)
        .limit(PARTS_SHOWN)
    ).all()
    ids = {part.case_id for part in parts} - {REGISTER_KEY}
    known = {
        case_id: (number, limited)
        for case_id, number, limited in reader.session.execute(
            select(Case.id, Case.number, Case.access_limited).where(Case.id.in_(ids))
        )
    }
    shut = {i for i, (_, limited) in known.items() if limited and not reader.sees_limited}
    reader.shows(ReadKind.FOUND, ids - shut)
    reason, readable = "", True
    changes: list[FieldChange] = []
    told: set[tuple[object, object]] = set()  # what belongs to two cases is told to each
    for part in parts:
        if part.case_id in shut:
            continue
        content = content_of(reader, entry, part)
        readable = readable and content is not None
        if content is not None:
            reason = reason or content[0]
            fresh = [thing for thing in content[1] if (thing[0], thing[1]) not in told]
            told |= {(thing[0], thing[1]) for thing in fresh}
            changes += visible(reader, fresh[:THINGS_SHOWN])
    return HistoryLine(
        seq=entry.seq,
        at=entry.at,
        actor_id=entry.actor_id,
        actor=actor,
        action=entry.action,
        reason=reason,
        changes=tuple(changes),
        readable=readable,
        undoing=undoing.of(entry),
        numbers=tuple(sorted(n for i, (n, _) in known.items() if i not in shut)),
        cases=_cases_in(reader, entry) - len(shut),
    )


def _cases_in(reader: Reader, entry: HistoryEntry) -> int:
    of_cases = (HistoryPart.entry_id == entry.id, HistoryPart.case_id != REGISTER_KEY)
    counted = select(func.count(HistoryPart.case_id.distinct())).where(*of_cases)
    return reader.session.scalar(counted) or 0


def _lines(reader: Reader, case_id: UUID) -> list[HistoryLine]:
    rows = reader.session.execute(
        select(HistoryEntry, HistoryPart, Staff.name)
        .join(HistoryPart, HistoryPart.entry_id == HistoryEntry.id)
        .outerjoin(Staff, Staff.id == HistoryEntry.actor_id)
        .where(HistoryPart.case_id == case_id)
        .order_by(HistoryEntry.seq, HistoryPart.position)
    )
    undoing = WhatCanBeUndone(reader)
    lines: list[HistoryLine] = []
    for entry, part, actor in rows:
        content = content_of(reader, entry, part)
        reason, told = content if content is not None else ("", [])
        lines.append(
            HistoryLine(
                seq=entry.seq,
                at=entry.at,
                actor_id=entry.actor_id,
                actor=actor or "",
                action=entry.action,
                reason=reason,
                changes=tuple(visible(reader, told)),
                readable=content is not None,
                undoing=undoing.of(entry),
            )
        )
    return lines

"""What every kind of line on the page of the day goes through: whose it is, put off, limited.

A kind is a function of `(reader, asked)` that gives what it `Found`: how many lines, how many of
them due, and the first. One that finds thousands counts them in the database; the others give all
they have and leave the rest to `found_among`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from heapq import nsmallest
from typing import Any, NamedTuple  # Any: a column of whatever type orders
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.limited_access import lines_open_to, rows_hidden_from
from app.shapes.today import TodayLine
from models.cases import CaseLine
from models.staff import Staff
from models.tasks import TodayMark
from models.vocabulary.tasks import TodayKind


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each kind: on which day, whose lines, how many of them in words."""

    on: date
    #: None: everybody's; else what is in this one's hands, or in nobody's.
    mine: UUID | None = None
    limit: int = 50
    #: For a calendar: how far ahead of the day a thing is told that is shown on its day else.
    ahead: timedelta = timedelta()
    #: Only what somebody put off, instead of what stands on the page.
    away: bool = False
    marks: Mapping[tuple[TodayKind, UUID], TodayMark] = field(default_factory=dict)

    def put_off(self, kind: TodayKind) -> list[UUID]:
        """Name what somebody put off, or saw to, and whose day has not come."""
        return [
            subject
            for (of, subject), mark in self.marks.items()
            if of is kind and not self.shows(mark) and (mark.settled_at is None or not self.away)
        ]

    def shows(self, mark: TodayMark) -> bool:
        """Say whether a line with this mark stands on the page."""
        return mark.settled_at is None and not self.is_put_off(mark)

    def is_put_off(self, mark: TodayMark) -> bool:
        """Say whether the day until which it was put off is still to come."""
        return mark.put_off_until is not None and mark.put_off_until > self.on

    def wanted(self, mark: TodayMark | None) -> bool:
        """Say whether a line belongs to what is asked for."""
        if self.away:
            return mark is not None and self.is_put_off(mark)
        return mark is None or self.shows(mark)

    def handed_to(self, kind: TodayKind) -> dict[UUID, UUID]:
        """Name the lines of a kind that were handed to somebody, and to whom."""
        return {
            subject: mark.assigned_to_id
            for (of, subject), mark in self.marks.items()
            if of is kind and mark.assigned_to_id is not None
        }


@dataclass(frozen=True, slots=True)
class Found:
    """What a kind found: how many, how many due by today, the first of them."""

    count: int = 0
    due: int = 0
    lines: tuple[TodayLine, ...] = ()


class Waits[T](NamedTuple):
    """Something that waits, of a kind that may find thousands: only the first become lines."""

    subject_id: UUID
    due: date
    owner: UUID | None
    number: str
    about: T


@dataclass(frozen=True, slots=True)
class Man:
    """A man as a line of the day names him."""

    number: str
    name: str
    officer_id: UUID | None


def marks_of(reader: Reader) -> dict[tuple[TodayKind, UUID], TodayMark]:
    """Read what was decided about lines by hand: few, all at once."""
    marks = reader.session.scalars(select(TodayMark))
    return {(mark.kind, mark.subject_id): mark for mark in marks}


def men_of(reader: Reader, case_ids: Iterable[UUID | None]) -> dict[UUID, Man]:
    """Name the men a member of staff may see, by case; others are not there."""
    wanted = sorted({case_id for case_id in case_ids if case_id is not None})
    hidden = lines_open_to(reader)
    return {
        case_id: Man(number, name or second, officer_id)
        for ids in batches(wanted)
        for case_id, number, name, second, officer_id in reader.session.execute(
            select(
                CaseLine.case_id,
                CaseLine.number,
                CaseLine.name,
                CaseLine.name_second,
                CaseLine.officer_id,
            ).where(CaseLine.case_id.in_(ids), *hidden)
        )
    }


def of_men(reader: Reader, lines: Iterable[TodayLine]) -> list[tuple[TodayLine, UUID | None]]:
    """Put a man's number and name on each line, with his officer; drop what may not be seen."""
    kept = list(lines)
    men = men_of(reader, (one.case_id for one in kept))
    return [
        (replace(one, number=men[one.case_id].number, who=men[one.case_id].name),
         men[one.case_id].officer_id)
        for one in kept
        if one.case_id is not None and one.case_id in men
    ]  # fmt: skip


def found_among(asked: Asked, lines: Iterable[tuple[TodayLine, UUID | None]]) -> Found:
    """Count and order lines, each with whose it is by nature, after what was decided by hand."""
    kept: list[tuple[TodayLine, UUID | None]] = []
    for line, owner in lines:
        mark = asked.marks.get((line.kind, line.subject_id))
        if not asked.wanted(mark):
            continue
        handed = line.assigned_to if mark is None else mark.assigned_to_id or line.assigned_to
        if asked.mine is None or (handed or owner or asked.mine) == asked.mine:
            kept.append((line, handed))
    due = sum(is_due(line, asked.on) for line, _ in kept)
    if not asked.limit:
        return Found(len(kept), due)
    kept.sort(key=lambda one: _order(one[0]))
    # Of thousands only the first are told; the rest is counted as it is.
    first = kept[: asked.limit]
    return Found(
        len(kept),
        due,
        tuple(marked(asked, replace(line, assigned_to=handed)) for line, handed in first),
    )


def found_first[T](
    asked: Asked,
    kind: TodayKind,
    waiting: Iterable[Waits[T]],
    make: Callable[[Waits[T]], TodayLine],
) -> Found:
    """Count what waits as `found_among` does, and make lines of the first only."""
    handed = {subject: mark for (of, subject), mark in asked.marks.items() if of is kind}
    kept: list[tuple[Waits[T], UUID | None]] = []
    for one in waiting:
        mark = handed.get(one.subject_id)
        if not asked.wanted(mark):
            continue
        to = None if mark is None else mark.assigned_to_id
        if asked.mine is None or (to or one.owner or asked.mine) == asked.mine:
            kept.append((one, to))
    due = sum(one.due <= asked.on for one, _ in kept)
    if not asked.limit:
        return Found(len(kept), due)
    first = nsmallest(asked.limit, kept, key=lambda one: (one[0].due, one[0].number))
    lines = tuple(marked(asked, replace(make(one), assigned_to=to)) for one, to in first)
    return Found(len(kept), due, lines)


def marked(asked: Asked, line: TodayLine) -> TodayLine:
    """Count how many days a line is over its day, and say until when it was put off."""
    if line.due is not None:
        line = replace(line, days_over=(asked.on - line.due).days)
    mark = asked.marks.get((line.kind, line.subject_id))
    if mark is None or not asked.is_put_off(mark):
        return line
    return replace(line, put_off_until=mark.put_off_until, put_off_reason=mark.reason)


def is_due(line: TodayLine, on: date) -> bool:
    """Say whether a line is due by a day; what has no day waits already."""
    return line.due is None or line.due <= on


def whose(asked: Asked, kind: TodayKind, subject: ColumnElement[UUID],
          owner: ColumnElement[UUID | None]) -> list[ColumnElement[bool]]:  # fmt: skip
    """Give the conditions by which a kind leaves out what was put off, or is another's."""
    conditions: list[ColumnElement[bool]] = []
    away = asked.put_off(kind)
    if asked.away:
        conditions.append(subject.in_(away))
    elif away:
        conditions.append(subject.not_in(away))
    if asked.mine is not None:
        handed = asked.handed_to(kind)
        free = or_(owner.is_(None), owner == asked.mine)
        mine = [one for one, to in handed.items() if to == asked.mine]
        # Where nothing was handed on, an index that knows the owner is enough.
        taken = or_(subject.in_(mine), and_(subject.not_in(list(handed)), free))
        conditions.append(taken if handed else free)
    return conditions


def found_in_lines(
    reader: Reader,
    asked: Asked,
    kind: TodayKind,
    condition: ColumnElement[bool],
    order: ColumnElement[Any],
    make: Callable[[TodayLine, CaseLine], TodayLine],
) -> Found:
    """Count men of the register in the database and read the first: for kinds of thousands."""
    conditions = [
        condition,
        *(CaseLine.row.not_in(rows) for rows in rows_hidden_from(reader)),
        *whose(asked, kind, CaseLine.case_id.expression, CaseLine.officer_id.expression),
    ]
    count = reader.session.scalar(select(func.count()).select_from(CaseLine).where(*conditions))
    if not count or not asked.limit:
        return Found(count or 0, count or 0)
    first = select(CaseLine).where(*conditions).order_by(order, CaseLine.row).limit(asked.limit)
    handed = asked.handed_to(kind)
    lines = []
    for man in reader.session.scalars(first):
        line = TodayLine(
            kind,
            man.case_id,
            man.case_id,
            man.number,
            man.name or man.name_second,
            assigned_to=handed.get(man.case_id),
        )
        lines.append(marked(asked, make(line, man)))
    return Found(count, count, tuple(lines))


def named(reader: Reader, lines: Sequence[TodayLine]) -> tuple[TodayLine, ...]:
    """Put the names of those on lines to whom they were handed."""
    ids = {line.assigned_to for line in lines if line.assigned_to is not None}
    if not ids:
        return tuple(lines)
    names: Select[UUID, str] = select(Staff.id, Staff.name).where(Staff.id.in_(ids))
    known = dict(reader.session.execute(names).all())
    return tuple(
        replace(line, assigned_name=known.get(line.assigned_to, "")) if line.assigned_to else line
        for line in lines
    )


def _order(line: TodayLine) -> tuple[date, str, str, str]:
    return (line.due or date.max, line.number, line.who, str(line.subject_id))

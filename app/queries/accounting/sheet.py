"""Accounts for men: each on exactly one line, today or as it was known on a past day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.errors import BadInput
from app.queries.accounting.counted import Counted, Counts, counts_by_number
from app.queries.accounting.known_then import line_of_headline, moments_of_change, was_admitted
from app.queries.limited_access import lines_open_to
from app.shapes.accounting import (
    AccountingPage,
    AccountingSheet,
    CountedMan,
    LineNames,
    Scope,
    ScopeName,
    SheetLine,
)
from models.cases import Case, CaseLine
from models.codebook.accounting import HELD_EITHER_WAY
from models.incidents import Incident, Unit
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action
from models.vocabulary.status import AccountingLine

PAGE = 60
"""Names fetched at once behind a number."""


def accounting_sheet(
    reader: Reader, scope: Scope, as_known: date | None = None, *, since: date | None = None
) -> AccountingSheet:
    """Sum the men of a scope, each on one line, as known at the end of a day; None: today.

    With `since` each line says how it changed from what was known at the end of that day.

    Raises:
        NotAllowed; NotFound: the incident or the unit; BadInput: a day yet to come.
    """
    reader.allow(Action.READ_CASES)
    _refuse_future(reader, as_known)
    now = Counted(reader, scope, as_known)
    counts = now.counts()
    before = None if since is None else Counted(reader, scope, since).counts()
    outside = AccountingLine.OUTSIDE_THE_SUM
    lines = tuple(
        SheetLine(
            key=key,
            count=count,
            contested=counts.contested.get(key, 0),
            headlines=_headlines(counts, key),
            delta=None if before is None else count - before.of(key),
        )
        for key in AccountingLine
        if key is not outside and (count := counts.of(key))
    )
    total = sum(counts.men.values()) - counts.of(outside)
    was = None if before is None else sum(before.men.values()) - before.of(outside)
    return AccountingSheet(
        scope=scope,
        as_known=as_known,
        total=total,
        lines=lines,
        outside_sum=counts.of(outside),
        unnamed=_unnamed(now),
        without_limited=not reader.sees_limited and not counts_by_number(scope),
        since=since,
        total_delta=None if was is None else total - was,
    )


def names_of_line(
    reader: Reader,
    scope: Scope,
    as_known: date | None,
    line: AccountingLine,
    *,
    offset: int = 0,
    limit: int = PAGE,
    how: ReadKind = ReadKind.FOUND,
) -> LineNames:
    """Give the men behind the number of a line, by case number, a page at a time.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    reader.allow(Action.READ_CASES)
    _refuse_future(reader, as_known)
    counted = Counted(reader, scope, as_known)
    of_line = counted.on(line)
    named = counted.select(func.count()).where(of_line, *lines_open_to(reader))
    every = counted.select(func.count()).where(of_line)
    total = reader.session.scalar(named) or 0
    found = reader.session.execute(
        counted.select(
            CaseLine.case_id,
            CaseLine.number,
            CaseLine.name,
            CaseLine.name_second,
            counted.columns[1],
            counted.disputed,
        )
        .where(of_line, *lines_open_to(reader))
        .order_by(CaseLine.number_key, CaseLine.row)
        .offset(offset)
        .limit(limit)
    ).all()
    men = tuple(CountedMan(*row) for row in found)
    reader.shows(how, (man.case_id for man in men))
    return LineNames(total, men, unnamed=(reader.session.scalar(every) or 0) - total)


def numbers_of_lines(
    reader: Reader,
    scope: Scope,
    as_known: date | None = None,
    how: ReadKind = ReadKind.FOUND,
) -> dict[AccountingLine, tuple[str, ...]]:
    """Give the case numbers of every line, in order; those of limited access only to some.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    reader.allow(Action.READ_CASES)
    _refuse_future(reader, as_known)
    counted = Counted(reader, scope, as_known)
    line, headline, _ = counted.columns
    admitted = None if counted.known is None else was_admitted(counted.known)
    either_way = [head.value for head in HELD_EITHER_WAY]
    found: dict[AccountingLine, list[str]] = defaultdict(list)
    shown: list[UUID] = []
    held: set[str] = set()
    if admitted is not None:
        held.update(
            reader.session.scalars(
                counted.select(CaseLine.number).where(
                    line == "", headline.in_(either_way), admitted
                )
            )
        )
    for case_id, number, code, head in reader.session.execute(
        counted.select(CaseLine.case_id, CaseLine.number, line, headline)
        .where(*lines_open_to(reader))
        .order_by(CaseLine.number_key, CaseLine.row)
    ):
        key = _line_of(code, head, number in held)
        if key is not None:
            found[key].append(number)
            shown.append(case_id)
    reader.shows(how, shown)
    return {key: tuple(found[key]) for key in AccountingLine if key in found}


def key_days(reader: Reader, scope: Scope) -> tuple[date, ...]:
    """Give the days on which the sum of a scope changed, as it was recorded; the last one first.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    counted = Counted(reader, scope, None)
    moments = reader.session.scalars(moments_of_change(counted.select(CaseLine.case_id)))
    days = {moment.astimezone(OFFICE_ZONE).date() for moment in moments}
    return tuple(sorted(days, reverse=True))


def accounting_page(reader: Reader, scope: Scope, as_known: date | None = None) -> AccountingPage:
    """Read a sheet with how it changed since the key day before, and the key days.

    Raises:
        NotAllowed; NotFound; BadInput: a day yet to come.
    """
    days = key_days(reader, scope)
    earlier = [day for day in days if as_known is None or day < as_known]
    # Today stands for the last key day: what changed is against the one before that.
    since = earlier[0] if as_known is not None and earlier else None
    if as_known is None and len(earlier) > 1:
        since = earlier[1]
    return AccountingPage(
        scope_name(reader, scope), days, accounting_sheet(reader, scope, as_known, since=since)
    )


def scope_name(reader: Reader, scope: Scope) -> ScopeName:
    """Say what a scope is called.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    question = scope.wanted.text.strip() if scope.wanted is not None else ""
    if scope.incident_id is not None:
        row = reader.get(Incident, scope.incident_id)
        return ScopeName(row.number, row.title, row.title_hy, row.title_ru, question)
    if scope.unit_id is not None:
        unit = reader.get(Unit, scope.unit_id)
        return ScopeName("", unit.name, unit.name_hy, unit.name_ru, question)
    return ScopeName(question=question)


def _line_of(code: str, headline: str, admitted: bool) -> AccountingLine | None:  # noqa: FBT001  a column of a row
    if code:
        return AccountingLine(code) if code in set(AccountingLine) else None
    if headline in HELD_EITHER_WAY:
        held = AccountingLine.HELD_ACKNOWLEDGED, AccountingLine.HELD_NOT_ACKNOWLEDGED
        return held[0] if admitted else held[1]
    return line_of_headline(headline)


def _headlines(counts: Counts, line: AccountingLine) -> tuple[tuple[str, int], ...]:
    parts = [(head, count) for (key, head), count in counts.men.items() if key is line]
    return tuple(sorted(parts, key=lambda part: (-part[1], part[0])))


def _unnamed(counted: Counted) -> int:
    """Count the men of the sum whom this reader may count and not name."""
    reader = counted.reader
    if reader.sees_limited:
        return 0
    limited = select(Case.id).where(Case.access_limited.is_(True))
    beside = ~counted.on(AccountingLine.OUTSIDE_THE_SUM)
    return (
        reader.session.scalar(
            counted.select(func.count()).where(CaseLine.case_id.in_(limited), beside)
        )
        or 0
    )


def _refuse_future(reader: Reader, day: date | None) -> None:
    if day is not None and day > reader.clock.today():
        raise BadInput("as_known", "yet_to_come")

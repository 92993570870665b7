"""Reads which families are to be rung: a day was agreed, or there was a long silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.queries.limited_access import open_to
from app.shapes.families import CallDue, WhyCall
from models.cases import CaseLine
from models.families import FamilyContact
from models.people import Relative
from models.vocabulary.deeds import ReadKind
from models.vocabulary.families import SPOKEN
from models.vocabulary.partial_date import local_day
from models.vocabulary.roles import Action

_MAN: Final = (CaseLine.case_id, CaseLine.number, CaseLine.name, CaseLine.officer_id)
SILENT_AFTER_DAYS: Final = 30
"""An open case whose family the office has not spoken with for so long is to be rung."""


def calls_due(
    reader: Reader, today: date, limit: int | None = None, *, silent_after: int = SILENT_AFTER_DAYS
) -> tuple[CallDue, ...]:
    """List the families to be rung by a day, longest overdue first.

    A day that was agreed waits until somebody was really spoken with, or another day was agreed.
    Families never spoken with are not silent: their gaps stand on the call sheet.

    Raises:
        NotAllowed: who may not see families rings none.
    """
    reader.allow(Action.READ_FAMILY)
    agreed = _agreed(reader, today, limit)
    taken = {one.case_id for one in agreed}
    silent = [
        one for one in _silent(reader, today, silent_after, limit) if one.case_id not in taken
    ]
    found = sorted([*agreed, *silent], key=lambda one: (one.since, one.number))[:limit]
    reader.shows(ReadKind.FOUND, [one.case_id for one in found])
    return tuple(found)


def count_calls_due(reader: Reader, today: date) -> int:
    """Count the families for whom a day was agreed that has come.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_FAMILY)
    return reader.session.scalar(
        select(func.count(FamilyContact.case_id.distinct()))
        .join(CaseLine, CaseLine.case_id == FamilyContact.case_id)
        .where(FamilyContact.next_on <= today, next_waits(), *_open_cases(reader))
    ) or 0  # fmt: skip


def next_waits() -> ColumnElement[bool]:
    """Give the condition that what was agreed in a contact is still to be done.

    A later contact with the same person settles it, if somebody was spoken with or another day
    was agreed.
    """
    later = aliased(FamilyContact)
    same_person = or_(
        later.relative_id == FamilyContact.relative_id,
        and_(
            later.relative_id.is_(None),
            FamilyContact.relative_id.is_(None),
            later.spoke_with == FamilyContact.spoke_with,
        ),
    )
    settled = exists().where(
        later.case_id == FamilyContact.case_id,
        later.withdrawn_at.is_(None),
        same_person,
        or_(
            later.happened_at > FamilyContact.happened_at,
            and_(later.happened_at == FamilyContact.happened_at, later.id > FamilyContact.id),
        ),
        or_(later.outcome.in_(SPOKEN), later.next_on.is_not(None)),
    )
    return and_(FamilyContact.next_on.is_not(None), FamilyContact.withdrawn_at.is_(None), ~settled)


def last_spoken_of(session: Session, case_ids: Sequence[UUID]) -> dict[UUID, date]:
    """Say on which day the family of each man was last spoken with."""
    rows = session.execute(
        select(FamilyContact.case_id, func.max(FamilyContact.happened_at))
        .where(FamilyContact.case_id.in_(case_ids), *_spoken())
        .group_by(FamilyContact.case_id)
    )
    return {case_id: local_day(at) for case_id, at in rows}


def _agreed(reader: Reader, today: date, limit: int | None) -> list[CallDue]:
    # Only what a line tells: whole rows of thousands of men would be read slowly.
    rows = reader.session.execute(
        select(
            FamilyContact.relative_id, FamilyContact.spoke_with, FamilyContact.next_on,
            FamilyContact.next_about, Relative.full_name, *_MAN,
        )
        .join(CaseLine, CaseLine.case_id == FamilyContact.case_id)
        .outerjoin(Relative, Relative.id == FamilyContact.relative_id)
        .where(FamilyContact.next_on <= today, next_waits(), *_open_cases(reader))
        .order_by(FamilyContact.next_on, CaseLine.number_key)
        .limit(limit)
    )  # fmt: skip
    return [
        CallDue(
            case_id=case_id,
            number=number,
            name=name,
            officer_id=officer_id,
            why=WhyCall.AGREED,
            since=next_on or today,
            relative_id=relative_id,
            who=relative or spoke_with,
            about=about,
        )
        for (
            relative_id, spoke_with, next_on, about, relative,
            case_id, number, name, officer_id,
        ) in rows
    ]  # fmt: skip


def _silent(reader: Reader, today: date, days: int, limit: int | None) -> list[CallDue]:
    before = datetime.combine(today - timedelta(days=days), time(), OFFICE_ZONE).astimezone(UTC)
    last = func.max(FamilyContact.happened_at)
    quiet = (
        select(FamilyContact.case_id, last.label("last"))
        .where(*_spoken())
        .group_by(FamilyContact.case_id)
        .having(last < before)
        .subquery()
    )
    ahead = select(FamilyContact.case_id).where(FamilyContact.next_on > today, next_waits())
    rows = reader.session.execute(
        select(quiet.c.last, *_MAN)
        .join(quiet, quiet.c.case_id == CaseLine.case_id)
        .where(CaseLine.case_id.not_in(ahead), *_open_cases(reader))
        .order_by(quiet.c.last, CaseLine.number_key)
        .limit(limit)
    )
    return [
        CallDue(
            case_id=case_id,
            number=number,
            name=name,
            officer_id=officer_id,
            why=WhyCall.SILENT,
            since=local_day(at),
            relative_id=None,
            who="",
            about="",
        )
        for at, case_id, number, name, officer_id in rows
    ]


def _open_cases(reader: Reader) -> tuple[ColumnElement[bool], ...]:
    return CaseLine.closed.is_(False), open_to(reader, CaseLine.case_id.expression)


def _spoken() -> tuple[ColumnElement[bool], ...]:
    return FamilyContact.withdrawn_at.is_(None), FamilyContact.outcome.in_(SPOKEN)

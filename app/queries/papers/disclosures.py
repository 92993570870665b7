"""Reads the papers that left: the log, those on one man, what waits, whose code this is."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.limited_access import open_to, refuse_in_bin, refuse_limited
from app.queries.merged import refuse_merged
from app.queries.papers.disclosure_lines import lines_of
from app.shapes.disclosures import DisclosureLine, LogFilter, LogPage
from models.cases import Case
from models.disclosures import DisclosedCase, Disclosure
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import DisclosureState
from models.vocabulary.roles import Action, may

LOG_PAGE: Final = 200
EVERYTHING: Final = LogFilter()


# --- the log


def disclosure_log(
    reader: Reader, wanted: LogFilter = EVERYTHING, offset: int = 0, limit: int = LOG_PAGE
) -> LogPage:
    """List papers and requests, newest first; whoever may not read the log sees his own.

    Raises:
        NotAllowed.
    """
    if not may(reader.actor.roles, Action.READ_DISCLOSURES):
        reader.allow(Action.ISSUE_REPORT)
    conditions = [*_seen(reader), *_wanted(reader, wanted)]
    total = reader.session.scalar(select(func.count(Disclosure.id)).where(*conditions)) or 0
    rows = reader.session.scalars(
        select(Disclosure)
        .where(*conditions)
        .order_by(func.coalesce(Disclosure.issued_at, Disclosure.created_at).desc())
        .order_by(Disclosure.number.desc(), Disclosure.id.desc())
        .offset(offset)
        .limit(limit)
    ).all()
    return LogPage(lines_of(reader, rows, ReadKind.FOUND), total)


def disclosures_of_case(
    reader: Reader, case_id: UUID, how: ReadKind = ReadKind.VIEWED
) -> tuple[DisclosureLine, ...]:
    """List what was issued about one man, the oldest first; requests are not among it.

    Raises:
        NotAllowed: also where access is limited; CaseInBin; CaseMerged.
    """
    reader.allow(Action.DRAFT_REPORT)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    reader.shows(how, [case_id])
    rows = reader.session.scalars(
        select(Disclosure)
        .join(DisclosedCase, DisclosedCase.disclosure_id == Disclosure.id)
        .where(DisclosedCase.case_id == case_id, Disclosure.state == DisclosureState.ISSUED)
        .order_by(Disclosure.issued_at, Disclosure.number)
    ).all()
    return lines_of(reader, rows, how)


def waiting_for_me(reader: Reader) -> tuple[DisclosureLine, ...]:
    """List the requests of others that the member of staff at work may decide, oldest first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.APPROVE_DISCLOSURE)
    return _requests(reader, Disclosure.prepared_by_id != reader.actor.id)


def count_waiting_for_me(reader: Reader) -> int:
    """Count the same; nothing waits for whoever may not approve.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    if not may(reader.actor.roles, Action.APPROVE_DISCLOSURE):
        return 0
    waits = (*_waits(), Disclosure.prepared_by_id != reader.actor.id, *_not_shut(reader))
    return reader.session.scalar(select(func.count(Disclosure.id)).where(*waits)) or 0


def my_requests(reader: Reader) -> tuple[DisclosureLine, ...]:
    """List one's own requests that still wait, oldest first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.ISSUE_REPORT)
    return _requests(reader, Disclosure.prepared_by_id == reader.actor.id)


def _requests(reader: Reader, whose: ColumnElement[bool]) -> tuple[DisclosureLine, ...]:
    rows = reader.session.scalars(
        select(Disclosure)
        .where(*_waits(), whose, *_not_shut(reader))
        .order_by(Disclosure.created_at, Disclosure.id)
    ).all()
    return lines_of(reader, rows, ReadKind.FOUND)


def _waits() -> tuple[ColumnElement[bool], ...]:
    return (Disclosure.state == DisclosureState.WAITING,)


# --- one paper


def disclosure(reader: Reader, disclosure_id: UUID) -> DisclosureLine:
    """Read one copy or request.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.DRAFT_REPORT)
    return _one(reader, Disclosure.id == disclosure_id, str(disclosure_id))


def disclosure_numbered(reader: Reader, number: str) -> DisclosureLine:
    """Read the copy of a number, however its letter is cased.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.DRAFT_REPORT)
    return _one(reader, Disclosure.number == number.strip().upper(), number)


def paper_of_code(reader: Reader, code: str) -> DisclosureLine | None:
    """Read the copy that bears a code, or None: no paper of this office does.

    Anybody who reads cases may ask: a paper is shown at the door, and the door is everybody's.
    Of men the reader may not see only their number of heads is told.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    row = reader.session.scalars(
        select(Disclosure).where(Disclosure.code == code)
    ).one_or_none()  # fmt: skip
    return None if row is None else lines_of(reader, [row], ReadKind.VIEWED)[0]


def reprints_of(reader: Reader, disclosure_id: UUID) -> tuple[DisclosureLine, ...]:
    """List the reprints of one copy, the oldest first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.scalars(
        select(Disclosure)
        .where(Disclosure.reprint_of_id == disclosure_id)
        .order_by(Disclosure.number)
    ).all()
    return lines_of(reader, rows, ReadKind.VIEWED)


def _one(reader: Reader, which: ColumnElement[bool], asked: str) -> DisclosureLine:
    rows = reader.session.scalars(select(Disclosure).where(which, *_not_shut(reader))).all()
    if not rows:
        raise NotFound("disclosures", asked)
    return lines_of(reader, rows, ReadKind.VIEWED)[0]


# --- which rows


def _seen(reader: Reader) -> list[ColumnElement[bool]]:
    """Give the conditions that leave the papers a member of staff may read of."""
    if may(reader.actor.roles, Action.READ_DISCLOSURES):
        return _not_shut(reader)
    me = reader.actor.id
    mine = or_(
        Disclosure.prepared_by_id == me,
        Disclosure.decided_by_id == me,
        Disclosure.issued_by_id == me,
    )
    return [mine, *_not_shut(reader)]


def _not_shut(reader: Reader) -> list[ColumnElement[bool]]:
    """Leave out papers on nobody but men of limited access, where those are shut."""
    if reader.sees_limited:
        return []
    limited = select(Case.id).where(Case.access_limited.is_(True))
    seen = select(DisclosedCase.disclosure_id).where(DisclosedCase.case_id.not_in(limited))
    named = select(DisclosedCase.disclosure_id)
    return [or_(Disclosure.id.in_(seen), Disclosure.id.not_in(named))]


def _wanted(reader: Reader, wanted: LogFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    when = func.coalesce(Disclosure.issued_at, Disclosure.created_at)
    if wanted.audience is not None:
        found.append(Disclosure.audience == wanted.audience)
    if wanted.state is not None:
        found.append(Disclosure.state == wanted.state)
    if wanted.case_id is not None:
        found.append(Disclosure.id.in_(_on(DisclosedCase.case_id == wanted.case_id)))
    if wanted.since is not None:
        found.append(when >= datetime.combine(wanted.since, time.min, OFFICE_ZONE))
    if wanted.until is not None:
        found.append(when <= datetime.combine(wanted.until, time.max, OFFICE_ZONE))
    if text := wanted.text.strip():
        on_him = DisclosedCase.number.icontains(text, autoescape=True)
        found.append(
            or_(
                *(
                    column.icontains(text, autoescape=True)
                    for column in (
                        Disclosure.number,
                        Disclosure.code,
                        Disclosure.recipient,
                        Disclosure.purpose,
                    )
                ),
                Disclosure.id.in_(_on(on_him, open_to(reader, DisclosedCase.case_id.expression))),
            )
        )
    return found


def _on(*conditions: ColumnElement[bool]) -> Select[UUID]:
    return select(DisclosedCase.disclosure_id).where(*conditions)

"""Reads what lies in the bin."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.shapes.bin import BinRow
from models.cases import Case, CaseLine
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action


def bin_rows(reader: Reader) -> tuple[BinRow, ...]:
    """List the cases in the bin, the one put there last first.

    Limited cases are left out for those who may not open them. Nothing is saved in a case in the
    bin, so whoever saved it last put it there.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = (
        select(Case, CaseLine.name, CaseLine.name_second, Staff.name)
        .outerjoin(CaseLine, CaseLine.case_id == Case.id)
        .outerjoin(Staff, Staff.id == Case.updated_by)
        .where(Case.removed_at.is_not(None))
        .order_by(Case.removed_at.desc(), Case.number)
    )
    if not reader.sees_limited:
        wanted = wanted.where(Case.access_limited.is_(False))
    found = tuple(
        BinRow(
            case_id=case.id,
            number=case.number,
            name=name or "",
            name_second=second or "",
            removed_at=case.removed_at,
            removed_by=staff or "",
            reason=case.removed_reason,
        )
        for case, name, second, staff in reader.session.execute(wanted)
        if case.removed_at is not None
    )
    reader.shows(ReadKind.FOUND, (row.case_id for row in found))
    return found


def count_in_bin(reader: Reader) -> int:
    """Count the cases in the bin that a member of staff may see.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = select(func.count()).select_from(Case).where(Case.removed_at.is_not(None))
    if not reader.sees_limited:
        wanted = wanted.where(Case.access_limited.is_(False))
    return reader.session.scalar(wanted) or 0


def case_in_bin(reader: Reader, number: str) -> UUID:
    """Find a case in the bin by its number.

    Raises:
        NotAllowed; NotFound: no case of this number lies there.
    """
    rows = bin_rows(reader)
    wanted = number.strip().upper()
    for row in rows:
        if row.number.upper() == wanted:
            return row.case_id
    raise NotFound("cases", number)

"""Finds who agrees, beside whoever does it, that the register goes out (R-51)."""

from __future__ import annotations

from sqlalchemy import select

from app.db.chain import head_of
from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import BadInput
from app.shapes.requests.disclosures import HistoryHead
from models.staff import Staff
from models.vocabulary.roles import Action, StaffKind, may


def second_person(unit: Reader | UnitOfWork, named: str) -> str:
    """Give the name of the second person; empty where nobody else at work could be one.

    It is whoever may read what left the office: another supervisor, or data protection. An office
    of one must not be kept from taking its own register along; its history tells that it was one.

    Raises:
        BadInput: somebody could agree and nobody is named; it is oneself; nobody at work who may
        agree goes by this name.
    """
    typed = _plainly(named)
    if typed == _plainly(unit.actor.name):
        raise BadInput("approved_by", "oneself")
    at_work = select(Staff).where(
        Staff.left_at.is_(None), Staff.kind == StaffKind.MEMBER, Staff.id != unit.actor.id
    )
    others = [
        one.name for one in unit.session.scalars(at_work) if may(one.roles, Action.READ_DISCLOSURES)
    ]
    found = next((name for name in others if _plainly(name) == typed), "")
    if typed and not found:
        raise BadInput("approved_by", "may_not_agree")
    if others and not found:
        raise BadInput("approved_by", "second_needed")
    return found


def _plainly(name: str) -> str:
    return " ".join(name.split()).casefold()


def head_of_export(reader: Reader) -> HistoryHead | None:
    """Name the newest entry of the history as what goes out is read.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.EXPORT_REGISTER)
    newest = head_of(reader.session)
    return None if newest is None else HistoryHead(newest.seq, newest.hash.hex())

"""Reads who the men of the register are, in brief, for whoever compares them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from models.finding import CaseBrief
from models.vocabulary.roles import Action

_IN_ONE_QUERY = 500


class Brief(NamedTuple):
    """A man in brief, packed (`app/search/brief_text.py`)."""

    row: int
    brief: str
    compared: bool


def brief_page(session: Session, after: int, limit: int) -> tuple[Brief, ...]:
    """Give the next men after a row, in order of rows."""
    found = session.execute(
        select(CaseBrief.row, CaseBrief.brief, CaseBrief.compared)
        .where(CaseBrief.row > after)
        .order_by(CaseBrief.row)
        .limit(limit)
    )
    return tuple(Brief(*one) for one in found)


def briefs_of(session: Session, rows: Sequence[int]) -> dict[int, str]:
    """Give the men of some rows; those who are gone are left out."""
    return {
        row: brief
        for start in range(0, len(rows), _IN_ONE_QUERY)
        for row, brief in session.execute(
            select(CaseBrief.row, CaseBrief.brief).where(
                CaseBrief.row.in_(rows[start : start + _IN_ONE_QUERY])
            )
        )
    }


def count_unlooked(reader: Reader) -> int:
    """Count the men whose like have not been looked for since they last changed.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    return reader.session.scalar(
        select(func.count()).select_from(CaseBrief).where(CaseBrief.compared.is_(False))
    ) or 0  # fmt: skip


def count_people(session: Session) -> int:
    """Count the men of the register."""
    return session.scalar(select(func.count()).select_from(CaseBrief)) or 0


def unlooked_rows(reader: Reader) -> tuple[int, ...]:
    """Give the rows of these men.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    return tuple(
        reader.session.scalars(
            select(CaseBrief.row).where(CaseBrief.compared.is_(False)).order_by(CaseBrief.row)
        )
    )

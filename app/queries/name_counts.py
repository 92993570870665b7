"""Tells how common a name is in the register: a rare one says more."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.finding import CaseBrief, KnownWord

_ROLES = {"family": "f", "given": "g"}


def count_people(session: Session) -> int:
    """Count the people whose names are counted."""
    return session.scalar(select(func.count()).select_from(CaseBrief)) or 0


def name_counter(session: Session) -> Callable[[str, str], int]:
    """Give what counts the people who bear a key (`WordKeys.first`) as `family` or `given`.

    Each is asked for once; the counter lives as long as its session.
    """

    @lru_cache(maxsize=65_536)
    def count(role: str, key: str) -> int:
        known = select(KnownWord.uses).where(KnownWord.role == _ROLES[role], KnownWord.word == key)
        return session.scalar(known) or 0

    return count

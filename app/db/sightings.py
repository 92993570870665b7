"""What was shown of limited cases and waits to be written into the history (R-45)."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.db.ready import Ready, among, id_of
from models.cases import Case
from models.vocabulary.deeds import ReadKind

SAME_READING = timedelta(minutes=10)
"""Within this time the same person reading of the same case in the same way is one reading."""


class Sighting(NamedTuple):
    """One case of limited access that was shown, and how."""

    case_id: UUID
    how: ReadKind


def limited_among(session: Session, case_ids: Iterable[UUID]) -> Iterator[UUID]:
    """Name those cases to which access is limited."""
    wanted = list(case_ids)
    if wanted:
        yield from (id_of(row[0]) for row in _LIMITED.rows(session, wanted=wanted))


def _limited(vault: bool) -> Select[UUID]:  # noqa: FBT001  # as every statement is made ready
    kept = Case.__table__.c
    return select(kept.id).where(among(kept.id, "wanted", vault=vault), kept.access_limited)


_LIMITED = Ready(_limited)


class Waiting:
    """Sightings not written yet, and what was seen a moment ago; used by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[Sighting] = set()
        self._last: dict[Sighting, datetime] = {}

    def add(self, seen: Iterable[Sighting], now: datetime) -> bool:
        """Take in what was shown; say whether anything of it is new and waits."""
        with self._lock:
            before = len(self._waiting)
            for one in seen:
                last = self._last.get(one)
                if last is None or not now - SAME_READING < last <= now:
                    self._waiting.add(one)
                    self._last[one] = now
            return len(self._waiting) > before

    def take(self) -> frozenset[Sighting]:
        """Hand over what waits."""
        with self._lock:
            taken, self._waiting = frozenset(self._waiting), set()
            return taken

    def give_back(self, seen: Iterable[Sighting]) -> None:
        """Take back what could not be written."""
        with self._lock:
            self._waiting.update(seen)

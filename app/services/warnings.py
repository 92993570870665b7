"""Warns of facts that contradict one another; they may be saved all the same, with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from models.codebook.contradictions import contradictions

from app.db.unit_of_work import UnitOfWork
from app.errors import NeedsReason
from app.queries.case_history import histories


def refuse_unless_reasoned(uow: UnitOfWork, case_ids: Iterable[UUID], given: str) -> None:
    """Let contradictions pass only with a reason (domain.md 5.5, contradiction checks).

    Raises:
        NeedsReason: names each contradiction; nothing was saved.
    """
    if given.strip():
        return
    found = [
        warning
        for history in histories(uow.session, case_ids).values()
        for warning in contradictions(history)
    ]
    if found:
        raise NeedsReason(tuple(found))

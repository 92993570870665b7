"""Warns of facts that contradict one another; they may be saved all the same, with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import NeedsReason
from app.queries.case_history import histories
from models.codebook.contradictions import contradictions


def refuse_unless_reasoned(
    uow: UnitOfWork, case_ids: Iterable[UUID], new_events: Iterable[UUID], given: str
) -> None:
    """Let contradictions that new events bring pass only with a reason (domain.md 5.5).

    What contradicted itself before was accepted when it was saved, and does not stop this save.

    Raises:
        NeedsReason: names each contradiction; nothing was saved.
    """
    if given.strip():
        return
    fresh = {str(event_id) for event_id in new_events}
    today = uow.clock.today()
    found = tuple(
        misfit
        for history in histories(uow.session, case_ids).values()
        for misfit in contradictions(history, today)
        if misfit.first in fresh or misfit.second in fresh
    )
    if found:
        raise NeedsReason(found)

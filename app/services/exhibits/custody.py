"""Use case on the custody log: whatever is done with an exhibit is written down (par. 167)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.exhibits.rows import exhibit_meant, note_step
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.exhibits import NoteCustody
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.roles import Action

#: Which right a step takes; every other one takes that to add exhibits.
_RIGHT: Mapping[CustodyAction, Action] = {
    CustodyAction.VERIFIED: Action.CHECK_REGISTER,
    CustodyAction.EXPORTED: Action.EXPORT_EXHIBIT,
    CustodyAction.VIEWED_FOR_EXPORT: Action.READ_CASES,
    CustodyAction.PRINTED: Action.DRAFT_REPORT,
}


def note_custody(
    uow: UnitOfWork, action: CustodyAction, steps: Sequence[NoteCustody]
) -> Outcome[None]:
    """Add one step, done with each of several exhibits, to their custody logs.

    Raises:
        NotAllowed; NotFound; BadInput: an original given out without a reason.
    """
    uow.doing(_RIGHT.get(action, Action.ADD_EXHIBIT), named=f"custody_{action}".lower())
    for step in steps:
        if action is CustodyAction.EXPORTED and not step.reason.strip():
            raise BadInput("reason", "missing")
        note_step(
            uow,
            exhibit_meant(uow, step.exhibit_id),
            action,
            from_whom=step.from_whom,
            to_whom=step.to_whom,
            reason=step.reason,
            sha256=step.sha256,
        )
    return Outcome(None, Changes.of("exhibits", *(step.exhibit_id for step in steps)))

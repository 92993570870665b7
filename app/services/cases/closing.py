"""What is missing before a case may be closed for a reason (domain.md 3.8, P6)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.queries.handovers.arrival_steps import waived_steps
from models.codebook.facts import Status
from models.codebook.guard import ClosureBlock, closure_blocks
from models.events import Event
from models.handovers import Arrival
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode
from models.vocabulary.handovers import ArrivalStep

_FAMILY_KNOWS = (EventCode.R69, EventCode.A116)
_WAIVED_BY = {
    ClosureBlock.NO_MEDICAL_CHECK: ArrivalStep.MEDICAL,
    ClosureBlock.FAMILY_NOT_INFORMED: ArrivalStep.FAMILY,
}


def missing_for_closing(
    uow: UnitOfWork, case_id: UUID, status: Status, reason: ClosureReason
) -> tuple[ClosureBlock, ...]:
    """Name what is missing: for a man who is home verified, checked by a physician, family told.

    What was waived in the checklist of his arrival, with a reason, is not missing; that he was
    verified cannot be waived here.
    """
    blocks = list(closure_blocks(status, reason))
    if ClosureBlock.NO_MEDICAL_CHECK in blocks and _has(uow, case_id, (EventCode.R68,)):
        # A physician saw him; that nobody noted how he is keeps no file open.
        blocks.remove(ClosureBlock.NO_MEDICAL_CHECK)
    if reason is ClosureReason.REPATRIATED_VERIFIED and not _has(uow, case_id, _FAMILY_KNOWS):
        blocks.append(ClosureBlock.FAMILY_NOT_INFORMED)
    waived = {
        step
        for arrival in uow.session.scalars(
            select(Arrival).where(Arrival.case_id == case_id, Arrival.withdrawn_at.is_(None))
        )
        for step in waived_steps(arrival)
    }
    return tuple(block for block in blocks if _WAIVED_BY.get(block) not in waived)


def _has(uow: UnitOfWork, case_id: UUID, codes: tuple[EventCode, ...]) -> bool:
    """Say whether an event of one of these codes stands in a file."""
    found = select(Event.id).where(
        Event.case_id == case_id,
        Event.code.in_(codes),
        Event.withdrawn_at.is_(None),
        Event.superseded.is_(False),
    )
    return uow.session.scalar(found.limit(1)) is not None

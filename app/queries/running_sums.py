"""Holds the sum of all handovers up to a day beside what was claimed until then (domain.md 3.8)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from app.db.unit_of_work import Reader
from app.queries.handover_differences import apart
from app.queries.sources import source_view
from app.shapes.handovers import ClaimedTotal, RunningSum
from models.claims import Claim
from models.handovers import Handover
from models.vocabulary.accounts import ClaimCategory
from models.vocabulary.roles import Action


def running_sums(reader: Reader, incident_id: UUID | None) -> tuple[RunningSum, ...]:
    """Give each handover with the sum up to it, and beside it the totals claimed until the next.

    Of an incident, or of the whole register (None). A claim that counts one handover alone is no
    total. Neither number is altered: `apart` says by how many they differ. A handover or a claim
    without a day stands nowhere in the row, and is left out.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = select(Handover).where(Handover.occurred.earliest.is_not(None))
    said = select(Claim).where(
        Claim.category == ClaimCategory.RETURNED,
        Claim.handover_id.is_(None),
        Claim.withdrawn_at.is_(None),
        or_(Claim.as_of.latest.is_not(None), Claim.said.latest.is_not(None)),
    )
    if incident_id is not None:
        wanted = wanted.where(Handover.incident_id == incident_id)
        said = said.where(Claim.incident_id == incident_id)
    handovers = reader.session.scalars(
        wanted.order_by(Handover.occurred.sort_key, Handover.number)
    ).all()
    claims = reader.session.scalars(said.order_by(Claim.as_of.sort_key, Claim.id)).all()
    replaced = {claim.supersedes_id for claim in claims}
    standing = [claim for claim in claims if claim.id not in replaced]
    found, total, uncounted = [], 0, 0
    for at, handover in enumerate(handovers):
        total += handover.headcount or 0
        uncounted += handover.headcount is None
        until = handovers[at + 1].occurred.earliest if at + 1 < len(handovers) else None
        beside = [
            claim
            for claim in standing
            if (day := _day(claim)) is not None
            and (first := handover.occurred.earliest) is not None
            and first <= day
            and (until is None or day < until)
        ]
        found.append(
            RunningSum(
                handover_id=handover.id,
                number=handover.number,
                occurred=handover.occurred,
                headcount=handover.headcount,
                sum=total,
                uncounted=uncounted,
                claims=tuple(_beside(claim, total) for claim in beside),
            )
        )
    return tuple(found)


def _day(claim: Claim) -> date | None:
    """Give the day up to which a claim counts; what says none counts to the day it was said."""
    return claim.as_of.latest or claim.said.latest


def _beside(claim: Claim, ours: int) -> ClaimedTotal:
    return ClaimedTotal(
        claim_id=claim.id,
        form=claim.form,
        number_from=claim.number_from,
        number_to=claim.number_to,
        words=claim.words,
        as_of=claim.as_of if claim.as_of.latest else claim.said,
        source=source_view(claim.source),
        apart=apart(claim.form, claim.number_from, claim.number_to, ours),
    )

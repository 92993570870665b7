"""Holds the sum of all handovers up to a day beside what was claimed until then (domain.md 3.8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from app.db.unit_of_work import Reader
from app.queries.handovers.differences import apart
from app.queries.sources import source_view
from app.shapes.handovers import ClaimedTotal, RunningSum
from models.claims import Claim
from models.handovers import Handover
from models.vocabulary.accounts import ClaimCategory
from models.vocabulary.roles import Action


def running_sums(reader: Reader, incident_id: UUID | None) -> tuple[RunningSum, ...]:
    """Give each handover with the sum up to it, and beside it the totals claimed until the next.

    Of an incident, or of the whole register (None). A claim made of one handover is a total where
    it names more than came with that one. Neither number is altered: `apart` says by how many they
    differ; of a claim that counts but some of the men it says nothing. A handover or a claim
    without a day stands nowhere in the row, and is left out.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = select(Handover).where(Handover.occurred.earliest.is_not(None))
    said = select(Claim).where(
        Claim.category == ClaimCategory.RETURNED,
        Claim.withdrawn_at.is_(None),
        or_(Claim.as_of.latest.is_not(None), Claim.said.latest.is_not(None)),
    )
    if incident_id is not None:
        wanted = wanted.where(Handover.incident_id == incident_id)
        of_incident = select(Handover.id).where(Handover.incident_id == incident_id)
        said = said.where(or_(Claim.incident_id == incident_id, Claim.handover_id.in_(of_incident)))
    handovers = reader.session.scalars(
        wanted.order_by(Handover.occurred.sort_key, Handover.number)
    ).all()
    claims = reader.session.scalars(said.order_by(Claim.as_of.sort_key, Claim.id)).all()
    replaced = {claim.supersedes_id for claim in claims}
    came = {handover.id: handover.headcount for handover in handovers}
    standing = [c for c in claims if c.id not in replaced and _is_total(c, came)]
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


def _is_total(claim: Claim, came: Mapping[UUID, int | None]) -> bool:
    """Say whether a claim counts more than the one handover it was made of."""
    if claim.handover_id is None:
        return True
    number, announced = claim.number_from, came.get(claim.handover_id)
    return number is not None and announced is not None and number > announced


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
        scope=claim.scope,
        scope_hy=claim.scope_hy,
        scope_ru=claim.scope_ru,
        apart=None
        if claim.scope and claim.handover_id is None
        else apart(claim.form, claim.number_from, claim.number_to, ours),
    )

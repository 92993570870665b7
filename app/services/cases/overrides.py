"""Use cases on decisions by hand: a supervisor's value stands until its review date (P13)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.cases.overrides import expired_unnoticed
from app.services.finding.register_line import refresh
from app.services.typed_text import line, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.cases import LiftOverride, SetOverride
from models.cases import Case, StatusOverride
from models.vocabulary.roles import Action
from models.vocabulary.status import FACET_VALUES, Headline

SHORTEST_REASON = 20
LONGEST_STAND = timedelta(days=90)


def set_override(uow: UnitOfWork, request: SetOverride) -> Outcome[UUID]:
    """Set a value by hand, shown as MANUAL, until its review date (domain.md 3.6 P13).

    Raises:
        NotAllowed: only supervisors may; NotFound; BadInput: a reason under 20 characters, no
        evidence, a review date past or more than 90 days off, an unknown value.
    """
    uow.doing(Action.OVERRIDE_STATUS, named="set_override")
    case = uow.get(Case, request.case_id)
    why = reason(request.reason)
    if len(why) < SHORTEST_REASON:
        raise BadInput("reason", "too_short", limit=SHORTEST_REASON)
    evidence = line(request.evidence_ref, "evidence_ref", limit=300)
    if not evidence:
        raise BadInput("evidence_ref", "missing")
    today = uow.clock.today()
    if not today < request.review_by <= today + LONGEST_STAND:
        raise BadInput("review_by", "past_or_too_far", limit=LONGEST_STAND.days)
    words = Headline if request.facet is None else FACET_VALUES[request.facet]
    if request.value not in {word.value for word in words}:
        raise BadInput("value", "unknown", value=request.value)
    override = StatusOverride(
        case_id=case.id,
        facet=request.facet,
        value=request.value,
        reason=why,
        evidence_ref=evidence,
        set_on=today,
        review_by=request.review_by,
    )
    uow.session.add(override)
    uow.because(why)
    refresh(uow, [case.id])
    return Outcome(override.id, Changes.of("cases", case.id))


def lift_override(uow: UnitOfWork, request: LiftOverride) -> Outcome[None]:
    """Let the computed value stand again.

    Raises:
        NotAllowed; NotFound; BadInput: lifted already, or no reason; CaseChangedMeanwhile.
    """
    uow.doing(Action.OVERRIDE_STATUS, named="lift_override")
    override = uow.get(StatusOverride, request.override_id, request.version)
    if override.lifted_on is not None:
        raise BadInput("override", "already_lifted")
    override.lifted_on = uow.clock.today()
    uow.because(reason(request.reason))
    refresh(uow, [override.case_id])
    return Outcome(None, Changes.of("cases", override.case_id))


def let_expired_go(uow: UnitOfWork) -> Outcome[None]:
    """Let lines and lists show the computed value where a decision by hand has expired (P13).

    Nothing of it is a change somebody made: the history has no entry for it.
    """
    expired = expired_unnoticed(uow)
    refresh(uow, expired)
    return Outcome(None, Changes.of("cases", *expired))

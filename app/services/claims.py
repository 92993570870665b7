"""Use cases on claims: counts that somebody published."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.sources import require_grading, source_of
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.incidents import RecordClaim
from models.claims import Claim
from models.vocabulary.accounts import ClaimForm
from models.vocabulary.roles import Action


def record_claim(uow: UnitOfWork, request: RecordClaim) -> Outcome[UUID]:
    """Keep a published count in its own words, beside ours and never mixed with it.

    Raises:
        NotAllowed; NotFound; BadInput: neither number nor words, or a range the wrong way round.
    """
    uow.doing(Action.RECORD_CLAIM, named="record_claim")
    low, high = request.number_from, request.number_to
    words = prose(request.said_by.words, "words")
    if low is None and not words:
        raise BadInput("number", "missing")
    if low is not None and (low < 0 or (high is not None and high < low)):
        raise BadInput("number", "range_reversed", low=low, high=high)
    if request.form is ClaimForm.RANGE and (low is None or high is None):
        raise BadInput("number", "range_open")
    said = request.said_by
    require_grading(uow, said)
    claim = Claim(
        incident_id=request.incident_id,
        handover_id=request.handover_id,
        category=request.category,
        form=request.form,
        number_from=low,
        number_to=high,
        scope=line(request.scope, "scope", limit=500),
        scope_hy=line(request.scope_hy, "scope", limit=500),
        scope_ru=line(request.scope_ru, "scope", limit=500),
        words=words,
        words_lang=said.words_lang,
        as_of=request.as_of,
        said=said.said,
        source_id=source_of(uow, said).id,
        reliability=said.reliability,
        credibility=said.credibility,
        supersedes_id=request.supersedes_id,
    )
    uow.session.add(claim)
    touched = Changes.of("claims", claim.id)
    if request.incident_id:
        touched |= Changes.of("incidents", request.incident_id)
    return Outcome(claim.id, touched)


def withdraw_claim(uow: UnitOfWork, claim_id: UUID, version: int, why: str) -> Outcome[None]:
    """Take a claim back; it stays visible, struck through.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or gone already; CaseChangedMeanwhile.
    """
    uow.doing(Action.RECORD_CLAIM, named="withdraw_claim")
    claim = uow.get(Claim, claim_id, version)
    if claim.withdrawn_at is not None:
        raise BadInput("claim", "already_gone")
    claim.withdrawn_at = uow.clock.now()
    claim.withdrawn_reason = reason(why)
    uow.because(claim.withdrawn_reason)
    touched = Changes.of("claims", claim.id)
    if claim.incident_id:
        touched |= Changes.of("incidents", claim.incident_id)
    return Outcome(None, touched)

"""Use cases on claims: counts that somebody published."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.sources import require_grading, source_of
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.incidents import ChangeClaim, RecordClaim
from models.claims import Claim
from models.lists import ListVersion
from models.vocabulary.accounts import ClaimForm
from models.vocabulary.roles import Action


def record_claim(uow: UnitOfWork, request: RecordClaim) -> Outcome[UUID]:
    """Keep a published count in its own words, beside ours and never mixed with it.

    Raises:
        NotAllowed; NotFound; BadInput: neither number nor words, or a range the wrong way round.
    """
    uow.doing(Action.RECORD_CLAIM, named="record_claim")
    claim = Claim(incident_id=request.incident_id, handover_id=request.handover_id)
    _fill(uow, claim, request)
    uow.session.add(claim)
    return Outcome(claim.id, _touched(claim))


def change_claim(uow: UnitOfWork, request: ChangeClaim) -> Outcome[None]:
    """Correct what was entered of a claim; where it belongs stays as it is.

    A count that its source corrected itself is a new claim that supersedes this one.

    Raises:
        NotAllowed; NotFound; BadInput: as when it is recorded, or it was withdrawn;
        CaseChangedMeanwhile.
    """
    uow.doing(Action.RECORD_CLAIM, named="change_claim")
    claim = uow.get(Claim, request.claim_id, request.version)
    if claim.withdrawn_at is not None:
        raise BadInput("claim", "already_gone")
    _fill(uow, claim, request.claim)
    uow.because(prose(request.reason, "reason"))
    return Outcome(None, _touched(claim))


def _fill(uow: UnitOfWork, claim: Claim, request: RecordClaim) -> None:
    low, high = request.number_from, request.number_to
    said = request.said_by
    words = prose(said.words, "words")
    if low is None and not words:
        raise BadInput("number", "missing")
    if low is not None and (low < 0 or (high is not None and high < low)):
        raise BadInput("number", "range_reversed", low=low, high=high)
    if request.form is ClaimForm.RANGE and (low is None or high is None):
        raise BadInput("number", "range_open")
    if (said.reliability, said.credibility) != (claim.reliability, claim.credibility):
        require_grading(uow, said)
    if request.list_version_id is not None:
        uow.get(ListVersion, request.list_version_id)
    if request.supersedes_id is not None:
        uow.get(Claim, request.supersedes_id)
    claim.category = request.category
    claim.form = request.form
    claim.number_from = low
    claim.number_to = high
    claim.scope = line(request.scope, "scope", limit=500)
    claim.scope_hy = line(request.scope_hy, "scope", limit=500)
    claim.scope_ru = line(request.scope_ru, "scope", limit=500)
    claim.counts = line(request.counts, "counts", limit=500)
    claim.place_id = request.place_id
    claim.list_version_id = request.list_version_id
    claim.words = words
    claim.words_lang = said.words_lang
    claim.as_of = request.as_of
    claim.said = said.said
    claim.source_id = source_of(uow, said).id
    claim.reliability = said.reliability
    claim.credibility = said.credibility
    claim.supersedes_id = request.supersedes_id


def _touched(claim: Claim) -> Changes:
    touched = Changes.of("claims", claim.id)
    if claim.incident_id:
        touched |= Changes.of("incidents", claim.incident_id)
    return touched


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
    return Outcome(None, _touched(claim))

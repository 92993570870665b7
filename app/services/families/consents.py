"""Use cases on consents: what a family agreed to, scope by scope, and what it took back."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.limited_access import exhibits_open_to
from app.queries.merged import refuse_merged_in
from app.services.cases.event_rows import new_event
from app.services.families.rows import relative_of
from app.services.finding.register_line import refresh
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.families import RecordConsent, WithdrawConsent
from models.cases import Case
from models.exhibits import Exhibit
from models.families import Consent, ConsentToScope
from models.vocabulary.event_codes import EventCode
from models.vocabulary.families import ConsentForm, ConsentScope
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action


def record_consent(uow: UnitOfWork, request: RecordConsent) -> Outcome[UUID]:
    """Keep what somebody agreed to and refused, by whom, when and before whom.

    Raises:
        NotAllowed; NotFound; CaseMerged; BadInput: nobody gave it, no answer, no date or one that
        lies ahead, or an oral consent without a witness.
    """
    uow.doing(Action.RECORD_CONSENT, named="record_consent")
    uow.get(Case, request.case_id)
    refuse_merged_in(uow.session, [request.case_id])
    relative = relative_of(uow, request.case_id, request.relative_id)
    given_by = line(request.given_by, "given_by")
    if relative is None and not given_by:
        raise BadInput("given_by", "missing")
    if not request.answers:
        raise BadInput("answers", "missing")
    if not request.given.is_known:
        raise BadInput("given_on", "missing")
    if request.given.earliest is not None and request.given.earliest > uow.clock.today():
        raise BadInput("given_on", "in_future", date=request.given)
    witness = line(request.witness, "witness", limit=300)
    if request.form is ConsentForm.ORAL_WITNESSED and not witness:
        raise BadInput("witness", "oral_without_witness")
    consent = Consent(
        case_id=request.case_id,
        subject=request.subject,
        relative_id=request.relative_id,
        given_by="" if relative is not None else given_by,
        form=request.form,
        given=request.given,
        language=line(request.language, "language", limit=10),
        interpreter=line(request.interpreter, "interpreter", limit=300),
        witness=witness,
        exhibit_id=_signed_paper(uow, request.exhibit_id),
        remark=prose(request.remark, "remark"),
    )
    uow.session.add(consent)
    uow.session.flush()
    for scope in ConsentScope:
        if scope in request.answers:
            answer = request.answers[scope]
            uow.session.add(
                ConsentToScope(
                    consent_id=consent.id, case_id=consent.case_id, scope=scope, answer=answer
                )
            )
    _tell_in_the_case(uow, request.case_id, request.given)
    return Outcome(consent.id, Changes.of("cases", request.case_id))


def withdraw_consent(uow: UnitOfWork, request: WithdrawConsent) -> Outcome[None]:
    """Note that a consent was taken back; it stays visible with all it said.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or gone already; CaseChangedMeanwhile.
    """
    uow.doing(Action.RECORD_CONSENT, named="withdraw_consent")
    consent = uow.get(Consent, request.consent_id, request.version)
    if consent.withdrawn_at is not None:
        raise BadInput("consent", "already_gone")
    consent.withdrawn_at = uow.clock.now()
    consent.withdrawn_reason = reason(request.reason)
    uow.because(consent.withdrawn_reason)
    _tell_in_the_case(uow, consent.case_id, PartialDate.on(uow.clock.today()))
    return Outcome(None, Changes.of("cases", consent.case_id))


def _signed_paper(uow: UnitOfWork, exhibit_id: UUID | None) -> UUID | None:
    if exhibit_id is None:
        return None
    seen = uow.session.query(Exhibit.id).filter(Exhibit.id == exhibit_id, exhibits_open_to(uow))
    if seen.first() is None:
        raise BadInput("exhibit", "unknown")
    return exhibit_id


def _tell_in_the_case(uow: UnitOfWork, case_id: UUID, on: PartialDate) -> None:
    """Write A115 into the case: that it changed, and nothing of who said what."""
    new_event(uow, case_id, RecordEvent((case_id,), EventCode.A115, on))
    uow.session.flush()
    refresh(uow, [case_id])

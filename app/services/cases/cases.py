"""Use cases on the file itself: open, change, close, reopen; decisions of a supervisor."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, CannotCloseYet
from app.services.cases.closing import missing_for_closing
from app.services.cases.event_rows import new_event
from app.services.cases.opening import open_case
from app.services.finding.register_line import compute_status, refresh
from app.services.permission import require
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.cases import ChangeCase, CloseCase, RegisteredCase, RegisterMan, ReopenCase
from app.shapes.requests.evidence import RecordEvent
from models.cases import Case
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.status import Admin, Headline

#: What must hold before a case may be closed for a reason (domain.md 3.8).
_CLOSES_ONLY = {
    ClosureReason.REPATRIATED_VERIFIED: frozenset({Headline.S41}),
    ClosureReason.FOUND_ALIVE_NOT_CAPTURED: frozenset({Headline.S42}),
    ClosureReason.REMAINS_HANDED_TO_FAMILY: frozenset({Headline.S63}),
}


def register_man(uow: UnitOfWork, request: RegisterMan) -> Outcome[RegisteredCase]:
    """Open a case on a man, named or not yet named, with the first report of him.

    Raises:
        NotAllowed; BadInput: neither name nor figure, a number taken; NeedsReason.
    """
    uow.doing(Action.REGISTER_CASE, named="register_man")
    case = open_case(uow, request)
    refresh(uow, [case.id])
    return Outcome(RegisteredCase(case.id, case.number), Changes.of("cases", case.id))


def change_case(uow: UnitOfWork, request: ChangeCase) -> Outcome[None]:
    """Save what the file itself says: incident, circumstances, steps, limits of access.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_CASE, named="change_case")
    case = uow.get(Case, request.case_id, request.version)
    if case.access_limited != request.access_limited:
        require(uow, Action.LIMIT_ACCESS)
    case.incident_id = request.incident_id
    case.position_id = request.position_id
    case.circumstances = prose(request.circumstances, "circumstances")
    case.circumstances_releasable = prose(request.circumstances_releasable, "circumstances")
    case.believed_responsible = line(request.believed_responsible, "responsible", limit=500)
    case.steps_taken = prose(request.steps_taken, "steps_taken")
    case.remark = prose(request.remark, "remark")
    case.access_limited = request.access_limited
    case.urgent = request.urgent
    uow.because(request.reason)
    refresh(uow, [case.id])
    return Outcome(None, Changes.of("cases", case.id))


def close_case(uow: UnitOfWork, request: CloseCase) -> Outcome[None]:
    """Close a case for one of the allowed reasons; death declared by a court is none of them.

    Raises:
        NotAllowed; NotFound; BadInput: closed already, or the status does not bear the reason
        (P6); CannotCloseYet: names what is missing for it; CaseChangedMeanwhile.
    """
    uow.doing(Action.CLOSE_CASE, named="close_case")
    case = uow.get(Case, request.case_id, request.version)
    if case.admin in (Admin.CLOSED, Admin.MERGED, Admin.REJECTED):
        raise BadInput("case", "already_closed")
    status = compute_status(uow, case.id)
    headline = status.headline
    bears = _CLOSES_ONLY.get(request.reason)
    if bears is not None and headline not in bears:
        raise BadInput(
            "closure_reason", "not_borne_by_status", headline=headline, closure=request.reason
        )
    missing = missing_for_closing(uow, case.id, status, request.reason)
    if missing:
        raise CannotCloseYet(missing)
    case.admin = Admin.REJECTED if request.reason is ClosureReason.OUTSIDE_MANDATE else Admin.CLOSED
    case.closure_reason = request.reason
    note = line(request.note, "note", limit=500)
    _note_administration(uow, case.id, EventCode.A113, {Extra.REASON: request.reason}, note)
    uow.because(note)
    refresh(uow, [case.id])
    return Outcome(None, Changes.of("cases", case.id))


def reopen_case(uow: UnitOfWork, request: ReopenCase) -> Outcome[None]:
    """Open a closed case again.

    Raises:
        NotAllowed; NotFound; BadInput: it is open, or no reason; CaseChangedMeanwhile.
    """
    uow.doing(Action.CLOSE_CASE, named="reopen_case")
    case = uow.get(Case, request.case_id, request.version)
    if case.admin not in (Admin.CLOSED, Admin.REJECTED):
        raise BadInput("case", "not_closed")
    why = reason(request.reason)
    case.admin = Admin.REOPENED
    case.closure_reason = None
    _note_administration(uow, case.id, EventCode.A114, {}, why)
    uow.because(why)
    refresh(uow, [case.id])
    return Outcome(None, Changes.of("cases", case.id))


def _note_administration(
    uow: UnitOfWork, case_id: UUID, code: EventCode, particulars: dict[Extra, str], note: str
) -> None:
    today = PartialDate.parse_edtf(uow.clock.today().isoformat())
    new_event(
        uow,
        case_id,
        RecordEvent(
            case_ids=(case_id,),
            code=code,
            occurred=today,
            particulars={key.value: value for key, value in particulars.items()},
            narrative=note,
        ),
    )

"""Use case on the steps of a submission: sent, received, extended, reminded, answered, closed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.cases.event_rows import new_event
from app.services.cases.on_record import on_record
from app.services.finding.register_line import refresh
from app.services.submissions.submissions import (
    paper_kept,
    submission_held,
    touched,
    was_sent,
)
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Outcome
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.submissions import TakeStep
from models.cases import Case
from models.codebook.submission_steps import Recorded, events_of_sending
from models.events import Event
from models.lists import ListRow
from models.submissions import Submission, SubmissionMan, SubmissionStep
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.status import Rule39
from models.vocabulary.submissions import StepKind

#: What may be noted of a submission that has not gone out.
_BEFORE_IT_GOES = frozenset({StepKind.SENT, StepKind.NOTE, StepKind.CLOSED})
#: Steps that the body takes: a reference given with them is its own.
_THEIR_WORD = frozenset({StepKind.RECEIPT, StepKind.EXTENDED, StepKind.ANSWERED})


def take_step(uow: UnitOfWork, request: TakeStep) -> Outcome[UUID]:
    """Note what happened to a submission; sending it records in each case that he was asked about.

    A body of the adverse side asked with a day for the answer stands as "no reply" once that day
    has passed (D22); a day put off moves with it.

    Raises:
        NotAllowed; NotFound; BadInput: sent twice, closed, put off without day or reason, a day in
        the future; CaseInBin; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="take_submission_step")
    submission = submission_held(uow, request.submission_id, request.version)
    _refuse_out_of_turn(submission, request)
    step = new_step(uow, submission, request.kind, request.occurred)
    step.due_on = request.due_on
    step.reference = line(request.reference, "reference", limit=100)
    step.words = prose(request.words, "words")
    step.words_lang = request.words_lang
    step.file_id = paper_kept(uow, request.paper)
    step.exhibit_id = request.exhibit_id
    step.remark = _why(request)
    uow.because(step.remark)
    if step.reference and not submission.their_reference and request.kind in _THEIR_WORD:
        submission.their_reference = step.reference
    cases: tuple[UUID, ...] = ()
    if request.due_on is not None:
        submission.due_on = request.due_on
    if request.kind is StepKind.SENT:
        cases = _record_sending(uow, submission, request.occurred)
    elif request.due_on is not None:
        cases = _put_off(uow, submission, request.due_on)
    return Outcome(step.id, touched(submission, cases))


def new_step(
    uow: UnitOfWork, submission: Submission, kind: StepKind, occurred: PartialDate
) -> SubmissionStep:
    """Make the next step of a submission.

    Raises:
        BadInput: its day is missing or lies in the future.
    """
    if not occurred.is_known:
        raise BadInput("occurred", "missing")
    if occurred.earliest is not None and occurred.earliest > uow.clock.today():
        raise BadInput("occurred", "in_future", date=occurred)
    step = SubmissionStep(
        submission_id=submission.id,
        position=len(submission.steps),
        kind=kind,
        occurred=occurred,
    )
    uow.session.add(step)
    return step


def refuse_closed(submission: Submission) -> None:
    """Refuse to go on with a submission that was closed.

    Raises:
        BadInput.
    """
    if any(step.kind is StepKind.CLOSED for step in submission.steps):
        raise BadInput("submission", "submission_closed")


def _refuse_out_of_turn(submission: Submission, request: TakeStep) -> None:
    if request.kind is not StepKind.NOTE:
        refuse_closed(submission)
    sent = was_sent(submission)
    if sent and request.kind is StepKind.SENT:
        raise BadInput("submission", "submission_sent_already")
    if not sent and request.kind not in _BEFORE_IT_GOES:
        raise BadInput("submission", "submission_not_sent")
    if request.kind is StepKind.EXTENDED and request.due_on is None:
        raise BadInput("due_on", "missing")
    first = request.occurred.earliest
    due = request.due_on
    if due is not None and first is not None and due < first:
        raise BadInput("due_on", "submission_due_too_early")


def _why(request: TakeStep) -> str:
    if request.kind is StepKind.EXTENDED:
        return reason(request.reason)
    return line(request.reason, "reason", limit=500)


def _record_sending(
    uow: UnitOfWork, submission: Submission, occurred: PartialDate
) -> tuple[UUID, ...]:
    """Record in each man's case that he was asked about, placed on a list, brought before a court.

    Where that is on record already, from the list that went along or by hand, it stands for this.
    """
    recorded = events_of_sending(
        submission.body, submission.kind, with_list=submission.list_version_id is not None
    )
    cases = tuple(man.case_id for man in submission.people)
    if not recorded:
        return ()
    for each in recorded:
        known = {case: event.id for case, event in on_record(uow, cases, each, occurred).items()}
        if each.code is EventCode.R60:
            known |= _listed_already(uow, submission)
        for man in submission.people:
            event_id = known.get(man.case_id) or _asked(uow, submission, man, each, occurred).id
            man.asked_event_id = man.asked_event_id or event_id
            if each.code is EventCode.L46:
                man.measure, man.measured = Rule39.REQUESTED, occurred
    refresh(uow, cases)
    return cases


def _listed_already(uow: UnitOfWork, submission: Submission) -> dict[UUID, UUID]:
    if submission.list_version_id is None:
        return {}
    found = (
        select(ListRow.case_id, Event.id)
        .join(Event, Event.id == ListRow.event_id)
        .where(ListRow.version_id == submission.list_version_id, Event.code == EventCode.R60)
    )
    return {case_id: event_id for case_id, event_id in uow.session.execute(found) if case_id}


def _asked(
    uow: UnitOfWork,
    submission: Submission,
    man: SubmissionMan,
    recorded: Recorded,
    occurred: PartialDate,
) -> Event:
    due = submission.due_on
    case_no = submission.their_reference or submission.our_reference or submission.number
    of_code: dict[EventCode, dict[Extra, str]] = {
        EventCode.D22: {
            Extra.REQUEST: f"{submission.number} {submission.subject}",
            Extra.DUE_DATE: "" if due is None else due.isoformat(),
        },
        EventCode.R60: {Extra.LIST_ENTRY: submission.number, Extra.CHANNEL: submission.channel},
        EventCode.L46: {Extra.CASE_NO: case_no},
        EventCode.L50: {Extra.CASE_NO: case_no},
        EventCode.L51: {Extra.REFERENCE: case_no},
    }
    return new_event(
        uow,
        man.case_id,
        RecordEvent(
            (man.case_id,),
            recorded.code,
            occurred,
            narrative=f"{submission.number}: {submission.subject}",
            particulars={key.value: value for key, value in of_code[recorded.code].items()},
            says=recorded.says or "",
            reply_due=due if recorded.code is EventCode.D22 else None,
        ),
    )


def _put_off(uow: UnitOfWork, submission: Submission, due: date) -> tuple[UUID, ...]:
    """Let requests on record wait until the new day; men in the bin are left as they are."""
    asked = [man.asked_event_id for man in submission.people if man.asked_event_id]
    events = uow.session.scalars(
        select(Event)
        .join(Case, Case.id == Event.case_id)
        .where(
            Event.id.in_(asked),
            Event.code == EventCode.D22,
            Event.superseded.is_(False),
            Event.withdrawn_at.is_(None),
            Case.removed_at.is_(None),
            Case.merged_into_id.is_(None),
        )
    ).all()
    for event in events:
        event.reply_due = due
    cases = tuple(event.case_id for event in events)
    refresh(uow, cases)
    return cases

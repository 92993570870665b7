"""Use cases on what a body answers: one reply for many men, and where their measures stand."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.cases.event_rows import new_assertion, new_event
from app.services.cases.on_record import on_record
from app.services.finding.register_line import refresh
from app.services.permission import require
from app.services.sources import source_of
from app.services.submissions.steps import new_step, refuse_closed
from app.services.submissions.submissions import (
    men_of,
    paper_kept,
    submission_held,
    touched,
    was_sent,
)
from app.services.typed_text import line, prose
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Outcome
from app.shapes.requests.evidence import NewSource, RecordEvent, SaidBy
from app.shapes.requests.submissions import AnswerPeople, DecideMeasures
from models.codebook.submission_steps import EVENT_OF_MEASURE, Recorded, events_of_reply
from models.events import Event
from models.sources import Source
from models.submissions import Submission, SubmissionMan
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.evidence import EventTrait
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.submissions import StepKind

_DEATHS = frozenset({EventCode.X80, EventCode.X81})


def answer_people(uow: UnitOfWork, request: AnswerPeople) -> Outcome[tuple[UUID, ...]]:
    """Keep one answer about many men, and record in each case what it says of him.

    The words stay verbatim, the body is the source. Gives the events recorded. A denial is
    recorded as a denial and lowers nothing (P4).

    Raises:
        NotAllowed; NotFound: a man it does not ask about; BadInput: nothing was sent, it is
        closed, nobody is named, the day is missing; NeedsReason; CaseInBin; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="answer_submission")
    require(uow, Action.RECORD_EVENT)
    submission, men, said = _answered(uow, request)
    reply = request.reply
    silent = reply is Reply.NO_REPLY
    step = new_step(uow, submission, StepKind.NOTE if silent else StepKind.ANSWERED, said.said)
    step.reference = line(request.reference, "reference", limit=100)
    step.words, step.words_lang = prose(said.words, "words"), said.words_lang
    step.reply, step.men = reply, len(men)
    step.file_id = paper_kept(uow, request.paper)
    recorded = events_of_reply(
        submission.body,
        submission.kind,
        reply,
        with_list=submission.list_version_id is not None,
        official=request.official,
    )
    speaker = _speaker(uow, said)
    cases = tuple(man.case_id for man in men)
    events: list[UUID] = []
    for man in men:
        man.reply, man.replied = reply, said.said
        man.reply_words, man.reply_event_id = step.words, None
    for each in recorded:
        known = on_record(uow, cases, each, _when(each.code, said.said))
        for man in men:
            event = known.get(man.case_id)
            if event is None:
                event = _of_answer(uow, submission, man, each, request, said, speaker)
            else:
                _also_says(uow, event, said)
            man.reply_event_id = man.reply_event_id or event.id
            events.append(event.id)
    uow.because(line(request.warning_reason, "warning_reason", limit=500))
    uow.session.flush()
    refuse_unless_reasoned(uow, cases, events, request.warning_reason)
    refresh(uow, cases)
    return Outcome(tuple(events), touched(submission, cases))


def decide_measures(uow: UnitOfWork, request: DecideMeasures) -> Outcome[tuple[UUID, ...]]:
    """Say where the interim measures of some men stand now, on whose word (domain.md 2.10).

    Raises:
        NotAllowed; NotFound; BadInput: nothing was sent, it is closed, nobody is named, or the
        state is one that only follows from his return; CaseInBin; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="decide_measures")
    require(uow, Action.RECORD_EVENT)
    recorded = EVENT_OF_MEASURE.get(request.measure)
    if recorded is None:
        raise BadInput("measure", "unknown")
    submission, men, said = _answered(uow, request)
    step = new_step(uow, submission, StepKind.DECIDED, said.said)
    step.reference = line(request.reference, "reference", limit=100)
    step.words, step.words_lang = prose(said.words, "words"), said.words_lang
    step.measure, step.men = request.measure, len(men)
    step.due_on = request.due_on
    if request.due_on is not None:
        submission.due_on = request.due_on
    cases = tuple(man.case_id for man in men)
    known = on_record(uow, cases, recorded, said.said)
    particulars = {
        Extra.CASE_NO: _case_no(submission, step.reference),
        Extra.RESULT: request.measure.value,
    }
    events = []
    for man in men:
        man.measure, man.measured = request.measure, said.said
        event = known.get(man.case_id)
        if event is None:
            event = _record(uow, man.case_id, recorded, said, particulars, step.words)
        else:
            _also_says(uow, event, said)
        events.append(event.id)
    refresh(uow, cases)
    return Outcome(tuple(events), touched(submission, cases))


def _answered(
    uow: UnitOfWork, request: AnswerPeople | DecideMeasures
) -> tuple[Submission, list[SubmissionMan], SaidBy]:
    """Find what is answered, for whom, and the one source that answers."""
    submission = submission_held(uow, request.submission_id, request.version)
    if not was_sent(submission):
        raise BadInput("submission", "submission_not_sent")
    refuse_closed(submission)
    men = men_of(submission, request.case_ids)
    source_id = _source_known(uow, request.said_by.source)
    said = replace(request.said_by, source=source_id)
    if submission.source_id is None and isinstance(request.said_by.source, NewSource):
        submission.source_id = source_id
    return submission, men, said


def _source_known(uow: UnitOfWork, meant: UUID | NewSource) -> UUID:
    """Take the source of this kind and title that is there, before a second one is entered."""
    if isinstance(meant, NewSource):
        there = select(Source.id).where(Source.kind == meant.kind, Source.title == meant.title)
        known = uow.session.scalar(there.order_by(Source.code).limit(1))
        if known is not None:
            return known
    return source_of(uow, SaidBy(meant)).id


def _speaker(uow: UnitOfWork, said: SaidBy) -> str:
    source = source_of(uow, said)
    return source.code if source.confidential else source.title


def _also_says(uow: UnitOfWork, event: Event, said: SaidBy) -> None:
    """Let the source speak of an event on record, unless it was entered as speaking of it."""
    if said.source not in {assertion.source_id for assertion in event.assertions}:
        new_assertion(uow, event, said, position=len(event.assertions))


def _of_answer(
    uow: UnitOfWork,
    submission: Submission,
    man: SubmissionMan,
    recorded: Recorded,
    request: AnswerPeople,
    said: SaidBy,
    speaker: str,
) -> Event:
    code = recorded.code
    words = " ".join(said.words.split())[:600]
    case_no = _case_no(submission, request.reference)
    of_code: dict[EventCode, dict[Extra, str]] = {
        EventCode.D20: {Extra.BODY: speaker, Extra.FORM: case_no},
        EventCode.D21: {Extra.BODY: speaker, Extra.WORDING: words},
        EventCode.L40: {Extra.COURT: speaker},
        EventCode.L49: {Extra.CASE_NO: case_no, Extra.REPLY: request.reply.value},
        EventCode.L52: {Extra.REFERENCE: case_no, Extra.REPLY: request.reply.value},
        EventCode.R61: {Extra.LIST_ENTRY: submission.number, Extra.REPLY: request.reply.value},
        EventCode.R63: {Extra.REASON: words},
        EventCode.X80: {},
        EventCode.X81: {Extra.AUTHORITY: speaker, Extra.DOCUMENT: request.reference},
    }
    traits = set()
    if code is EventCode.D20:
        traits |= {EventTrait.IN_WRITING} if request.in_writing else set()
        traits |= {EventTrait.TWO_IDENTIFIERS} if request.two_identifiers else set()
    return _record(
        uow,
        man.case_id,
        recorded,
        said,
        of_code[code],
        f"{submission.number}: {submission.subject}",
        frozenset(traits),
    )


def _record(
    uow: UnitOfWork,
    case_id: UUID,
    recorded: Recorded,
    said: SaidBy,
    particulars: dict[Extra, str],
    narrative: str,
    traits: frozenset[EventTrait] = frozenset(),
) -> Event:
    return new_event(
        uow,
        case_id,
        RecordEvent(
            (case_id,),
            recorded.code,
            _when(recorded.code, said.said),
            narrative=narrative,
            particulars={key.value: value for key, value in particulars.items()},
            says=recorded.says or "",
            traits=traits,
            said_by=(said,),
        ),
    )


def _when(code: EventCode, said: PartialDate) -> PartialDate:
    """Date an event by the answer; a death it tells of happened on no later day than that."""
    if code not in _DEATHS or said.latest is None:
        return said
    return PartialDate.parse_edtf(f"[..{said.latest.isoformat()}]")


def _case_no(submission: Submission, reference: str) -> str:
    return reference or submission.their_reference or submission.our_reference or submission.number

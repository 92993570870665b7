"""Use cases on submissions themselves: open, change, whom they ask about, drafts in one go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.dialect import hold_rows
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.queries.limited_access import cases_open_to
from app.services.exhibits.received_files import keep_file
from app.services.numbering import given_number, next_submission_number
from app.services.sources import source_meant
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.submissions import (
    ChangeSubmission,
    OpenSubmission,
    PaperAsSent,
    SubmissionFacts,
)
from models.cases import Case
from models.codebook.submission_steps import why_he_stays
from models.submissions import Submission, SubmissionMan
from models.vocabulary.roles import Action
from models.vocabulary.submissions import StepKind

MAX_PAPER = 64 * 1024 * 1024


def open_submission(uow: UnitOfWork, request: OpenSubmission) -> Outcome[UUID]:
    """Open a submission about some men, a draft until it is sent (domain.md 1.7, 2.10, 2.11).

    Raises:
        NotAllowed; NotFound; BadInput: no subject, a number taken, an empty or too large file.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="open_submission")
    submission = _opened(uow, request)
    return Outcome(submission.id, touched(submission, request.case_ids))


def draft_submissions(
    uow: UnitOfWork, requests: Sequence[OpenSubmission]
) -> Outcome[tuple[UUID, ...]]:
    """Open several drafts at once, as one step that is taken back as one.

    Raises:
        NotAllowed; NotFound; BadInput: as for one; nothing is opened then.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="draft_submissions")
    if not requests:
        raise BadInput("submission", "submission_no_men")
    opened = [_opened(uow, request) for request in requests]
    changes = Changes.all_of(
        touched(one, request.case_ids) for one, request in zip(opened, requests, strict=True)
    )
    return Outcome(tuple(one.id for one in opened), changes)


def _opened(uow: UnitOfWork, request: OpenSubmission) -> Submission:
    number = given_number(uow, Submission.number, request.number)
    submission = Submission(
        number=number or next_submission_number(uow),
        officer_id=uow.actor.id,
        source_id=source_meant(uow, request.source),
        file_id=paper_kept(uow, request.paper),
    )
    _write(uow, submission, request.facts)
    uow.session.add(submission)
    uow.session.flush()
    _ask_about(uow, submission, request.case_ids)
    uow.session.flush()
    return submission


def change_submission(uow: UnitOfWork, request: ChangeSubmission) -> Outcome[None]:
    """Say anew what a submission says of itself.

    To whom it went and what was asked stays as it is once it was sent: events say so.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="change_submission")
    submission = uow.get(Submission, request.submission_id, request.version)
    facts = request.facts
    if was_sent(submission) and (facts.body, facts.kind) != (submission.body, submission.kind):
        raise BadInput("submission", "submission_sent_already")
    if facts.follows_id == submission.id:
        raise BadInput("follows", "unknown")
    _write(uow, submission, facts)
    if request.paper is not None:
        submission.file_id = paper_kept(uow, request.paper)
    cases = request.case_ids
    if cases is not None:
        _ask_about_these(uow, submission, cases)
    uow.because(line(request.reason, "reason", limit=500))
    return Outcome(None, touched(submission, cases or ()))


def _ask_about_these(uow: UnitOfWork, submission: Submission, case_ids: Sequence[UUID]) -> None:
    """Let a draft ask about these men; one the member of staff may not see stays as he is."""
    if was_sent(submission):
        raise BadInput("submission", "submission_sent_already")
    asked = [man.case_id for man in submission.people]
    seen = set(uow.session.scalars(cases_open_to(uow).where(Case.id.in_(asked))))
    for man in submission.people:
        if man.case_id not in case_ids and man.case_id in seen:
            uow.session.delete(man)
    _ask_about(uow, submission, case_ids)


def add_people(
    uow: UnitOfWork, submission_id: UUID, version: int, case_ids: Sequence[UUID]
) -> Outcome[tuple[UUID, ...]]:
    """Ask about more men and give those it did not ask about yet.

    Of a submission that was sent already only a new one can ask.

    Raises:
        NotAllowed; NotFound; BadInput: it was sent or closed, nobody is named, or it asks about
        all of them already; CaseInBin; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="add_submission_people")
    submission = submission_held(uow, submission_id, version)
    _refuse(why_he_stays(_kinds(submission)))
    if not case_ids:
        raise BadInput("submission", "submission_no_men")
    added = _ask_about(uow, submission, case_ids)
    if not added:
        raise BadInput("submission", "submission_asked_already")
    return Outcome(added, touched(submission, added))


def drop_man(
    uow: UnitOfWork, submission_id: UUID, version: int, case_id: UUID, why: str
) -> Outcome[None]:
    """Ask no longer about a man, before anything was sent; the history keeps why.

    Raises:
        NotAllowed; NotFound; BadInput: it was sent or closed, an answer about him is on record,
        no reason was given; CaseInBin; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_SUBMISSION, named="drop_submission_man")
    submission = submission_held(uow, submission_id, version)
    (man,) = men_of(submission, [case_id])
    _refuse(why_he_stays(_kinds(submission), man.reply, man.measure))
    uow.because(reason(why))
    uow.session.delete(man)
    return Outcome(None, touched(submission, [case_id]))


def submission_held(uow: UnitOfWork, submission_id: UUID, version: int) -> Submission:
    """Give a submission, held so that two who send it at once send it once.

    Raises:
        NotFound; CaseChangedMeanwhile.
    """
    hold_rows(uow.session, select(Submission.id).where(Submission.id == submission_id))
    return uow.get(Submission, submission_id, version)


def _kinds(submission: Submission) -> frozenset[StepKind]:
    return frozenset(step.kind for step in submission.steps)


def _refuse(why: str | None) -> None:
    if why is not None:
        raise BadInput("submission", why)


def was_sent(submission: Submission) -> bool:
    """Say whether it went out."""
    return any(step.kind is StepKind.SENT for step in submission.steps)


def men_of(submission: Submission, case_ids: Iterable[UUID]) -> list[SubmissionMan]:
    """Find the men a submission asks about, in the order they were named.

    Raises:
        NotFound: it does not ask about one of them; BadInput: nobody was named.
    """
    by_case = {man.case_id: man for man in submission.people}
    wanted = list(dict.fromkeys(case_ids))
    if not wanted:
        raise BadInput("submission", "submission_no_men")
    for case_id in wanted:
        if case_id not in by_case:
            raise NotFound("cases", case_id)
    return [by_case[case_id] for case_id in wanted]


def paper_kept(uow: UnitOfWork, paper: PaperAsSent | None) -> UUID | None:
    """Keep a paper exactly as it went or came; gives its id, or None where there is none.

    Raises:
        BadInput: it is empty or too large.
    """
    if paper is None:
        return None
    if not paper.content:
        raise BadInput("file", "file_empty")
    if len(paper.content) > MAX_PAPER:
        raise BadInput("file", "file_too_big", found=len(paper.content), limit=MAX_PAPER)
    return keep_file(uow, paper.content, paper.name, media_type=paper.media_type).id


def touched(submission: Submission, case_ids: Iterable[UUID]) -> Changes:
    """Name what a step of a submission touches: itself and the files of its men."""
    return Changes.of("submissions", submission.id) | Changes.of("cases", *case_ids)


def _ask_about(
    uow: UnitOfWork, submission: Submission, case_ids: Sequence[UUID]
) -> tuple[UUID, ...]:
    wanted = list(dict.fromkeys(case_ids))
    known = set(uow.session.scalars(select(Case.id).where(Case.id.in_(wanted))))
    asked = set(
        uow.session.scalars(
            select(SubmissionMan.case_id).where(SubmissionMan.submission_id == submission.id)
        )
    )
    for case_id in wanted:
        if case_id not in known:
            raise NotFound("cases", case_id)
    added = tuple(case_id for case_id in wanted if case_id not in asked)
    uow.session.add_all(SubmissionMan(submission_id=submission.id, case_id=one) for one in added)
    return added


def _write(uow: UnitOfWork, submission: Submission, facts: SubmissionFacts) -> None:
    subject = line(facts.subject, "subject", limit=300)
    if not subject:
        raise BadInput("subject", "missing")
    if facts.follows_id is not None:
        uow.get(Submission, facts.follows_id)
    submission.body = facts.body
    submission.kind = facts.kind
    submission.subject = subject
    submission.body_name = line(facts.body_name, "body_name", limit=300)
    submission.channel = facts.channel
    submission.incident_id = facts.incident_id
    submission.text = prose(facts.text, "text")
    submission.our_reference = line(facts.our_reference, "our_reference", limit=100)
    submission.their_reference = line(facts.their_reference, "their_reference", limit=100)
    submission.applicant = line(facts.applicant, "applicant", limit=300)
    submission.signed_by = line(facts.signed_by, "signed_by", limit=200)
    submission.sealed = facts.sealed
    submission.list_version_id = facts.list_version_id
    submission.follows_id = facts.follows_id
    submission.due_on = facts.due_on
    submission.remark = prose(facts.remark, "remark")

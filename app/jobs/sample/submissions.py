"""Sends the submissions of the sample and takes their answers in, as staff would enter them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import NamedTuple
from uuid import UUID

from app.jobs.sample.content import numbers
from app.jobs.sample.public_record import sample_file
from app.queries.submissions.steps import submission_page
from app.services.places.toml_table import Table
from app.services.submissions.answers import answer_people, decide_measures
from app.services.submissions.steps import take_step
from app.services.submissions.submissions import open_submission
from app.shapes.requests.evidence import SaidBy
from app.shapes.requests.submissions import (
    AnswerPeople,
    DecideMeasures,
    OpenSubmission,
    SubmissionFacts,
    TakeStep,
)
from app.workspace import Workspace
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind

type Ids = Mapping[str, UUID]


class Entry(NamedTuple):
    """One thing staff entered, at its moment; it is given the register, cases and sources."""

    at: datetime
    enter: Callable[[Workspace, Ids, Ids], None]


def sample_submissions() -> Iterator[Entry]:
    """Give everything that was entered about submissions, in no order."""
    for told in sample_file("submissions").tables("submission"):
        opened: list[UUID] = []
        yield Entry(told.moment("at"), partial(_send, told, opened))
        for step in told.tables("steps"):
            yield Entry(step.moment("at"), partial(_step, step, opened))
        for answer in told.tables("answers"):
            yield Entry(answer.moment("at"), partial(_answer, answer, opened))
        for measure in told.tables("measures"):
            yield Entry(measure.moment("at"), partial(_measure, measure, opened))


def _send(told: Table, opened: list[UUID], workspace: Workspace, cases: Ids, _: Ids) -> None:
    due = told.text("due")
    facts = SubmissionFacts(
        body=Body(told.text("body")),
        kind=SubmissionKind(told.text("kind")),
        subject=told.text("subject"),
        channel=Channel(told.text("channel")),
        text=told.text("text"),
        our_reference=told.text("our_reference"),
        applicant=told.text("applicant"),
        signed_by=told.text("signed_by"),
        sealed=told.flag("sealed"),
        due_on=date.fromisoformat(due) if due else None,
    )
    request = OpenSubmission(facts, _men(told, cases))
    opened.append(workspace.write(lambda uow: open_submission(uow, request)).value)
    sent = TakeStep(opened[0], _version(workspace, opened), StepKind.SENT, _day(told, "sent"))
    workspace.write(lambda uow: take_step(uow, sent))


def _step(told: Table, opened: list[UUID], workspace: Workspace, _: Ids, __: Ids) -> None:
    request = TakeStep(
        opened[0],
        _version(workspace, opened),
        StepKind(told.text("kind")),
        _day(told, "on"),
        reference=told.text("reference"),
    )
    workspace.write(lambda uow: take_step(uow, request))


def _answer(
    told: Table, opened: list[UUID], workspace: Workspace, cases: Ids, sources: Ids
) -> None:
    request = AnswerPeople(
        opened[0],
        _version(workspace, opened),
        _men(told, cases),
        Reply(told.text("reply")),
        _said(told, sources),
    )
    workspace.write(lambda uow: answer_people(uow, request))


def _measure(
    told: Table, opened: list[UUID], workspace: Workspace, cases: Ids, sources: Ids
) -> None:
    request = DecideMeasures(
        opened[0],
        _version(workspace, opened),
        _men(told, cases),
        Rule39(told.text("measure")),
        _said(told, sources),
        told.text("reference"),
    )
    workspace.write(lambda uow: decide_measures(uow, request))


def _said(told: Table, sources: Ids) -> SaidBy:
    grade = told.text("grade")
    return SaidBy(
        sources[told.text("by")],
        _day(told, "on"),
        told.text("words"),
        told.text("lang"),
        Reliability(grade[0]),
        Credibility(grade[1]),
    )


def _version(workspace: Workspace, opened: list[UUID]) -> int:
    return workspace.read(lambda reader: submission_page(reader, opened[0])).line.version


def _day(told: Table, key: str) -> PartialDate:
    return PartialDate.parse_edtf(told.text(key))


def _men(told: Table, cases: Ids) -> tuple[UUID, ...]:
    return tuple(cases[number] for number in numbers(told.texts("men")))

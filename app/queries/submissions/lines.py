"""Reads submissions as lines: how far each is, what is overdue, where nobody answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.limited_access import open_to
from app.search.fold import fold
from app.shapes.submissions import SubmissionFilter, SubmissionLine, WhichSubmissions
from models.codebook.submission_steps import (
    DECIDED,
    SILENT_AFTER_DAYS,
    WAITING,
    silent_since,
    submission_state,
)
from models.submissions import Submission, SubmissionMan, SubmissionStep
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.submissions import StepKind, SubmissionState

_SHOWN: dict[WhichSubmissions, frozenset[SubmissionState]] = {
    WhichSubmissions.ALL: frozenset(SubmissionState),
    WhichSubmissions.OPEN: WAITING,
    WhichSubmissions.OVERDUE: frozenset({SubmissionState.OVERDUE}),
    WhichSubmissions.ANSWERED: frozenset(
        {SubmissionState.ANSWERED, SubmissionState.PARTLY_ANSWERED}
    ),
    WhichSubmissions.DRAFTS: frozenset({SubmissionState.DRAFT}),
}
#: What a body did itself: hearing from it ends its silence.
_HEARD = frozenset(
    {StepKind.RECEIPT, StepKind.EXTENDED, StepKind.ANSWERED, StepKind.DECIDED}
)  # fmt: skip


def submission_lines(
    reader: Reader, wanted: SubmissionFilter | None = None
) -> tuple[SubmissionLine, ...]:
    """List submissions, the newest first.

    Men the reader may not see are not counted; what asks about nobody else is not there.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    asked = wanted or SubmissionFilter()
    conditions: list[ColumnElement[bool]] = []
    if asked.bodies:
        conditions.append(Submission.body.in_(asked.bodies))
    if asked.incident_id is not None:
        conditions.append(Submission.incident_id == asked.incident_id)
    text = fold(asked.text)
    return tuple(
        line
        for line in _lines(reader, conditions)
        if line.state in _SHOWN[asked.which]
        and (not text or text in fold(f"{line.number} {line.subject} {line.body_name}"))
    )


def lines_of(reader: Reader, ids: Iterable[UUID]) -> tuple[SubmissionLine, ...]:
    """Give the lines of some submissions, the newest first; those hidden are left out.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    return tuple(
        line for some in batches(ids) for line in _lines(reader, [Submission.id.in_(some)])
    )


def answers_due(reader: Reader, today: date) -> tuple[SubmissionLine, ...]:
    """List the submissions whose answer was due before today, the longest overdue first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    due = [Submission.due_on.is_not(None), Submission.due_on < today]
    found = [x for x in _lines(reader, due, today) if x.state is SubmissionState.OVERDUE]
    return tuple(sorted(found, key=lambda line: (-line.days_over, line.number)))


def silent_for(
    reader: Reader, today: date, days: int = SILENT_AFTER_DAYS
) -> tuple[SubmissionLine, ...]:
    """List the submissions without a day for the answer on which nobody was heard for so long.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found = [
        line
        for line in _lines(reader, [Submission.due_on.is_(None)], today)
        if line.state in WAITING and silent_since(None, _day(line.last_heard), today, days)
    ]
    return tuple(sorted(found, key=lambda line: (-(line.silent_days or 0), line.number)))


def count_overdue(reader: Reader) -> int:
    """Count the submissions whose answer is overdue.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    return len(answers_due(reader, reader.clock.today()))


@dataclass(slots=True)
class _Steps:
    kinds: list[StepKind]
    sent: PartialDate
    heard: PartialDate


def _lines(
    reader: Reader, conditions: Sequence[ColumnElement[bool]], today: date | None = None
) -> list[SubmissionLine]:
    day = today or reader.clock.today()
    rows = reader.session.scalars(
        select(Submission)
        .where(*conditions, _open_to(reader))
        .order_by(Submission.number.desc(), Submission.id)
    ).all()
    ids = [row.id for row in rows]
    steps, men = _steps(reader, ids), _men(reader, ids)
    return [_line(row, steps[row.id], men.get(row.id, (0, 0)), day) for row in rows]


def _open_to(reader: Reader) -> ColumnElement[bool]:
    """Leave out what asks about none but men the reader may not see."""
    asks = select(SubmissionMan.submission_id)
    seen = asks.where(open_to(reader, SubmissionMan.case_id.expression))
    return or_(Submission.id.not_in(asks), Submission.id.in_(seen))


def _steps(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, _Steps]:
    nothing = PartialDate.unknown()
    found = {one: _Steps([], nothing, nothing) for one in ids}
    for some in batches(ids):
        for step in reader.session.execute(
            select(
                SubmissionStep.submission_id,
                SubmissionStep.kind,
                SubmissionStep.occurred.edtf,
                SubmissionStep.occurred.text,
            )
            .where(SubmissionStep.submission_id.in_(some))
            .order_by(SubmissionStep.position)
        ):
            of = found[step[0]]
            of.kinds.append(step[1])
            when = PartialDate.restore(step[2], step[3])
            if step[1] is StepKind.SENT:
                of.sent = when
            if step[1] is StepKind.SENT or step[1] in _HEARD:
                of.heard = when
    return found


def _men(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    answered = or_(
        SubmissionMan.reply.is_not(None) & (SubmissionMan.reply != Reply.NO_REPLY),
        SubmissionMan.measure.in_(DECIDED),
    )
    found: dict[UUID, tuple[int, int]] = {}
    for some in batches(ids):
        for submission_id, men, heard in reader.session.execute(
            select(
                SubmissionMan.submission_id,
                func.count(),
                func.count().filter(answered),
            )
            .where(
                SubmissionMan.submission_id.in_(some),
                open_to(reader, SubmissionMan.case_id.expression),
            )
            .group_by(SubmissionMan.submission_id)
        ):
            found[submission_id] = (men, heard)
    return found


def _line(row: Submission, steps: _Steps, men: tuple[int, int], today: date) -> SubmissionLine:
    state = submission_state(steps.kinds, row.due_on, *men, today)
    heard = _day(steps.heard)
    waits = state in WAITING
    return SubmissionLine(
        id=row.id,
        version=row.version,
        number=row.number,
        body=row.body,
        body_name=row.body_name,
        kind=row.kind,
        subject=row.subject,
        men=men[0],
        answered=men[1],
        sent=steps.sent,
        last_heard=steps.heard,
        due_on=row.due_on,
        state=state,
        days_over=(today - row.due_on).days if waits and row.due_on and row.due_on < today else 0,
        silent_days=(today - heard).days if waits and row.due_on is None and heard else None,
        officer_id=row.officer_id,
        follows_id=row.follows_id,
    )


def _day(when: PartialDate) -> date | None:
    return when.latest or when.earliest

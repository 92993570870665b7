"""Lines of the day about what was sent to bodies: answers that are due, bodies that keep silent."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.db.unit_of_work import Reader
from app.queries.submission_lines import answers_due, silent_for, submission_lines
from app.queries.today_lines import Asked, Found, found_among
from app.shapes.submissions import SubmissionFilter, SubmissionLine, WhichSubmissions
from app.shapes.today import TodayLine
from models.codebook.submission_steps import SILENT_AFTER_DAYS
from models.vocabulary.roles import Action
from models.vocabulary.tasks import TodayKind

_SILENCE = timedelta(days=SILENT_AFTER_DAYS)


def answers_overdue(reader: Reader, asked: Asked) -> Found:
    """Find submissions whose answer is overdue; for a calendar, those that will be due as well.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found = answers_due(reader, asked.on)
    if asked.ahead:
        still = submission_lines(reader, SubmissionFilter(which=WhichSubmissions.OPEN))
        found = tuple(one for one in still if one.due_on is not None)
    return found_among(asked, (_line(TodayKind.ANSWER_DUE, one) for one in found))


def bodies_silent(reader: Reader, asked: Asked) -> Found:
    """Find submissions without a day for the answer that nobody answered for thirty days.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found = silent_for(reader, asked.on)
    return found_among(asked, (_line(TodayKind.NO_ANSWER, one) for one in found))


def _line(kind: TodayKind, one: SubmissionLine) -> tuple[TodayLine, UUID | None]:
    heard = one.last_heard.latest or one.last_heard.earliest
    due = one.due_on if one.due_on is not None or heard is None else heard + _SILENCE
    line = TodayLine(
        kind,
        one.id,
        number=one.number,
        who=one.body_name,
        due=due,
        about=one.subject,
        code=one.body.value,
        count=one.men,
    )
    return line, one.officer_id

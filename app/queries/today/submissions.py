"""Lines of the day about what was sent to bodies: answers that are due, bodies that keep silent."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from app.db.unit_of_work import Reader
from app.queries.submissions.lines import answers_due, silent_for, submission_lines
from app.queries.submissions.periods import windows_closing
from app.queries.today.lines import Asked, Found, found_among, of_men
from app.shapes.submissions import SubmissionFilter, SubmissionLine, WhichSubmissions
from app.shapes.today import TodayLine
from models.codebook.submission_steps import SILENT_AFTER_DAYS
from models.vocabulary.roles import Action
from models.vocabulary.tasks import TodayKind

WINDOW_AHEAD = timedelta(days=14)
"""So long before it closes a window is shown."""
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


def windows_that_close(reader: Reader, asked: Asked) -> Found:
    """Find men whose urgent window at the UN working group closes within two weeks.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    within = max(WINDOW_AHEAD, asked.ahead).days
    lines = [
        TodayLine(TodayKind.WINDOW_CLOSES, one.case_id, one.case_id, due=one.window.closes)
        for one in windows_closing(reader, asked.on, within)
    ]
    return found_among(asked, of_men(reader, lines))


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

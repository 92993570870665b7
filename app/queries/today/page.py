"""Reads the page of the day: what waits for somebody, each line once, in one order every time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from app.db.sightings import limited_among
from app.db.unit_of_work import Reader
from app.queries.register.backups import last_verified
from app.queries.today.cases import (
    health_reports_due,
    identifications_waiting,
    no_sign_of_life,
    overrides_expiring,
)
from app.queries.today.families import (
    calls_to_make,
    families_to_be_told,
    relatives_who_disagree,
)
from app.queries.today.handovers import identities_to_verify, steps_still_open
from app.queries.today.lines import Asked, Found, marks_of, men_of, named
from app.queries.today.papers import notices_that_run_out
from app.queries.today.register import (
    backup_too_old,
    duplicates_waiting,
    imports_refused,
    lists_with_open_rows,
    own_drafts,
)
from app.queries.today.submissions import answers_overdue, bodies_silent, windows_that_close
from app.queries.today.tasks import tasks_open
from app.shapes.today import DueDate, TodayGroup, TodayLine, TodayPage
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action, may
from models.vocabulary.tasks import TodayKind

type Kind = Callable[[Reader, Asked], Found]

#: Each kind with the right it takes, in the order of the page: what cannot wait stands first.
KINDS: Final[Mapping[TodayKind, tuple[Action, Kind]]] = MappingProxyType(
    {
        TodayKind.FAMILY_FIRST: (Action.READ_FAMILY, families_to_be_told),
        TodayKind.VERIFY_IDENTITY: (Action.READ_CASES, identities_to_verify),
        TodayKind.WINDOW_CLOSES: (Action.READ_CASES, windows_that_close),
        TodayKind.CALL_DUE: (Action.READ_FAMILY, calls_to_make),
        TodayKind.OVERRIDE_EXPIRES: (Action.READ_CASES, overrides_expiring),
        TodayKind.NOTICE_RUNS_OUT: (Action.DRAFT_REPORT, notices_that_run_out),
        TodayKind.HEALTH_REPORT_DUE: (Action.READ_CASES, health_reports_due),
        TodayKind.TASK: (Action.READ_CASES, tasks_open),
        TodayKind.ANSWER_DUE: (Action.READ_CASES, answers_overdue),
        TodayKind.NO_ANSWER: (Action.READ_CASES, bodies_silent),
        TodayKind.CHECKLIST: (Action.READ_CASES, steps_still_open),
        TodayKind.CONSENT_CONFLICT: (Action.READ_FAMILY, relatives_who_disagree),
        TodayKind.LIST_ROWS: (Action.READ_CASES, lists_with_open_rows),
        TodayKind.IDENTIFICATION: (Action.READ_CASES, identifications_waiting),
        TodayKind.IMPORT_REFUSED: (Action.READ_CASES, imports_refused),
        TodayKind.DUPLICATES: (Action.READ_CASES, duplicates_waiting),
        TodayKind.DRAFT: (Action.CHECK_REGISTER, own_drafts),
        TodayKind.BACKUP: (Action.CHECK_REGISTER, backup_too_old),
        TodayKind.NO_SIGN_OF_LIFE: (Action.READ_CASES, no_sign_of_life),
    }
)

#: Kinds whose day stands in a calendar: the others wait without one, or would fill it.
_IN_CALENDAR: Final = frozenset(
    {
        TodayKind.CALL_DUE,
        TodayKind.ANSWER_DUE,
        TodayKind.WINDOW_CLOSES,
        TodayKind.VERIFY_IDENTITY,
        TodayKind.OVERRIDE_EXPIRES,
        TodayKind.NOTICE_RUNS_OUT,
        TodayKind.HEALTH_REPORT_DUE,
        TodayKind.TASK,
    }
)
_MANY: Final = 5_000
_AHEAD: Final = timedelta(days=180)


def today_page(
    reader: Reader,
    mine: bool = False,  # noqa: FBT001, FBT002  as the commands and the window say it
    kinds: Iterable[TodayKind] | None = None,
    *,
    limit: int = 50,
    away: bool = False,
) -> TodayPage:
    """Read what waits today: of all kinds this member of staff may see, or of those named.

    `mine` leaves what is in one's own hands, or in nobody's. `limit` is how many lines of a kind
    are read; they are counted all. `away` gives what somebody put off instead, to take it up again.

    Raises:
        NotAllowed: no role at all.
    """
    page = _read(reader, mine=mine, kinds=kinds, limit=limit, away=away)
    shown = (line.case_id for group in page.groups for line in group.lines)
    reader.shows(ReadKind.FOUND, (case_id for case_id in shown if case_id is not None))
    return page


def count_due(reader: Reader) -> int:
    """Count what is due for oneself by today: nothing of it is shown.

    Raises:
        NotAllowed: no role at all.
    """
    return _read(reader, mine=True, kinds=None, limit=0).due


def due_dates(reader: Reader) -> tuple[DueDate, ...]:
    """Give every day by which something is due, without a name, for a calendar outside.

    Of a case of limited access not even the number is told there.

    Raises:
        NotAllowed.
    """
    page = _read(reader, mine=False, kinds=_IN_CALENDAR, limit=_MANY, ahead=_AHEAD)
    lines = [line for group in page.groups for line in group.lines if line.due is not None]
    about = {line.case_id for line in lines if line.case_id is not None}
    reader.shows(ReadKind.EXPORTED, about)
    shut = frozenset(limited_among(reader.session, about))
    return tuple(
        DueDate(line.key, line.due, line.kind, "" if line.case_id in shut else line.number)
        for line in lines
        if line.due is not None
    )


def _read(
    reader: Reader,
    *,
    mine: bool,
    kinds: Iterable[TodayKind] | None,
    limit: int,
    ahead: timedelta = timedelta(),
    away: bool = False,
) -> TodayPage:
    reader.allow(Action.CHECK_REGISTER)
    wanted = frozenset(KINDS if kinds is None else kinds)
    asked = Asked(
        on=reader.clock.today(),
        mine=reader.actor.id if mine else None,
        limit=limit,
        ahead=ahead,
        away=away,
        marks=marks_of(reader),
    )
    groups = []
    # Kinds read more than is shown; whoever asked notes what is.
    with reader.only_counting():
        for kind, (right, find) in KINDS.items():
            if kind in wanted and may(reader.actor.roles, right):
                found = find(reader, asked)
                if found.count:
                    groups.append(TodayGroup(kind, found.count, found.due, found.lines))
    last = last_verified(reader)
    return TodayPage(
        asked.on,
        _with_names(reader, groups),
        _count_put_off(reader, asked),
        None if last is None else last.verified_at,
    )


def _count_put_off(reader: Reader, asked: Asked) -> int:
    """Count what was put off; a line about a man one may not see is not counted."""
    away = [mark for mark in asked.marks.values() if asked.is_put_off(mark)]
    men = men_of(reader, (mark.case_id for mark in away))
    return sum(mark.case_id is None or mark.case_id in men for mark in away)


def _with_names(reader: Reader, groups: Iterable[TodayGroup]) -> tuple[TodayGroup, ...]:
    kept = list(groups)
    lines: tuple[TodayLine, ...] = named(reader, [one for group in kept for one in group.lines])
    rest = iter(lines)
    return tuple(
        TodayGroup(group.kind, group.count, group.due, tuple(next(rest) for _ in group.lines))
        for group in kept
    )

"""Lines of the day about men: decisions that expire, health, silence, identifications."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, and_, not_, or_, select, text
from sqlalchemy.orm import aliased

from app.db.unit_of_work import Reader
from app.queries.today.lines import Asked, Found, found_among, found_in_lines, of_men
from app.shapes.today import TodayLine
from models.cases import CaseLine, StatusOverride
from models.codebook.chips import STALE_AFTER_DAYS
from models.events import WATCHED, Event
from models.vocabulary.date_terms import NotADate
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.status import Custody
from models.vocabulary.tasks import TodayKind

OVERRIDE_AHEAD = timedelta(days=14)
"""So long before its review date a decision by hand is shown."""
HEALTH_AHEAD = timedelta(days=3)

_HELD = (Custody.PRESUMED, Custody.INDICATED, Custody.CONFIRMED)
_NOT_CONFIRMED = (Custody.NOT_INDICATED, Custody.PRESUMED, Custody.INDICATED)


def overrides_expiring(reader: Reader, asked: Asked) -> Found:
    """Find values set by hand whose review date comes or has passed, and that nobody renewed.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    newer = aliased(StatusOverride)
    renewed = (
        select(newer.id)
        .where(
            newer.case_id == StatusOverride.case_id,
            newer.id > StatusOverride.id,
            or_(
                newer.facet == StatusOverride.facet,
                and_(newer.facet.is_(None), StatusOverride.facet.is_(None)),
            ),
        )
        .exists()
    )
    rows = reader.session.execute(
        select(
            StatusOverride.id,
            StatusOverride.case_id,
            StatusOverride.facet,
            StatusOverride.value,
            StatusOverride.review_by,
        ).where(
            StatusOverride.lifted_on.is_(None),
            StatusOverride.review_by <= asked.on + max(OVERRIDE_AHEAD, asked.ahead),
            not_(renewed),
        )
    )
    lines = [
        TodayLine(
            TodayKind.OVERRIDE_EXPIRES,
            one,
            case_id,
            due=review_by,
            code=facet.value if facet is not None else "",
            about=value,
        )
        for one, case_id, facet, value, review_by in rows
    ]
    return found_among(asked, of_men(reader, lines))


def health_reports_due(reader: Reader, asked: Asked) -> Found:
    """Find men who are held and whose next health report is due (D28; GC III art. 122 par. 6).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    reports = reader.session.execute(
        _watched(EventCode.D28)
        .where(CaseLine.custody.in_([one.value for one in _HELD]))
        .order_by(Event.occurred.sort_key, Event.id)
    )
    newest = {case_id: (event_id, particulars) for event_id, case_id, particulars, *_ in reports}
    lines = []
    for case_id, (event_id, particulars) in newest.items():
        due = _next_due(particulars)
        if due is not None and due <= asked.on + max(HEALTH_AHEAD, asked.ahead):
            lines.append(TodayLine(TodayKind.HEALTH_REPORT_DUE, event_id, case_id, due=due))
    return found_among(asked, of_men(reader, lines))


def identifications_waiting(reader: Reader, asked: Asked) -> Found:
    """Find men whom somebody recognised in footage, as long as nothing confirms that he is held.

    It is settled by a second, independent identification, by signing off, or by withdrawing it.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.execute(
        _watched(EventCode.C13)
        .where(
            Event.signed_off.is_(False),
            CaseLine.custody.in_([one.value for one in _NOT_CONFIRMED]),
        )
        .order_by(Event.created_at, Event.id)
    )
    first: dict[tuple[UUID, str], TodayLine] = {}
    for event_id, case_id, _, figure in rows:
        line = TodayLine(TodayKind.IDENTIFICATION, event_id, case_id, about=figure)
        first.setdefault((case_id, figure), line)
    return found_among(asked, of_men(reader, first.values()))


def no_sign_of_life(reader: Reader, asked: Asked) -> Found:
    """Find men still sought of whom nothing is known for 60 days (domain.md 3.6 P5).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    last_day = asked.on - timedelta(days=STALE_AFTER_DAYS)
    return found_in_lines(
        reader,
        asked,
        TodayKind.NO_SIGN_OF_LIFE,
        CaseLine.silent_from < last_day,
        CaseLine.silent_from.expression,
        lambda line, man: replace(line, due=_day_after_silence(man.silent_from)),
    )


def _watched(code: EventCode) -> Select[UUID, UUID, str, str]:
    """Select standing events of a code, through the index of the few that are watched."""
    return (
        select(Event.id, Event.case_id, Event.particulars, Event.figure)
        .join(CaseLine, CaseLine.case_id == Event.case_id)
        .where(
            text(f"events.{WATCHED}"),
            Event.code == code,
            Event.withdrawn_at.is_(None),
            Event.superseded.is_(False),
            CaseLine.closed.is_(False),
        )
    )


def _next_due(particulars: str) -> date | None:
    written = json.loads(particulars or "{}").get(Extra.NEXT_DUE.value, "")
    try:
        return PartialDate.read(str(written)).latest if written else None
    except NotADate:
        return None


def _day_after_silence(silent_from: date | None) -> date | None:
    return None if silent_from is None else silent_from + timedelta(days=STALE_AFTER_DAYS)

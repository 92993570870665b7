"""Lines of the day about families: whom to ring, what to tell face to face, who disagrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, select

from app.db.unit_of_work import Reader
from app.queries.consents import consent_conflicts
from app.queries.families.calls import SILENT_AFTER_DAYS, calls_due
from app.queries.families.contacts import told_in_person
from app.queries.today.lines import Asked, Found, Waits, found_among, found_first, found_in_lines
from app.shapes.families import CallDue, WhyCall
from app.shapes.today import TodayLine
from models.cases import CaseLine
from models.families import FamilyContact
from models.vocabulary.roles import Action
from models.vocabulary.status import Headline
from models.vocabulary.tasks import TodayKind

_OF_DEATH = tuple(one.value for one in Headline if one.value[:2] in {"S5", "S6"})
_SILENCE = timedelta(days=SILENT_AFTER_DAYS)


def calls_to_make(reader: Reader, asked: Asked) -> Found:
    """Find families to be rung: on the day agreed, or thirty days after they were last heard.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_FAMILY)
    waiting: dict[UUID, Waits[CallDue]] = {}
    for call in calls_due(reader, asked.on + asked.ahead):
        agreed = call.why is WhyCall.AGREED
        if asked.ahead and not agreed:
            continue
        subject = call.relative_id or call.case_id
        if subject not in waiting:
            due = call.since if agreed else call.since + _SILENCE
            waiting[subject] = Waits(subject, due, call.officer_id, call.number, call)
    return found_first(asked, TodayKind.CALL_DUE, waiting.values(), _line)


def _line(waits: Waits[CallDue]) -> TodayLine:
    call = waits.about
    return TodayLine(
        TodayKind.CALL_DUE,
        waits.subject_id,
        call.case_id,
        call.number,
        call.name,
        due=waits.due,
        about=call.about,
        by=call.who,
        code=call.why.value,
    )


def families_to_be_told(reader: Reader, asked: Asked) -> Found:
    """Find men of whose death there is word while nobody has told the family face to face.

    Two members of staff tell it in person before any paper (domain.md 6 e).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_FAMILY)
    told = (
        select(CaseLine.row)
        .join(FamilyContact, FamilyContact.case_id == CaseLine.case_id)
        .where(told_in_person())
    )
    return found_in_lines(
        reader,
        asked,
        TodayKind.FAMILY_FIRST,
        and_(
            CaseLine.headline.in_(_OF_DEATH),
            CaseLine.closed.is_(False),
            CaseLine.row.not_in(told),
        ),
        CaseLine.row.expression,
        lambda line, man: replace(line, code=man.headline),
    )


def relatives_who_disagree(reader: Reader, asked: Asked) -> Found:
    """Find men whose relatives do not agree on what may be done with what is known of him.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_FAMILY)
    return found_among(
        asked,
        (
            (
                TodayLine(
                    TodayKind.CONSENT_CONFLICT,
                    one.case_id,
                    one.case_id,
                    one.number,
                    one.name,
                    code=",".join(scope.value for scope in one.scopes),
                ),
                one.officer_id,
            )
            for one in consent_conflicts(reader)
        ),
    )

"""Lines of the day about men who came back: to verify within 48 hours, steps still to do."""

from __future__ import annotations

from app.db.unit_of_work import Reader
from app.queries.handovers.arrivals import arrivals_to_verify, checklists_open
from app.queries.today.lines import Asked, Found, found_among
from app.shapes.today import TodayLine
from models.vocabulary.partial_date import local_day
from models.vocabulary.roles import Action
from models.vocabulary.tasks import TodayKind


def identities_to_verify(reader: Reader, asked: Asked) -> Found:
    """Find everybody who came and whose identity is not verified yet (domain.md 3.8 step 6).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    return found_among(
        asked,
        (
            (
                TodayLine(
                    TodayKind.VERIFY_IDENTITY,
                    one.arrival_id,
                    one.case_id,
                    one.number,
                    one.name,
                    due=local_day(one.due),
                    about=one.handover_number,
                    at=one.handover_id,
                ),
                None,
            )
            for one in arrivals_to_verify(reader, reader.clock.now())
        ),
    )


def steps_still_open(reader: Reader, asked: Asked) -> Found:
    """Find everybody who was verified and for whom something is still to be done.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    return found_among(
        asked,
        (
            (
                TodayLine(
                    TodayKind.CHECKLIST,
                    one.arrival_id,
                    one.case_id,
                    one.number,
                    one.name,
                    about=one.handover_number,
                    code=",".join(step.value for step in one.missing),
                    at=one.handover_id,
                ),
                None,
            )
            for one in checklists_open(reader)
        ),
    )

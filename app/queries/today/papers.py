"""Lines of the day about papers that left: notices to be confirmed anew or taken down."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.db.unit_of_work import Reader
from app.queries.today.lines import Asked, Found, found_among, of_men
from app.shapes.today import TodayLine
from models.disclosures import DisclosedCase, Disclosure
from models.vocabulary.papers import DisclosureState
from models.vocabulary.roles import Action
from models.vocabulary.tasks import TodayKind

NOTICE_AHEAD = timedelta(days=14)
"""So long before its last day a notice is shown: the family is to be asked again by then."""


def notices_that_run_out(reader: Reader, asked: Asked) -> Found:
    """Find public notices that nobody confirmed anew by a later one for the same recipient.

    It is settled by issuing the notice again, or by saying that it was taken down.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.DRAFT_REPORT)
    later = aliased(Disclosure)
    confirmed = select(later.id).where(
        later.supersedes_id == Disclosure.id, later.state == DisclosureState.ISSUED
    )
    rows = reader.session.execute(
        select(
            Disclosure.id,
            DisclosedCase.case_id,
            Disclosure.number,
            Disclosure.recipient,
            Disclosure.expires_on,
        )
        .join(DisclosedCase, DisclosedCase.disclosure_id == Disclosure.id)
        .where(
            Disclosure.id == Disclosure.paper_id,
            Disclosure.state == DisclosureState.ISSUED,
            Disclosure.expires_on <= asked.on + max(NOTICE_AHEAD, asked.ahead),
            ~confirmed.exists(),
        )
    )
    lines = [
        TodayLine(
            TodayKind.NOTICE_RUNS_OUT, one, case_id, due=last, about=number or "", by=recipient
        )
        for one, case_id, number, recipient, last in rows
    ]
    return found_among(asked, of_men(reader, lines))

"""Finds what is on record already, so that one happening is not recorded twice."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.queries.case_history import batches
from models.codebook.submission_steps import Recorded
from models.events import Event
from models.vocabulary.partial_date import PartialDate


def on_record(
    uow: UnitOfWork, case_ids: Iterable[UUID], recorded: Recorded, occurred: PartialDate
) -> dict[UUID, Event]:
    """Give the standing event of each case that says just this of just this day.

    One that leaves open what is said now says the same; one that says otherwise does not.
    """
    if not occurred.is_known:
        return {}
    found: dict[UUID, Event] = {}
    for ids in batches(case_ids):
        for event in uow.session.scalars(
            select(Event)
            .where(
                Event.case_id.in_(ids),
                Event.code == recorded.code,
                Event.occurred.edtf == occurred.edtf,
                Event.says.in_(("", recorded.says or "")),
                Event.superseded.is_(False),
                Event.withdrawn_at.is_(None),
            )
            .order_by(Event.id)
        ):
            found.setdefault(event.case_id, event)
    return found

"""Lets the lines of cases say a place as it is called now, and be found by it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select

from app.db.unit_of_work import UnitOfWork
from app.services.finding.register_line import refresh
from models.cases import Case, CaseLine
from models.people import Person


def refresh_where_shown(uow: UnitOfWork, place_ids: Collection[UUID]) -> None:
    """Make the lines anew of men who were last seen, born or at home in these places."""
    uow.session.flush()
    if not place_ids:
        return
    last_seen = select(CaseLine.case_id).where(CaseLine.place_id.in_(place_ids))
    at_home = select(Person.id).where(
        or_(Person.birth_place_id.in_(place_ids), Person.home_place_id.in_(place_ids))
    )
    shown = select(Case.id).where(or_(Case.id.in_(last_seen), Case.id.in_(at_home)))
    refresh(uow, sorted(uow.session.scalars(shown)))

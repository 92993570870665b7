"""Finds the relative a request speaks of, who must be one of this man's."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import NotFound
from models.people import Relative


def relative_of(uow: UnitOfWork, case_id: UUID, relative_id: UUID | None) -> Relative | None:
    """Give the relative of a man; None where none is named.

    Raises:
        NotFound: nobody of his file.
    """
    if relative_id is None:
        return None
    relative = uow.get(Relative, relative_id)
    if relative.person_id != case_id:
        raise NotFound("relatives", relative_id)
    return relative

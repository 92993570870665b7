"""Notes of which limited cases a file or a line speaks that shows an exhibit (R-45)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from models.cases import Case
from models.exhibits import ExhibitLink
from models.vocabulary.deeds import ReadKind


def note_exhibits_shown(reader: Reader, how: ReadKind, exhibit_ids: Iterable[UUID]) -> None:
    """Note that something of these exhibits is shown: a reading of the cases they are tied to.

    A case in the bin is not shown with them, so it is not read with them.
    """
    if not reader.sees_limited:
        return
    limited = select(Case.id).where(Case.access_limited, Case.removed_at.is_(None))
    for part in batches(exhibit_ids):
        tied = select(ExhibitLink.case_id).where(
            ExhibitLink.exhibit_id.in_(part), ExhibitLink.case_id.in_(limited)
        )
        reader.shows(how, filter(None, reader.session.scalars(tied)))

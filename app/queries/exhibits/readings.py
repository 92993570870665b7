"""Notes of which limited cases a file or a line speaks that shows an exhibit (R-45)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    for tied in limited_tied_to(reader, exhibit_ids).values():
        reader.shows(how, tied)


def limited_tied_to(reader: Reader, exhibit_ids: Iterable[UUID]) -> Mapping[UUID, frozenset[UUID]]:
    """Name the limited cases that exhibits are tied to; to be noted once something is shown."""
    found: defaultdict[UUID, frozenset[UUID]] = defaultdict(frozenset)
    if not reader.sees_limited:
        return found
    limited = select(Case.id).where(Case.access_limited, Case.removed_at.is_(None))
    for part in batches(exhibit_ids):
        tied = select(ExhibitLink.exhibit_id, ExhibitLink.case_id).where(
            ExhibitLink.exhibit_id.in_(part), ExhibitLink.case_id.in_(limited)
        )
        for exhibit_id, case_id in reader.session.execute(tied):
            if case_id is not None:
                found[exhibit_id] |= {case_id}
    return found

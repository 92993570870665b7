"""Finds the pictures of some men as paper prints them: grey pixels, a date, a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.exhibits.readings import limited_tied_to
from app.queries.exhibits.view import blob_view
from app.queries.limited_access import cases_open_to, exhibits_open_to
from app.shapes.exhibits import BlobView
from models.exhibits import Blob, Exhibit
from models.people import Person
from models.vocabulary.exhibits import BlobKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action


@dataclass(frozen=True, slots=True)
class PaperPortrait:
    """Where the pixels of a portrait are kept, what is said of it, and of which cases it shows."""

    blob: BlobView
    made: PartialDate
    number: str
    shown: frozenset[UUID]


def paper_portraits(reader: Reader, case_ids: Sequence[UUID]) -> dict[UUID, PaperPortrait]:
    """Find the portraits of those men who have one, for another query, which says how it shows.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = [
        row
        for some in batches(case_ids)
        for row in reader.session.execute(
            select(Person.id, Exhibit, Blob)
            .join(Exhibit, Exhibit.id == Person.portrait_id)
            .join(Blob, Blob.exhibit_id == Exhibit.id)
            .where(
                Person.id.in_(some),
                Person.id.in_(cases_open_to(reader)),
                Exhibit.removed_at.is_(None),
                exhibits_open_to(reader),
                Blob.kind == BlobKind.PAPER,
            )
            .order_by(Blob.id.desc())  # of several the first stays
        )
    ]
    tied = limited_tied_to(reader, (exhibit.id for _, exhibit, _ in rows))
    return {
        case_id: PaperPortrait(
            blob_view(blob), exhibit.made, exhibit.number, tied[exhibit.id] | {case_id}
        )
        for case_id, exhibit, blob in rows
    }

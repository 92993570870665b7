"""Reads which files the register says are kept, for checking them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select

from app.db.unit_of_work import Reader
from app.queries.limited_access import cases_open_to
from app.shapes.kept_files import KeptFile
from models.exhibits import Blob, Exhibit, ExhibitLink
from models.vocabulary.exhibits import BlobKind
from models.vocabulary.roles import Action


@dataclass(frozen=True, slots=True)
class KeptOf:
    """A kept file, and the exhibit it belongs to."""

    exhibit_id: UUID
    number: str
    kept: KeptFile


def originals(
    reader: Reader, exhibit_ids: Sequence[UUID] | None = None, *, of_all: bool = False
) -> tuple[KeptOf, ...]:
    """List the originals of these exhibits, or of all, in the bin too; by number.

    Without those that speak of a case the member of staff may not see, for each gets an entry of
    its custody log. `of_all` is for a check, which tells numbers only: every kept file.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.CHECK_REGISTER)
    query = (
        select(Blob, Exhibit.number)
        .join(Exhibit, Exhibit.id == Blob.exhibit_id)
        .order_by(Exhibit.number, Blob.id)
    )
    if not of_all:
        query = query.where(Blob.kind == BlobKind.ORIGINAL, Exhibit.id.not_in(_closed_to(reader)))
    if exhibit_ids is not None:
        query = query.where(Blob.exhibit_id.in_(list(exhibit_ids)))
    return tuple(
        KeptOf(blob.exhibit_id, number, KeptFile(blob.id, blob.size, blob.sha256, blob.shard))
        for blob, number in reader.session.execute(query)
    )


def _closed_to(reader: Reader) -> Select[UUID]:
    open_cases = cases_open_to(reader)
    return select(ExhibitLink.exhibit_id).where(
        ExhibitLink.case_id.is_not(None), ExhibitLink.case_id.not_in(open_cases)
    )


def known_ids(reader: Reader) -> frozenset[UUID]:
    """Name every kept file that an exhibit names. Raises NotAllowed."""
    reader.allow(Action.CHECK_REGISTER)
    return frozenset(reader.session.scalars(select(Blob.id)))

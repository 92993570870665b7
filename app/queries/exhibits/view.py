"""Reads one exhibit with its links, kept files, custody log, and what was made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.exhibits.lines import exhibit_rows
from app.queries.exhibits.readings import note_exhibits_shown
from app.queries.limited_access import cases_open_to, exhibits_open_to
from app.queries.places import places_of
from app.queries.sources import source_view
from app.shapes.exhibits import (
    BlobView,
    CustodyView,
    ExhibitView,
    RelatedExhibit,
    TranslationView,
)
from app.shapes.kept_files import KeptFile
from models.exhibits import Blob, CustodyEntry, Exhibit, Translation
from models.people import Person
from models.sources import Source
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import BlobKind
from models.vocabulary.roles import Action

#: A thumbnail stands in lists and grey pixels go onto paper; whoever asks for more looks at it.
_READ_AS: Mapping[BlobKind, ReadKind] = {
    BlobKind.THUMBNAIL: ReadKind.FOUND,
    BlobKind.PAPER: ReadKind.PRINTED,
}


def exhibit_view(reader: Reader, exhibit_id: UUID, how: ReadKind = ReadKind.VIEWED) -> ExhibitView:
    """Read everything about one exhibit, in the bin or not; `how` goes into the log of readings.

    Raises:
        NotAllowed; NotFound: also where the reader may not see the cases it speaks of.
    """
    rows = exhibit_rows(reader, [exhibit_id], how)
    if not rows:
        raise NotFound("exhibits", exhibit_id)
    session = reader.session
    exhibit = reader.get(Exhibit, exhibit_id)
    source = session.get(Source, exhibit.source_id) if exhibit.source_id else None
    places = places_of(session, [exhibit.place_id])
    portrait_of = session.scalars(
        select(Person.id).where(
            Person.portrait_id == exhibit_id, Person.id.in_(cases_open_to(reader))
        )
    ).all()
    reader.shows(how, portrait_of)
    parent = _related(reader, Exhibit.id == exhibit.derived_from_id)
    same = (Exhibit.sha256 == exhibit.sha256) & (Exhibit.id != exhibit_id)
    return ExhibitView(
        row=rows[0],
        description=exhibit.description,
        source=source_view(source) if source else None,
        place=places.get(exhibit.place_id) if exhibit.place_id else None,
        place_as_reported=exhibit.place_as_reported,
        url=exhibit.url,
        url_archived=exhibit.url_archived,
        uploader=exhibit.uploader,
        languages=exhibit.languages,
        transcript=exhibit.transcript,
        translations=_translations(reader, exhibit_id),
        transform=exhibit.transform,
        blobs=_blobs(reader, [exhibit_id]),
        custody=_custody(reader, exhibit_id),
        derived_from=parent[0] if parent else None,
        derived=_related(reader, Exhibit.derived_from_id == exhibit_id),
        same_bytes=_related(reader, same),
        portrait_of=tuple(portrait_of),
    )


def translation_meant(reader: Reader, thing_id: UUID) -> tuple[ExhibitView, TranslationView | None]:
    """Read the exhibit that `thing_id` names, or that the translation it names is of.

    Raises:
        NotAllowed; NotFound: also where the reader may not see the cases it speaks of.
    """
    reader.allow(Action.READ_CASES)
    row = reader.session.get(Translation, thing_id)
    view = exhibit_view(reader, row.exhibit_id if row else thing_id)
    return view, next((one for one in view.translations if one.id == thing_id), None)


def kept_file(
    reader: Reader, exhibit_id: UUID, kind: BlobKind, how: ReadKind | None = None
) -> BlobView | None:
    """Find what is kept of an exhibit of one kind, for its bytes to be read.

    `how` goes into the log of readings; if not told it follows from the kind.

    Raises:
        NotAllowed; NotFound: also where the reader may not see it.
    """
    reader.allow(Action.READ_CASES)
    seen = select(Exhibit.id).where(Exhibit.id == exhibit_id, exhibits_open_to(reader))
    if reader.session.scalar(seen) is None:
        raise NotFound("exhibits", exhibit_id)
    found = next((blob for blob in _blobs(reader, [exhibit_id]) if blob.kind is kind), None)
    if found is not None:
        note_exhibits_shown(reader, how or _read_as(kind), [exhibit_id])
    return found


def _read_as(kind: BlobKind) -> ReadKind:
    return _READ_AS.get(kind, ReadKind.VIEWED)


def is_referenced(reader: Reader, blob_id: UUID) -> bool:
    """Say whether any exhibit names a kept file. Raises NotAllowed."""
    reader.allow(Action.READ_CASES)
    return reader.session.get(Blob, blob_id) is not None


def portrait_file(reader: Reader, case_id: UUID) -> BlobView | None:
    """Find the picture that stands for a man, encoded anew; none where its exhibit is in the bin.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    exhibit_id = reader.session.scalar(
        select(Exhibit.id)
        .join(Person, Person.portrait_id == Exhibit.id)
        .where(
            Person.id == case_id, Exhibit.removed_at.is_(None), Person.id.in_(cases_open_to(reader))
        )
    )
    if exhibit_id is None:
        return None
    blobs = _blobs(reader, [exhibit_id])
    found = next((blob for blob in blobs if blob.kind is BlobKind.PORTRAIT), None)
    if found is not None:
        reader.shows(ReadKind.VIEWED, [case_id])
        note_exhibits_shown(reader, ReadKind.VIEWED, [exhibit_id])
    return found


def _blobs(reader: Reader, exhibit_ids: Iterable[UUID]) -> tuple[BlobView, ...]:
    rows = reader.session.scalars(
        select(Blob).where(Blob.exhibit_id.in_(list(exhibit_ids))).order_by(Blob.id)
    )
    return tuple(blob_view(row) for row in rows)


def blob_view(row: Blob) -> BlobView:
    """Give a kept file with where it is."""
    kept = KeptFile(row.id, row.size, row.sha256, row.shard)
    return BlobView(kept, row.exhibit_id, row.kind, row.media_type)


def _custody(reader: Reader, exhibit_id: UUID) -> tuple[CustodyView, ...]:
    rows = reader.session.execute(
        select(CustodyEntry, Staff.name)
        .outerjoin(Staff, Staff.id == CustodyEntry.created_by)
        .where(CustodyEntry.exhibit_id == exhibit_id)
        .order_by(CustodyEntry.id)  # made in order, also where a clock was put back
    )
    return tuple(
        CustodyView(
            at=row.at,
            by=name or "",
            action=row.action,
            from_whom=row.from_whom,
            to_whom=row.to_whom,
            reason=row.reason,
            sha256=row.sha256,
        )
        for row, name in rows
    )


def _translations(reader: Reader, exhibit_id: UUID) -> tuple[TranslationView, ...]:
    """Give the translations of an exhibit, the oldest first; a paper only where it may be seen."""
    of_it = Translation.exhibit_id == exhibit_id
    rows = reader.session.scalars(select(Translation).where(of_it).order_by(Translation.id)).all()
    papers = [row.paper_id for row in rows if row.paper_id is not None]
    seen = {one.id: one for one in _related(reader, Exhibit.id.in_(papers))} if papers else {}
    return tuple(
        TranslationView(
            id=row.id,
            version=row.version,
            from_lang=row.from_lang,
            lang=row.lang,
            words=row.words,
            paper=seen.get(row.paper_id) if row.paper_id else None,
            translator=row.translator,
            certified_by=row.certified_by,
            certified=row.certified,
        )
        for row in rows
    )


def _related(reader: Reader, which: ColumnElement[bool]) -> tuple[RelatedExhibit, ...]:
    rows = reader.session.scalars(
        select(Exhibit).where(which, exhibits_open_to(reader)).order_by(Exhibit.number)
    ).all()
    note_exhibits_shown(reader, ReadKind.FOUND, (row.id for row in rows))
    return tuple(
        RelatedExhibit(row.id, row.number, row.title, row.kind, row.transform) for row in rows
    )

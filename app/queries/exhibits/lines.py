"""Reads exhibits: the list, one with all that hangs on it, those of a case and of an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any  # Any: columns of several types
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.case_history import batches
from app.queries.exhibits.minimum import minimum
from app.queries.limited_access import cases_open_to, exhibits_open_to, refuse_limited
from app.search.fold import folded_words
from app.shapes.exhibits import ExhibitFilter, ExhibitLinkView, ExhibitRow, ExhibitSort
from models.cases import CaseLine
from models.events import Event
from models.exhibits import Blob, Exhibit, ExhibitLink
from models.incidents import Incident
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import BlobKind, ReceivedBy, Shown
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_SORT: Mapping[ExhibitSort, ColumnElement[Any]] = {  # Any: columns of several types
    ExhibitSort.NUMBER: Exhibit.number.expression,
    ExhibitSort.TITLE: func.lower(Exhibit.title),
    ExhibitSort.KIND: Exhibit.kind.expression,
    ExhibitSort.RECEIVED: Exhibit.received.sort_key,
    ExhibitSort.ADDED: Exhibit.created_at.expression,
    ExhibitSort.SIZE: Exhibit.size.expression,
}


def conditions(reader: Reader, wanted: ExhibitFilter) -> list[ColumnElement[bool]]:
    """Give the conditions that a filter, and who reads, set on an exhibit."""
    bin_ = Exhibit.removed_at.is_not(None) if wanted.removed else Exhibit.removed_at.is_(None)
    found = [exhibits_open_to(reader), bin_]
    found += [
        Exhibit.search_key.contains(word, autoescape=True) for word in folded_words(wanted.text)
    ]
    if wanted.kinds:
        found.append(Exhibit.kind.in_(wanted.kinds))
    links = select(ExhibitLink.exhibit_id)
    if wanted.case_id is not None:
        of_case = links.where(
            ExhibitLink.case_id == wanted.case_id, ExhibitLink.case_id.in_(cases_open_to(reader))
        )
        found.append(Exhibit.id.in_(of_case))
    if wanted.event_id is not None:
        of_event = links.where(
            ExhibitLink.event_id == wanted.event_id, ExhibitLink.case_id.in_(cases_open_to(reader))
        )
        found.append(Exhibit.id.in_(of_event))
    if wanted.incident_id is not None:
        found.append(Exhibit.id.in_(links.where(ExhibitLink.incident_id == wanted.incident_id)))
    if wanted.without_source:
        found += [
            Exhibit.source_id.is_(None),
            or_(Exhibit.origin == "", Exhibit.received_by == ReceivedBy.UNKNOWN),
        ]
    if wanted.unlinked:
        found.append(Exhibit.id.not_in(links))
    return found


def count_exhibits(reader: Reader, wanted: ExhibitFilter) -> int:
    """Count the exhibits that a filter lets through. Raises NotAllowed."""
    reader.allow(Action.READ_CASES)
    counted = select(func.count()).select_from(Exhibit).where(*conditions(reader, wanted))
    return reader.session.scalar(counted) or 0


def exhibit_ids(
    reader: Reader,
    wanted: ExhibitFilter,
    sort: ExhibitSort = ExhibitSort.NUMBER,
    *,
    descending: bool = False,
) -> tuple[UUID, ...]:
    """Give the ids of all exhibits let through, in order; their rows come by window."""
    reader.allow(Action.READ_CASES)
    key, number = _SORT[sort], Exhibit.number.expression
    order = (key.desc(), number.desc()) if descending else (key, number)
    query = select(Exhibit.id).where(*conditions(reader, wanted)).order_by(*order)
    return tuple(reader.session.scalars(query))


def exhibit_rows(
    reader: Reader, ids: Sequence[UUID], how: ReadKind = ReadKind.FOUND
) -> tuple[ExhibitRow, ...]:
    """Give the rows of these exhibits, in the same order, but for those the reader may not see.

    `how` is what is done with them, for the log of readings: they stand in a list, if not told.

    Raises:
        NotAllowed.
    """
    rows = _rows(reader, ids)
    reader.shows(how, spoken_of(rows.values()))
    return tuple(rows[one] for one in ids if one in rows)


def spoken_of(rows: Iterable[ExhibitRow]) -> frozenset[UUID]:
    """Name the cases that rows of exhibits show to be tied to them."""
    return frozenset(link.case_id for row in rows for link in row.links if link.case_id)


def _rows(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, ExhibitRow]:
    reader.allow(Action.READ_CASES)
    found: dict[UUID, Exhibit] = {}
    for part in batches(ids):
        query = select(Exhibit).where(Exhibit.id.in_(part), exhibits_open_to(reader))
        found |= {row.id: row for row in reader.session.scalars(query)}
    if not found:
        return {}
    links = links_of(reader, found)
    thumbnails = _with_thumbnail(reader, found)
    names = dict(reader.session.execute(select(Staff.id, Staff.name)).all())
    return {
        one: row_of(row, links[one], names, has_thumbnail=one in thumbnails)
        for one, row in found.items()
    }


def exhibits_of_case(
    reader: Reader, case_id: UUID, how: ReadKind = ReadKind.FOUND
) -> tuple[ExhibitRow, ...]:
    """Give the exhibits that speak of a case, by number.

    Raises:
        NotAllowed: also where access to the case is limited.
    """
    rows = exhibits_of_cases(reader, [case_id])[case_id]
    reader.shows(how, spoken_of(rows))
    return rows


def exhibits_of_cases(
    reader: Reader, case_ids: Iterable[UUID]
) -> dict[UUID, tuple[ExhibitRow, ...]]:
    """Give the same of some cases, for another query, which says how they are shown.

    Raises:
        NotAllowed: also where access to one of them is limited.
    """
    reader.allow(Action.READ_CASES)
    wanted = list(case_ids)
    refuse_limited(reader, wanted)
    tied = reader.session.execute(
        select(ExhibitLink.case_id, Exhibit.id)
        .join(Exhibit, Exhibit.id == ExhibitLink.exhibit_id)
        .where(
            ExhibitLink.case_id.in_(wanted),
            ExhibitLink.case_id.in_(cases_open_to(reader)),
            *conditions(reader, ExhibitFilter()),
        )
        .order_by(Exhibit.number)
    ).all()
    rows = _rows(reader, dict.fromkeys(exhibit_id for _, exhibit_id in tied))
    of_case: dict[UUID | None, dict[UUID, ExhibitRow]] = defaultdict(dict)
    for case_id, exhibit_id in tied:
        of_case[case_id][exhibit_id] = rows[exhibit_id]
    return {case_id: tuple(of_case[case_id].values()) for case_id in wanted}


def exhibits_of_event(reader: Reader, event_id: UUID) -> tuple[ExhibitRow, ...]:
    """Give the exhibits that bear out an event, by number. Raises NotAllowed."""
    return exhibit_rows(reader, exhibit_ids(reader, ExhibitFilter(event_id=event_id)))


def exhibit_id_of(reader: Reader, number: str) -> UUID:
    """Find an exhibit by its number, in the bin too.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    query = select(Exhibit.id).where(
        Exhibit.number == number.strip().upper(), exhibits_open_to(reader)
    )
    found = reader.session.scalar(query)
    if found is None:
        raise NotFound("exhibits", number)
    return found


def same_bytes(reader: Reader, sha256: str) -> tuple[ExhibitRow, ...]:
    """Give the exhibits that are these bytes, so that a person may link instead of keeping twice.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    query = select(Exhibit.id).where(Exhibit.sha256 == sha256).order_by(Exhibit.number)
    return exhibit_rows(reader, reader.session.scalars(query).all())


def row_of(
    row: Exhibit,
    links: tuple[ExhibitLinkView, ...],
    names: Mapping[UUID, str],
    *,
    has_thumbnail: bool,
) -> ExhibitRow:
    """Give an exhibit as a list shows it."""
    return ExhibitRow(
        id=row.id,
        version=row.version,
        number=row.number,
        kind=row.kind,
        title=row.title,
        original_name=row.original_name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        received_by=row.received_by,
        origin=row.origin,
        received=row.received,
        made=row.made,
        shows=frozenset(Shown(code) for code in row.shows.split(",") if code),
        warnings=tuple(filter(None, row.warnings.split(","))),
        has_thumbnail=has_thumbnail,
        no_picture=row.no_picture,
        links=links,
        derived_from_id=row.derived_from_id,
        added_at=row.created_at,
        added_by=names.get(row.created_by, ""),
        removed_at=row.removed_at,
        removed_reason=row.removed_reason,
        minimum=minimum(row),
    )


def links_of(reader: Reader, ids: Iterable[UUID]) -> defaultdict[UUID, tuple[ExhibitLinkView, ...]]:
    """Give what exhibits are tied to, but for cases the reader may not see."""
    found: defaultdict[UUID, tuple[ExhibitLinkView, ...]] = defaultdict(tuple)
    for part in batches(ids):
        rows = reader.session.execute(
            select(ExhibitLink, CaseLine.number, CaseLine.name, Event, Incident)
            .outerjoin(CaseLine, CaseLine.case_id == ExhibitLink.case_id)
            .outerjoin(Event, Event.id == ExhibitLink.event_id)
            .outerjoin(Incident, Incident.id == ExhibitLink.incident_id)
            .where(
                ExhibitLink.exhibit_id.in_(part),
                or_(
                    ExhibitLink.case_id.is_(None),
                    ExhibitLink.case_id.in_(cases_open_to(reader)),
                ),
            )
            .order_by(CaseLine.number_key, ExhibitLink.id)
        )
        for link, number, name, event, incident in rows:
            found[link.exhibit_id] += (_link(link, number, name, event, incident),)
    return found


def _link(
    row: ExhibitLink,
    number: str | None,
    name: str | None,
    event: Event | None,
    incident: Incident | None,
) -> ExhibitLinkView:
    return ExhibitLinkView(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        case_number=number or "",
        case_name=name or "",
        event_id=row.event_id,
        event_code=event.code if event else None,
        event_date=event.occurred if event else PartialDate.unknown(),
        incident_id=row.incident_id,
        incident_number=incident.number if incident else "",
        incident_title=incident.title if incident else "",
        incident_title_hy=incident.title_hy if incident else "",
        incident_title_ru=incident.title_ru if incident else "",
        remark=row.remark,
    )


def _with_thumbnail(reader: Reader, ids: Iterable[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for part in batches(ids):
        found |= set(
            reader.session.scalars(
                select(Blob.exhibit_id).where(
                    Blob.exhibit_id.in_(part), Blob.kind == BlobKind.THUMBNAIL
                )
            )
        )
    return found

"""Reads lists of names: the list of them, one on the workbench, ours who are not on it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from app.db.unit_of_work import Reader
from app.errors import BadInput, NotFound
from app.queries.finding.likeness import man_of
from app.queries.limited_access import exhibits_open_to, lines_open_to
from app.queries.lists.rows import rows_of_version
from app.queries.sources import source_view
from app.shapes.like_pairs import PairMan
from app.shapes.lists import ListHead, ListLine, ListPage, ListSide, VersionHead
from app.shapes.requests.lists import ListColumn
from models.cases import CaseLine
from models.exhibits import Exhibit
from models.handovers import Arrival, Handover
from models.imports import KeptFile
from models.incidents import Incident
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.deeds import ReadKind
from models.vocabulary.lists import TIED, ColumnMeaning, Reply, RowState
from models.vocabulary.roles import Action

_NAMED = re.compile(r"^(?P<number>\S+?)\s*v\s*(?P<version>\d{1,4})$", re.IGNORECASE)


def list_lines(reader: Reader, *, handover_id: UUID | None = None) -> tuple[ListLine, ...]:
    """Give every list as its newest version stands, the newest number first; or of one handover.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    session = reader.session
    newest = (
        select(ListVersion.list_id, func.max(ListVersion.version_no).label("no"))
        .group_by(ListVersion.list_id)
        .subquery()
    )
    query = (
        select(NameList, ListVersion, Incident.number, Handover.number)
        .join(newest, newest.c.list_id == NameList.id)
        .join(
            ListVersion,
            (ListVersion.list_id == NameList.id) & (ListVersion.version_no == newest.c.no),
        )
        .outerjoin(Incident, Incident.id == NameList.incident_id)
        .outerjoin(Handover, Handover.id == NameList.handover_id)
        .order_by(NameList.number.desc())
    )
    if handover_id is not None:
        query = query.where(NameList.handover_id == handover_id)
    found = session.execute(query).all()
    states: dict[UUID, dict[RowState, int]] = defaultdict(dict)
    replies: dict[UUID, dict[Reply, int]] = defaultdict(dict)
    ids = [version.id for _, version, _, _ in found]
    counts = select(ListRow.version_id, ListRow.state, ListRow.reply, func.count()).group_by(
        ListRow.version_id, ListRow.state, ListRow.reply
    )
    for version_id, state, reply, count in session.execute(
        counts.where(ListRow.version_id.in_(ids))
    ):
        states[version_id][state] = states[version_id].get(state, 0) + count
        if reply is not None:
            replies[version_id][reply] = replies[version_id].get(reply, 0) + count
    return tuple(
        ListLine(
            id=row.id,
            number=row.number,
            kind=row.kind,
            direction=row.direction,
            title=row.title,
            issuer=source_view(row.issuer) if row.issuer else None,
            recipient=row.recipient,
            channel=row.channel,
            incident_number=incident or "",
            handover_number=handover or "",
            version_id=version.id,
            version_no=version.version_no,
            dated=version.dated,
            passed_on=version.passed_on,
            frozen=version.frozen_at is not None,
            states=states[version.id],
            replies=replies[version.id],
        )
        for row, version, incident, handover in found
    )


def list_page(reader: Reader, list_id: UUID, version_no: int | None = None) -> ListPage:
    """Give everything the workbench shows of one version but the candidates; None: the newest.

    Raises:
        NotAllowed; NotFound: no such list, or no such version.
    """
    reader.allow(Action.READ_CASES)
    row = reader.get(NameList, list_id)
    versions = _versions(reader, row)
    wanted = [head for head in versions if version_no in (None, head.version_no)]
    if not wanted:
        raise NotFound("list_versions", list_id)
    shown = wanted[-1]
    return ListPage(_head(reader, row), shown, versions, rows_of_version(reader, shown.id))


def side_of(reader: Reader, version_id: UUID) -> ListSide:
    """Give one version with its list, for a comparison. Raises NotAllowed, NotFound."""
    reader.allow(Action.READ_CASES)
    version = reader.get(ListVersion, version_id)
    row = version.of
    head = next(one for one in _versions(reader, row) if one.id == version_id)
    return ListSide(_head(reader, row), head)


def version_named(reader: Reader, typed: str) -> tuple[UUID, UUID, int]:
    """Find a list and a version by how they are named, "L-014" (its newest) or "L-014v3".

    Gives the id of the list, of the version, and its number.

    Raises:
        NotAllowed; BadInput: there is none of this name.
    """
    reader.allow(Action.READ_CASES)
    text = typed.strip()
    named = _NAMED.match(text)
    number = (named["number"] if named else text).upper()
    query = (
        select(ListVersion)
        .join(NameList, NameList.id == ListVersion.list_id)
        .where(func.upper(NameList.number) == number)
        .order_by(ListVersion.version_no.desc())
        .limit(1)
    )
    if named:
        query = query.where(ListVersion.version_no == int(named["version"]))
    found = reader.session.scalar(query)
    if found is None:
        raise BadInput("list", "no_such_list", value=text)
    return found.list_id, found.id, found.version_no


def ours_not_on(reader: Reader, version_id: UUID) -> tuple[PairMan, ...]:
    """Give our men of the same handover, else of the same incident, who are not on a version.

    Of a handover: those who came with it. Cases the reader may not see are left out.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    version = reader.get(ListVersion, version_id)
    of = version.of
    if of.handover_id is not None:
        came = select(Arrival.case_id).where(
            Arrival.handover_id == of.handover_id,
            Arrival.case_id.is_not(None),
            Arrival.withdrawn_at.is_(None),
        )
        ours: ColumnElement[bool] = CaseLine.case_id.in_(came)
    elif of.incident_id is not None:
        ours = CaseLine.incident_id == of.incident_id
    else:
        return ()
    on_it = select(ListRow.case_id).where(
        ListRow.version_id == version_id, ListRow.case_id.is_not(None), ListRow.state.in_(TIED)
    )
    lines = reader.session.scalars(
        select(CaseLine)
        .where(ours, CaseLine.case_id.not_in(on_it), *lines_open_to(reader))
        .order_by(CaseLine.number_key)
    ).all()
    reader.shows(ReadKind.FOUND, (line.case_id for line in lines))
    return tuple(map(man_of, lines))


def columns_of(kept: str) -> tuple[ListColumn, ...]:
    """Read the columns of a version as they are kept."""
    return tuple(ListColumn(head, ColumnMeaning(meaning)) for head, meaning in json.loads(kept))


def _head(reader: Reader, row: NameList) -> ListHead:
    incident = reader.session.get(Incident, row.incident_id) if row.incident_id else None
    handover = reader.session.get(Handover, row.handover_id) if row.handover_id else None
    return ListHead(
        id=row.id,
        version=row.version,
        number=row.number,
        kind=row.kind,
        direction=row.direction,
        title=row.title,
        issuer=source_view(row.issuer) if row.issuer else None,
        recipient=row.recipient,
        channel=row.channel,
        incident_id=row.incident_id,
        incident_number=incident.number if incident else "",
        handover_id=row.handover_id,
        handover_number=handover.number if handover else "",
        remark=row.remark,
    )


def _versions(reader: Reader, row: NameList) -> tuple[VersionHead, ...]:
    found = reader.session.execute(
        select(ListVersion, KeptFile.original_name, KeptFile.sha256, KeptFile.size, Exhibit.number)
        .outerjoin(KeptFile, KeptFile.id == ListVersion.file_id)
        .outerjoin(Exhibit, and_(Exhibit.id == ListVersion.exhibit_id, exhibits_open_to(reader)))
        .where(ListVersion.list_id == row.id)
        .order_by(ListVersion.version_no)
    ).all()
    counts = _row_counts(reader, [version.id for version, *_ in found])
    return tuple(
        VersionHead(
            id=version.id,
            version=version.version,
            version_no=version.version_no,
            named=f"{row.number} v{version.version_no}",
            dated=version.dated,
            passed_on=version.passed_on,
            origin=version.origin,
            file_name=file_name or "",
            file_sha256=sha256 or "",
            file_size=size or 0,
            exhibit_id=version.exhibit_id if exhibit else None,
            exhibit_number=exhibit or "",
            language=version.language,
            columns=columns_of(version.columns),
            reliability=version.reliability,
            credibility=version.credibility,
            sha256=version.sha256,
            frozen_at=version.frozen_at,
            remark=version.remark,
            rows=counts.get(version.id, 0),
        )
        for version, file_name, sha256, size, exhibit in found
    )


def _row_counts(reader: Reader, version_ids: Sequence[UUID]) -> dict[UUID, int]:
    counted = reader.session.execute(
        select(ListRow.version_id, func.count())
        .where(ListRow.version_id.in_(version_ids))
        .group_by(ListRow.version_id)
    )
    return dict(counted.all())

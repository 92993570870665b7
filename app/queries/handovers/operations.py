"""Reads return operations: the list, and the page of one with manifest, arrivals and claims."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.handovers.announced import announced
from app.queries.handovers.arrivals import arrival_views
from app.queries.handovers.differences import differences
from app.queries.limited_access import cases_open_to
from app.queries.places import places_of
from app.shapes.handovers import (
    ArrivalView,
    HandoverLine,
    HandoverPage,
    Manifest,
    ManifestMan,
    StepState,
)
from models.cases import Case
from models.handovers import Arrival, Handover
from models.incidents import Incident
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.deeds import ReadKind
from models.vocabulary.handovers import ArrivalStep
from models.vocabulary.lists import NO_MAN, ListType, RowState
from models.vocabulary.roles import Action


def handover_lines(reader: Reader) -> tuple[HandoverLine, ...]:
    """List the return operations, the latest first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found = reader.session.scalars(
        select(Handover).order_by(Handover.occurred.sort_key.desc(), Handover.number.desc())
    ).all()
    places = places_of(reader.session, (row.place_id for row in found))
    came: dict[UUID, list[ArrivalView]] = defaultdict(list)
    rows = reader.session.scalars(select(Arrival).where(Arrival.withdrawn_at.is_(None))).all()
    for view in arrival_views(reader, rows):
        came[view.handover_id].append(view)
    on_manifest = _manifest_counts(reader)
    now = reader.clock.now()
    return tuple(
        HandoverLine(
            id=row.id,
            number=row.number,
            occurred=row.occurred,
            channel=row.channel,
            route=row.route,
            route_hy=row.route_hy,
            route_ru=row.route_ru,
            place=places.get(row.place_id) if row.place_id else None,
            announced=row.headcount,
            manifest=on_manifest.get(row.id),
            arrived=len(came[row.id]),
            verified=sum(
                one.steps[ArrivalStep.VERIFIED] is not StepState.OPEN for one in came[row.id]
            ),
            through=sum(not one.missing for one in came[row.id]),
            overdue=0 if row.closed_at else sum(one.overdue(now) for one in came[row.id]),
            closed=row.closed_at is not None,
        )
        for row in found
    )


def handover_page(
    reader: Reader, handover_id: UUID, how: ReadKind = ReadKind.FOUND
) -> HandoverPage:
    """Read everything the page of a return operation shows, or its paper (`how` it is read).

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    row = reader.get(Handover, handover_id)
    places = places_of(reader.session, (row.place_id, row.from_place_id))
    rows = reader.session.scalars(
        select(Arrival)
        .where(Arrival.handover_id == handover_id)
        .order_by(Arrival.arrived_at, Arrival.id)
    ).all()
    views = arrival_views(reader, rows, how)
    beside = announced(reader, (handover_id,))[handover_id]
    came = tuple(one for one in views if one.withdrawn_at is None)
    manifest = _manifest(reader, handover_id, how)
    incident = reader.session.get(Incident, row.incident_id) if row.incident_id else None
    return HandoverPage(
        id=row.id,
        version=row.version,
        number=row.number,
        incident_id=row.incident_id,
        incident_number="" if incident is None else incident.number,
        occurred=row.occurred,
        channel=row.channel,
        headcount=row.headcount,
        from_place=places.get(row.from_place_id) if row.from_place_id else None,
        place=places.get(row.place_id) if row.place_id else None,
        route=row.route,
        route_hy=row.route_hy,
        route_ru=row.route_ru,
        transport=row.transport,
        intermediary=row.intermediary,
        agreed_for=row.agreed_for,
        remark=row.remark,
        closed_at=row.closed_at,
        closed_remark=row.closed_remark,
        manifest=manifest,
        arrivals=came,
        withdrawn=tuple(one for one in views if one.withdrawn_at is not None),
        differences=differences(manifest.men if manifest else (), came),
        claims=beside.claims,
        split=beside.split,
    )


# --- the manifest

#: Neither what somebody marked as no man, nor a heading or a sum that nobody looked at yet.
_IS_A_MAN = and_(
    ListRow.state != RowState.NOT_A_MAN,
    or_(ListRow.state != RowState.OPEN, ListRow.fault.not_in(NO_MAN)),
)


def _newest_manifests(reader: Reader) -> dict[UUID, tuple[UUID, UUID]]:
    """Give list and newest version of the manifest of each handover; of two lists the later."""
    found: dict[UUID, tuple[UUID, UUID]] = {}
    rows = reader.session.execute(
        select(NameList.handover_id, NameList.id, ListVersion.id)
        .join(ListVersion, ListVersion.list_id == NameList.id)
        .where(NameList.kind == ListType.MANIFEST, NameList.handover_id.is_not(None))
        .order_by(NameList.created_at, NameList.id, ListVersion.version_no)
    )
    for handover_id, list_id, version_id in rows:
        if handover_id is not None:
            found[handover_id] = (list_id, version_id)
    return found


def _manifest_counts(reader: Reader) -> dict[UUID, int]:
    of_version = {version: handover for handover, (_, version) in _newest_manifests(reader).items()}
    counts = dict.fromkeys(of_version.values(), 0)
    for some in batches(of_version):
        for version_id, men in reader.session.execute(
            select(ListRow.version_id, func.count())
            .where(ListRow.version_id.in_(some), _IS_A_MAN)
            .group_by(ListRow.version_id)
        ):
            counts[of_version[version_id]] = men
    return counts


def _manifest(reader: Reader, handover_id: UUID, how: ReadKind) -> Manifest | None:
    newest = _newest_manifests(reader).get(handover_id)
    if newest is None:
        return None
    version = reader.get(ListVersion, newest[1])
    names = version.of
    rows = reader.session.scalars(
        select(ListRow).where(ListRow.version_id == version.id, _IS_A_MAN).order_by(ListRow.row_no)
    ).all()
    open_to = _open_among(reader, (row.case_id for row in rows))
    reader.shows(how, open_to)
    return Manifest(
        list_id=names.id,
        named=f"{names.number} v{version.version_no}",
        title=names.title,
        dated=version.dated,
        men=tuple(_man(row, open_to) for row in rows),
        issuer_id=names.issuer_id,
    )


def _man(row: ListRow, open_to: frozenset[UUID]) -> ManifestMan:
    if row.case_id is not None and row.case_id not in open_to:
        return ManifestMan(row.id, row.row_no, "", hidden=True)
    return ManifestMan(
        row_id=row.id,
        row_no=row.row_no,
        name=row.name or " ".join(str(cell) for cell in json.loads(row.verbatim) if cell),
        father=row.father,
        birth=row.birth,
        case_id=row.case_id,
    )


def _open_among(reader: Reader, case_ids: Iterable[UUID | None]) -> frozenset[UUID]:
    wanted = {case_id for case_id in case_ids if case_id is not None}
    return frozenset(
        case_id
        for some in batches(wanted)
        for case_id in reader.session.scalars(cases_open_to(reader).where(Case.id.in_(some)))
    )

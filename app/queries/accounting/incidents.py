"""Reads incidents: the list, and the page of one with its claims beside our own counts."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.accounting.claims import claims_of
from app.queries.limited_access import lines_kept
from app.queries.places import places_of
from app.shapes.incidents import (
    ClaimView,
    HandoverView,
    IncidentPage,
    IncidentRow,
    PositionView,
)
from app.shapes.places import PlaceView
from models.cases import Case, CaseLine
from models.handovers import Handover
from models.incidents import Incident, Position, Unit
from models.vocabulary.roles import Action
from models.vocabulary.status import AccountingLine


def incident_rows(reader: Reader) -> tuple[IncidentRow, ...]:
    """List the incidents by number, with the number of their cases."""
    reader.allow(Action.READ_CASES)
    counts = dict(
        reader.session.execute(
            select(CaseLine.incident_id, func.count())
            .where(lines_kept())
            .group_by(CaseLine.incident_id)
        ).all()
    )
    found = reader.session.scalars(select(Incident).order_by(Incident.number)).all()
    places = places_of(reader.session, (row.place_id for row in found))
    return tuple(
        IncidentRow(
            id=row.id,
            number=row.number,
            title=row.title,
            title_hy=row.title_hy,
            title_ru=row.title_ru,
            occurred=row.occurred,
            place=_place(places, row.place_id),
            cases=counts.get(row.id, 0),
        )
        for row in found
    )


def _place(places: dict[UUID, PlaceView], place_id: UUID | None) -> PlaceView | None:
    return places.get(place_id) if place_id else None


def incident_page(reader: Reader, incident_id: UUID) -> IncidentPage:
    """Read everything the page of an incident shows.

    Raises:
        NotFound.
    """
    reader.allow(Action.READ_CASES)
    row = reader.session.get(Incident, incident_id)
    if row is None:
        raise NotFound("incidents", incident_id)
    lines = reader.session.scalars(
        select(CaseLine.accounting).where(CaseLine.incident_id == incident_id, lines_kept())
    ).all()
    sums = Counter(lines)
    claims = claims_of(reader, incident_id)
    handovers = _handovers(reader, incident_id, claims)
    positions = _positions(reader, incident_id)
    return IncidentPage(
        id=row.id,
        version=row.version,
        number=row.number,
        title=row.title,
        title_hy=row.title_hy,
        title_ru=row.title_ru,
        occurred=row.occurred,
        place=_place(places_of(reader.session, [row.place_id]), row.place_id),
        place_as_reported=row.place_as_reported,
        summary=row.summary,
        summary_hy=row.summary_hy,
        summary_ru=row.summary_ru,
        positions=positions,
        claims=tuple(view for handover, view in claims if handover is None),
        handovers=handovers,
        by_line={line: sums[line.value] for line in AccountingLine if sums[line.value]},
        cases=len(lines),
    )


def _handovers(
    reader: Reader, incident_id: UUID, claims: list[tuple[UUID | None, ClaimView]]
) -> tuple[HandoverView, ...]:
    found = reader.session.scalars(
        select(Handover)
        .where(Handover.incident_id == incident_id)
        .order_by(Handover.occurred.sort_key, Handover.number)
    ).all()
    places = places_of(reader.session, (row.place_id for row in found))
    return tuple(
        HandoverView(
            id=row.id,
            number=row.number,
            occurred=row.occurred,
            channel=row.channel,
            headcount=row.headcount,
            place=_place(places, row.place_id),
            route=row.route,
            route_hy=row.route_hy,
            route_ru=row.route_ru,
            remark=row.remark,
            claims=tuple(view for handover, view in claims if handover == row.id),
        )
        for row in found
    )


def _positions(reader: Reader, incident_id: UUID) -> tuple[PositionView, ...]:
    men = dict(
        reader.session.execute(
            select(Case.position_id, func.count())
            .where(
                Case.incident_id == incident_id,
                Case.removed_at.is_(None),
                Case.merged_into_id.is_(None),
            )
            .group_by(Case.position_id)
        ).all()
    )
    found = reader.session.scalars(
        select(Position).where(Position.incident_id == incident_id).order_by(Position.name)
    ).all()
    places = places_of(reader.session, (position.place_id for position in found))
    units = {unit.id: unit for unit in reader.session.scalars(select(Unit))}
    return tuple(
        PositionView(
            id=position.id,
            name=position.name,
            name_hy=position.name_hy,
            name_ru=position.name_ru,
            unit_id=position.unit_id,
            unit=_unit(units, position, "en"),
            unit_hy=_unit(units, position, "hy"),
            unit_ru=_unit(units, position, "ru"),
            place=_place(places, position.place_id),
            cases=men.get(position.id, 0),
        )
        for position in found
    )


def _unit(units: dict[UUID, Unit], position: Position, lang: str) -> str:
    unit = units.get(position.unit_id) if position.unit_id else None
    return "" if unit is None else unit.name_in(lang)

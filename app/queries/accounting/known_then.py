"""Reads the register as it was known at the end of a day, from what was recorded up to then.

Which men a filter means (incident, place, unit, words) is read as it stands today; what was known
of them (headline, facets, chips) as it stood then. A case that was not yet there is not counted;
one that lies in the bin today, or was taken into another, is no man of any day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any  # Any: columns of several types
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, exists, func, or_, select

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.queries.cases.filter_query import HasCode
from app.shapes.filter_query import QueryKey, WhatIs
from models.cases import CaseLine, FacetSnapshot
from models.codebook.accounting import HELD_EITHER_WAY, LINE_OF
from models.vocabulary.status import AccountingLine, Ack, Facet, Headline, Icrc, Remains, Repat

_FACETS = {QueryKey.FATE: Facet.FATE, QueryKey.HELD: Facet.CUSTODY, QueryKey.ADMITTED: Facet.ACK}
_CLOSED = ("CLOSED", "MERGED", "REJECTED")
_LINE = FacetSnapshot.accounting.expression
#: What told, in snapshots older than the kept line, that the other side admits a man is held.
_ADMITTED = (
    (Facet.ACK, Ack.ACK_OFFICIAL),
    (Facet.ICRC, Icrc.NOTIFIED_BY_POWER),
    (Facet.ICRC, Icrc.VISITED),
)


def end_of(day: date) -> datetime:
    """Give the moment at which a day of the office ends."""
    return datetime.combine(day + timedelta(days=1), time(), OFFICE_ZONE)


def last_snapshots(day: date, of_cases: Select[UUID] | None = None) -> Subquery:
    """Select the last snapshot of each case up to the end of a day, by the index alone."""
    up_to: list[ColumnElement[bool]] = [FacetSnapshot.recorded_at < end_of(day)]
    if of_cases is not None:
        up_to.append(FacetSnapshot.case_id.in_(of_cases))
    told = (
        select(
            FacetSnapshot.id,
            FacetSnapshot.case_id,
            FacetSnapshot.accounting,
            FacetSnapshot.headline,
            FacetSnapshot.chips,
            func.lead(FacetSnapshot.id)
            .over(partition_by=FacetSnapshot.case_id, order_by=FacetSnapshot.id)
            .label("next"),
        )
        .where(*up_to)
        .subquery()
    )
    return select(told).where(told.c.next.is_(None)).subquery("known")


def moments_of_change(of_cases: Select[UUID] | None = None) -> Select[datetime]:
    """Select the moments at which a case came into the register or onto another line."""
    stood = case((FacetSnapshot.accounting == "", FacetSnapshot.headline), else_=_LINE)
    before = func.lag(stood).over(partition_by=FacetSnapshot.case_id, order_by=FacetSnapshot.id)
    told = select(FacetSnapshot.recorded_at, stood.label("stood"), before.label("before"))
    if of_cases is not None:
        told = told.where(FacetSnapshot.case_id.in_(of_cases))
    steps = told.subquery()
    return (
        select(steps.c.recorded_at)
        .where(or_(steps.c.before.is_(None), steps.c.before != steps.c.stood))
        .distinct()
    )


def codes_then(reader: Reader, known: Subquery) -> HasCode:
    """Ask for the codes of a filter as they stood in snapshots."""

    def has(key: QueryKey, codes: Sequence[str]) -> ColumnElement[bool]:
        if key is QueryKey.STATUS:
            return known.c.headline.in_(codes)
        if key is QueryKey.CHIP:
            return carries(known.c.chips, codes)
        if key is QueryKey.HOME:
            return or_(*(_home(known, code) for code in codes))
        if key is not QueryKey.IS:
            return or_(*(facet_was(known, _FACETS[key], code) for code in codes))
        closed = or_(*(facet_was(known, Facet.ADMIN, code) for code in _CLOSED))
        states = {
            WhatIs.OPEN: ~closed,
            WhatIs.CLOSED: closed,
            WhatIs.MINE: CaseLine.officer_id == reader.actor.id,
        }
        return or_(*(states[WhatIs(code)] for code in codes))

    return has


def carries(chips: Any, wanted: Sequence[str]) -> ColumnElement[bool]:
    """Ask whether chips, kept with commas, hold one of some."""
    return or_(*(("," + chips + ",").contains(f",{chip},") for chip in wanted))


def facet_was(known: Subquery, facet: Facet, code: str) -> ColumnElement[bool]:
    """Ask whether a facet of a snapshot had a value; the snapshot itself is read for it."""
    return exists().where(
        FacetSnapshot.id == known.c.id,
        FacetSnapshot.facets.contains(f'"{facet.value}":{{"value":"{code}"'),
    )


def stood_on(known: Subquery, line: AccountingLine) -> ColumnElement[bool]:
    """Ask whether a case stood on a line; of older snapshots the line is read from the facets."""
    older = [head.value for head, on in LINE_OF.items() if on is line]
    found: list[ColumnElement[bool]] = [known.c.headline.in_(older)]
    if line in {AccountingLine.HELD_ACKNOWLEDGED, AccountingLine.HELD_NOT_ACKNOWLEDGED}:
        admitted = was_admitted(known)
        acknowledged = line is AccountingLine.HELD_ACKNOWLEDGED
        either_way = known.c.headline.in_([head.value for head in HELD_EITHER_WAY])
        found.append(and_(either_way, admitted if acknowledged else ~admitted))
    return or_(known.c.accounting == line.value, and_(known.c.accounting == "", or_(*found)))


def was_admitted(known: Subquery) -> ColumnElement[bool]:
    """Ask whether the other side or the Red Cross said of a man that he is held."""
    return or_(*(facet_was(known, facet, value.value) for facet, value in _ADMITTED))


def line_of_headline(headline: str) -> AccountingLine | None:
    """Give the line of an older snapshot by its headline; None: the facets decide."""
    return LINE_OF.get(Headline(headline))


def _home(known: Subquery, code: str) -> ColumnElement[bool]:
    """Ask for the mark "home": REPAT, or REMAINS once it is set."""
    none = facet_was(known, Facet.REMAINS, Remains.NONE.value)
    if code in {value.value for value in Repat}:
        return and_(none, facet_was(known, Facet.REPAT, code))
    return and_(~none, facet_was(known, Facet.REMAINS, code))

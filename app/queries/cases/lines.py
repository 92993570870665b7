"""Reads the register as a list: ids first in a vector, rows by window (U-04; house.md, Tables)."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.cases.filter_query import (
    HasCode,
    last_known_within,
    query_condition,
    silent_since,
)
from app.queries.limited_access import lines_open_to
from app.queries.places import places_of
from app.search.query_language import read_query
from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from app.shapes.filter_query import CodeIn, QueryKey, WhatIs
from app.shapes.places import PlaceView
from models.cases import CaseLine
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_SORT: dict[CaseSort, ColumnElement[Any]] = {  # Any: columns of several types
    CaseSort.NUMBER: CaseLine.number_key.expression,
    CaseSort.NAME: CaseLine.name_key.expression,
    CaseSort.BORN: CaseLine.born_key.expression,
    CaseSort.PLACE: CaseLine.place_key.expression,
    CaseSort.LAST: CaseLine.last_key.expression,
    CaseSort.HEADLINE: CaseLine.headline.expression,
    CaseSort.CHANGED: CaseLine.changed_at.expression,
}
_CHUNK = 20_000


def conditions(
    reader: Reader, wanted: CaseFilter, then: HasCode | None = None
) -> list[ColumnElement[bool]]:
    """Give the conditions that a filter, and who reads, set on a register line.

    `then` asks for codes as they stood on another day than today.
    """
    found = lines_open_to(reader)
    asked = read_query(wanted.text).tree
    if asked is not None:
        found.append(query_condition(reader, asked, then))
    for key, values in (
        (QueryKey.STATUS, wanted.headlines),
        (QueryKey.FATE, wanted.fates),
        (QueryKey.HELD, wanted.custodies),
        (QueryKey.ADMITTED, wanted.acks),
        (QueryKey.HOME, wanted.homes),
        (QueryKey.CHIP, wanted.chips),
    ):
        if values:
            found.append(query_condition(reader, CodeIn(key, values), then))
    if wanted.incident_id is not None:
        found.append(CaseLine.incident_id == wanted.incident_id)
    if wanted.officer_id is not None:
        found.append(CaseLine.officer_id == wanted.officer_id)
    if wanted.place_id is not None:
        found.append(CaseLine.place_id == wanted.place_id)
    if wanted.last_from is not None or wanted.last_to is not None:
        found.append(last_known_within(wanted.last_from, wanted.last_to))
    if wanted.no_sign_of_life_before is not None:
        found.append(silent_since(wanted.no_sign_of_life_before))
    if not wanted.with_closed:
        found.append(query_condition(reader, CodeIn(QueryKey.IS, (WhatIs.OPEN,)), then))
    return found


def count_cases(reader: Reader, wanted: CaseFilter) -> int:
    """Count the cases that a filter lets through."""
    reader.allow(Action.READ_CASES)
    return reader.session.scalar(
        select(func.count()).select_from(CaseLine).where(*conditions(reader, wanted))
    ) or 0  # fmt: skip


def _ordered(
    reader: Reader, wanted: CaseFilter, sort: CaseSort, *, descending: bool
) -> Select[int]:
    key, row = _SORT[sort], CaseLine.row
    order = (key.desc(), row.desc()) if descending else (key, row.expression)
    return select(CaseLine.row).where(*conditions(reader, wanted)).order_by(*order)


def row_vector(
    reader: Reader, wanted: CaseFilter, sort: CaseSort, *, descending: bool = False
) -> array[int]:
    """Give the row numbers of all cases let through, in order: 8 bytes a case."""
    reader.allow(Action.READ_CASES)
    query = _ordered(reader, wanted, sort, descending=descending)
    if wanted.text and sort is not CaseSort.CHANGED:
        # All lines are read anyhow: once through the table, then sorted, is three times as fast
        # as by the index of the order, which jumps to a page of the table for every line.
        key = _SORT[sort].concat("")
        query = query.order_by(None).order_by(
            *((key.desc(), CaseLine.row.desc()) if descending else (key, CaseLine.row.expression))
        )
    vector = array("q")
    result = reader.session.connection().execution_options(yield_per=_CHUNK).execute(query)
    for part in result.scalars().partitions():
        vector.extend(part)
    return vector


def first_rows(
    reader: Reader, wanted: CaseFilter, sort: CaseSort, *, descending: bool = False, limit: int = 60
) -> tuple[CaseRow, ...]:
    """Give the first rows at once, before the whole vector is known."""
    reader.allow(Action.READ_CASES)
    query = _ordered(reader, wanted, sort, descending=descending).limit(limit)
    return rows(reader, reader.session.scalars(query).all())


def rows(reader: Reader, numbers: Sequence[int]) -> tuple[CaseRow, ...]:
    """Give the rows of these numbers, in the same order; numbers no longer there are left out."""
    reader.allow(Action.READ_CASES)
    wanted = list(numbers)
    lines: list[CaseLine] = []
    for start in range(0, len(wanted), 500):
        lines += reader.session.scalars(
            select(CaseLine).where(
                CaseLine.row.in_(wanted[start : start + 500]), *lines_open_to(reader)
            )
        )
    reader.shows(ReadKind.FOUND, (line.case_id for line in lines))
    places = places_of(reader.session, (line.place_id for line in lines))
    found = {line.row: _row(line, places) for line in lines}
    return tuple(found[number] for number in wanted if number in found)


def rows_of_cases(reader: Reader, case_ids: Sequence[UUID]) -> tuple[CaseRow, ...]:
    """Give the rows of these cases, in no order; for refreshing what a save touched."""
    reader.allow(Action.READ_CASES)
    lines = [
        line
        for ids in batches(case_ids)
        for line in reader.session.scalars(
            select(CaseLine).where(CaseLine.case_id.in_(ids), *lines_open_to(reader))
        )
    ]
    reader.shows(ReadKind.FOUND, (line.case_id for line in lines))
    places = places_of(reader.session, (line.place_id for line in lines))
    return tuple(_row(line, places) for line in lines)


def _row(line: CaseLine, places: dict[UUID, PlaceView]) -> CaseRow:
    return CaseRow(
        row=line.row,
        case_id=line.case_id,
        number=line.number,
        name=line.name,
        name_second=line.name_second,
        born=_date(line.born_edtf),
        unit=line.unit,
        unit_hy=line.unit_hy,
        unit_ru=line.unit_ru,
        place=places.get(line.place_id) if line.place_id else None,
        place_text=line.place_text,
        last=_date(line.last_edtf),
        headline=line.headline,
        fate=line.fate,
        custody=line.custody,
        ack=line.ack,
        home=line.home,
        contested=frozenset(filter(None, line.contested.split(","))),
        chips=tuple(filter(None, line.chips.split(","))),
        sign_of_life=line.sign_of_life,
        incident_id=line.incident_id,
        closed=line.closed,
    )


def _date(edtf: str | None) -> PartialDate:
    return PartialDate.restore(edtf, "")

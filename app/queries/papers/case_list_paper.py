"""Reads a list of cases to be printed: lines of the register, names in every script, who has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import batched
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.cases.lines import row_vector, rows
from app.search.query_language import read_query
from app.shapes.case_list import CaseFilter, CaseRow
from app.shapes.case_list_paper import CaseListPaper, CaseListWanted, ListedCase
from app.shapes.case_report import Wording
from app.shapes.filter_query import (
    AllOf,
    CodeIn,
    DateIs,
    QueryKey,
    QueryNode,
    SilentFor,
    WhatIs,
    WordsIn,
)
from models.cases import Case
from models.incidents import Incident
from models.people import PersonName, ServiceRecord
from models.places import PlaceName
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameKind, Script
from models.vocabulary.roles import Action

_AT_ONCE = 500
_LANG = {Script.ARMENIAN: "hy", Script.CYRILLIC: "ru", Script.LATIN: "en"}


def case_list_paper(
    reader: Reader, wanted: CaseListWanted, how: ReadKind = ReadKind.PRINTED
) -> CaseListPaper:
    """Read the cases that a filter lets through, with what the printed columns say.

    Some queries for every five hundred men, however many there are. `how` says as what it is
    noted that limited cases are shown (R-45).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.DRAFT_REPORT)
    cases: list[ListedCase] = []
    vector = row_vector(reader, wanted.cases, wanted.sort, descending=wanted.descending)
    for numbers in batched(vector, _AT_ONCE):
        page = rows(reader, numbers)
        reader.shows(how, (row.case_id for row in page))
        cases.extend(_listed(reader, page))
    return CaseListPaper(
        cases=tuple(cases),
        columns=wanted.columns,
        sort=wanted.sort,
        descending=wanted.descending,
        turn=wanted.turn,
        asked=_asked(reader, wanted.cases),
    )


def _listed(reader: Reader, page: Sequence[CaseRow]) -> Iterator[ListedCase]:
    ids = [row.case_id for row in page]
    names, ranks, officers = _names(reader, ids), _ranks(reader, ids), _officers(reader, ids)
    for row in page:
        yield ListedCase(
            row=row,
            names=Wording(**names.get(row.case_id, {})),
            rank=ranks.get(row.case_id, ""),
            officer=officers.get(row.case_id, ""),
        )


def _names(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """Give the accepted name of each script, as that script writes it."""
    found = reader.session.execute(
        select(
            PersonName.person_id,
            PersonName.script,
            PersonName.family,
            PersonName.given,
            PersonName.patronymic,
            PersonName.full_as_written,
            PersonName.is_primary,
            PersonName.kind,
        )
        .where(PersonName.person_id.in_(ids), PersonName.script.in_(_LANG))
        .order_by(PersonName.position)
    ).all()
    best = sorted(found, key=lambda one: (not one.is_primary, one.kind is not NameKind.OFFICIAL))
    names: dict[UUID, dict[str, str]] = defaultdict(dict)
    for one in best:
        parts = " ".join(filter(None, (one.family, one.given, one.patronymic)))
        names[one.person_id].setdefault(_LANG[one.script], parts or one.full_as_written)
    return names


def _ranks(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, str]:
    found = reader.session.execute(
        select(ServiceRecord.person_id, ServiceRecord.rank, ServiceRecord.rank_as_written)
        .where(ServiceRecord.person_id.in_(ids))
        .order_by(ServiceRecord.position)
    )
    return {person_id: code or written for person_id, code, written in found}


def _officers(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, str]:
    found = reader.session.execute(
        select(Case.id, Staff.name).join(Staff, Staff.id == Case.officer_id).where(Case.id.in_(ids))
    )
    return dict(found.all())


def _asked(reader: Reader, wanted: CaseFilter) -> QueryNode | None:
    """Put the fields of a filter into one question, so that the paper can say it in words."""
    typed = read_query(wanted.text).tree
    parts: list[QueryNode] = [] if typed is None else [typed]
    for key, codes in (
        (QueryKey.STATUS, wanted.headlines),
        (QueryKey.FATE, wanted.fates),
        (QueryKey.HELD, wanted.custodies),
        (QueryKey.ADMITTED, wanted.acks),
        (QueryKey.HOME, wanted.homes),
        (QueryKey.CHIP, wanted.chips),
    ):
        if codes:
            parts.append(CodeIn(key, codes))
    parts.extend(_things(reader, wanted))
    if wanted.last_from is not None:
        parts.append(DateIs(QueryKey.SINCE, PartialDate.on(wanted.last_from)))
    if wanted.last_to is not None:
        parts.append(DateIs(QueryKey.UNTIL, PartialDate.on(wanted.last_to)))
    if wanted.no_sign_of_life_before is not None:
        parts.append(SilentFor((reader.clock.today() - wanted.no_sign_of_life_before).days))
    if not wanted.with_closed:
        parts.append(CodeIn(QueryKey.IS, (WhatIs.OPEN,)))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _things(reader: Reader, wanted: CaseFilter) -> Iterator[QueryNode]:
    session = reader.session
    if wanted.incident_id is not None:
        number = session.scalar(select(Incident.number).where(Incident.id == wanted.incident_id))
        yield WordsIn(QueryKey.INCIDENT, (number or "",))
    if wanted.officer_id is not None:
        name = session.scalar(select(Staff.name).where(Staff.id == wanted.officer_id))
        yield WordsIn(QueryKey.OFFICER, (name or "",))
    if wanted.place_id is not None:
        named = select(PlaceName.name).where(PlaceName.place_id == wanted.place_id)
        yield WordsIn(QueryKey.PLACE, (session.scalar(named.limit(1)) or "",))

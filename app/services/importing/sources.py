"""Finds or enters the sources a list speaks through: a page, an issue, the list itself."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import insert, select

from app.db.unit_of_work import UnitOfWork
from app.search.fold import fold
from app.services.importing.rows import SourceInUse, Values
from app.services.numbering import next_source_code
from app.shapes.requests.evidence import NewSource
from models.base import Entity, new_id
from models.sources import Source
from models.vocabulary.accounts import PROTECTED_SOURCE_KINDS

_IN_ONE_QUERY = 500
_WIDTH = 4


def sources_in_use(
    uow: UnitOfWork, wanted: Iterable[NewSource]
) -> tuple[dict[NewSource, SourceInUse], list[tuple[type[Entity], Values]]]:
    """Give each source of a list as it stands in the register, entering those that are new.

    The same kind, title and address are the same source. The rows entered are given as well,
    for the history.
    """
    distinct = list(dict.fromkeys(wanted))
    found = _known(uow, distinct)
    fresh: list[Values] = []
    for source in distinct:
        if source not in found:
            values = _values(uow, source, fresh)
            fresh.append(values)
            found[source] = SourceInUse(
                id=values["id"],  # type: ignore[arg-type]  # _values puts a UUID there
                kind=source.kind,
                group=source.independence_group,
            )
    if fresh:
        uow.session.execute(insert(Source.__table__), fresh)  # type: ignore[arg-type]  # mapped classes have a Table
    return found, [(Source, values) for values in fresh]


def _known(uow: UnitOfWork, wanted: list[NewSource]) -> dict[NewSource, SourceInUse]:
    titles = sorted({source.title for source in wanted})
    here: dict[tuple[str, str, str], SourceInUse] = {}
    for start in range(0, len(titles), _IN_ONE_QUERY):
        rows = uow.session.scalars(
            select(Source)
            .where(Source.title.in_(titles[start : start + _IN_ONE_QUERY]))
            .order_by(Source.code)
        )
        for row in rows:
            here.setdefault(
                (row.kind.value, row.title, row.url),
                SourceInUse(row.id, row.kind, row.independence_group),
            )
    return {
        source: here[key]
        for source in wanted
        if (key := (source.kind.value, source.title, source.url)) in here
    }


def _values(uow: UnitOfWork, source: NewSource, before: list[Values]) -> Values:
    confidential = source.confidential or source.kind in PROTECTED_SOURCE_KINDS
    code = _next_code(uow, before, confidential=confidential)
    shown = code if confidential else f"{code} {source.title}"
    return {
        "id": new_id(),
        "code": code,
        "kind": source.kind,
        "title": source.title,
        "contact": source.contact,
        "confidential": confidential,
        "independence_group": source.independence_group,
        "url": source.url,
        "remark": source.remark,
        "search_key": fold(shown)[:1100],
        **uow.stamps(),
    }


def _next_code(uow: UnitOfWork, before: list[Values], *, confidential: bool) -> str:
    stem = "W-" if confidential else "S-"
    last = next((str(v["code"]) for v in reversed(before) if str(v["code"]).startswith(stem)), "")
    if not last:
        return next_source_code(uow, confidential=confidential)
    return f"{stem}{int(last.removeprefix(stem)) + 1:0{_WIDTH}d}"

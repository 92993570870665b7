"""Keeps places, incidents, sources, exhibits and lists findable by every name they have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.db import word_index
from app.db.unit_of_work import UnitOfWork
from app.db.word_index import WordTable
from app.queries.case_history import batches
from app.search.index_words import thing_words, words_typed
from app.shapes.search import HitKind
from models.exhibits import Exhibit
from models.finding import FoundThing, KnownWord
from models.incidents import Incident
from models.lists import NameList
from models.places import Place, PlaceName
from models.sources import Source

OF_THINGS = "t"
"""Role of a known word that occurs in the names of things."""

type Names = dict[UUID, str]


def keep_things_findable(uow: UnitOfWork) -> None:
    """Keep what a unit of work touched findable by what it is called now."""
    uow.session.flush()
    touched: dict[str, set[UUID]] = defaultdict(set)
    for table, thing_id in uow.history.things_touched():
        touched[table].add(thing_id)
    places = touched.pop(PlaceName.__tablename__, set())
    for some in batches(places):
        touched[Place.__tablename__].update(
            uow.session.scalars(select(PlaceName.place_id).where(PlaceName.id.in_(some)))
        )
    touched[Place.__tablename__] |= uow.history.former("place_names", "place_id")
    for kind, (table, _) in _KINDS.items():
        if touched.get(table):
            keep_things(uow, kind, touched[table])


def build_things(uow: UnitOfWork) -> None:
    """Build anew what all places, incidents, sources, exhibits and lists are found by."""
    uow.session.execute(delete(FoundThing))
    uow.session.execute(delete(KnownWord).where(KnownWord.role == OF_THINGS))
    word_index.empty(uow.session.connection(), WordTable.THINGS)
    for kind, model in _MODELS.items():
        keep_things(uow, kind, uow.session.scalars(select(model.id)).all())


def keep_things(uow: UnitOfWork, kind: HitKind, ids: Collection[UUID]) -> None:
    """Keep things of one kind findable: those that are there no more are forgotten."""
    connection, counts = uow.session.connection(), Counter[tuple[str, str]]()
    names_of = _KINDS[kind][1]
    for some in batches(ids):
        names = names_of(uow.session, some)
        kept = {
            thing_id: (row, known)
            for row, thing_id, known in uow.session.execute(
                select(FoundThing.row, FoundThing.thing_id, FoundThing.names).where(
                    FoundThing.thing_id.in_(some)
                )
            )
        }
        gone = [one for one, (_, known) in kept.items() if names.get(one) != known]
        rows = [kept[one][0] for one in gone]
        for one in gone:
            _count(counts, kept[one][1], by=-1)
        if gone:
            uow.session.execute(delete(FoundThing).where(FoundThing.row.in_(rows)))
            word_index.drop(connection, WordTable.THINGS, rows)
        fresh = [one for one, said in names.items() if one not in kept or kept[one][1] != said]
        uow.session.add_all(
            FoundThing(kind=kind.value, thing_id=one, names=names[one]) for one in fresh
        )
        uow.session.flush()
        entries: dict[int, Collection[str]] = {}
        for row, said in uow.session.execute(
            select(FoundThing.row, FoundThing.names).where(FoundThing.thing_id.in_(fresh))
        ):
            entries[row] = _count(counts, said)
        word_index.put(connection, WordTable.THINGS, entries)
    word_index.count_words(connection, counts)


def things_wrong(session: Session) -> Iterator[str]:
    """Give what is found by other names than it has; `#` and its row for what is not there."""
    kept = {
        thing_id: (row, names)
        for row, thing_id, names in session.execute(
            select(FoundThing.row, FoundThing.thing_id, FoundThing.names)
        )
    }
    words: dict[int, set[str]] = defaultdict(set)
    for row, word in word_index.contents(session, WordTable.THINGS):
        words[row].add(word)
    for kind, model in _MODELS.items():
        for ids in batches(session.scalars(select(model.id))):
            for thing_id, names in _KINDS[kind][1](session, ids).items():
                row, known = kept.pop(thing_id, (0, ""))
                if known != names or words[row] != thing_words(names.split("\n")):
                    yield names.partition("\n")[0]
    yield from (f"#{row}" for row, _ in kept.values())


def _count(counts: Counter[tuple[str, str]], names: str, *, by: int = 1) -> frozenset[str]:
    words = thing_words(names.split("\n"))
    for word in words_typed(words):
        counts[OF_THINGS, word] += by
    return words


def _joined(names: Iterable[str]) -> str:
    """Put names under one another, each once; the first is the title."""
    return "\n".join(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))


def _places(session: Session, ids: Collection[UUID]) -> Names:
    found: dict[UUID, list[str]] = defaultdict(list)
    for place_id, name in session.execute(
        select(PlaceName.place_id, PlaceName.name)
        .where(PlaceName.place_id.in_(ids))
        .order_by(PlaceName.place_id, PlaceName.position)
    ):
        found[place_id].append(name)
    return {place_id: _joined(names) for place_id, names in found.items()}


def _incidents(session: Session, ids: Collection[UUID]) -> Names:
    rows = session.execute(
        select(
            Incident.id, Incident.title, Incident.title_hy, Incident.title_ru, Incident.number
        ).where(Incident.id.in_(ids))
    )
    return {one: _joined(names) for one, *names in rows}


def _sources(session: Session, ids: Collection[UUID]) -> Names:
    """Give what sources are called; a confidential one is found by its code alone."""
    rows = session.execute(
        select(
            Source.id, Source.confidential, Source.code, Source.title, Source.title_hy,
            Source.title_ru,
        ).where(Source.id.in_(ids))
    )  # fmt: skip
    return {
        one: _joined([code] if hidden else [*titles, code]) for one, hidden, code, *titles in rows
    }


def _exhibits(session: Session, ids: Collection[UUID]) -> Names:
    """Give what exhibits say of themselves; those in the bin are not found."""
    rows = session.execute(
        select(
            Exhibit.id, Exhibit.title, Exhibit.number, Exhibit.origin, Exhibit.original_name,
            Exhibit.description,
        ).where(Exhibit.id.in_(ids), Exhibit.removed_at.is_(None))
    )  # fmt: skip
    return {one: _joined(names) for one, *names in rows}


def _lists(session: Session, ids: Collection[UUID]) -> Names:
    """Give what lists of names are called; nobody is found by a row that stands on one."""
    rows = session.execute(
        select(NameList.id, NameList.title, NameList.number, NameList.recipient).where(
            NameList.id.in_(ids)
        )
    )
    return {one: _joined(names) for one, *names in rows}


_KINDS: Mapping[HitKind, tuple[str, Callable[[Session, Collection[UUID]], Names]]] = {
    HitKind.PLACE: (Place.__tablename__, _places),
    HitKind.INCIDENT: (Incident.__tablename__, _incidents),
    HitKind.SOURCE: (Source.__tablename__, _sources),
    HitKind.EXHIBIT: (Exhibit.__tablename__, _exhibits),
    HitKind.LIST: (NameList.__tablename__, _lists),
}
_MODELS = {
    HitKind.PLACE: Place,
    HitKind.INCIDENT: Incident,
    HitKind.SOURCE: Source,
    HitKind.EXHIBIT: Exhibit,
    HitKind.LIST: NameList,
}

"""Finds places, incidents, sources, exhibits and lists by what they are called, as one types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, select

from app.db.ready import Ready, id_of
from app.db.unit_of_work import Reader
from app.db.word_index import Form, WordTable, beginnings_known, holding, question
from app.queries.limited_access import exhibits_open_to
from app.queries.places import places_of
from app.queries.sources import sources_kept
from app.search.ranking import Rank, rank_names
from app.search.typed_words import begun_forms, looser_forms, slipped, whole_forms
from app.shapes.search import HitKind, SearchHit
from models.exhibits import Exhibit
from models.finding import FoundThing
from models.incidents import Incident
from models.lists import NameList
from models.sources import Source
from models.vocabulary.roles import Action

MOST_LOOKED_AT = 60
"""Things that are ranked of what one question to the index gives."""
MOST_OF_A_KIND = 8
MOST_SLIPS = 48
_TYPED = "t"
_WEIGHT = {
    HitKind.INCIDENT: 0.95,
    HitKind.EXHIBIT: 0.85,
    HitKind.LIST: 0.85,
    HitKind.PLACE: 0.8,
    HitKind.SOURCE: 0.7,
}
"""What remains of a thing's score beside a man's who answers as well: he is mostly meant."""

_THING = FoundThing.__table__.c

type Ranked = dict[HitKind, dict[UUID, Rank]]


def find_things(
    reader: Reader, words: Sequence[str], *, slips: bool = True, above: float = 0.0
) -> list[SearchHit]:
    """Find what is called so, a few of each kind; `words` as `typed_words` gives them.

    What bears the very words is asked for first, the next only while there is room. Where nothing
    is called so, `slips` forgives one slip of the finger in each word. What answers no better than
    `above` is left out: the page is full of better.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found: Ranked = defaultdict(dict)
    asked: Sequence[Sequence[Form]] = ()
    for way in (whole_forms, begun_forms, looser_forms):
        groups = [way(word) for word in words]
        if groups != asked and _look(reader, words, groups, found) >= MOST_LOOKED_AT:
            break
        asked = groups
    if slips and not found:
        _look_for_slips(reader, words, found)
    hits: list[SearchHit] = []
    for kind, ranked in found.items():
        better = {one: rank for one, rank in ranked.items() if _score(kind, rank) > above}
        if better:
            hits += _HITS[kind](reader, _open_to(reader, kind, better))
    return hits


def _look(
    reader: Reader,
    words: Sequence[str],
    groups: Sequence[Sequence[Form]],
    found: Ranked,
    *,
    slips: bool = False,
) -> int:
    some = _NAMES.rows(reader.session, asked=question(reader.session, groups), most=MOST_LOOKED_AT)
    for kind, kept_id, names in some:
        of_kind, thing_id = found[HitKind(kind)], id_of(kept_id)
        if thing_id not in of_kind:
            of_kind[thing_id] = rank_names(names.split("\n"), words, slips=slips)
    return len(some)


def _names(vault: bool) -> Select[tuple[str, UUID, str]]:  # noqa: FBT001  # see Ready
    rows = holding(WordTable.THINGS, "asked", vault=vault)
    rows = rows.limit(bindparam("most", type_=Integer))
    return select(_THING.kind, _THING.thing_id, _THING.names).where(_THING.row.in_(rows))


_NAMES = Ready(_names)


def _look_for_slips(reader: Reader, words: Sequence[str], found: Ranked) -> None:
    meant = [beginnings_known(reader.session, _TYPED, slipped(word))[:MOST_SLIPS] for word in words]
    if any(meant):
        groups = [
            (*looser_forms(word), *(Form(one, prefix=True) for one in others))
            for word, others in zip(words, meant, strict=True)
        ]
        _look(reader, words, groups, found, slips=True)


def _open_to(reader: Reader, kind: HitKind, ranked: dict[UUID, Rank]) -> dict[UUID, Rank]:
    """Leave out what whoever reads may not see, and all but the best."""
    best = sorted(ranked, key=lambda one: (-ranked[one].score, one))
    shown: Collection[UUID] = best
    if kind is HitKind.EXHIBIT:
        visible = select(Exhibit.id).where(Exhibit.id.in_(best), exhibits_open_to(reader))
        shown = set(reader.session.scalars(visible))
    elif kind is HitKind.SOURCE:
        shown = set(
            reader.session.scalars(select(Source.id).where(Source.id.in_(best), sources_kept()))
        )
    few = [one for one in best if one in shown and ranked[one].score][:MOST_OF_A_KIND]
    return {one: ranked[one] for one in few}


def _score(kind: HitKind, rank: Rank) -> float:
    return round(rank.score * _WEIGHT[kind], 4)


def _places(reader: Reader, ranked: dict[UUID, Rank]) -> list[SearchHit]:
    return [
        SearchHit(
            HitKind.PLACE, one, "", place.name("en"), " · ".join(place.other_names("en")[:3]), "",
            _score(HitKind.PLACE, ranked[one]), ranked[one].why,
        )
        for one, place in places_of(reader.session, ranked).items()
    ]  # fmt: skip


def _incidents(reader: Reader, ranked: dict[UUID, Rank]) -> list[SearchHit]:
    rows = select(Incident.id, Incident.number, Incident.title, Incident.title_hy)
    return [
        SearchHit(
            HitKind.INCIDENT, one, number, title, title_hy, "",
            _score(HitKind.INCIDENT, ranked[one]), ranked[one].why,
        )
        for one, number, title, title_hy in reader.session.execute(
            rows.where(Incident.id.in_(list(ranked)))
        )
    ]  # fmt: skip


def _sources(reader: Reader, ranked: dict[UUID, Rank]) -> list[SearchHit]:
    rows = select(Source.id, Source.code, Source.confidential, Source.title, Source.title_hy)
    return [
        SearchHit(
            HitKind.SOURCE, one, code, code if hidden else title, "" if hidden else title_hy, "",
            _score(HitKind.SOURCE, ranked[one]), ranked[one].why,
        )
        for one, code, hidden, title, title_hy in reader.session.execute(
            rows.where(Source.id.in_(list(ranked)))
        )
    ]  # fmt: skip


def _exhibits(reader: Reader, ranked: dict[UUID, Rank]) -> list[SearchHit]:
    rows = select(Exhibit.id, Exhibit.number, Exhibit.title)
    return [
        SearchHit(
            HitKind.EXHIBIT, one, number, title, "", "",
            _score(HitKind.EXHIBIT, ranked[one]), ranked[one].why,
        )
        for one, number, title in reader.session.execute(rows.where(Exhibit.id.in_(list(ranked))))
    ]  # fmt: skip


def _lists(reader: Reader, ranked: dict[UUID, Rank]) -> list[SearchHit]:
    rows = select(NameList.id, NameList.number, NameList.title)
    return [
        SearchHit(
            HitKind.LIST, one, number, title, "", "",
            _score(HitKind.LIST, ranked[one]), ranked[one].why,
        )
        for one, number, title in reader.session.execute(rows.where(NameList.id.in_(list(ranked))))
    ]  # fmt: skip


_HITS = {
    HitKind.PLACE: _places,
    HitKind.INCIDENT: _incidents,
    HitKind.SOURCE: _sources,
    HitKind.EXHIBIT: _exhibits,
    HitKind.LIST: _lists,
}

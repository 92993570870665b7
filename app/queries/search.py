"""The simple search: case number, any kept form of a name, place, incident, unit, source code."""

from __future__ import annotations

from sqlalchemy import Select, select

from app.db.unit_of_work import Reader
from app.queries.case_list import conditions
from app.queries.places import find_places
from app.queries.sources import find_sources
from app.search.fold import fold, folded_words
from app.shapes.case_list import CaseFilter
from app.shapes.search import HitKind, SearchHit
from models.cases import CaseLine
from models.incidents import Incident
from models.people import PersonName
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action

_CANDIDATES = 500


def search(reader: Reader, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
    """Find people, incidents, places and sources that hold every word of the text.

    A case whose number or name begins with the text comes before one that merely holds it.
    """
    reader.allow(Action.READ_CASES)
    words = folded_words(text)
    if not words:
        return ()
    hits = [
        *_cases(reader, text, words),
        *_incidents(reader, words),
        *_places(reader, text),
        *_sources(reader, text),
    ]
    hits.sort(key=lambda hit: (-hit.score, hit.number, hit.name))
    told = tuple(hits[:limit])
    reader.shows(ReadKind.FOUND, (hit.id for hit in told if hit.kind is HitKind.CASE))
    return told


def _candidates(reader: Reader, text: str) -> Select[CaseLine]:
    """Find the lines to look at more closely: all that hold the words, or the first by name.

    One pass through the table tells whether they are few. To walk the index of names for a rare
    word would jump to a page of the table for every line there is.
    """
    found = conditions(reader, CaseFilter(text=text))
    few = reader.session.scalars(select(CaseLine.row).where(*found).limit(_CANDIDATES + 1)).all()
    if len(few) <= _CANDIDATES:
        return select(CaseLine).where(CaseLine.row.in_(few))
    in_order = (CaseLine.name_key, CaseLine.row)
    return select(CaseLine).where(*found).order_by(*in_order).limit(_CANDIDATES)


def _cases(reader: Reader, text: str, words: tuple[str, ...]) -> list[SearchHit]:
    lines = reader.session.scalars(_candidates(reader, text)).all()
    names: dict[object, list[str]] = {}
    for person_id, full in reader.session.execute(
        select(PersonName.person_id, PersonName.full_as_written).where(
            PersonName.person_id.in_([line.case_id for line in lines])
        )
    ):
        names.setdefault(person_id, []).append(full)
    return [_case_hit(line, names.get(line.case_id, []), words) for line in lines]


def _case_hit(line: CaseLine, names: list[str], words: tuple[str, ...]) -> SearchHit:
    score, why = 0.5, "file"
    number = fold(line.number)
    if fold(" ".join(words)) == number or all(word in number.split() for word in words):
        score, why = 1.0, "number"
    for name in names:
        parts = fold(name).split()
        if all(word in parts for word in words):
            score, why = max((score, why), (0.95, f"name:{name}"))
        elif all(any(part.startswith(word) for part in parts) for word in words):
            score, why = max((score, why), (0.85, f"name:{name}"))
    return SearchHit(
        kind=HitKind.CASE,
        id=line.case_id,
        number=line.number,
        name=line.name,
        second=line.name_second,
        headline=line.headline,
        score=score,
        why=why,
    )


def _incidents(reader: Reader, words: tuple[str, ...]) -> list[SearchHit]:
    found = []
    for row in reader.session.scalars(select(Incident)):
        known = fold(f"{row.number} {row.title} {row.title_hy} {row.title_ru}")
        if all(word in known for word in words):
            found.append(
                SearchHit(
                    HitKind.INCIDENT, row.id, row.number, row.title, row.title_hy, "", 0.9, "title"
                )
            )
    return found


def _places(reader: Reader, text: str) -> list[SearchHit]:
    found = []
    wanted = fold(text)
    for place in find_places(reader, text, limit=8):
        exact = any(fold(name.name) == wanted for name in place.names)
        second = " · ".join(place.other_names("en")[:3])
        found.append(
            SearchHit(
                HitKind.PLACE, place.id, "", place.name("en"), second, "", 0.8 if exact else 0.6,
                "place",
            )
        )  # fmt: skip
    return found


def _sources(reader: Reader, text: str) -> list[SearchHit]:
    return [
        SearchHit(HitKind.SOURCE, s.id, s.code, s.title, s.title_hy, "", 0.4, "source")
        for s in find_sources(reader, text, limit=8)
    ]

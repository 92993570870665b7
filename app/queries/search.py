"""The simple search: case number, any kept form of a name, place, incident, unit, source code."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.find_cases import find_cases
from app.queries.places import find_places
from app.queries.sources import find_sources
from app.search.fold import fold
from app.search.typed_words import typed_words
from app.shapes.search import HitKind, SearchHit
from models.incidents import Incident
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action


def search(reader: Reader, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
    """Find people, incidents, places and sources that hold every word of the text.

    A case whose number or name begins with the text comes before one that merely holds it.
    """
    reader.allow(Action.READ_CASES)
    words = typed_words(text)
    if not words:
        return ()
    hits = [
        *find_cases(reader, words, limit),
        *_incidents(reader, words),
        *_places(reader, text),
        *_sources(reader, text),
    ]
    hits.sort(key=lambda hit: (-hit.score, hit.number, hit.name))
    told = tuple(hits[:limit])
    reader.shows(ReadKind.FOUND, (hit.id for hit in told if hit.kind is HitKind.CASE))
    return told


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

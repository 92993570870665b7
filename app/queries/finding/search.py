"""Finds what is typed: people by any form of their names and what is known, things by theirs."""

from __future__ import annotations

from app.db.unit_of_work import Reader
from app.queries.finding.cases import find_cases
from app.queries.finding.things import find_things
from app.search.ranking import GOOD
from app.search.typed_words import typed_words
from app.shapes.search import HitKind, SearchHit
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action


def search(reader: Reader, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
    """Find people, incidents, exhibits, places and sources that answer every word of the text.

    In any script, any order, each word whole or begun; where hardly anybody is found, one slip of
    the finger is forgiven. Who answers best stands first; `why` says by what.
    """
    reader.allow(Action.READ_CASES)
    words = typed_words(text)
    if not words:
        return ()
    hits = find_cases(reader, words, limit)
    clear = any(hit.score >= GOOD for hit in hits)
    above = min(hit.score for hit in hits) if len(hits) >= limit else 0.0
    hits += find_things(reader, words, slips=not clear, above=above)
    hits.sort(key=lambda hit: (-hit.score, hit.number, hit.name))
    told = tuple(hits[:limit])
    reader.shows(ReadKind.FOUND, (hit.id for hit in told if hit.kind is HitKind.CASE))
    return told

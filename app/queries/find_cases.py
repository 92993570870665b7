"""Finds men as one types: the index proposes, their briefs are ranked, the best are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.db.word_index import Form, WordTable, beginnings_known, rows_holding
from app.queries.limited_access import rows_hidden_from
from app.search.brief_text import unpack
from app.search.ranking import GOOD, Rank, rank
from app.search.typed_words import begun_forms, looser_forms, slipped, whole_forms
from app.shapes.search import HitKind, SearchHit
from models.cases import CaseLine
from models.finding import CaseBrief

MOST_LOOKED_AT = 120
"""Entries that are ranked of what one question to the index gives."""
FEW = 5
"""Where fewer are found than this, a slip of the finger is thought of."""
MOST_SLIPS = 48
"""Beginnings that may have been meant, for one word."""
_TYPED = "w"

type Ranked = dict[int, Rank]


def find_cases(reader: Reader, words: Sequence[str], limit: int) -> list[SearchHit]:
    """Find the cases that answer the typed words best; `words` as `typed_words` gives them.

    What is written so, or sounds so, and is only begun; what is written otherwise elsewhere; and
    where that is hardly anybody, what one slip of the finger may have been meant for.
    """
    found: Ranked = {}
    _look(reader, words, begun_forms, found)
    if len(found) >= MOST_LOOKED_AT:
        _look(reader, words, whole_forms, found)
    else:
        _look(reader, words, looser_forms, found)
        if len(found) < FEW and max((one.score for one in found.values()), default=0) < GOOD:
            _look_for_slips(reader, words, found)
    best = sorted(found, key=lambda row: (-found[row].score, row))[:limit]
    return _hits(reader, {row: found[row] for row in best})


def _look(
    reader: Reader,
    words: Sequence[str],
    forms: Callable[[str], tuple[Form, ...]],
    found: Ranked,
) -> None:
    _rank_holding(reader, words, [forms(word) for word in words], found)


def _look_for_slips(reader: Reader, words: Sequence[str], found: Ranked) -> None:
    groups = []
    anything = False
    for word in words:
        meant = beginnings_known(reader.session, _TYPED, slipped(word))[:MOST_SLIPS]
        anything = anything or bool(meant)
        groups.append((*looser_forms(word), *(Form(one, prefix=True) for one in meant)))
    if anything:
        _rank_holding(reader, words, groups, found)


def _rank_holding(
    reader: Reader, words: Sequence[str], groups: Sequence[Sequence[Form]], found: Ranked
) -> None:
    rows = rows_holding(reader.session, WordTable.CASES, groups, rows_hidden_from(reader))
    some = select(CaseBrief.row, CaseBrief.brief).where(
        CaseBrief.row.in_(rows.limit(MOST_LOOKED_AT))
    )
    for row, brief in reader.session.execute(some):
        if row not in found:
            found[row] = rank(unpack(brief), words)


def _hits(reader: Reader, ranked: Ranked) -> list[SearchHit]:
    lines = reader.session.execute(
        select(
            CaseLine.row,
            CaseLine.case_id,
            CaseLine.number,
            CaseLine.name,
            CaseLine.name_second,
            CaseLine.headline,
        ).where(CaseLine.row.in_(ranked))
    )
    return [
        SearchHit(
            HitKind.CASE, case_id, number, name, second, headline,
            ranked[row].score, ranked[row].why,
        )
        for row, case_id, number, name, second, headline in lines
    ]  # fmt: skip

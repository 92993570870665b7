"""Finds men as one types: the index proposes, their briefs are ranked, the best are shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, select

from app.db.ready import Ready, among, id_of
from app.db.unit_of_work import Reader
from app.db.word_index import (
    Form,
    Groups,
    WordTable,
    beginnings_known,
    by_index_only,
    holding,
    question,
    spelled_out,
)
from app.queries.limited_access import rows_hidden
from app.search.ranking import GOOD, Rank, answering, rank
from app.search.typed_words import begun_forms, looser_forms, slipped, whole_forms
from app.shapes.search import HitKind, SearchHit
from models.cases import CaseLine
from models.finding import CaseBrief

MOST_LOOKED_AT = 64
"""Entries that are ranked of what one question to the index gives: a page and a few more."""
MOST_MISTYPED = 120
"""The same, where a slip is forgiven: more is meant than was typed."""
SHORT = 2
"""Letters with which so many begin that a walk through the table meets enough of them at once."""
FEW = 5
"""Where fewer are found than this, a slip of the finger is thought of."""
MOST_SLIPS = 48
"""Beginnings that may have been meant, for one word."""
_TYPED = "w"

#: By columns, not by mapped classes: half the time of a keystroke would go into making objects.
_BRIEF, _LINE = CaseBrief.__table__.c, CaseLine.__table__.c

type Ranked = dict[int, Rank]


def find_cases(reader: Reader, words: Sequence[str], limit: int) -> list[SearchHit]:
    """Find the cases that answer the typed words best; `words` as `typed_words` gives them.

    Whoever bears the very words, or words that sound so, comes first; then whose words only begin
    so; then what is written otherwise elsewhere: the next is asked for while there is room on the
    page. Where there is hardly anybody: what one slip of the finger may have been meant for.
    """
    found: Ranked = {}
    if any(len(word) > SHORT for word in words):
        by_index_only(reader.session)
    if not _fill_page(reader, words, found) and _is_hardly_anybody(found):
        _look_for_slips(reader, words, found)
    best = sorted(found, key=lambda row: (-found[row].score, row))[:limit]
    return _hits(reader, {row: found[row] for row in best})


def _fill_page(reader: Reader, words: Sequence[str], found: Ranked) -> bool:
    """Rank who answers exactly, then ever more loosely; says whether there were enough."""
    ways = (whole_forms, begun_forms, looser_forms)
    asked: Groups = ()
    for way in ways if max(map(len, words)) > SHORT else ways[1:]:
        groups = [way(word) for word in words]
        if groups != asked and _rank_holding(reader, words, groups, found) >= MOST_LOOKED_AT:
            return True
        asked = groups
    return False


def _is_hardly_anybody(found: Ranked) -> bool:
    return len(found) < FEW and max((one.score for one in found.values()), default=0) < GOOD


def _look_for_slips(reader: Reader, words: Sequence[str], found: Ranked) -> None:
    groups = []
    anything = False
    for word in words:
        meant = beginnings_known(reader.session, _TYPED, slipped(word))[:MOST_SLIPS]
        anything = anything or bool(meant)
        groups.append((*looser_forms(word), *(Form(one, prefix=True) for one in meant)))
    if anything:
        _rank_holding(reader, words, groups, found, slips=True)


def _rank_holding(
    reader: Reader,
    words: Sequence[str],
    groups: Sequence[Sequence[Form]],
    found: Ranked,
    *,
    slips: bool = False,
) -> int:
    """Rank the entries that hold a form of every group; gives how many there were."""
    asked = spelled_out(reader.session, _TYPED, groups)
    rows = _BRIEFS[reader.sees_limited].rows(
        reader.session,
        asked=question(reader.session, asked),
        most=MOST_MISTYPED if slips else MOST_LOOKED_AT,
    )
    for row, line in rows:
        if row not in found:
            found[row] = rank(answering(line), words, slips=slips)
    return len(rows)


def _briefs(vault: bool, *, limited: bool) -> Select[tuple[int, str]]:  # noqa: FBT001  # see Ready
    rows = holding(WordTable.CASES, "asked", rows_hidden(limited=limited), vault=vault)
    some = rows.limit(bindparam("most", type_=Integer))
    return select(_BRIEF.row, _BRIEF.brief).where(_BRIEF.row.in_(some))


def _lines(vault: bool) -> Select[tuple[int, UUID, str, str, str, str]]:  # noqa: FBT001  # see Ready
    return select(
        _LINE.row, _LINE.case_id, _LINE.number, _LINE.name, _LINE.name_second, _LINE.headline
    ).where(among(_LINE.row, "best", vault=vault))


_BRIEFS = {seen: Ready(partial(_briefs, limited=seen)) for seen in (True, False)}
_LINES = Ready(_lines)


def _hits(reader: Reader, ranked: Ranked) -> list[SearchHit]:
    if not ranked:
        return []
    return [
        SearchHit(
            HitKind.CASE, id_of(case_id), number, name, second, headline,
            ranked[row].score, ranked[row].why,
        )
        for row, case_id, number, name, second, headline in _LINES.rows(
            reader.session, best=list(ranked)
        )
    ]  # fmt: skip

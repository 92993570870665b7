"""Keeps every man findable: his brief, the words of his entry, how common the words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select

from app.db import word_index
from app.db.unit_of_work import UnitOfWork
from app.db.word_index import WordTable
from app.queries.case_history import batches
from app.search.brief_text import KeptBrief, is_current, pack, unpack
from app.search.index_words import entry_words, words_typed
from app.search.name_parts import first_keys, name_words_of
from app.services.line_facts import LineFacts
from models.cases import CaseLine
from models.finding import CaseBrief

FAMILY, GIVEN, TYPED = "f", "g", "w"
"""Roles of a known word."""

type WordCounts = Counter[tuple[str, str]]


def keep_findable(uow: UnitOfWork, facts: Mapping[int, LineFacts]) -> None:
    """Keep what the lines of these rows are found by, where that is not what it was."""
    uow.session.flush()
    counts: WordCounts = Counter()
    keep_briefs(uow, {row: one.brief() for row, one in facts.items()}, counts)
    word_index.count_words(uow.session.connection(), counts)


def keep_briefs(uow: UnitOfWork, fresh: Mapping[int, KeptBrief], counts: WordCounts) -> None:
    """Keep briefs and the words of their entries; `counts` gathers what changes in the words.

    A long list counts its words once, at its end: who counts a word holds it until he is done.
    """
    lines = {row: pack(brief) for row, brief in fresh.items()}
    kept = _kept(uow, lines)
    changed = [row for row, line in lines.items() if kept.get(row) != line]
    if not changed:
        return
    old = [row for row in changed if row in kept]
    for row in old:
        if is_current(kept[row]):
            count_entry(counts, unpack(kept[row]), entry_words(unpack(kept[row])), by=-1)
    entries = {row: entry_words(fresh[row]) for row in changed}
    for row, words in entries.items():
        count_entry(counts, fresh[row], words)
    for some in _some(old):
        uow.session.execute(delete(CaseBrief).where(CaseBrief.row.in_(some)))
    uow.session.execute(
        insert(CaseBrief), [{"row": row, "brief": lines[row], "compared": False} for row in changed]
    )
    word_index.put(uow.session.connection(), WordTable.CASES, entries)


def forget_lines(uow: UnitOfWork, case_ids: Collection[UUID]) -> None:
    """Take the register lines of cases out, with all by which they are found."""
    counts: WordCounts = Counter()
    for ids in batches(case_ids):
        rows = uow.session.scalars(select(CaseLine.row).where(CaseLine.case_id.in_(ids))).all()
        for line in _kept(uow, rows).values():
            if is_current(line):
                count_entry(counts, unpack(line), entry_words(unpack(line)), by=-1)
        uow.session.execute(delete(CaseBrief).where(CaseBrief.row.in_(rows)))
        word_index.drop(uow.session.connection(), WordTable.CASES, rows)
        uow.session.execute(delete(CaseLine).where(CaseLine.case_id.in_(ids)))
    word_index.count_words(uow.session.connection(), counts)


def count_entry(counts: WordCounts, brief: KeptBrief, words: Iterable[str], *, by: int = 1) -> None:
    """Count the words of an entry, up or down."""
    for word in words_typed(words):
        counts[TYPED, word] += by
    names = name_words_of(brief.person)
    for key in first_keys(names.family):
        counts[FAMILY, key] += by
    for key in first_keys(names.given):
        counts[GIVEN, key] += by


def _kept(uow: UnitOfWork, rows: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in _some(list(rows)):
        found.update(
            (row, line)
            for row, line in uow.session.execute(
                select(CaseBrief.row, CaseBrief.brief).where(CaseBrief.row.in_(some))
            )
        )
    return found


def _some(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


_AT_ONCE = 500

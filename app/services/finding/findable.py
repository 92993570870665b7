"""Keeps every man findable: his brief, the words of his entry, how common the words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import Connection, delete, select, text

from app.db import word_index
from app.db.unit_of_work import UnitOfWork
from app.db.word_index import WordTable
from app.queries.case_history import batches
from app.search.brief_text import KeptBrief, is_current, pack, unpack
from app.search.index_words import entry_words, words_typed
from app.search.name_parts import first_keys, name_words_of
from app.services.finding.line_facts import LineFacts
from models.cases import CaseLine
from models.finding import CaseBrief

FAMILY, GIVEN, TYPED = "f", "g", "w"
"""Roles of a known word."""

type WordCounts = Counter[tuple[str, str]]


def keep_findable(uow: UnitOfWork, facts: Mapping[int, LineFacts]) -> None:
    """Keep what the lines of these rows are found by, where that is not what it was."""
    counts: WordCounts = Counter()
    keep_briefs(uow, {row: one.brief() for row, one in facts.items()}, counts)
    word_index.count_words(uow.session.connection(), counts)


def keep_briefs(uow: UnitOfWork, fresh: Mapping[int, KeptBrief], counts: WordCounts) -> None:
    """Keep briefs and the words of their entries; `counts` gathers what changes in the words.

    A long list counts its words once, at its end: who counts a word holds it until he is done.
    """
    connection = uow.session.connection()
    lines = {row: pack(brief) for row, brief in fresh.items()}
    kept = _kept(connection, lines)
    changed = [row for row, line in lines.items() if kept.get(row) != line]
    if not changed:
        return
    for row in changed:
        _count_off(counts, kept.get(row, ""))
    entries = {row: entry_words(fresh[row]) for row in changed}
    for row, words in entries.items():
        count_entry(counts, fresh[row], words)
    connection.execute(_KEEP, [{"row": row, "brief": lines[row]} for row in changed])
    word_index.put(connection, WordTable.CASES, entries)


def _count_off(counts: WordCounts, line: str) -> None:
    if is_current(line):
        brief = unpack(line)
        count_entry(counts, brief, entry_words(brief), by=-1)


#: Made once: with every save, to make the statements anew would cost more than to run them.
_KEEP = text(
    "INSERT INTO case_briefs (row, brief, compared) VALUES (:row, :brief, false) "
    "ON CONFLICT (row) DO UPDATE SET brief = excluded.brief, compared = false"
)
_KEPT_ONE = text("SELECT row, brief FROM case_briefs WHERE row = :row")


def forget_lines(uow: UnitOfWork, case_ids: Collection[UUID]) -> None:
    """Take the register lines of cases out, with all by which they are found."""
    counts: WordCounts = Counter()
    connection = uow.session.connection()
    for ids in batches(case_ids):
        rows = uow.session.scalars(select(CaseLine.row).where(CaseLine.case_id.in_(ids))).all()
        for line in _kept(connection, rows).values():
            _count_off(counts, line)
        uow.session.execute(delete(CaseBrief).where(CaseBrief.row.in_(rows)))
        word_index.drop(connection, WordTable.CASES, rows)
        uow.session.execute(delete(CaseLine).where(CaseLine.case_id.in_(ids)))
    word_index.count_words(connection, counts)


def count_entry(counts: WordCounts, brief: KeptBrief, words: Iterable[str], *, by: int = 1) -> None:
    """Count the words of an entry, up or down."""
    for word in words_typed(words):
        counts[TYPED, word] += by
    names = name_words_of(brief.person)
    for key in first_keys(names.family):
        counts[FAMILY, key] += by
    for key in first_keys(names.given):
        counts[GIVEN, key] += by


def _kept(connection: Connection, rows: Collection[int]) -> dict[int, str]:
    if len(rows) == 1:
        (row,) = rows
        return dict(connection.execute(_KEPT_ONE, {"row": row}).all())
    found: dict[int, str] = {}
    wanted = list(rows)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found.update(connection.execute(select(_ROW, _LINE).where(_ROW.in_(some))).all())
    return found


_ROW, _LINE = CaseBrief.__table__.c.row, CaseBrief.__table__.c.brief
_AT_ONCE = 500

"""Builds anew what men are found by, and checks that it is what the register says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from uuid import UUID
from zlib import crc32

from sqlalchemy import delete, select

from app.db import word_index
from app.db.dialect import wait_for_numbering_turn
from app.db.unit_of_work import Reader, UnitOfWork
from app.db.word_index import WordTable
from app.errors import Stopped
from app.queries.case_history import batches
from app.queries.finding.index_state import index_is_stale
from app.search.brief_text import KeptBrief, pack
from app.search.index_words import entry_words
from app.services.finding.findable import WordCounts, count_entry, keep_briefs
from app.services.finding.line_facts import read_facts
from app.services.finding.things import OF_THINGS, build_things, things_wrong
from app.services.permission import require
from app.shapes.changes import Outcome
from app.shapes.checks import Fault, FaultKind
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from models.cases import CaseLine
from models.finding import CaseBrief, KnownWord
from models.vocabulary.roles import Action


def build_if_stale(uow: UnitOfWork, report: Report = silent) -> Outcome[None]:
    """Build the index of a register that an older program left, once, whoever comes first."""
    wait_for_numbering_turn(uow.session)
    if index_is_stale(uow):
        build_index(uow, report)
    return Outcome(None)


def mend_index(
    uow: UnitOfWork, report: Report = silent, cancelled: Cancelled = never
) -> Outcome[None]:
    """Build the index anew, whatever it holds.

    Raises:
        NotAllowed; Stopped.
    """
    require(uow, Action.CHECK_REGISTER)
    wait_for_numbering_turn(uow.session)
    build_index(uow, report, cancelled)
    return Outcome(None)


def build_index(uow: UnitOfWork, report: Report = silent, cancelled: Cancelled = never) -> None:
    """Build everything men are found by from what the register says of them.

    Nothing of it is a change: the history has no entry for it.
    """
    connection = uow.session.connection()
    build_things(uow)
    uow.session.execute(delete(CaseBrief))
    uow.session.execute(delete(KnownWord).where(KnownWord.role != OF_THINGS))
    word_index.empty(connection, WordTable.CASES)
    counts: WordCounts = Counter()
    for briefs in _briefs(uow, report, cancelled):
        keep_briefs(uow, {row: brief for row, (_, brief) in briefs.items()}, counts)
    word_index.count_words(connection, counts)


def index_faults(
    reader: Reader, report: Report = silent, cancelled: Cancelled = never
) -> list[Fault]:
    """List the cases that are not found by what the register says of them.

    Raises:
        NotAllowed; Stopped.
    """
    reader.allow(Action.CHECK_REGISTER)
    kept = _kept_words(reader)
    wrong: list[str] = []
    counts: WordCounts = Counter()
    for briefs in _briefs(reader, report, cancelled):
        lines = dict(
            reader.session.execute(
                select(CaseBrief.row, CaseBrief.brief).where(CaseBrief.row.in_(list(briefs)))
            ).all()
        )
        for row, (number, brief) in briefs.items():
            words = entry_words(brief)
            count_entry(counts, brief, words)
            if lines.get(row) != pack(brief) or kept.pop(row, 0) != sum(map(_mark, words)):
                wrong.append(number)
    found = [Fault(FaultKind.INDEX, number) for number in wrong]
    found += [Fault(FaultKind.INDEX, f"#{row}") for row in sorted(kept)]
    known = {(role, word): uses for role, word, uses in reader.session.execute(
        select(KnownWord.role, KnownWord.word, KnownWord.uses).where(KnownWord.role != OF_THINGS)
    )}  # fmt: skip
    if known != +counts:
        found.append(Fault(FaultKind.INDEX, KnownWord.__tablename__))
    return found + [Fault(FaultKind.INDEX, name) for name in things_wrong(reader.session)]


def _kept_words(reader: Reader) -> dict[int, int]:
    """Give a sum over the words of each entry: what a million entries hold fits into memory."""
    kept: dict[int, int] = defaultdict(int)
    for row, word in word_index.contents(reader.session, WordTable.CASES):
        kept[row] += _mark(word)
    return kept


def _mark(word: str) -> int:
    return crc32(word.encode()) + 1


def _briefs(
    unit: Reader | UnitOfWork, report: Report, cancelled: Cancelled
) -> Iterator[Mapping[int, tuple[str, KeptBrief]]]:
    """Give the briefs of all cases anew, with their numbers, by the rows of their lines."""
    rows: dict[UUID, int] = dict(
        unit.session.execute(select(CaseLine.case_id, CaseLine.row).order_by(CaseLine.row)).all()
    )
    done = 0
    for ids in batches(rows):
        if cancelled():
            raise Stopped
        facts = read_facts(unit, ids)
        yield {rows[i]: (facts[i].number, facts[i].brief()) for i in ids if i in facts}
        unit.session.expunge_all()
        done += len(ids)
        report(Progress(done, len(rows), "index"))

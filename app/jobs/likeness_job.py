"""Looks through the whole register for men who may be one, again only where somebody changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from app.db.unit_of_work import Reader
from app.errors import Stopped
from app.queries.finding.briefs import (
    Brief,
    brief_page,
    briefs_of,
    count_unlooked,
    unlooked_rows,
)
from app.queries.finding.candidates import candidates
from app.queries.finding.likeness import all_weights
from app.search.blocking import PairFinder, Pairs, are_born_apart, rows_of
from app.search.brief_text import unpack
from app.search.compare import compare
from app.services.merging.likeness import forget_stale_pairs, keep_pairs
from app.shapes.briefs import PersonBrief
from app.shapes.like_pairs import FoundPair, Looked
from app.shapes.likeness import Comparison, Verdict
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.workspace import Workspace

FEW = 300
"""So many changed men are looked up one by one; for more, the whole register is walked through."""

_LEAST_SCORE = 0.02
_CANDIDATES = 80
_FEW_AT_ONCE = 20
_MANY_AT_ONCE = 500
_STREAMED = 2_000


def look_for_pairs(
    workspace: Workspace, *, report: Report = silent, cancelled: Cancelled = never
) -> Looked:
    """Compare every man who changed since he was last looked at with all who may be him.

    What is done stays done: stopped or killed, the next call goes on from there.

    Raises:
        NotAllowed; ReadOnlyVault; Stopped.
    """
    waiting = workspace.read(count_unlooked)
    if not waiting:
        return Looked()
    workspace.write(forget_stale_pairs)
    walk = _Walk(workspace, report, cancelled, waiting)
    return walk.one_by_one() if waiting <= FEW else walk.all_at_once()


class _Walk:
    """One walk over the register: what was changed is compared in batches, each kept at once."""

    def __init__(
        self, workspace: Workspace, report: Report, cancelled: Cancelled, waiting: int
    ) -> None:
        self._workspace = workspace
        self._report = report
        self._cancelled = cancelled
        self._waiting = waiting
        self._men = 0
        self._pairs = 0
        self._weights = workspace.read(lambda reader: all_weights(reader.session))

    def one_by_one(self) -> Looked:
        """Ask the index for those whom each changed man may be."""
        rows = self._workspace.read(unlooked_rows)
        for some in _parts(rows, _FEW_AT_ONCE):
            looked_at, found = self._workspace.read(partial(self._beside_candidates, rows=some))
            self._keep(looked_at, found)
        return Looked(self._men, self._pairs)

    def all_at_once(self) -> Looked:
        """Gather who shares a key with whom, and compare those."""
        new: set[int] = set()
        finder = PairFinder(new.__contains__)
        for page in self._pages():
            for one in page:
                if not one.compared:
                    new.add(one.row)
                finder.add(one.row, unpack(one.brief).person)
        for some in _parts(sorted(finder.crowded_rows()), _STREAMED):
            for row, brief in self._briefs(some).items():
                finder.narrow(row, unpack(brief).person)
        pairs = finder.pairs()
        at = 0
        for some in _parts(sorted(new), _MANY_AT_ONCE):
            end = bisect_left(pairs, (some[-1] + 1) << 32, at)
            self._compare_pairs(some, pairs[at:end])
            at = end
        return Looked(self._men, self._pairs)

    def _compare_pairs(self, new: Sequence[int], pairs: Pairs) -> None:
        wanted = {row for pair in pairs for row in rows_of(pair)}
        briefs = self._briefs(sorted(wanted.union(new)))
        men = {row: unpack(brief).person for row, brief in briefs.items()}
        found = []
        for pair in pairs:
            self._stop_if_asked()
            one, other = rows_of(pair)
            if one in men and other in men:
                found.append(self._compared(one, men[one], other, men[other]))
        looked_at = [(row, briefs[row]) for row in new if row in briefs]
        self._keep(looked_at, list(filter(None, found)))

    def _beside_candidates(
        self, reader: Reader, rows: Sequence[int]
    ) -> tuple[list[tuple[int, str]], list[FoundPair]]:
        looked_at = list(briefs_of(reader.session, rows).items())
        found = []
        for row, brief in looked_at:
            self._stop_if_asked()
            man = unpack(brief).person
            for other, like in candidates(reader.session, man, _CANDIDATES):
                if other != row:
                    found.append(self._compared(row, man, other, like))
        return looked_at, list(filter(None, found))

    def _compared(
        self, one: int, man: PersonBrief, other: int, like: PersonBrief
    ) -> FoundPair | None:
        if are_born_apart(man, like):
            return None
        if one > other:
            one, man, other, like = other, like, one, man
        comparison = compare(man, like, self._weights)
        return FoundPair(one, other, comparison) if _is_worth_keeping(comparison) else None

    def _keep(self, looked_at: list[tuple[int, str]], found: list[FoundPair]) -> None:
        self._stop_if_asked()
        kept = self._workspace.write(lambda uow: keep_pairs(uow, looked_at, found))
        self._men += len(looked_at)
        self._pairs += kept.value
        self._report(Progress(self._men, max(self._waiting, self._men)))

    def _pages(self) -> Iterator[tuple[Brief, ...]]:
        after = -1
        while page := self._workspace.read(partial(_page, after=after)):
            self._stop_if_asked()
            yield page
            after = page[-1].row

    def _briefs(self, rows: Sequence[int]) -> dict[int, str]:
        return self._workspace.read(lambda reader: briefs_of(reader.session, rows))

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            raise Stopped


def _page(reader: Reader, after: int) -> tuple[Brief, ...]:
    return brief_page(reader.session, after, _STREAMED)


def _is_worth_keeping(comparison: Comparison) -> bool:
    match comparison.verdict:
        case Verdict.DIFFERENT:
            return False
        case Verdict.CONFLICT:
            return True
        case _:
            return comparison.score >= _LEAST_SCORE


def _parts(rows: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]

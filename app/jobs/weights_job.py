"""Learns from the register itself how much each agreement of two men says; nothing is kept here."""

from __future__ import annotations

import math
import random
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.db.unit_of_work import Reader
from app.errors import Stopped, TooLittleToLearn
from app.queries.finding.briefs import Brief, brief_page, briefs_of, count_people
from app.queries.finding.likeness import weights_in_use
from app.search.blocking import PairFinder, Pairs, birth_keys, name_keys, rows_of
from app.search.brief_text import unpack
from app.search.findings import findings
from app.search.learning import ENOUGH, Patterns, learn
from app.search.weights import Pattern, Weights, default_weights
from app.shapes.briefs import PersonBrief
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.workspace import Workspace
from models.vocabulary.roles import Action

FEWEST: Final = 500
"""People a register must hold before anything is learnt from it."""
RANDOM_PAIRS: Final = 50_000
SESSION_PAIRS: Final = 60_000
"""Pairs that one session reads at most, spread evenly over all there are."""

_STREAMED = 2_000
_AT_ONCE = 1_000
_SEED = 1864


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt: the weights in use so far, the new ones, and the fields they differ in."""

    people: int
    pairs: int
    before: Weights
    after: Weights
    fields: tuple[str, ...]


def learn_weights(
    workspace: Workspace, report: Report = silent, cancelled: Cancelled = never
) -> Learnt:
    """Learn the weights of a register, the same ones each time; nothing is kept.

    Whatever was learnt before, it begins with the weights that the program comes with.

    Raises:
        NotAllowed; TooLittleToLearn; Stopped.
    """
    people = workspace.read(_count_for_learning)
    if people < FEWEST:
        raise TooLittleToLearn("people", people, FEWEST)
    return _Lesson(workspace, report, cancelled, people).learn()


def _count_for_learning(reader: Reader) -> int:
    reader.allow(Action.MERGE_CASES)
    return count_people(reader.session)


class _Lesson:
    """One walk over the register that gathers pairs, and one over the pairs."""

    def __init__(
        self, workspace: Workspace, report: Report, cancelled: Cancelled, people: int
    ) -> None:
        self._workspace = workspace
        self._report = report
        self._cancelled = cancelled
        self._people = people
        self._done = 0
        self._total = people

    def learn(self) -> Learnt:
        """Gather the pairs of each kind, see how they agree, and learn from that."""
        named, born = (PairFinder(_everybody, keys) for keys in (name_keys, birth_keys))
        rows: list[int] = []
        for row, man in self._men():
            rows.append(row)
            for finder in (named, born):
                finder.add(row, man)
        kinds = [_random_pairs(rows), *(_spread(finder.pairs()) for finder in (named, born))]
        self._total = self._people + sum(map(len, kinds))
        chance, by_name, by_birth = map(self._patterns, kinds)
        taught = learn(chance, by_name, by_birth, default_weights())
        if not taught.fields:
            raise TooLittleToLearn("doubles", 0, ENOUGH)
        before = self._workspace.read(lambda reader: weights_in_use(reader.session))
        pairs = len(kinds[1]) + len(kinds[2])
        return Learnt(self._people, pairs, before, taught.weights, taught.fields)

    def _men(self) -> Iterator[tuple[int, PersonBrief]]:
        after = -1
        while page := self._workspace.read(partial(_page, after=after)):
            for one in page:
                yield one.row, unpack(one.brief).person
            after = page[-1].row
            self._went_on(len(page))

    def _patterns(self, pairs: Pairs) -> Patterns:
        """Count how the men of some pairs agree; who is gone in the meantime is passed over."""
        counted: Counter[Pattern] = Counter()
        for start in range(0, len(pairs), _AT_ONCE):
            some = [rows_of(pair) for pair in pairs[start : start + _AT_ONCE]]
            wanted = sorted({row for pair in some for row in pair})
            briefs = self._workspace.read(partial(_briefs, rows=wanted))
            men = {row: unpack(brief).person for row, brief in briefs.items()}
            counted.update(
                findings(men[one], men[other]).pattern
                for one, other in some
                if one in men and other in men
            )
            self._went_on(len(some))
        return counted

    def _went_on(self, by: int) -> None:
        if self._cancelled():
            raise Stopped
        self._done += by
        self._report(Progress(self._done, self._total))


def _page(reader: Reader, after: int) -> tuple[Brief, ...]:
    return brief_page(reader.session, after, _STREAMED)


def _briefs(reader: Reader, rows: Sequence[int]) -> dict[int, str]:
    return briefs_of(reader.session, rows)


def _everybody(_row: int) -> bool:
    return True


def _random_pairs(rows: Sequence[int]) -> Pairs:
    """Draw pairs as chance would, but the same ones each time."""
    dice = random.Random(_SEED)  # noqa: S311  # a sample that has to be drawn again
    men = len(rows)
    drawn = dice.sample(range(men * men), min(2 * RANDOM_PAIRS, men * men))
    pairs = (divmod(one, men) for one in drawn)  # half of them stand the right way round
    return array("Q", sorted(rows[a] << 32 | rows[b] for a, b in pairs if a < b))


def _spread(pairs: Pairs) -> Pairs:
    return pairs[:: max(1, math.ceil(len(pairs) / SESSION_PAIRS))]

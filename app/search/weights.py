"""How much each agreement says: the weights of Fellegi and Sunter, and how data teaches them.

Two records are compared field by field; each field lands on one of its levels (the same, nearly,
differs), or says nothing where one side is silent. For every level

* m is how often two records of one man land there (high for "the same", low for "differs": the
  rate of slips and changes), and
* u is how often two records of different men do (the rate of chance).

log2(m / u) is the weight of the level in bits; silence weighs nothing. The weights of all fields
are added, as if fields were independent given the truth; with the prior they make a probability
that is only as good as that assumption, so it ranks and proposes, and a person decides.
Sources: I. Fellegi, A. Sunter, A Theory for Record Linkage, JASA 64 (1969); the frequency of the
word itself in place of u after W. Winkler, Frequency-based Matching in Fellegi-Sunter Model of
Record Linkage (2000); m and u from unlabelled pairs by expectation-maximisation after Winkler
(1988). Nothing here knows what a person is: any fields and levels will do.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Protocol

from app.paths import resources

#: The level each field landed on, in the order of the fields; None where a side is silent.
type Pattern = tuple[str | None, ...]

_LEAST = 1e-7
"""No level is held to be impossible, or one pair could outweigh all evidence."""
_ROUNDS = 200
_STILL = 1e-7


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a field; the first of a field is full agreement, the last disagreement."""

    name: str
    m: float
    u: float

    @property
    def bits(self) -> float:
        """Say how much landing here speaks for one man."""
        return math.log2(max(self.m, _LEAST) / max(self.u, _LEAST))


class Shares(Protocol):
    """Knows how common a word is."""

    def share(self, field: str, word: str) -> float | None:
        """Give the part of all people who bear this word in this field; None if nobody knows."""

    def uses(self, field: str, word: str) -> int:
        """Count the people of the register who bear it; 0 where there is none to ask."""

    @property
    def people(self) -> int:
        """Count the people of the register."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of all fields, the prior, and how common words are."""

    prior: float
    fields: Mapping[str, tuple[Level, ...]]
    shares: Shares | None = field(default=None, compare=False)

    def bits(self, name: str, level: str, word: str = "") -> float:
        """Weigh one level of one field; `word` is what agrees, rarer words weighing more."""
        for at, known in enumerate(self.fields[name]):
            if known.name == level:
                if at == 0 and word and self.shares is not None:
                    share = self.shares.share(name, word)
                    if share is not None:
                        return math.log2(max(known.m, _LEAST) / max(share, _LEAST))
                return known.bits
        raise ValueError(f"{name} has no level {level!r}")

    def chance(self, bits: float, prior: float | None = None) -> float:
        """Turn the sum of weights into a probability, from the prior of the weights or another."""
        before = self.prior if prior is None else prior
        odds = math.log2(before / (1 - before)) + bits
        if odds < -60:
            return 0.0
        return 1.0 if odds > 60 else 1 / (1 + 2.0**-odds)

    def pattern_chance(self, pattern: Pattern) -> float:
        """Give the probability of a pair by its pattern alone."""
        return self.chance(
            sum(
                self.bits(name, level)
                for name, level in zip(self.fields, pattern, strict=True)
                if level is not None
            )
        )

    def knowing(self, shares: Shares) -> Weights:
        """Give the same weights for a register whose words are counted.

        In a large register two people put side by side at random are hardly ever one: the prior
        sinks with the number of people, but never rises above what the weights say.
        """
        return replace(self, shares=shares, prior=min(self.prior, 1 / (1 + shares.people)))

    def to_text(self) -> str:
        """Write them down, so that a register can keep its own."""
        levels = {
            name: {level.name: [level.m, level.u] for level in levels}
            for name, levels in self.fields.items()
        }
        return json.dumps({"prior": self.prior, "fields": levels})

    @classmethod
    def from_text(cls, text: str) -> Weights:
        """Read what `to_text` wrote; raises ValueError for anything else."""
        try:
            kept = json.loads(text)
            fields = {
                str(name): tuple(
                    Level(str(level), _share_of_one(m), _share_of_one(u))
                    for level, (m, u) in levels.items()
                )
                for name, levels in kept["fields"].items()
            }
            prior = _share_of_one(kept["prior"])
        except (AttributeError, KeyError, TypeError, RecursionError) as error:
            raise ValueError("not weights") from error
        if not 0 < prior < 1:
            raise ValueError("the prior lies between 0 and 1")
        return cls(prior, fields)


def _share_of_one(number: object) -> float:
    if not isinstance(number, int | float) or not 0 <= number <= 1:
        raise ValueError("m and u lie between 0 and 1")
    return float(number)


@cache
def default_weights() -> Weights:
    """Read the weights the program starts with; each stands there with its reason."""
    read = tomllib.loads((resources() / "matching" / "weights.toml").read_text("utf-8"))
    prior = read.pop("prior")
    fields = {
        name: tuple(Level(level, float(of["m"]), float(of["u"])) for level, of in levels.items())
        for name, levels in read.items()
    }
    return Weights(float(prior), fields)


@lru_cache(maxsize=4)
def own_weights(text: str | None) -> Weights:
    """Read the weights that a register keeps; the defaults where there are none to be used.

    A text that another version wrote may know other fields or levels: it is passed over.
    """
    usual = default_weights()
    try:
        own = Weights.from_text(text or "")
    except ValueError:
        return usual
    return own if _shape(own) == _shape(usual) else usual


def _shape(weights: Weights) -> list[tuple[str, list[str]]]:
    return [(name, [level.name for level in of]) for name, of in weights.fields.items()]


def estimate(
    patterns: Iterable[Pattern] | Mapping[Pattern, int],
    start: Weights,
    *,
    keep_u: bool = False,
    faith: float = 4.0,
) -> Weights:
    """Learn m, u and the prior from pairs of which nobody said whether they are one man.

    `patterns` are those of candidate pairs (fields in the order of `start.fields`), one by one or
    counted. `keep_u` leaves u as it stands in `start`: right where it was measured on random
    pairs (`chance_of`), because candidates agree on what they were chosen by. `faith` says how
    many pairs the start is worth, so that ten pairs do not overturn it. Deterministic; the work
    grows with the number of different patterns, not of pairs.
    """
    counted = patterns if isinstance(patterns, Mapping) else Counter(patterns)
    if not counted:
        return start
    now = start
    for _ in range(_ROUNDS):
        after = _one_round(counted, now, start, keep_u=keep_u, faith=faith)
        moved = _distance(now, after)
        now = after
        if moved < _STILL:
            break
    return now


def chance_of(patterns: Iterable[Pattern], start: Weights, *, faith: float = 1.0) -> Weights:
    """Measure u on pairs taken at random: next to none of them are one man."""
    counted = Counter(patterns)
    fields = {}
    for at, (name, levels) in enumerate(start.fields.items()):
        seen: Counter[str] = Counter()
        for pattern, times in counted.items():
            level = pattern[at]
            if level is not None:
                seen[level] += times
        total = sum(seen.values()) + faith
        fields[name] = tuple(
            replace(level, u=(seen[level.name] + faith * level.u) / total) for level in levels
        )
    return replace(start, fields=fields)


def _one_round(
    counted: Mapping[Pattern, int], now: Weights, start: Weights, *, keep_u: bool, faith: float
) -> Weights:
    """Say how likely each pattern is one man, then count m and u anew by that."""
    one: list[defaultdict[str, float]] = [defaultdict(float) for _ in now.fields]
    two: list[defaultdict[str, float]] = [defaultdict(float) for _ in now.fields]
    total = matches = 0.0
    for pattern, times in counted.items():
        mine = times * now.pattern_chance(pattern)
        total += times
        matches += mine
        for at, level in enumerate(pattern):
            if level is not None:
                one[at][level] += mine
                two[at][level] += times - mine
    fields = {}
    for at, (name, levels) in enumerate(start.fields.items()):
        of_one = _shared(one[at], [(level.name, level.m) for level in levels], faith)
        of_two = _shared(two[at], [(level.name, level.u) for level in levels], faith)
        fields[name] = tuple(
            Level(level.name, m, level.u if keep_u else u)
            for level, m, u in zip(levels, of_one, of_two, strict=True)
        )
    prior = (matches + faith * start.prior) / (total + faith)
    return Weights(min(max(prior, _LEAST), 1 - _LEAST), fields, now.shares)


def _shared(
    counted: Mapping[str, float], usual: Sequence[tuple[str, float]], faith: float
) -> list[float]:
    total = sum(counted.values()) + faith
    return [(counted.get(name, 0.0) + faith * share) / total for name, share in usual]


def _distance(before: Weights, after: Weights) -> float:
    return max(
        max(abs(old.m - new.m), abs(old.u - new.u))
        for name, levels in before.fields.items()
        for old, new in zip(levels, after.fields[name], strict=True)
    )

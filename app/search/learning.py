"""Teaches weights by a register of which nobody said who is whom: chance first, then truth.

What pairs were chosen by must not teach itself: of pairs that share a name all agree in the name.
So m is learnt in two sessions. Pairs that share a name teach how the other facts of one man agree;
pairs that share a birth teach how his names do. u is measured on random pairs beforehand and left
alone. So does R. Linacre et al., Splink (International Journal of Population Data Science 7:3,
2022).

Kin and neighbours share more than chance says, and would teach that two spellings of a village or
another father mean little. A guard therefore keeps what is learnt near what was weighed by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.search.findings import FIELDS
from app.search.weights import Level, Pattern, Weights, chance_of, estimate

ENOUGH: Final = 30
"""Pairs that are probably one man, and tell of a field, before it is learnt."""

_FAITH_IN_CHANCE: Final = 10_000.0
"""So many random pairs the usual u is worth: what was never seen is rare, but not impossible."""
_FAITH_IN_TRUTH: Final = 30.0
_ONE_MAN: Final = 0.5
_PRIOR: Final = 0.1
"""How many of the pairs that share a key are one man, before the session says better."""
_FURTHEST: Final = 3.0
"""Bits by which a level may leave its usual weight: it says eight times as much, or as little."""
_LEAST_DOUBT: Final = 0.5
"""What disagreement goes on to say at least, as a part of what it says usually."""


@dataclass(frozen=True, slots=True)
class Session:
    """Which fields pairs of one kind may be read by, and which of them they teach."""

    reads: tuple[str, ...]
    teaches: tuple[str, ...]


_NAMES: Final = ("family", "given", "father")
BY_NAME: Final = Session(
    reads=("birth", "number", "unit", "birthplace", "home"),
    teaches=("birth", "number", "unit", "birthplace", "home"),
)
BY_BIRTH: Final = Session(reads=(*_NAMES, "number", "unit"), teaches=_NAMES)

type Patterns = Mapping[Pattern, int]


@dataclass(frozen=True, slots=True)
class Taught:
    """The weights that were learnt, and of which fields enough was seen to learn anything."""

    weights: Weights
    fields: tuple[str, ...]


def learn(random: Patterns, by_name: Patterns, by_birth: Patterns, start: Weights) -> Taught:
    """Learn the weights of a register from counted patterns, in the order of `FIELDS`.

    A field of which too little was seen stays as in `start`, and so does the prior: how often two
    men of a list are one says nothing of two whom somebody puts side by side.
    """
    now = _with_chance(random, start)
    taught: set[str] = set()
    for patterns, session in ((by_name, BY_NAME), (by_birth, BY_BIRTH)):
        now, fields = _taught_by(patterns, session, now)
        taught |= fields
    levels = {
        name: _guarded(usual, now.fields[name]) if name in taught else usual
        for name, usual in start.fields.items()
    }
    return Taught(replace(start, fields=levels), tuple(name for name in FIELDS if name in taught))


def _with_chance(random: Patterns, start: Weights) -> Weights:
    """Measure u; the few random pairs that look like one man are no strangers."""
    strangers = Counter(
        {one: n for one, n in random.items() if start.pattern_chance(one) < _ONE_MAN}
    )
    return chance_of(strangers, start, faith=_FAITH_IN_CHANCE)


def _taught_by(patterns: Patterns, session: Session, now: Weights) -> tuple[Weights, set[str]]:
    read = [FIELDS.index(name) for name in session.reads]
    counted: Counter[Pattern] = Counter()
    for pattern, times in patterns.items():
        counted[tuple(pattern[at] for at in read)] += times
    start = Weights(_PRIOR, {name: now.fields[name] for name in session.reads})
    learnt = estimate(counted, start, keep_u=True, faith=_FAITH_IN_TRUTH)
    matches = dict.fromkeys(session.reads, 0.0)
    for pattern, times in counted.items():
        likely = times * learnt.pattern_chance(pattern)
        for name, level in zip(session.reads, pattern, strict=True):
            if level is not None:
                matches[name] += likely
    fields = {name for name in session.teaches if matches[name] >= ENOUGH}
    return replace(now, fields={**now.fields, **{f: learnt.fields[f] for f in fields}}), fields


def _guarded(usual: Sequence[Level], learnt: Sequence[Level]) -> tuple[Level, ...]:
    """Keep what was learnt of a field in the usual order, and near the usual weights.

    Disagreement never comes to speak for one man.
    """
    bits = {
        level.name: min(max(new.bits, level.bits - _FURTHEST), level.bits + _FURTHEST)
        for level, new in zip(usual, learnt, strict=True)
    }
    against = usual[-1]
    bits[against.name] = min(bits[against.name], against.bits * _LEAST_DOUBT)
    in_order = sorted(usual, key=lambda level: -level.bits)
    weigh = {level.name: level.m + level.u for level in learnt}
    falling = _falling([(bits[level.name], weigh[level.name]) for level in in_order])
    kept = {level.name: said for level, said in zip(in_order, falling, strict=True)}
    return tuple(replace(level, m=min(1.0, level.u * 2 ** kept[level.name])) for level in learnt)


def _falling(numbers: Sequence[tuple[float, float]]) -> list[float]:
    """Let numbers fall from first to last: where one rises, it and those before meet midway.

    The second of each is how much it weighs in the middle: what was hardly seen gives way.
    """
    pools: list[tuple[float, float, int]] = []
    for number, weight in numbers:
        middle, weighs, size = number, weight, 1
        while pools and pools[-1][0] < middle:
            other, its_weight, its_size = pools.pop()
            middle = (middle * weighs + other * its_weight) / (weighs + its_weight)
            weighs, size = weighs + its_weight, size + its_size
        pools.append((middle, weighs, size))
    return [middle for middle, _, size in pools for _ in range(size)]

"""How many spellings of one name part meet across scripts, and how many strangers do.

Read from the list of name parts in many scripts that lies beside the project; skipped where it
does not. What counts:

* a spelling counts if all its letters are Armenian, or all Cyrillic, or all Latin; a group counts
  if it has spellings of two of these scripts at least;
* a pair is two spellings of one group in two different scripts; it is met if the tier is 3 or
  better. Every pair weighs the same, so that groups of many languages weigh most;
* strangers are two spellings drawn at random from two different groups, whatever their scripts.

Some groups hold translations beside transliterations (Петр, Peter and Պետրոս; Павел and Poghos):
no rule of sound joins these, and only those that people of the region bear on papers are in the
alias table.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import fmean

from app.search.keys import Tier, WordKeys, tier_of, word_keys
from app.search.scripts import scripts_in
from models.vocabulary.people import Script
from tests.bench.figure import Figure

LIST = (
    Path(__file__).parents[3]
    / "shared/data/name-parts-crossscript-rigour/subset_visible_even_Q.txt"
)
STRANGERS = 200_000
_OURS = (Script.ARMENIAN, Script.CYRILLIC, Script.LATIN)
_SHORT = {Script.ARMENIAN: "Armenian", Script.CYRILLIC: "Cyrillic", Script.LATIN: "Latin"}
_NOBODY: frozenset[str] = frozenset()

type Spelling = tuple[Script, str]
type Group = list[Spelling]


def groups(path: Path = LIST) -> list[Group]:
    """Give the groups that count, each with its spellings and their scripts."""
    read = []
    for line in path.read_text("utf-8").splitlines():
        spellings = re.sub(r" => \S+$", "", line).split(", ")
        group = [(script, one) for one in spellings if (script := _one_script(one)) is not None]
        if len({script for script, _ in group}) > 1:
            read.append(group)
    return read


def _one_script(text: str) -> Script | None:
    found = scripts_in(text)
    return next(iter(found)) if len(found) == 1 and found <= set(_OURS) else None


def pairs(group: Group) -> Iterator[tuple[Spelling, Spelling]]:
    """Give the pairs of a group that stand in two scripts, in the order of the scripts."""
    for one, other in combinations(group, 2):
        if one[0] is not other[0]:
            first, second = sorted((one, other), key=lambda s: _OURS.index(s[0]))
            yield first, second


def strangers(read: list[Group], how_many: int = STRANGERS) -> Iterator[tuple[str, str]]:
    """Draw pairs of different groups, the same ones in every run."""
    chance = random.Random(4)  # noqa: S311 - a sample, no secret
    for _ in range(how_many):
        one, other = chance.sample(read, 2)
        yield chance.choice(one)[1], chance.choice(other)[1]


def _plain(keys: WordKeys) -> WordKeys:
    return replace(keys, aliases=_NOBODY, kin=_NOBODY)


def _meets(one: Spelling, other: Spelling, prepare: Callable[[WordKeys], WordKeys]) -> bool:
    keys = prepare(word_keys(one[1])), prepare(word_keys(other[1]))
    return tier_of(*keys) in _CANDIDATES


def measure() -> list[Figure]:
    """Measure what meets, with and without the alias table, and which strangers do."""
    if not LIST.exists():
        why = "the list of name parts is not beside the project"
        return [Figure("spellings of one name part met", "%", None, 93, 97, how=why)]
    read = groups()
    #: Of each kind of pair: for each group, whether its pairs are met with and without aliases.
    told: dict[str, list[list[tuple[bool, bool]]]] = defaultdict(list)
    for group in read:
        of_group: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        for one, other in pairs(group):
            kind = f"{_SHORT[one[0]]}-{_SHORT[other[0]]}"
            of_group[kind].append((_meets(one, other, lambda k: k), _meets(one, other, _plain)))
        for kind, answers in of_group.items():
            told[kind].append(answers)
    tiers = Counter(tier_of(word_keys(a), word_keys(b)) for a, b in strangers(read))
    near = tiers[Tier.SAME] + tiers[Tier.CANDIDATE]
    return [
        *(_met_figure(kind, told[kind]) for kind in sorted(told)),
        Figure(
            "strangers at tier 2 or better", "%", 100 * near / STRANGERS, 0.2, 0.05,
            how=f"{100 * (near + tiers[Tier.LOOSE]) / STRANGERS:.3f} % at tier 3 or better",
        ),
    ]  # fmt: skip


def _met_figure(kind: str, of_groups: list[list[tuple[bool, bool]]]) -> Figure:
    every = [answer for answers in of_groups for answer in answers]
    plain = 100 * fmean(without for _, without in every)
    by_group = 100 * fmean(fmean(met for met, _ in answers) for answers in of_groups)
    return Figure(
        f"{kind}: tier 3 or better", "%", 100 * fmean(met for met, _ in every), 93, 97,
        more_is_better=True,
        how=f"of {len(every)} pairs in {len(of_groups)} groups; {plain:.2f} % without the alias "
        f"table; {by_group:.2f} % where each group weighs the same",
    )  # fmt: skip


_CANDIDATES = {Tier.SAME, Tier.CANDIDATE, Tier.LOOSE}


def print_misses() -> None:
    """Print every pair that does not meet, for whoever improves the rules."""
    for group in groups():
        for (_, one), (_, other) in pairs(group):
            if tier_of(word_keys(one), word_keys(other)) not in _CANDIDATES:
                mine, yours = sorted(word_keys(one).first), sorted(word_keys(other).first)
                print(one, other, *mine[:3], "|", *yours[:4], sep="\t")


if __name__ == "__main__":
    print_misses()

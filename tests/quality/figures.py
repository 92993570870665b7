"""The figures tests wrote, gathered into the copy that is kept with the program.

`build/metrics` holds what ran on this machine and is thrown away with it; `figures.json` beside
this file is what `QUALITY.md` is made from, so that anybody can make it again. A figure of the
torture set and the smaller one of the ordinary run are kept side by side: neither replaces the
other, and the page shows the larger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any  # Any: a JSON document

from tests.metrics import FOLDER, REQUIREMENT, TEST, TORTURE

KEPT = Path(__file__).with_name("figures.json")
KEPT_BENCH = Path(__file__).with_name("bench.json")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One figure of one promise, as a test wrote it."""

    requirement: str
    what: str
    run: str
    figure: str
    target: str
    holds: bool
    on: str

    @classmethod
    def of(cls, document: dict[str, Any]) -> Evidence:
        """Read a figure; raises ValueError where its shape is another."""
        one = cls(**{"run": TEST, **document})
        if not REQUIREMENT.fullmatch(one.requirement) or one.run not in {TEST, TORTURE}:
            raise ValueError(document)
        if not (one.what and one.figure and one.target and isinstance(one.holds, bool)):
            raise ValueError(document)
        date.fromisoformat(one.on)
        return one

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells this figure from others."""
        return (self.requirement, self.what, self.run)


def written_here(folder: Path = FOLDER) -> list[Evidence]:
    """Read the figures that were measured on this machine."""
    found = sorted((*folder.glob("*.json"), *(folder / TORTURE).glob("*.json")))
    documents = [json.loads(path.read_text("utf-8")) for path in found]
    return [Evidence.of(one) for one in documents if "requirement" in one]


def kept(path: Path = KEPT) -> list[Evidence]:
    """Read the figures kept with the program."""
    if not path.exists():
        return []
    return [Evidence.of(one) for one in json.loads(path.read_text("utf-8"))]


def merged(older: Iterable[Evidence], newer: Iterable[Evidence]) -> list[Evidence]:
    """Return every figure once, the one measured last."""
    found: dict[tuple[str, str, str], Evidence] = {}
    for one in (*older, *newer):
        before = found.get(one.key)
        if before is None or before.on <= one.on:
            found[one.key] = one
    return sorted(found.values())


def keep(figures: Iterable[Evidence], path: Path = KEPT) -> None:
    """Write the figures that are kept with the program."""
    lines = [json.dumps(asdict(one), ensure_ascii=False) for one in sorted(figures)]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def shown(figures: Iterable[Evidence]) -> list[Evidence]:
    """Leave out the small run where the torture set measured the same.

    Unless the small one is not older and misses: a fault is never hidden by a larger figure.
    """
    by_key = {one.key: one for one in figures}

    def is_shown(one: Evidence) -> bool:
        larger = by_key.get((one.requirement, one.what, TORTURE))
        if one.run == TORTURE or larger is None:
            return True
        return not one.holds and one.on >= larger.on

    return sorted(one for one in by_key.values() if is_shown(one))

"""One figure beside its floor and its goal, and the table they are printed in."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

METRICS = Path("build/metrics/bench.json")
BUSY = 0.9
"""Processes wanting a core, for each core: the bench itself is one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; `more_is_better` tells which side of the floor is good."""

    what: str
    unit: str
    measured: float | None
    floor: float
    goal: float
    more_is_better: bool = False
    how: str = ""
    #: Where it was taken; filled in when it is written.
    machine: str = ""

    @property
    def verdict(self) -> str:
        """Say where the figure stands: goal, floor, below, or not run."""
        if self.measured is None:
            return "not run"
        if self._reaches(self.goal):
            return "goal"
        return "floor" if self._reaches(self.floor) else "BELOW FLOOR"

    def _reaches(self, mark: float) -> bool:
        value = self.measured or 0
        return value >= mark if self.more_is_better else value <= mark


def machine() -> str:
    """Name the machine the figures were taken on, and whether it had other work at the time."""
    cores = os.cpu_count() or 1
    named = f"{platform.machine()}, {cores} cores, Python {platform.python_version()}"
    load = os.getloadavg()[1] if hasattr(os, "getloadavg") else 0.0
    if load <= BUSY * cores:
        return named
    return f"{named}; busy with other work (load {load:.1f}): the figures are worse than it can do"


def print_table(figures: Sequence[Figure]) -> None:
    """Print measured beside floor and goal."""
    print(f"{'what':58} {'measured':>12} {'floor':>10} {'goal':>10}  {'unit':10} verdict")
    for one in figures:
        measured = "–" if one.measured is None else f"{one.measured:,.2f}".replace(",", " ")
        print(
            f"{one.what:58} {measured:>12} {one.floor:>10g} {one.goal:>10g}  "
            f"{one.unit:10} {one.verdict}"
        )
    for one in figures:
        if one.how:
            print(f"  {one.what}: {one.how}")
    print(f"machine: {machine()}")


def least_of(runs: int, ask: Callable[[], object]) -> float:
    """Time something warm: the seconds of the quickest of some runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - start)
    return min(taken)


def write_json(figures: Sequence[Figure], path: Path = METRICS) -> None:
    """Keep the figures for whoever compares; those of other benches stay as they were."""
    here = machine()
    fresh = {one.what: replace(one, machine=one.machine or here) for one in figures}
    older = read_json(path)
    known = {one.what for one in older}
    every = [fresh.get(one.what, one) for one in older]
    every += [one for one in fresh.values() if one.what not in known]
    path.parent.mkdir(parents=True, exist_ok=True)
    document = [{**asdict(one), "verdict": one.verdict} for one in every]
    path.write_text(json.dumps({"figures": document}, ensure_ascii=False, indent=1), "utf-8")


def read_json(path: Path) -> list[Figure]:
    """Read figures that were kept; none where no bench ran."""
    if not path.exists():
        return []
    document = json.loads(path.read_text("utf-8"))
    names = {field.name for field in fields(Figure)}
    return [
        Figure(**{name: value for name, value in one.items() if name in names})
        for one in document["figures"]
    ]

"""The page `QUALITY.md`: every promise with what was measured of it, and what was not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figure import Figure
from tests.metrics import TORTURE
from tests.quality.figures import Evidence, shown

PROMISES = Path(__file__).with_name("requirements.toml")
PAGE = Path(__file__).parents[2] / "QUALITY.md"
NOT_RUN = "**not run**"

_HEAD = """# What is promised, and what was measured

Made by `./homeward quality` from the figures that tests wrote (`tests/quality/figures.json`); no
figure is typed by hand. `./homeward test` measures what runs at every change, `./homeward torture`
the rest. *Short form* means that only the small count of the ordinary run stands here; *in part* is
explained below the table.
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise, its target, and where it is measured."""

    id: str
    promise: str
    target: str
    runs: str
    partly: str = ""
    why: str = ""


def promises(path: Path = PROMISES) -> list[Promise]:
    """Read the promises in their order."""
    found = tomllib.loads(path.read_text("utf-8"))
    return [Promise(name, **words) for name, words in sorted(found.items())]


def verdict(promise: Promise, figures: Sequence[Evidence]) -> str:
    """Say in a word or two where a promise stands."""
    if not figures:
        return NOT_RUN
    if not all(one.holds for one in figures):
        return "**misses**"
    if promise.runs == TORTURE and not any(one.run == TORTURE for one in figures):
        return "short form holds"
    return "holds, in part" if promise.partly else "holds"


def page(figures: Iterable[Evidence], bench: Sequence[Figure] = ()) -> str:
    """Write the whole page."""
    chosen = shown(figures)
    of = {
        one.id: [found for found in chosen if found.requirement == one.id] for one in promises()
    }  # fmt: skip
    verdicts = [verdict(one, of[one.id]) for one in promises()]
    lines = [_HEAD, _sum(verdicts), "", *_table(of), "", *_reasons(of)]
    others = [one for one in chosen if one.requirement.startswith("U-")]
    if others:
        lines += ["", "## For who works with it", "", *_plain(others)]
    speed = [one for one in chosen if one.requirement == "speed"]
    if speed or bench:
        lines += ["", "## Speed", "", *_speed(speed, bench)]
    return "\n".join(lines).rstrip() + "\n"


def _sum(verdicts: Sequence[str]) -> str:
    counts = {one: verdicts.count(one) for one in sorted(set(verdicts))}
    said = ", ".join(f"{n} {one.strip('*')}" for one, n in counts.items())
    return f"Of {len(verdicts)} promises: {said}."


def _table(of: dict[str, list[Evidence]]) -> list[str]:
    lines = [
        "| | Promise | Measured | Target | | On | Runs at |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in promises():
        figures = of[one.id]
        measured = "<br>".join(f"{found.what}: {found.figure}" for found in figures) or "–"
        row = (
            one.id, one.promise, measured, one.target, verdict(one, figures), _days(figures),
            one.runs,
        )  # fmt: skip
        lines.append(_row(*row))
    return lines


def _reasons(of: dict[str, list[Evidence]]) -> list[str]:
    """Tell why something was not run or misses, and what of a promise no figure speaks of."""
    lines = []
    for one in promises():
        standing = verdict(one, of[one.id])
        if standing in {NOT_RUN, "**misses**"}:
            why = one.why or "no test has written a figure yet"
            lines.append(f"* {one.id}, {standing.strip('*')}: {why}.")
        elif one.partly:
            lines.append(f"* {one.id}, not measured: {one.partly}.")
        lines += [
            f"  * {found.what}: {found.figure}, wanted {found.target}."
            for found in of[one.id]
            if not found.holds
        ]
    return ["What the table does not show as held, and why:", "", *lines] if lines else []


def _plain(figures: Sequence[Evidence]) -> list[str]:
    lines = ["| | Measured | Figure | Target | | On |", "|---|---|---|---|---|---|"]
    lines += [
        _row(one.requirement, one.what, one.figure, one.target, _held(one), one.on)
        for one in figures
    ]
    return lines


def _speed(figures: Sequence[Evidence], bench: Sequence[Figure]) -> list[str]:
    lines = ["| Measured | Figure | Floor or target | |", "|---|---|---|---|"]
    lines += [_row(one.what, one.figure, one.target, _held(one)) for one in figures]
    for one in bench:
        measured = "–" if one.measured is None else f"{one.measured:,.2f} {one.unit}"
        verdict_there = NOT_RUN if one.measured is None else one.verdict.lower()
        lines.append(_row(one.what, measured, f"{one.floor:g}, goal {one.goal:g}", verdict_there))
    machines = "; ".join(dict.fromkeys(one.machine for one in bench if one.machine))
    return [*lines, "", f"Machine of the benches: {machines}."] if machines else lines


def _held(one: Evidence) -> str:
    return "holds" if one.holds else "**misses**"


def _days(figures: Sequence[Evidence]) -> str:
    days = sorted({one.on for one in figures})
    return " to ".join(days[:1] + days[-1:] if len(days) > 1 else days) or "–"


def _row(*cells: str) -> str:
    told = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(told)} |"

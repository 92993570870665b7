"""Writes many case numbers in little room: what they share once, then runs as ranges."""

from __future__ import annotations

from collections.abc import Sequence

_DASH = "–"


def shared_head(numbers: Sequence[str]) -> str:
    """Give what all numbers begin with, up to their last hyphen: "HRD-2020-"."""
    heads = {number.rpartition("-")[0] for number in numbers}
    if len(heads) != 1:
        return ""
    head = heads.pop()
    return f"{head}-" if head else ""


def in_ranges(numbers: Sequence[str], head: str = "") -> tuple[str, ...]:
    """Give sorted numbers without their common head, three or more in a row as "00062–00064"."""
    runs: list[list[str]] = []
    for number in numbers:
        tail = number.removeprefix(head)
        if runs and _follows(runs[-1][-1], tail):
            runs[-1].append(tail)
        else:
            runs.append([tail])
    found: list[str] = []
    for run in runs:
        found += [f"{run[0]}{_DASH}{run[-1]}"] if len(run) > 2 else run
    return tuple(found)


def _follows(before: str, after: str) -> bool:
    """Tell whether a number is the next one, written as long as the one before."""
    head, _, figures = before.rpartition("-")
    other, _, next_figures = after.rpartition("-")
    return (
        head == other
        and figures.isdecimal()
        and next_figures.isdecimal()
        and len(figures) == len(next_figures)
        and int(next_figures) == int(figures) + 1
    )

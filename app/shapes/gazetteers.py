"""What came, or would come, out of a file of places: counts, and the lines that want a look."""

from __future__ import annotations

from dataclasses import dataclass

type Spoken = tuple[str, str, str]
"""The same words in English, Armenian and Russian."""


@dataclass(frozen=True, slots=True)
class RefusedPlace:
    """A line that does not come in, and why; the line is counted from 1."""

    line: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Namesake:
    """A place that bears the name of one of ours and lies elsewhere.

    `km` is how far it is; None where ours has no point. It comes in only where somebody says so.
    `district` is its own, `other` is ours, each in English, Armenian and Russian.
    """

    line: int
    name: str
    district: Spoken
    other: Spoken
    km: int | None


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """The outcome of a file of places.

    `new` come in; `known` stand here under their number; `learnt` stand here by name and point and
    get the further names; `outside` lie outside the theatre and were left out; `passed` are of
    kinds that are not kept: rivers, fields, springs.
    """

    lines: int
    new: int
    known: int
    learnt: int
    outside: int
    passed: int
    namesakes: tuple[Namesake, ...] = ()
    namesakes_taken: bool = False
    refused: tuple[RefusedPlace, ...] = ()
    dry_run: bool = False

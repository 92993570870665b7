"""Finds room for names beside their marks, so that no two lie on one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

GAP = 1.4
TRIES = 4
STEP = 3.0  # between the squares that stand for the line of a ring


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y runs down."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Tell whether the two share any ground."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Box) -> bool:
        """Tell whether the other lies wholly within."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


def around(x: float, y: float, half: float) -> Box:
    """Return the square that a mark takes."""
    return Box(x - half, y - half, 2 * half, 2 * half)


class Labels:
    """What is taken on a sheet already; gives each name the first free place beside its mark."""

    def __init__(self, sheet: Box, taken: Sequence[Box], lines: Sequence[Box] = ()) -> None:
        self._sheet = sheet
        self._taken = list(taken)
        self._lines = lines

    def free(self, box: Box, *, off_lines: bool = True) -> bool:
        """Tell whether a rectangle lies on the sheet and on nothing else."""
        if not self._sheet.holds(box) or any(box.meets(other) for other in self._taken):
            return False
        return not (off_lines and any(box.meets(other) for other in self._lines))

    def take(self, box: Box) -> None:
        """Keep others off a rectangle."""
        self._taken.append(box)

    def best(
        self, marks: Sequence[Box], widths: Sequence[float], widest: float, height: float
    ) -> list[Box | None]:
        """Find a place for the names of all marks together; None for one without, or too wide.

        A name that found no place may choose before the others the next time.
        """
        order = [at for at, width in enumerate(widths) if width <= widest]
        before, best = list(self._taken), list[Box | None]([None] * len(marks))
        for _ in range(TRIES):
            self._taken = list(before)
            found: list[Box | None] = [None] * len(marks)
            for at in order:
                found[at] = self.beside(marks[at], widths[at], height)
            if found.count(None) < best.count(None):
                best = found
            without = [at for at in order if found[at] is None]
            if not without:
                break
            order = [*without, *(at for at in order if found[at] is not None)]
        self._taken = [*before, *(box for box in best if box is not None)]
        return best

    def beside(
        self, mark: Box, width: float, height: float, *, on_lines: bool = True
    ) -> Box | None:
        """Take the first free place beside a mark: right, left, above, below, at its corners.

        A name lies on the line of a ring only where there is no other place, and `on_lines`.
        """
        places = list(_beside(mark, width, height))
        for off_lines in (True, False) if on_lines and self._lines else (True,):
            for box in places:
                if self.free(box, off_lines=off_lines):
                    self.take(box)
                    return box
        return None


def _beside(mark: Box, width: float, height: float) -> Iterator[Box]:
    middle = mark.y + (mark.height - height) / 2
    right, left = mark.x + mark.width + GAP, mark.x - width - GAP
    above, below = mark.y - height, mark.y + mark.height
    centre = mark.x + (mark.width - width) / 2
    for x, y in (
        (right, middle),
        (left, middle),
        (right, above),
        (right, below),
        (left, above),
        (left, below),
        (centre, above),
        (centre, below),
    ):
        yield Box(x, y, width, height)


def along(x: float, y: float, radius: float) -> Iterator[Box]:
    """Return small squares that cover the line of a ring."""
    count = max(8, round(2 * pi * radius / STEP))
    for n in range(count):
        turn = 2 * pi * n / count
        yield around(x + radius * cos(turn), y + radius * sin(turn), STEP / 2)

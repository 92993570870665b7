"""Lays a sketch out on a sheet of any size: marks, names beside them, the bar, the arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from app.reports.chart_blocks import PlaceMap, Spot, SpotKind
from app.reports.sketch.ground import Ground, ground_for
from app.reports.sketch.labels import Box, Labels, along, around
from models.vocabulary.coordinates import Point

# In units of the sheet; a screen has more of them to an inch than paper has points.
INSET = 3.0  # words and marks stay off the frame
DOT, DIAMOND, TOWN = 2.2, 3.2, 1.7
SAME = 4.0  # nearer than this, two places share one mark
TOWN_ROOM = 7.0  # a town as near as this to a place of his is most likely that place
SMALL_RING = 30.0  # a name beside the mark would lie across the line of it
CLEAR = 0.8  # white around a mark
ARROW = 13.0
WIDEST_NAME = 0.4  # of the sheet; a longer one stands below behind a number
MOST_TOWNS = 16

_HALVES = {SpotKind.PLACE: DOT, SpotKind.AREA: DIAMOND, SpotKind.TOWN: TOWN}


@dataclass(frozen=True, slots=True)
class Hand:
    """What words are set with: how wide they are, bold or not, and how high a line is."""

    width: Callable[[str, bool], float]
    clean: Callable[[str], str]
    tall: float
    drop: float  # of the line on which they stand, below their top
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the sheet, and the names that share it."""

    x: float
    y: float
    kind: SpotKind
    half: float
    ring: float
    names: tuple[str, ...] = ()

    @property
    def has_ring(self) -> bool:
        """Tell whether the ring in which it lies is to be seen beside the mark."""
        return self.ring > 2 * self.half


@dataclass(frozen=True, slots=True)
class Named:
    """Words on the sheet, from their left, on the line they stand on."""

    x: float
    y: float
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, from the top left corner.

    `numbered` are the names that found no room, by their numbers; `unnamed` those without even
    that. `bar` and `arrow` are the left end and the tip, with their lengths.
    """

    marks: tuple[Mark, ...]
    towns: tuple[Mark, ...]
    named: tuple[Named, ...]
    numbered: tuple[tuple[str, str], ...]
    unnamed: tuple[str, ...]
    bar: tuple[float, float, float]
    arrow: tuple[float, float, float]

    @property
    def drawn(self) -> frozenset[SpotKind | None]:
        """Say what is to be explained; None stands for the ring."""
        kinds: set[SpotKind | None] = {mark.kind for mark in (*self.marks, *self.towns)}
        if any(mark.has_ring for mark in self.marks):
            kinds.add(None)
        return frozenset(kinds)


def lay_out(block: PlaceMap, width: float, height: float, hand: Hand) -> Layout | None:
    """Place everything of a sketch on a sheet; None where its places lie too far apart."""
    ground = ground_for(
        [Point(spot.lat, spot.lon, spot.within_m) for spot in block.spots],
        width,
        height,
        [Point(town.lat, town.lon) for town in block.towns],
    )
    return None if ground is None else _Sheet(block, ground, hand).lay_out()


class _Sheet:
    """One sheet while it is laid out: names of his places first, then towns while there is room."""

    def __init__(self, block: PlaceMap, ground: Ground, hand: Hand) -> None:
        self._block, self._ground, self._hand = block, ground, hand
        self._inset = INSET * hand.unit
        self._marks = _together([self._mark(spot) for spot in block.spots], SAME * hand.unit)
        edge = 2 * self._inset
        sheet = Box(self._inset, self._inset, ground.width - edge, ground.height - edge)
        small = SMALL_RING * hand.unit
        rings = [
            square
            for mark in self._marks
            if mark.ring > small
            for square in along(mark.x, mark.y, mark.ring)
        ]
        self._labels = Labels(sheet, [self._box(mark) for mark in self._marks], rings)

    def lay_out(self) -> Layout:
        """Give his places room first, after the bar and the arrow."""
        bar, arrow = self._bar(), self._arrow()
        bar_words, arrow_words = self._bar_words(bar), self._arrow_words(arrow)
        names = ["; ".join(map(self._hand.clean, mark.names)) for mark in self._marks]
        named, numbered, unnamed = self._names(names)
        towns = list(self._towns())
        return Layout(
            tuple(self._marks),
            tuple(mark for mark, _ in towns),
            (*named, *(words for _, words in towns), bar_words, arrow_words),
            tuple(numbered),
            tuple(unnamed),
            bar,
            arrow,
        )

    def _mark(self, spot: Spot) -> Mark:
        x, y = self._ground.place(spot.lat, spot.lon)
        half = _HALVES[spot.kind] * self._hand.unit
        return Mark(x, y, spot.kind, half, self._ground.length(spot.within_m or 0), (spot.name,))

    def _box(self, mark: Mark) -> Box:
        """Return what names keep off: the mark, and its ring where that is a small one."""
        small = mark.has_ring and mark.ring <= SMALL_RING * self._hand.unit
        return around(mark.x, mark.y, mark.ring if small else mark.half + CLEAR * self._hand.unit)

    def _words(self, box: Box, text: str, *, bold: bool) -> Named:
        return Named(box.x, box.y + self._hand.drop, text, bold)

    def _names(self, names: list[str]) -> tuple[list[Named], list[tuple[str, str]], list[str]]:
        """Name each mark beside it, else by a number."""
        hand, boxes = self._hand, [self._box(mark) for mark in self._marks]
        widths = [hand.width(name, True) for name in names]  # bold
        found = self._labels.best(boxes, widths, self._ground.width * WIDEST_NAME, hand.tall)
        named: list[Named] = []
        numbered: list[tuple[str, str]] = []
        unnamed: list[str] = []
        for own, name, beside in zip(boxes, names, found, strict=True):
            if beside is not None:
                named.append(self._words(beside, name, bold=True))
                continue
            sign = str(len(numbered) + 1)
            room = self._labels.beside(own, hand.width(sign, True), hand.tall)
            if room is None:
                unnamed.append(name)
                continue
            numbered.append((sign, name))
            named.append(self._words(room, sign, bold=True))
        return named, numbered, unnamed

    def _towns(self) -> Iterator[tuple[Mark, Named]]:
        """Name towns while there is room; one without room for its name is not drawn."""
        hand, drawn = self._hand, 0
        for town in self._block.towns:
            if drawn == MOST_TOWNS or not self._ground.shows(town.lat, town.lon, 2 * self._inset):
                continue
            mark = self._mark(town)
            room = TOWN_ROOM * hand.unit
            if any(hypot(mark.x - at.x, mark.y - at.y) < room for at in self._marks):
                continue
            own, name = self._box(mark), hand.clean(town.name)
            if not self._labels.free(own):
                continue
            width = hand.width(name, False)  # not bold
            box = self._labels.beside(own, width, hand.tall, on_lines=False)
            if box is None:
                continue
            self._labels.take(own)
            drawn += 1
            yield mark, self._words(box, name, bold=False)

    def _bar(self) -> tuple[float, float, float]:
        long = self._ground.length(self._block.bar_m)
        return 2 * self._inset, self._ground.height - 2.5 * self._inset, long

    def _bar_words(self, bar: tuple[float, float, float]) -> Named:
        """Say how long the bar is at its end, and keep names off both."""
        x, y, long = bar
        unit, told = self._hand.unit, self._hand.clean(self._block.bar)
        width = self._hand.width(told, False)  # not bold
        self._labels.take(Box(x - 2 * unit, y - 6 * unit, long + 6 * unit + width, 12 * unit))
        return Named(x + long + 4 * unit, y + 2.9 * unit, told)

    def _arrow(self) -> tuple[float, float, float]:
        tip = self._inset + self._hand.tall
        return self._ground.width - 4 * self._inset, tip, ARROW * self._hand.unit

    def _arrow_words(self, arrow: tuple[float, float, float]) -> Named:
        x, tip, long = arrow
        unit, told = self._hand.unit, self._hand.clean(self._block.north)
        self._labels.take(Box(x - 8 * unit, 0, 16 * unit, tip + long + 2 * unit))
        width = self._hand.width(told, True)  # bold
        return Named(x - width / 2, self._inset + self._hand.drop - unit, told, bold=True)


def _together(marks: Sequence[Mark], same: float) -> list[Mark]:
    """Join marks that would lie on one another; the first of them gives the place."""
    joined: list[Mark] = []
    for mark in marks:
        for at, other in enumerate(joined):
            if hypot(mark.x - other.x, mark.y - other.y) < same:
                names = tuple(dict.fromkeys((*other.names, *mark.names)))
                first = other if other.kind is SpotKind.PLACE else mark
                ring = max(mark.ring, other.ring)
                joined[at] = Mark(other.x, other.y, first.kind, first.half, ring, names)
                break
        else:
            joined.append(mark)
    return joined

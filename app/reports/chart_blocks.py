"""Blocks that are drawn: bars, days on a line of time, a sketch of places; black on white only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# Whatever is drawn is also said: each block holds its words, in the order in which they are read.


@dataclass(frozen=True, slots=True)
class BarRow:
    """A line of a sum: what is counted, the figure as printed, and how long its bar is."""

    label: str
    figure: str
    count: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from one common line, the figure before each; `under` says what they add up to."""

    rows: tuple[BarRow, ...]
    under: str


class TimeShape(StrEnum):
    """How well a time is known, told by shape alone."""

    DAY = "DAY"  # a filled dot: on that day
    ABOUT_DAY = "ABOUT_DAY"  # a ring: about that day, or not certain
    ONCE = "ONCE"  # a hollow bar: on some day within
    LASTED = "LASTED"  # a filled bar: all the time
    ABOUT_LASTED = "ABOUT_LASTED"  # a hollow bar with a line in it: about that time


class TimeEnd(StrEnum):
    """How a bar ends."""

    KNOWN = "KNOWN"
    GOES_ON = "GOES_ON"  # an arrow: it has not ended
    NOT_KNOWN = "NOT_KNOWN"  # a dashed line: nobody knows


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Days on the line, both included; a missing bound is not drawn as a day."""

    shape: TimeShape
    first: date | None
    last: date | None
    start: TimeEnd = TimeEnd.KNOWN
    end: TimeEnd = TimeEnd.KNOWN


@dataclass(frozen=True, slots=True)
class TimeRow:
    """What happened, where, and every time at which it did."""

    label: str
    marks: tuple[TimeMark, ...]


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A day named under the line, where the stretch of that name begins."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class TimeKey:
    """What a shape, or an end of a bar, means."""

    sign: TimeShape | TimeEnd
    words: str


@dataclass(frozen=True, slots=True)
class TimelineBars:
    """Rows over one line of time from `first` to `last`.

    `scales` are ways of naming it, the finest first: the first that fits is printed. `over` says
    what is drawn, for whoever meets the drawing at the head of a page.
    """

    over: str
    first: date
    last: date
    rows: tuple[TimeRow, ...]
    scales: tuple[tuple[TimeTick, ...], ...]
    key: tuple[TimeKey, ...]
    under: str = ""


class SpotKind(StrEnum):
    """What a mark of a sketch stands for."""

    PLACE = "PLACE"  # a dot: a place of his story
    AREA = "AREA"  # a diamond: only the district or region is known
    TOWN = "TOWN"  # a small ring: for orientation


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark on a sketch; it lies within `within_m` metres, where that is known."""

    kind: SpotKind
    name: str
    lat: float
    lon: float
    within_m: int | None = None


@dataclass(frozen=True, slots=True)
class SpotKey:
    """What a mark means; without a kind it is the ring in which a place lies."""

    kind: SpotKind | None
    words: str


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """A sketch of places with north above, a bar of length, and towns for orientation.

    A name that finds no room beside its mark stands under the sketch behind a number, and behind
    `no_room` where there is none for the number either. `bar` says how long `bar_m` metres are.
    """

    spots: tuple[Spot, ...]  # his places in the order in which he was there
    towns: tuple[Spot, ...]
    key: tuple[SpotKey, ...]
    north: str
    bar_m: int
    bar: str
    no_room: str
    under: tuple[str, ...]


type ChartBlock = BarChart | TimelineBars | PlaceMap

"""Draws a sketch of places: dots, rings of doubt, towns, a bar of length, north above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import hypot

from app.reports.chart_blocks import PlaceMap, Spot, SpotKind
from app.reports.document import Text, literal, plain
from app.reports.pdf import styles
from app.reports.pdf.drawn_keys import Sign, set_key
from app.reports.pdf.geometry import FURNITURE_LINE, MM, U
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Corners, Disc, Frame, Rule, Strip, Stroke, Words, set_lines
from app.reports.sketch.ground import Ground, ground_for
from app.reports.sketch.labels import Box, Labels, along, around
from models.vocabulary.coordinates import Point

HEIGHT = 62 * MM
INSET = 3.0  # words and marks stay off the frame
DOT, DIAMOND, TOWN = 2.2, 3.2, 1.7
SAME = 4.0  # nearer than this, two places share one mark
WIDEST_NAME = 0.4  # of the sheet; a longer one stands below behind a number
MOST_TOWNS = 16
TOWN_ROOM = 7.0  # a town as near as this to a place of his is most likely that place
SIZE, TALL, DROP = 8.0, 9.75, 7.4
SMALL_RING = 14.0
CLEAR = 0.8  # white around a mark
KEY_WIDTH = 8.0


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark on the sheet, and the names that share it."""

    x: float
    y: float
    kind: SpotKind
    ring: float  # radius in points
    names: tuple[str, ...]

    @property
    def half(self) -> float:
        """Return half the width of the mark itself."""
        return {SpotKind.PLACE: DOT, SpotKind.AREA: DIAMOND, SpotKind.TOWN: TOWN}[self.kind]

    @property
    def has_ring(self) -> bool:
        """Tell whether the ring in which it lies is to be seen beside the mark."""
        return self.ring > 2 * self.half

    @property
    def box(self) -> Box:
        """Return what names keep off: the mark, and its ring where that is a small one."""
        small = self.has_ring and self.ring <= SMALL_RING
        return around(self.x, self.y, self.ring if small else self.half + CLEAR)


class SketchSetter:
    """Turns a sketch into one strip."""

    def __init__(self, rows: RowSetter) -> None:
        self._breaker = rows.breaker
        self._width = rows.width

    def sketch(self, block: PlaceMap) -> list[Strip]:
        """Draw the sheet with its frame, then say below what stands on it, and only that."""
        ground = ground_for(
            [Point(spot.lat, spot.lon, spot.within_m) for spot in block.spots],
            self._width,
            HEIGHT,
            [Point(town.lat, town.lon) for town in block.towns],
        )
        if ground is None:
            return []
        strokes: list[Stroke] = [Frame(0, 0, self._width, HEIGHT, FURNITURE_LINE)]
        marks = _together([_mark(spot, ground) for spot in block.spots])
        sheet = Box(INSET, INSET, self._width - 2 * INSET, HEIGHT - 2 * INSET)
        rings = [
            square
            for mark in marks
            if mark.ring > SMALL_RING
            for square in along(mark.x, mark.y, mark.ring)
        ]
        labels = Labels(sheet, [mark.box for mark in marks], rings)
        scale = self._scale(strokes, labels, block, ground)
        north = self._north(strokes, labels, block.north)
        for mark in marks:
            _draw(strokes, mark)
        numbered, homeless = self._names(strokes, labels, marks)
        drawn: set[SpotKind | None] = {mark.kind for mark in marks}
        if any(mark.has_ring for mark in marks):
            drawn.add(None)
        if self._towns(strokes, labels, block, ground, marks):
            drawn.add(SpotKind.TOWN)
        strokes += [scale, north]
        y = HEIGHT + U
        if numbered:
            y = self._lines(strokes, numbered, y)
        if homeless:
            told = (*plain(f"{block.no_room} "), *literal(homeless))
            y = self._lines(strokes, told, y)
        entries = [
            Sign(partial(_key_sign, entry.kind), KEY_WIDTH, entry.words)
            for entry in block.key
            if entry.kind in drawn
        ]
        y = set_key(strokes, self._breaker, entries, self._width, y)
        for words in block.under:
            y = self._lines(strokes, plain(words), y)
        return [Strip(y + U, strokes, space_above=2 * U)]

    def _names(self, strokes: list[Stroke], labels: Labels, marks: list[_Mark]) -> tuple[Text, str]:
        """Name each mark beside it, else by a number; return the numbers' key, and who has none."""
        names = ["; ".join(map(self._breaker.clean_line, mark.names)) for mark in marks]
        widths = [self._breaker.width(name, SIZE, bold=True) for name in names]
        found = labels.best([mark.box for mark in marks], widths, self._width * WIDEST_NAME, TALL)
        numbered: Text = ()
        homeless: list[str] = []
        number = 0
        for mark, name, beside in zip(marks, names, found, strict=True):
            if beside is not None:
                strokes.append(Words(beside.x, beside.y + DROP, True, SIZE, name))
                continue
            sign = str(number + 1)
            box = labels.beside(mark.box, self._breaker.width(sign, SIZE, bold=True), TALL)
            if box is None:
                homeless.append(name)
                continue
            number += 1
            strokes.append(Words(box.x, box.y + DROP, True, SIZE, sign))
            numbered += (*literal(f"{sign}\u00a0", bold=True), *literal(f"{name}   "))
        return numbered, "; ".join(homeless)

    def _towns(
        self,
        strokes: list[Stroke],
        labels: Labels,
        block: PlaceMap,
        ground: Ground,
        places: list[_Mark],
    ) -> int:
        """Name towns for as long as there is room, and count them; without a name none is drawn."""
        drawn = 0
        for town in block.towns:
            if drawn == MOST_TOWNS or not ground.shows(town.lat, town.lon, 2 * INSET):
                continue
            mark = _mark(town, ground)
            if any(hypot(mark.x - at.x, mark.y - at.y) < TOWN_ROOM for at in places):
                continue
            own = mark.box
            name = self._breaker.clean_line(town.name)
            if not labels.free(own):
                continue
            wide = self._breaker.width(name, SIZE)
            box = labels.beside(own, wide, TALL, on_lines=False)
            if box is None:
                continue
            labels.take(own)
            _draw(strokes, mark)
            strokes.append(Words(box.x, box.y + DROP, False, SIZE, name))
            drawn += 1
        return drawn

    def _scale(
        self, strokes: list[Stroke], labels: Labels, block: PlaceMap, ground: Ground
    ) -> Words:
        """Draw the bar of length in the lower left corner."""
        told = self._breaker.clean_line(block.bar)
        long, x, y = ground.length(block.bar_m), 2 * INSET, HEIGHT - 2.5 * INSET
        strokes.append(Rule(x, y, x + long, y, 1.0))
        strokes += [Rule(end, y - 3, end, y + 3, 1.0) for end in (x, x + long)]
        wide = self._breaker.width(told, SIZE)
        labels.take(Box(x - 2, y - 6, long + 6 + wide, 12))
        return Words(x + long + 4, y + 2.9, False, SIZE, told)

    def _north(self, strokes: list[Stroke], labels: Labels, word: str) -> Words:
        """Draw an arrow to the north in the upper right corner."""
        wide = self._breaker.width(word, SIZE, bold=True)
        x, top = self._width - 4 * INSET, INSET + TALL
        strokes.append(Rule(x, top, x, top + 13, 0.8))
        strokes.append(Corners(((x, top - 1), (x - 2.6, top + 6), (x + 2.6, top + 6))))
        labels.take(Box(x - 8, 0, 16, top + 15))
        return Words(x - wide / 2, INSET + DROP - 1, True, SIZE, word)

    def _lines(self, strokes: list[Stroke], text: Text, top: float) -> float:
        lines = self._breaker.lines(text, styles.NOTE, self._width)
        return set_lines(strokes, lines, styles.NOTE, 0, top)


def _mark(spot: Spot, ground: Ground) -> _Mark:
    x, y = ground.place(spot.lat, spot.lon)
    ring = ground.length(spot.within_m or 0)
    return _Mark(x, y, spot.kind, ring, (spot.name,))


def _together(marks: list[_Mark]) -> list[_Mark]:
    """Join marks that would lie on one another; the first of them gives the place."""
    joined: list[_Mark] = []
    for mark in marks:
        for at, other in enumerate(joined):
            if hypot(mark.x - other.x, mark.y - other.y) < SAME:
                names = tuple(dict.fromkeys((*other.names, *mark.names)))
                ring = max(mark.ring, other.ring)
                kind = other.kind if other.kind is SpotKind.PLACE else mark.kind
                joined[at] = _Mark(other.x, other.y, kind, ring, names)
                break
        else:
            joined.append(mark)
    return joined


def _draw(strokes: list[Stroke], mark: _Mark) -> None:
    if mark.has_ring:
        strokes.append(Disc(mark.x, mark.y, mark.ring, filled=False, dashed=True))
    match mark.kind:
        case SpotKind.PLACE:
            strokes.append(Disc(mark.x, mark.y, DOT))
        case SpotKind.TOWN:
            strokes.append(Disc(mark.x, mark.y, TOWN, filled=False))
        case SpotKind.AREA:
            strokes.append(_diamond(mark.x, mark.y))


def _diamond(x: float, y: float) -> Corners:
    points = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
    return Corners(points, filled=False, weight=0.8)


def _key_sign(kind: SpotKind | None, strokes: list[Stroke], x: float, y: float) -> None:
    middle = x + KEY_WIDTH / 2
    if kind is None:
        strokes.append(Disc(middle, y, 4.0, filled=False, dashed=True))
    else:
        _draw(strokes, _Mark(middle, y, kind, 0.0, ()))

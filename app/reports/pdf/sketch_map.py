"""Draws a sketch of places: dots, rings of doubt, towns, a bar of length, north above."""

from __future__ import annotations

from functools import partial

from app.reports.chart_blocks import PlaceMap, SpotKind
from app.reports.document import Text, literal, plain
from app.reports.pdf import styles
from app.reports.pdf.drawn_keys import Sign, set_key
from app.reports.pdf.geometry import FURNITURE_LINE, MM, U
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Corners, Disc, Frame, Rule, Strip, Stroke, Words, set_lines
from app.reports.sketch.layout import DIAMOND, DOT, TOWN, Hand, Layout, Mark, lay_out

HEIGHT = 62 * MM
SIZE, TALL, DROP = 8.0, 9.75, 7.4
BAR, BAR_END = 1.0, 3.0
KEY_WIDTH = 8.0
_HALVES = {SpotKind.PLACE: DOT, SpotKind.AREA: DIAMOND, SpotKind.TOWN: TOWN}
_KEY_RING = 4.0


class SketchSetter:
    """Turns a sketch into one strip."""

    def __init__(self, rows: RowSetter) -> None:
        self._breaker = rows.breaker
        self._width = rows.width
        self._hand = Hand(
            lambda text, bold: rows.breaker.width(text, SIZE, bold=bold),
            rows.breaker.clean_line,
            TALL,
            DROP,
        )

    def sketch(self, block: PlaceMap) -> list[Strip]:
        """Draw the sheet with its frame, then say below what stands on it, and only that."""
        layout = lay_out(block, self._width, HEIGHT, self._hand)
        if layout is None:
            return []
        strokes: list[Stroke] = [Frame(0, 0, self._width, HEIGHT, FURNITURE_LINE)]
        for mark in (*layout.marks, *layout.towns):
            _draw(strokes, mark)
        _bar_and_arrow(strokes, layout)
        strokes += [Words(word.x, word.y, word.bold, SIZE, word.text) for word in layout.named]
        y = self._below(strokes, block, layout, HEIGHT + U)
        return [Strip(y + U, strokes, space_above=2 * U)]

    def _below(self, strokes: list[Stroke], block: PlaceMap, layout: Layout, top: float) -> float:
        y = top
        numbered: Text = ()
        for sign, name in layout.numbered:
            numbered += (*literal(f"{sign}\u00a0", bold=True), *literal(f"{name}   "))
        if numbered:
            y = self._lines(strokes, numbered, y)
        if layout.unnamed:
            unnamed = literal("; ".join(layout.unnamed))
            y = self._lines(strokes, (*plain(f"{block.no_room} "), *unnamed), y)
        entries = [
            Sign(partial(_key_sign, entry.kind), KEY_WIDTH, entry.words)
            for entry in block.key
            if entry.kind in layout.drawn
        ]
        y = set_key(strokes, self._breaker, entries, self._width, y)
        for words in block.under:
            y = self._lines(strokes, plain(words), y)
        return y

    def _lines(self, strokes: list[Stroke], text: Text, top: float) -> float:
        lines = self._breaker.lines(text, styles.NOTE, self._width)
        return set_lines(strokes, lines, styles.NOTE, 0, top)


def _bar_and_arrow(strokes: list[Stroke], layout: Layout) -> None:
    x, y, long = layout.bar
    strokes.append(Rule(x, y, x + long, y, BAR))
    strokes += [Rule(end, y - BAR_END, end, y + BAR_END, BAR) for end in (x, x + long)]
    x, tip, long = layout.arrow
    strokes.append(Rule(x, tip, x, tip + long, 0.8))
    strokes.append(Corners(((x, tip - 1), (x - 2.6, tip + 6), (x + 2.6, tip + 6))))


def _draw(strokes: list[Stroke], mark: Mark) -> None:
    x, y, half = mark.x, mark.y, mark.half
    if mark.has_ring:
        strokes.append(Disc(x, y, mark.ring, filled=False, dashed=True))
    if mark.kind is SpotKind.AREA:
        diamond = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        strokes.append(Corners(diamond, filled=False, weight=0.8))
    else:
        strokes.append(Disc(x, y, half, filled=mark.kind is SpotKind.PLACE))


def _key_sign(kind: SpotKind | None, strokes: list[Stroke], x: float, y: float) -> None:
    middle = x + KEY_WIDTH / 2
    if kind is None:
        strokes.append(Disc(middle, y, _KEY_RING, filled=False, dashed=True))
    else:
        _draw(strokes, Mark(middle, y, kind, _HALVES[kind], 0.0))

"""Stacks strips into pages, each with the notes its own marks call for at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.reports.document import Note, plain, strong
from app.reports.pdf import styles
from app.reports.pdf.geometry import MM, PageFormat, U, on_grid
from app.reports.pdf.lines import Line, LineBreaker, ended
from app.reports.pdf.strips import Rule, Strip, Stroke, set_lines
from app.reports.pdf.structure import Part
from app.reports.pdf.styles import Style

NOTE_GAP = 5 * MM
NOTE_HANG = 17.0
NOTE_STEP = 0.5 * U
NOTE_RULE = 40 * MM
ABOVE_NOTES = 2 * U
LONGEST_NOTE = 10  # lines; a longer one ends in … and the register has the rest


@dataclass(slots=True)
class PlacedStrip:
    """A strip and where its top lies below the top of the frame."""

    y: float
    strip: Strip
    again: bool = False  # the heads of a table that goes on: they were there before


@dataclass(slots=True)
class Page:
    """One page: what stands where, and the notes at its foot."""

    placed: list[PlacedStrip] = field(default_factory=list)
    notes: frozenset[str] = frozenset()
    bottom: float = 0.0


class NoteSetter:
    """Measures and sets notes in two columns; each note is broken into lines once."""

    def __init__(
        self,
        breaker: LineBreaker,
        page: PageFormat,
        notes: Mapping[str, Note],
        explained: str,
        style: Style = styles.NOTE,
    ) -> None:
        self._breaker = breaker
        self._style = style
        self._width = (page.text_width - NOTE_GAP) / 2
        self._full = page.text_width
        self._notes = notes
        self._explained = explained
        self._known: dict[str, tuple[Line, ...]] = {}
        self._heights: dict[frozenset[str], float] = {frozenset(): 0.0}

    def height(self, keys: frozenset[str]) -> float:
        """Return the height that these notes take at the foot, their rule included."""
        known = self._heights.get(keys)
        if known is None:
            left, right = self._columns(keys)
            known = ABOVE_NOTES + U + max(self._tall(left), self._tall(right)) + self._last_line()
            self._heights[keys] = known
        return known

    def set(self, keys: frozenset[str], top: float) -> list[Stroke]:
        """Return the strokes of these notes, from `top` down."""
        strokes: list[Stroke] = [Rule(0, top + ABOVE_NOTES, NOTE_RULE, top + ABOVE_NOTES)]
        start = top + ABOVE_NOTES + U
        bottom = start
        for index, column in enumerate(self._columns(keys)):
            y = start
            x = index * (self._width + NOTE_GAP)
            for key in column:
                mark = self._breaker.lines(strong(key), self._style, self._width)
                note = Part("Note")
                set_lines(strokes, ended(mark), self._style, x, y, note)
                hang = self._hang(key)
                y = set_lines(strokes, self._lines(key), self._style, x + hang, y, note) + NOTE_STEP
            bottom = max(bottom, y)
        if self._explained:
            lines = self._breaker.lines(plain(self._explained), self._style, self._full)
            set_lines(strokes, lines, self._style, 0, bottom + NOTE_STEP, Part("P"))
        return strokes

    def _hang(self, key: str) -> float:
        """Hang at 17 pt, or behind a mark that is wider."""
        return max(NOTE_HANG, self._breaker.width(key + " ", self._style.size, bold=True) + 1)

    def _lines(self, key: str) -> tuple[Line, ...]:
        known = self._known.get(key)
        if known is None:
            width = self._width - self._hang(key)
            known = self._breaker.lines(self._notes[key].text, self._style, width)
            if len(known) > LONGEST_NOTE:
                cut = self._breaker.lines(plain("…"), self._style, width)
                known = (*known[: LONGEST_NOTE - 1], *cut)
            self._known[key] = known
        return known

    def _tall(self, column: list[str]) -> float:
        return sum(len(self._lines(key)) * self._style.leading + NOTE_STEP for key in column)

    def _last_line(self) -> float:
        if not self._explained:
            return 0.0
        lines = self._breaker.lines(plain(self._explained), self._style, self._full)
        return NOTE_STEP + len(lines) * self._style.leading

    def _columns(self, keys: frozenset[str]) -> tuple[list[str], list[str]]:
        """Part them where both columns come out as even as their order allows, left the longer."""
        ordered = sorted(keys, key=lambda key: (self._notes[key].order, key))
        left, right = 0.0, self._tall(ordered)
        for place, key in enumerate(ordered):
            tall = self._tall([key])
            if max(left + tall, right - tall) > max(left, right) + 0.01:
                return ordered[:place], ordered[place:]
            left, right = left + tall, right - tall
        return ordered, []


class Stacker:
    """Places strips from the top of the first page to the foot of the last."""

    def __init__(self, page: PageFormat, notes: NoteSetter) -> None:
        self._frame = page.frame_height
        self._notes = notes
        self._pages: list[Page] = [Page()]

    def stack(self, strips: list[Strip]) -> list[Page]:
        """Return the pages; strips tied by `keep_next` stay together where a page can hold them."""
        for chain in _chains(strips):
            if chain[0].new_page and self._page.placed:
                self._pages.append(Page())
            if self._fits(chain):
                self._put(chain)
            elif not self._page.placed:
                self._force(chain)
            else:
                self._pages.append(Page())
                if self._fits(chain):
                    self._put(chain)
                else:
                    self._force(chain)
        return self._pages

    @property
    def _page(self) -> Page:
        return self._pages[-1]

    def _top_of(self, strip: Strip, y: float, *, first: bool) -> float:
        if first:
            return y
        top = y + strip.space_above
        return on_grid(top) if strip.snap else top

    def _opening(self, strip: Strip) -> list[Strip]:
        """Repeat the column heads where a table goes on at the top of a page."""
        if strip.repeat is None or self._page.placed:
            return [strip]
        return [strip.repeat, strip]

    def _fits(self, chain: list[Strip]) -> bool:
        page = self._page
        y, notes, first = page.bottom, page.notes, not page.placed
        for strip in [*self._opening(chain[0]), *chain[1:]]:
            y = self._top_of(strip, y, first=first) + strip.height
            notes = notes.union(strip.notes)
            first = False
        return y + self._notes.height(notes) <= self._frame + 0.01

    def _put(self, chain: list[Strip]) -> None:
        page = self._page
        for strip in [*self._opening(chain[0]), *chain[1:]]:
            top = self._top_of(strip, page.bottom, first=not page.placed)
            page.placed.append(PlacedStrip(top, strip, again=strip is chain[0].repeat))
            page.bottom = top + strip.height
            page.notes = page.notes.union(strip.notes)

    def _force(self, chain: list[Strip]) -> None:
        """Place strip by strip what no page can hold together."""
        for strip in chain:
            if self._page.placed and not self._fits([strip]):
                self._pages.append(Page())
            self._put([strip])


def _chains(strips: list[Strip]) -> list[list[Strip]]:
    chains: list[list[Strip]] = []
    chain: list[Strip] = []
    for strip in strips:
        if strip.new_page and chain:
            chains.append(chain)
            chain = []
        chain.append(strip)
        if not strip.keep_next:
            chains.append(chain)
            chain = []
    if chain:
        chains.append(chain)
    return chains

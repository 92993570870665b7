"""What a page is stacked from: unbreakable strips of strokes, with the notes they call for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.reports.document import Mark
from app.reports.pdf.geometry import FURNITURE_LINE, HAIRLINE
from app.reports.pdf.lines import Line
from app.reports.pdf.structure import Part
from app.reports.pdf.styles import Style
from app.shapes.case_report import GreyPicture

# Strokes carry x and y in points from the top left corner of their strip.


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text on a baseline."""

    x: float
    y: float
    bold: bool
    size: float
    text: str
    part: Part | None = None  # of the text; None: that of the strip
    then: str = ""  # a space that parts it from the next words, for who has it read aloud


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight black line."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = HAIRLINE
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle; `paper` fills it with white first."""

    x: float
    y: float
    width: float
    height: float
    weight: float = HAIRLINE
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """The dashed ring in which a seal goes."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Photo:
    """Grey pixels in a box, never stretched: the writer fits them."""

    x: float
    y: float
    width: float
    height: float
    picture: GreyPicture
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Cross:
    """The upright cross of an urgent medical need; `x` and `y` are its middle, `arm` half of it."""

    x: float
    y: float
    arm: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle round a middle: filled, a ring on white paper, or a dashed ring."""

    x: float
    y: float
    radius: float
    filled: bool = True
    dashed: bool = False
    weight: float = FURNITURE_LINE


@dataclass(frozen=True, slots=True)
class Corners:
    """A shape of straight sides: black, or white within a line."""

    points: tuple[tuple[float, float], ...]
    filled: bool = True
    weight: float = FURNITURE_LINE


STRIKE_UP = 0.28  # of the size: through the middle of small letters

type Stroke = Words | Rule | Frame | Ring | Photo | Cross | Disc | Corners


@dataclass(slots=True)
class Strip:
    """A horizontal piece of the page that never splits."""

    height: float
    strokes: list[Stroke] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    keep_next: bool = False
    space_above: float = 0.0  # dropped at the top of a page
    snap: bool = False  # starts on the grid
    repeat: Strip | None = None  # the column heads, when this row opens a page
    outline: str = ""
    section_start: bool = False
    new_page: bool = False  # begins a page, whatever room is left
    counts_pages: bool = False  # its words name the length of the paper as {pages}
    part: Part | None = None  # of the text, where its words name none; None: one of its own


def set_lines(
    strokes: list[Stroke],
    lines: Iterable[Line],
    style: Style,
    x: float,
    top: float,
    part: Part | None = None,
) -> float:
    """Add the words of `lines` at `x`, first baseline at the fixed drop; return the bottom."""
    y = top + style.drop
    count = 0
    for line in lines:
        for piece in line:
            left = x + piece.x
            strokes.append(Words(left, y, piece.bold, piece.size, piece.text, part, piece.then))
            if piece.struck:
                middle = y - piece.size * STRIKE_UP
                strokes.append(Rule(x + piece.x, middle, x + piece.x + piece.width, middle))
        y += style.leading
        count += 1
    return top + count * style.leading


def keys(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Return the notes that marks call for, in order, once each."""
    return tuple(dict.fromkeys(mark.key for mark in marks))


def keep_whole(strips: list[Strip]) -> list[Strip]:
    """Tie strips together so that no page parts them."""
    for strip in strips[:-1]:
        strip.keep_next = True
    return strips


def held(strips: list[Strip]) -> list[Strip]:
    """Tie strips together and to whatever follows them."""
    for strip in strips:
        strip.keep_next = True
    return strips


def keep_row_ends(strips: list[Strip], first: int = 2, last: int = 3) -> list[Strip]:
    """Tie the first rows to the head above, and the last rows to one another (`paper.md` 10)."""
    for strip in strips[:-1][: first - 1]:
        strip.keep_next = True
    for strip in strips[-last:-1]:
        strip.keep_next = True
    return strips


def keep_lines(strips: list[Strip]) -> list[Strip]:
    """Keep two lines together at the foot and at the head of a page."""
    if len(strips) > 1:
        strips[0].keep_next = True
        strips[-2].keep_next = True
    return strips

"""The measures of a page (`paper.md` 1): everything vertical is a multiple of u = 3.25 pt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.document import Format
from models.vocabulary.papers import PaperFormat

MM = 72 / 25.4
U = 3.25
LINE = 4 * U
HALF_LINE = 2 * U

HAIRLINE = 0.4
FURNITURE_LINE = 0.6
HEAD_LINE = 0.75
CLASS_FRAME = 0.8
SECTION_LINE = 1.0
URGENT_FRAME = 1.2


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A sheet with its margins, in points; `y` runs down from the top edge everywhere."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    narrowed: float = 1.0  # its text beside that of A4, for columns that are given in mm

    @property
    def text_width(self) -> float:
        """Return the width of the body in points."""
        return self.width - self.left - self.right

    @property
    def text_right(self) -> float:
        """Return the x of the right end of the body."""
        return self.width - self.right

    @property
    def frame_height(self) -> float:
        """Return the height of the body, cut to whole half lines."""
        return (self.height - self.top - self.bottom) // HALF_LINE * HALF_LINE

    def mirrored(self) -> PageFormat:
        """Return the back of a sheet that is printed on both sides: the wide margin at the hole."""
        return replace(self, left=self.right, right=self.left)


A4_SHORT, A4_LONG = 210 * MM, 297 * MM

LETTER_SHORT, LETTER_LONG = 215.9 * MM, 279.4 * MM

FORMATS = {
    Format.PORTRAIT: PageFormat(A4_SHORT, A4_LONG, 25 * MM, 20 * MM, 27.5 * MM, 27.5 * MM),
    Format.COURT: PageFormat(A4_SHORT, A4_LONG, 35 * MM, 20 * MM, 27.5 * MM, 27.5 * MM),
    Format.LANDSCAPE: PageFormat(A4_LONG, A4_SHORT, 18 * MM, 18 * MM, 25.5 * MM, 26.5 * MM),
}
"""The sheets of the office, A4."""


def page_format(format_: Format, paper: PaperFormat = PaperFormat.A4) -> PageFormat:
    """Return a sheet with its margins.

    Upright, text is as wide on Letter as on A4, so that lines break alike on both; what Letter is
    wider goes to the right margin. Lying on its side it is the shorter one: columns give way.
    """
    sheet = FORMATS[format_]
    if paper is PaperFormat.A4:
        return sheet
    if format_ is Format.LANDSCAPE:
        text = LETTER_LONG - sheet.left - sheet.right
        narrowed = text / sheet.text_width
        return replace(sheet, width=LETTER_LONG, height=LETTER_SHORT, narrowed=narrowed)
    wider = LETTER_SHORT - A4_SHORT
    return replace(sheet, width=LETTER_SHORT, height=LETTER_LONG, right=sheet.right + wider)


def on_grid(y: float) -> float:
    """Return the next height that lies on the grid of half lines."""
    steps = -(-(y - 0.001) // HALF_LINE)
    return max(steps, 0.0) * HALF_LINE

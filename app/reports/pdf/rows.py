"""Sets rows: cells at their places, sources at the right, a hairline beneath."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.document import Mark, plain
from app.reports.pdf import styles
from app.reports.pdf.geometry import PageFormat, U
from app.reports.pdf.lines import Line, LineBreaker, ended
from app.reports.pdf.strips import Rule, Strip, Stroke, keep_lines, keys, set_lines
from app.reports.pdf.structure import Part
from app.reports.pdf.styles import Style

ROW_ABOVE, ROW_BELOW = 0.5 * U, 1.0 * U


@dataclass(frozen=True, slots=True)
class Cell:
    """Text set in a style at a place in a row."""

    x: float
    lines: tuple[Line, ...]
    style: Style
    part: Part | None = None


class RowSetter:
    """Sets rows for one page format."""

    def __init__(self, breaker: LineBreaker, page: PageFormat) -> None:
        self.breaker = breaker
        self.page = page
        self.width = page.text_width

    def rows(
        self,
        cells: list[Cell],
        marks: tuple[Mark, ...],
        above: float,
        below: float,
        *,
        line: bool = True,
        row: Part | None = None,
    ) -> list[Strip]:
        """Set one row; a row taller than a third of the page becomes a strip a line.

        `row` is the row of a table whose last cell holds the marks.
        """
        bottoms = [len(cell.lines) * cell.style.leading for cell in cells]
        bottoms.append(len(marks) * styles.MARKS.leading)
        height = max(bottoms) + above + below
        if height > self.page.frame_height / 3:
            return self._tall_row(cells, marks, above, below, row)
        strokes: list[Stroke] = []
        for cell in cells:
            set_lines(strokes, cell.lines, cell.style, cell.x, above, cell.part)
        self.set_marks(strokes, marks, above, None if row is None else Part("TD", row))
        if line:
            strokes.append(Rule(0, height, self.width, height))
        return [Strip(height, strokes, keys(marks))]

    def _tall_row(
        self,
        cells: list[Cell],
        marks: tuple[Mark, ...],
        above: float,
        below: float,
        row: Part | None,
    ) -> list[Strip]:
        part = None if row is None else Part("TD", row)
        count = max(len(marks), *(len(cell.lines) for cell in cells))
        leading = max(cell.style.leading for cell in cells)
        strips: list[Strip] = []
        for index in range(count):
            top = above if index == 0 else 0.0
            strokes: list[Stroke] = []
            for cell in cells:
                if index < len(cell.lines):
                    piece = Cell(cell.x, cell.lines[index : index + 1], cell.style)
                    set_lines(strokes, piece.lines, piece.style, piece.x, top, cell.part)
            here = marks[index : index + 1]
            self.set_marks(strokes, here, top, part)
            strips.append(Strip(top + leading, strokes, keys(here)))
        strips[-1].height += below
        strips[-1].strokes.append(Rule(0, strips[-1].height, self.width, strips[-1].height))
        return keep_lines(strips)

    def set_marks(
        self,
        strokes: list[Stroke],
        marks: tuple[Mark, ...],
        top: float,
        part: Part | None = None,
    ) -> float:
        """Set source marks at the right, one a line; return their bottom."""
        lines = [line for mark in marks for line in ended((self._mark_line(mark),))]
        return set_lines(strokes, lines, styles.MARKS, 0, top, part)

    def _mark_line(self, mark: Mark) -> Line:
        lines = self.breaker.lines(plain(mark.text), styles.MARKS, self.width)
        return self.to_the_right(lines[0], self.width)

    def to_the_right(self, line: Line, width: float) -> Line:
        if not line:
            return line
        shift = width - line[-1].x - line[-1].width
        return tuple(replace(piece, x=piece.x + shift) for piece in line)

"""Sets lists of men: two lines a man, one man never parted, heads that name the list again."""

from __future__ import annotations

from app.reports.document import PeopleTable, PersonCell, literal
from app.reports.pdf import styles
from app.reports.pdf.geometry import HEAD_LINE, MM, U
from app.reports.pdf.lines import ended
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Cross, Rule, Strip, Stroke, keep_row_ends, set_lines
from app.reports.pdf.structure import Part, head_of

ABOVE, BELOW = 0.5 * U, 0.75 * U
GAP = 2 * MM
CROSS_ARM = 1.5 * MM


class PeopleSetter:
    """Turns lists of men into strips."""

    def __init__(self, rows: RowSetter) -> None:
        self._rows = rows

    def table(self, table: PeopleTable) -> list[Strip]:
        """Set heads that repeat, then a man a strip."""
        lefts, x = [], 0.0
        for column in table.columns:
            lefts.append(x)
            x += column.width * MM * self._rows.page.narrowed
        ends = [*lefts[1:], self._rows.width + GAP]
        widths = [end - left - GAP for left, end in zip(lefts, ends, strict=True)]
        whole = Part("Table")
        head = self._head(table, lefts, widths, Part("TR", whole))
        strips = [self._man(row, lefts, widths, Part("TR", whole)) for row in table.rows]
        keep_row_ends(strips)
        for strip in strips:
            strip.repeat = head
        return [head, *strips]

    def _head(self, table: PeopleTable, lefts: list[float], widths: list[float], tr: Part) -> Strip:
        breaker, style = self._rows.breaker, styles.COLUMN_HEAD
        set_heads = [
            [
                line
                for words in (column.head, column.under)
                if words
                for line in breaker.lines(literal(words), style, width)
            ]
            for column, width in zip(table.columns, widths, strict=True)
        ]
        tallest = max(map(len, set_heads))
        strokes: list[Stroke] = []
        for lines, left in zip(set_heads, lefts, strict=True):
            top = (tallest - len(lines)) * style.leading
            set_lines(strokes, lines, style, left, top, head_of(tr, "Column"))
        height = tallest * style.leading + 1.25 * U
        strokes.append(Rule(0, height, self._rows.width, height, HEAD_LINE))
        return Strip(height, strokes, keep_next=True)

    def _man(
        self, row: tuple[PersonCell, ...], lefts: list[float], widths: list[float], tr: Part
    ) -> Strip:
        breaker, style = self._rows.breaker, styles.PEOPLE
        strokes: list[Stroke] = []
        bottom = ABOVE + 2 * style.leading
        for cell, left, width in zip(row, lefts, widths, strict=True):
            y, part = ABOVE, Part("TD", tr)
            for text in filter(None, (cell.upper, cell.lower)):
                lines = ended(breaker.lines(text, style, width))
                y = set_lines(strokes, lines, style, left, y, part)
            if cell.cross:
                middle = ABOVE + style.drop - CROSS_ARM
                strokes.append(Cross(left + CROSS_ARM, middle, CROSS_ARM))
            bottom = max(bottom, y)
        height = bottom + BELOW
        strokes.append(Rule(0, height, self._rows.width, height))
        return Strip(height, strokes)

"""Sets tables with heads that repeat, and the matrix of accounts that differ."""

from __future__ import annotations

from app.reports.document import (
    AccountsMatrix,
    Column,
    DataTable,
    TableRow,
    Text,
    literal,
    plain,
    strong,
)
from app.reports.pdf import styles
from app.reports.pdf.geometry import FURNITURE_LINE, HEAD_LINE, MM, SECTION_LINE, U
from app.reports.pdf.rows import ROW_ABOVE, ROW_BELOW, Cell, RowSetter
from app.reports.pdf.strips import (
    Rule,
    Strip,
    Stroke,
    Words,
    keep_row_ends,
    keep_whole,
    keys,
    set_lines,
)
from app.reports.pdf.structure import Part, head_of
from app.reports.pdf.styles import Style

COLUMN_GAP = 3 * MM
LABEL_GAP = 1 * MM
MATRIX_LABEL = 27 * MM
DECISION_LABEL = 43 * MM


class TableSetter:
    """Turns tables into strips."""

    def __init__(self, rows: RowSetter) -> None:
        self._rows = rows

    def table(self, table: DataTable) -> list[Strip]:
        """Heads that repeat, rows with a hairline, a total between rules."""
        lefts, widths = self._columns(table)
        whole = Part("Table")
        head = self._table_head(table, lefts, widths, whole)
        strips: list[Strip] = []
        for row in table.rows:
            shown = row.marks if table.sources_head else ()
            tr = Part("TR", whole)
            cells = self._cells(row, table.columns, lefts, widths, tr)
            marked = tr if table.sources_head else None
            set_now = self._rows.rows(cells, shown, ROW_ABOVE, ROW_BELOW, row=marked)
            if not shown:
                set_now[0].notes = keys(row.marks)
            strips.extend(set_now)
        keep_row_ends(strips)
        for strip in strips:
            strip.repeat = head
        if table.total:
            strips.extend(self._total(table, lefts, widths, strips, Part("TR", whole)))
        head.keep_next = True
        return [head, *strips]

    def _columns(self, table: DataTable) -> tuple[list[float], list[float]]:
        lefts: list[float] = []
        x, mm = 0.0, MM * self._rows.page.narrowed
        for column in table.columns:
            lefts.append(x)
            x += column.width * mm
        widths = [column.width * mm - COLUMN_GAP for column in table.columns]
        if not table.sources_head:
            widths[-1] = self._rows.width - lefts[-1]
        return lefts, widths

    def _cells(
        self,
        row: TableRow,
        columns: tuple[Column, ...],
        lefts: list[float],
        widths: list[float],
        tr: Part,
        style: Style = styles.TABLE,
        *,
        heads: bool = False,
    ) -> list[Cell]:
        cells: list[Cell] = []
        for text, column, left, width in zip(row.cells, columns, lefts, widths, strict=True):
            lines = self._rows.breaker.lines(text, style, width)
            if column.right:
                lines = tuple(self._rows.to_the_right(line, width) for line in lines)
            part = head_of(tr, "Column") if heads else Part("TD", tr)
            cells.append(Cell(left, lines, style, part))
        return cells

    def _table_head(
        self, table: DataTable, lefts: list[float], widths: list[float], whole: Part
    ) -> Strip:
        # Literal: a head that ends in a hyphen is read twice before it is understood.
        heads = tuple(literal(column.head, bold=True) for column in table.columns)
        tr, style = Part("TR", whole), styles.COLUMN_HEAD
        cells = self._cells(TableRow(heads), table.columns, lefts, widths, tr, style, heads=True)
        tallest = max(len(cell.lines) for cell in cells)
        strokes: list[Stroke] = []
        for cell in cells:
            top = (tallest - len(cell.lines)) * cell.style.leading
            set_lines(strokes, cell.lines, cell.style, cell.x, top, cell.part)
        base = (tallest - 1) * styles.COLUMN_HEAD.leading + styles.COLUMN_HEAD.drop
        if table.sources_head:
            size = styles.COLUMN_HEAD.size
            width = self._rows.breaker.width(table.sources_head, size, bold=True)
            x, part = self._rows.width - width, head_of(tr, "Column")
            strokes.append(Words(x, base, True, size, table.sources_head, part))  # bold
        height = tallest * styles.COLUMN_HEAD.leading + 1.25 * U
        strokes.append(Rule(0, height, self._rows.width, height, HEAD_LINE))
        return Strip(height, strokes)

    def _total(
        self,
        table: DataTable,
        lefts: list[float],
        widths: list[float],
        rows: list[Strip],
        tr: Part,
    ) -> list[Strip]:
        assert table.total is not None  # noqa: S101  # asked by the caller
        cells = self._cells(table.total, table.columns, lefts, widths, tr, styles.TOTAL)
        marked = tr if table.sources_head else None
        strip = self._rows.rows(
            cells, table.total.marks, ROW_ABOVE, ROW_BELOW, line=False, row=marked
        )[0]
        strip.strokes.append(Rule(0, 0, self._rows.width, 0, SECTION_LINE))
        for y in (strip.height, strip.height + 2.0):
            strip.strokes.append(Rule(0, y, self._rows.width, y, FURNITURE_LINE))
        strip.height += 2
        if rows:
            rows[-1].keep_next = True
        return [strip]

    def matrix(self, matrix: AccountsMatrix) -> list[Strip]:
        """Rows are the questions, columns the accounts, a hairline between; kept whole."""
        count = len(matrix.heads)
        column = (self._rows.width - MATRIX_LABEL) / count
        lefts = [MATRIX_LABEL + index * column for index in range(count)]
        inner = [0.0 if index == 0 else 0.8 * U for index in range(count)]
        strips: list[Strip] = []
        whole = Part("Table")
        top = Part("TR", whole)
        head = self._matrix_row(
            top,
            strong(matrix.title),
            [strong(h) for h in matrix.heads],
            lefts,
            inner,
            column,
            styles.COLUMN_HEAD,
        )
        head.strokes[-1] = Rule(0, head.height, self._rows.width, head.height, HEAD_LINE)
        strips.append(head)
        strips.extend(
            self._matrix_row(
                Part("TR", whole),
                plain(row.label),
                list(row.cells),
                lefts,
                inner,
                column,
                styles.TABLE,
            )
            for row in matrix.rows
        )
        for strip in strips:
            for left in lefts[1:]:
                strip.strokes.append(Rule(left - 0.5 * U, 0, left - 0.5 * U, strip.height))
        under = Part("Table")
        strips.extend(self._below(Part("TR", under), label, text) for label, text in matrix.below)
        strips[0].notes = keys(matrix.marks)
        return keep_whole(strips)

    def _matrix_row(
        self,
        tr: Part,
        label: Text,
        texts: list[Text],
        lefts: list[float],
        inner: list[float],
        column: float,
        style: Style,
    ) -> Strip:
        heads = style is styles.COLUMN_HEAD
        named = self._rows.breaker.lines(label, style, MATRIX_LABEL - LABEL_GAP)
        cells = [Cell(0, named, style, head_of(tr, "Column" if heads else "Row"))]
        for text, left, pad in zip(texts, lefts, inner, strict=True):
            lines = self._rows.breaker.lines(text, style, column - pad - 1.5 * U)
            part = head_of(tr, "Column") if heads else Part("TD", tr)
            cells.append(Cell(left + pad, lines, style, part))
        strokes: list[Stroke] = []
        bottom = ROW_ABOVE
        for cell in cells:
            below = set_lines(strokes, cell.lines, style, cell.x, ROW_ABOVE, cell.part)
            bottom = max(bottom, below)
        height = bottom + ROW_BELOW
        strokes.append(Rule(0, height, self._rows.width, height))
        return Strip(height, strokes)

    def _below(self, tr: Part, label: str, text: Text) -> Strip:
        left = DECISION_LABEL
        cells = [
            Cell(
                0,
                self._rows.breaker.lines(plain(label), styles.TABLE, left - COLUMN_GAP),
                styles.TABLE,
                head_of(tr),
            ),
            Cell(
                left,
                self._rows.breaker.lines(text, styles.TABLE, self._rows.width - left),
                styles.TABLE,
                Part("TD", tr),
            ),
        ]
        return self._rows.rows(cells, (), ROW_ABOVE * 0.6, ROW_BELOW * 0.6)[0]

"""Sets heads, facts, answers, prose and signatures."""

from __future__ import annotations

from app.reports.document import FactRow, Facts, Mark, Prose, SectionHead, plain, strong
from app.reports.pdf import styles
from app.reports.pdf.geometry import MM, SECTION_LINE, U
from app.reports.pdf.lines import Line, ended
from app.reports.pdf.rows import Cell, RowSetter
from app.reports.pdf.strips import (
    Rule,
    Strip,
    Stroke,
    keep_lines,
    keep_row_ends,
    keys,
    set_lines,
)
from app.reports.pdf.structure import Part, head_of

LABEL_WIDTH, SOURCE_WIDTH = 40 * MM, 17 * MM
VALUE_GAP = 3 * MM
FACT_ABOVE, FACT_BELOW = 0.4 * U, 0.6 * U


class BlockSetter:
    """Turns the plainer blocks into strips."""

    def __init__(self, rows: RowSetter) -> None:
        self._rows = rows

    def section_head(self, head: SectionHead) -> list[Strip]:
        """Space, a rule over the full width, number and title."""
        strokes: list[Stroke] = [Rule(0, 0, self._rows.width, 0, SECTION_LINE)]
        title = f"{head.number}\u00a0\u00a0{head.title}"
        lines = self._rows.breaker.lines(strong(title), styles.SECTION, self._rows.width)
        bottom = set_lines(strokes, lines, styles.SECTION, 0, U)
        return [
            Strip(
                bottom + U,
                strokes,
                keep_next=True,
                space_above=3 * U,
                snap=True,
                outline=f"{head.number} {head.title}",
                section_start=True,
                part=Part("H2"),
            )
        ]

    def facts(self, facts: Facts) -> list[Strip]:
        """Label, value, sources; one hairline under each row."""
        strips: list[Strip] = []
        table = Part("Table")
        for row in facts.rows:
            strips.extend(self._fact(row, Part("TR", table), sources=facts.sources))
        return keep_row_ends(strips, last=2)

    def _fact(self, row: FactRow, tr: Part, *, sources: bool) -> list[Strip]:
        """Set one fact; what else is said of it stands under its value, with its own sources."""
        breaker, full = self._rows.breaker, self._rows.width
        value_width = full - LABEL_WIDTH - (SOURCE_WIDTH + VALUE_GAP if sources else 0)
        label = breaker.lines(plain(row.label), styles.LABEL, LABEL_WIDTH - VALUE_GAP)
        strokes: list[Stroke] = []
        head, told = head_of(tr), Part("TD", tr)
        from_where = Part("TD", tr) if sources else None
        label_bottom = set_lines(strokes, label, styles.LABEL, 0, FACT_ABOVE, head)
        y = FACT_ABOVE
        called: tuple[Mark, ...] = ()
        texts = [(row.value, row.marks, styles.TEXT), *((t, m, styles.TABLE) for t, m in row.also)]
        for text, marks, style in texts:
            lines = breaker.lines(text, style, value_width)
            bottom = set_lines(strokes, ended(lines), style, LABEL_WIDTH, y, told)
            y = max(bottom, self._rows.set_marks(strokes, marks, y, from_where))
            called += marks
        height = max(y, label_bottom) + FACT_BELOW + (0.5 * U if row.also else 0)
        if height > self._rows.page.frame_height / 3:
            return self._tall_fact(row, label, value_width, Part("TR", tr.within))
        strokes.append(Rule(0, height, full, height))
        return [Strip(height, strokes, keys(called))]

    def _tall_fact(
        self, row: FactRow, label: tuple[Line, ...], value_width: float, tr: Part
    ) -> list[Strip]:
        breaker, head, told = self._rows.breaker, head_of(tr), Part("TD", tr)
        value = breaker.lines(row.value, styles.TEXT, value_width)
        cells = [Cell(0, label, styles.LABEL, head), Cell(LABEL_WIDTH, value, styles.TEXT, told)]
        strips = self._rows.rows(
            cells, row.marks, FACT_ABOVE, FACT_BELOW, line=not row.also, row=tr
        )
        for index, (text, marks) in enumerate(row.also):
            lines = breaker.lines(text, styles.TABLE, value_width)
            last = index == len(row.also) - 1
            strips[-1].keep_next = True
            below = Part("TR", tr.within)
            cell = [
                Cell(0, (), styles.LABEL, head_of(below)),
                Cell(LABEL_WIDTH, lines, styles.TABLE, Part("TD", below)),
            ]
            strips.extend(self._rows.rows(cell, marks, 0, FACT_BELOW, line=last, row=below))
        return strips

    def prose(self, prose: Prose) -> list[Strip]:
        """Running text, a strip a line, no line alone on a page."""
        style = styles.PROSE[prose.style]
        lines = self._rows.breaker.lines(prose.text, style, self._rows.width)
        strips: list[Strip] = []
        part = Part("P")
        for line in lines:
            strokes: list[Stroke] = []
            set_lines(strokes, (line,), style, 0, 0)
            strips.append(Strip(style.leading, strokes, part=part))
        strips[0].space_above = U
        strips[-1].height += U
        strips[-1].notes = keys(prose.marks)
        return keep_lines(strips)

"""Show the register: two-line rows in the language of the moment, with the widths it needs."""

from __future__ import annotations

from app.shapes.case_list import CaseRow, CaseSort
from app.ui.cases.columns import SORT_OF, CaseColumns
from app.ui.widgets.kit import Kit
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work


class CaseTable(TwoLineTable):
    """The table of cases; `row_at` gives the man of a line as far as he is in memory."""

    def __init__(self, kit: Kit, work: Work) -> None:
        self._cells = CaseColumns(lambda: kit.translator, work.workspace.clock.today)
        super().__init__(
            kit, lambda t: t.say("Cases"), self._cells.make(kit.translator.lang)
        )  # fmt: skip
        self.set_sorted("number", descending=False)

    def row_at(self, at: int) -> CaseRow | None:
        """Return the man of a line."""
        row = self.rows.row(at)
        return row if isinstance(row, CaseRow) else None

    def man_in_hand(self) -> CaseRow | None:
        """Return the man of the line in hand."""
        return self.row_at(self.current_row()) if self.current_row() >= 0 else None

    def ticked_men(self) -> tuple[CaseRow, ...]:
        """Return the ticked men, the one in hand when none is ticked."""
        rows = [self.row_at(at) for at in self.rows.ticked()] or [self.man_in_hand()]
        return tuple(row for row in rows if row is not None)

    def order(self) -> tuple[CaseSort, bool]:
        """Return how the register is sorted."""
        key, descending = self.sorted_by()
        return SORT_OF.get(key, CaseSort.NUMBER), descending

    def retranslate(self, *_: object) -> None:
        """Take the words and the widths of the new language."""
        columns = self._cells.make(self._kit.translator.lang)
        self.columns = columns
        self.rows.columns = columns
        super().retranslate()
        self._fit()

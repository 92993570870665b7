"""Show the register: two-line rows in the language of the moment, with the widths it needs."""

from __future__ import annotations

from typing import Final, override

from app.shapes.case_list import CaseRow, CaseSort
from app.ui.cases.columns import SORT_OF, CaseColumns
from app.ui.kept_state import Json
from app.ui.widgets.kit import Kit
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work

_LAST: Final = "life"
_ENOUGH: Final = {"name": 150, "born": 88, "last": 118}
"""Widths at which these columns still say what they have to say."""


class CaseTable(TwoLineTable):
    """The table of cases; `row_at` gives the man of a line as far as he is in memory."""

    _gave_way = False
    _by_choice = False

    def __init__(self, kit: Kit, work: Work) -> None:
        self._cells = CaseColumns(lambda: kit.translator, work.workspace.clock.today)
        super().__init__(
            kit, lambda t: t.say("Cases"), self._cells.make(kit.translator.lang)
        )  # fmt: skip
        self.set_sorted("number", descending=False)

    @override
    def _fit(self) -> None:
        """Let the last column give way where the others would be cut (look.md 2)."""
        at = next((i for i, one in enumerate(self.columns) if one.key == _LAST), -1)
        if at >= 0 and not self._by_choice:
            scaled = self._kit.theme.scaled
            needed = sum(scaled(_ENOUGH.get(one.key, one.width)) for one in self.columns)
            gives_way = needed > self.viewport().width()
            if gives_way != self._gave_way:
                self._gave_way = gives_way
                self.setColumnHidden(at, gives_way)
        super()._fit()

    @override
    def layout_state(self) -> Json:
        state = super().layout_state()
        hidden = state.get("hidden") if isinstance(state, dict) else None
        if self._gave_way and isinstance(hidden, list) and _LAST in hidden:
            hidden.remove(_LAST)
        return state

    @override
    def restore_layout(self, state: Json) -> None:
        hidden = state.get("hidden") if isinstance(state, dict) else None
        self._by_choice = isinstance(hidden, list) and _LAST in hidden
        super().restore_layout(state)

    @override
    def toggle_column(self, at: int) -> None:
        if self.columns[at].key == _LAST:
            self._by_choice = True
        super().toggle_column(at)

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

    @override
    def retranslate(self, *_: object) -> None:
        """Take the words and the widths of the new language."""
        columns = self._cells.make(self._kit.translator.lang)
        self.columns = columns
        self.rows.columns = columns
        super().retranslate()
        self._fit()

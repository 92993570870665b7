"""The papers that wait for a second person: those one may decide, and one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.db.unit_of_work import Reader
from app.queries.papers.disclosures import my_requests, waiting_for_me
from app.shapes.disclosures import DisclosureLine
from app.ui.reports.columns import log_columns
from app.ui.widgets.states import EmptyState
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may


class WaitingPart(QWidget):
    """`opened` carries the request a person opens."""

    opened = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        kit = work.kit
        columns = [one for one in log_columns(lambda: kit.translator) if one.key != "copy"]
        self.table = TwoLineTable(kit, lambda t: t.say("Waiting for a second person"), columns)
        self.table.row_opened.connect(self._open)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                kit,
                "check",
                lambda t: t.say("Nothing waits"),
                lambda t: t.say(
                    "Papers for a court, for negotiations and for the public wait here until "
                    "somebody who did not prepare them has approved them."
                ),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.addLayout(self._stack, 1)

    def read(self) -> None:
        """Read what waits."""
        roles = self._work.workspace.actor.roles

        def waiting(reader: Reader) -> tuple[DisclosureLine, ...]:
            others = waiting_for_me(reader) if may(roles, Right.APPROVE_DISCLOSURE) else ()
            mine = my_requests(reader) if may(roles, Right.ISSUE_REPORT) else ()
            return (*others, *mine)

        self._work.read(waiting, self._show)

    def _show(self, lines: tuple[DisclosureLine, ...]) -> None:
        self.table.rows.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines:
            self.table.choose_row(0)

    def _open(self, *_: object) -> None:
        row = self.table.rows.row(self.table.current_row())
        if isinstance(row, DisclosureLine):
            self.opened.emit(row)

"""The list of return operations; at the right their sums beside claimed totals."""

from __future__ import annotations

from typing import override
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.queries.accounting.running_sums import running_sums
from app.queries.handovers.operations import handover_lines
from app.shapes.changes import Changes
from app.shapes.handovers import HandoverLine, RunningSum
from app.ui.cases.content import rail_limits
from app.ui.handovers.columns import handover_columns
from app.ui.handovers.forms_door import HandoverForms
from app.ui.handovers.rails import SumsRail
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "handovers"

type _Answer = tuple[tuple[HandoverLine, ...], tuple[RunningSum, ...]]


class HandoversPanel(PagePanel):
    """Lists handovers, the latest first; Enter opens one."""

    def __init__(self, work: Work, forms: HandoverForms) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._forms = forms
        kit = work.kit
        self._may = may(work.workspace.actor.roles, Right.EDIT_HANDOVER)
        self.sums = SumsRail(kit)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.addWidget(Label(kit, lambda t: t.say("Handovers"), Size.X, strong=True))
        head.addStretch(1)
        self.new = plain(kit, lambda t: t.say("New handover"), icon="plus", key="Ctrl+N")
        self.new.clicked.connect(forms.open_new)
        self.new.setVisible(self._may)
        head.addWidget(self.new)
        self.table = TwoLineTable(
            kit, lambda t: t.say("Handovers"), handover_columns(lambda: kit.translator)
        )
        self.table.row_opened.connect(self.open_row)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                kit,
                "handovers",
                lambda t: t.say("No handover yet"),
                lambda t: t.say(
                    "A handover is one return operation: when, through whom, how many were "
                    "announced, and who came."
                ),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        self._add_actions()
        work.bus.listen(self._touched, "handovers", "claims", "cases", "lists")

    @override
    def rail(self) -> QWidget | None:
        return self.sums

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        self.read()
        self.table.setFocus()

    @override
    def retranslate(self, translator: object) -> None:
        self.table.retranslate()
        self.read()

    def read(self) -> None:
        """Read the handovers and their sums."""
        self._work.read(
            lambda reader: (handover_lines(reader), running_sums(reader, None)), self._show
        )

    def handover_in_hand(self) -> UUID | None:
        """Return the handover of the line in hand."""
        row = self.table.rows.row(self.table.current_row())
        return row.id if isinstance(row, HandoverLine) else None

    def open_row(self, *_: object) -> None:
        """Open the handover in hand."""
        handover = self.handover_in_hand()
        if handover is not None and self._work.doors.handovers is not None:
            self._work.doors.handovers.open_handover(handover)

    def _show(self, answer: _Answer) -> None:
        rows, sums = answer
        at = max(self.table.current_row(), 0)
        self.table.rows.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.table.choose_row(min(at, len(rows) - 1))
        self.sums.show_sums(sums)

    def _touched(self, _: Changes) -> None:
        if self.isVisible():
            self.read()

    def _add_actions(self) -> None:
        table = self._work.actions
        table.drop_place(PLACE)
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        table.hint(PLACE, "Enter", lambda t: t.say("open"))
        if self._may:
            table.add(
                Action(
                    "handovers.new",
                    lambda t: t.say("New handover"),
                    "Ctrl+N",
                    "plus",
                    PLACE,
                    footer=lambda t: t.say("new handover"),
                ),
                self._forms.open_new,
            )

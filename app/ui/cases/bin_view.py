"""Show what lies in the bin in place of the list: who, since when, by whom and why; restore it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.queries.cases.bin import bin_rows
from app.services.desk.bin import restore_from_bin
from app.shapes.bin import BinRow
from app.shapes.changes import Changes
from app.shapes.requests.bin import RestoreFromBin
from app.ui.cases.content import MIDDLE, Card, clear
from app.ui.cases.spoken import moment
from app.ui.forms.saved import tell_saved
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.work import Work
from models.vocabulary.roles import Action, may


class BinView(QScrollArea):
    """The cases in the bin, the one put there last first."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._may = may(work.workspace.actor.roles, Action.REMOVE_CASE)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setWidget(inner)
        work.bus.listen(self._on_changes, "cases")

    def read(self) -> None:
        """Read what lies there now."""
        self._work.read(bin_rows, self._show)

    def _on_changes(self, _: Changes) -> None:
        if self.isVisible():
            self.read()

    def _show(self, rows: tuple[BinRow, ...]) -> None:
        clear(self._rows)
        for row in rows:
            self._rows.addWidget(self._card(row))
        if not rows:
            self._rows.addWidget(
                EmptyState(
                    self._work.kit,
                    "cases",
                    lambda t: t.say("The bin is empty"),
                    lambda t: t.say("A case put into the bin waits here until it is restored."),
                )
            )

    def _card(self, row: BinRow) -> QWidget:
        kit = self._work.kit
        card = Card(kit)
        card.body.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = row.name or row.name_second or row.number
        head.addWidget(Label(kit, name, strong=True))
        head.addWidget(Label(kit, row.number, role=Role.TEXT2))
        head.addStretch(1)
        if self._may:
            button = plain(kit, lambda t: t.say("Restore"), icon="undo")
            button.clicked.connect(lambda: self.restore(row.case_id))
            head.addWidget(button, 0, MIDDLE)
        card.body.addLayout(head)
        card.body.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "In the bin since {moment}, by {name}",
                    moment=moment(row.removed_at, t),
                    name=row.removed_by,
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        card.body.addWidget(
            Label(kit, lambda t: t.say("Why: {reason}", reason=row.reason), wrap=True)
        )
        return card

    def restore(self, case_id: UUID) -> None:
        """Take a case out of the bin, and offer to take that back."""
        self._work.write(
            lambda uow: restore_from_bin(uow, RestoreFromBin((case_id,))),
            lambda _: tell_saved(
                self._work, lambda t: t.say("The case is back in the register, as it was.")
            ),
        )

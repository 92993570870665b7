"""Says in sentences what stands in the way of a paper, and what would let it leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.disclosures import Gate
from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.releases import gate_words

_MOST = 4


class GateList(QWidget):
    """A line for each gate; nothing where every gate is open. Many are told when asked for."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._gates: tuple[Gate, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._more = quiet(kit, lambda t: t.say("Show all of them"))
        self._more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_gates(self, gates: Sequence[Gate]) -> None:
        """Show what stands in the way."""
        self._gates = tuple(gates)
        self._fill(self._gates[:_MOST])
        self._more.setVisible(len(self._gates) > _MOST)
        self.setVisible(bool(self._gates))

    def _show_all(self) -> None:
        self._fill(self._gates)
        self._more.hide()

    def _fill(self, gates: Sequence[Gate]) -> None:
        clear(self._rows)
        for gate in gates:
            self._rows.addLayout(self._row(gate))

    def _row(self, gate: Gate) -> QHBoxLayout:
        words: Words = lambda t: gate_words(gate, t)  # noqa: E731
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._kit, "warn", Role.WARN, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._kit, words, Size.S, Role.WARN, wrap=True), 1)
        return row

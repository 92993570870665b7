"""Says in sentences what stands in the way of a paper, and what to know before it leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.court import CourtWarning
from app.shapes.disclosures import Gate
from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.court_warnings import court_warning_sentence
from app.wording.releases import gate_words

_MOST = 4


class SentenceList(QWidget):
    """A line for each sentence; nothing where there is none. Many are told when asked for."""

    def __init__(self, kit: Kit, icon: str, role: Role, head: Words = "") -> None:
        super().__init__()
        self._kit = kit
        self._icon = icon
        self._role = role
        self._said: tuple[Words, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._more = quiet(kit, lambda t: t.say("Show all of them"))
        self._more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if head:
            column.addWidget(caption(kit, head))
        column.addLayout(self._rows)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_sentences(self, said: Sequence[Words]) -> None:
        """Show these sentences."""
        self._said = tuple(said)
        self._fill(self._said[:_MOST])
        self._more.setVisible(len(self._said) > _MOST)
        self.setVisible(bool(self._said))

    def _show_all(self) -> None:
        self._fill(self._said)
        self._more.hide()

    def _fill(self, said: Sequence[Words]) -> None:
        clear(self._rows)
        for words in said:
            self._rows.addLayout(self._row(words))

    def _row(self, words: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        icon = IconLabel(self._kit, self._icon, self._role, 16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._kit, words, Size.S, self._role, wrap=True), 1)
        return row


class GateList(SentenceList):
    """What stands in the way: a line for each gate, nothing where every gate is open."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "warn", Role.WARN)

    def show_gates(self, gates: Sequence[Gate]) -> None:
        """Show what stands in the way."""
        self.show_sentences([_of_gate(gate) for gate in gates])


class CourtWarnings(SentenceList):
    """What a person should know before a dossier goes to a court; it keeps nothing in."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "info", Role.TEXT2, lambda t: t.say("Before it goes to the court"))

    def show_warnings(self, warnings: Sequence[CourtWarning]) -> None:
        """Show what to know; of other papers there is nothing."""
        self.show_sentences([_of_court(warning) for warning in warnings])


def _of_gate(gate: Gate) -> Words:
    return lambda t: gate_words(gate, t)


def _of_court(warning: CourtWarning) -> Words:
    return lambda t: court_warning_sentence(warning, t)

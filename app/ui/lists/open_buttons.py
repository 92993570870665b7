"""Make the buttons of the row that is open: what can be done with it as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.lists import Proposal
from app.ui.lists.bench_delegate import PAD
from app.ui.lists.bench_words import BenchRow
from app.ui.widgets.buttons import Button, plain, primary
from app.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.ui.lists.bench_page import BenchPanel


class OpenButtons(QWidget):
    """A row of buttons at the foot of a cell; it wraps where the words are long."""

    def __init__(self, buttons: Sequence[tuple[Button, Callable[[], object]]]) -> None:
        super().__init__()
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 8, 6)
        for button, run in buttons:
            button.clicked.connect(run)
            self._flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, PAD + 2)
        column.addStretch(1)
        column.addWidget(self._row)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)


def buttons_of(panel: BenchPanel, bench: BenchRow) -> OpenButtons:
    """Make the buttons that the open row of a workbench wants."""
    kit = panel.kit
    if not bench.is_open:
        again = plain(kit, lambda t: t.say("Open again"), key="U")
        return OpenButtons([(again, panel.open_again)])
    other = (plain(kit, lambda t: t.say("Other …"), key="F"), panel.find_other)
    if bench.proposal is Proposal.NO_MAN:
        not_man = primary(kit, lambda t: t.say("Not a man"), key="Enter")
        return OpenButtons([(not_man, panel.not_a_man), other])
    if bench.candidate is None:
        return OpenButtons(
            [
                (plain(kit, lambda t: t.say("Provisional person"), key="P"), panel.provisional),
                (plain(kit, lambda t: t.say("No match"), key="X"), panel.no_match),
                other,
            ]
        )
    return OpenButtons(
        [
            (primary(kit, lambda t: t.say("Accept"), key="Enter"), panel.accept),
            (plain(kit, lambda t: t.say("Not him"), key="N"), panel.not_him),
            other,
        ]
    )

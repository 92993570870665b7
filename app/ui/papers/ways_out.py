"""How a paper leaves the desk: saved, saved locked, printed; and which letters it had to spell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label

if TYPE_CHECKING:
    from app.ui.papers.paper_panel import PaperPanel


class WaysOut(QWidget):
    """The buttons at the foot of a rail; saving is the first of them where nothing is issued."""

    def __init__(self, kit: Kit, panel: PaperPanel, *, first: bool = True) -> None:
        super().__init__()
        make = primary if first else plain
        self.save = make(kit, lambda t: t.say("Save PDF"), key="Ctrl+S")
        self.lock = icon_button(
            kit, "lock", lambda t: t.say("Save a locked PDF"), key="Ctrl+Shift+S"
        )
        self.print = icon_button(kit, "print", lambda t: t.say("Print"), key="Ctrl+P")
        self.save.clicked.connect(panel.save)
        self.lock.clicked.connect(panel.save_locked)
        self.print.clicked.connect(panel.print_now)
        flow = FlowLayout(self, 8, 8)
        for button in (self.save, self.lock, self.print):
            flow.addWidget(button)


class Spelled(Label):
    """Names the characters that our type has no letter for; nothing where it has all."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "", Size.S, Role.WARN, wrap=True)
        self.hide()

    def show_missing(self, characters: Sequence[str]) -> None:
        """Name them."""
        missing = ", ".join(characters)
        self.set_words(
            (lambda t: t.say("These characters have no letter in our type: {list}", list=missing))
            if missing
            else ""
        )
        self.setVisible(bool(missing))

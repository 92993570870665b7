"""Hang the list of men who may be one in a window, with what keeps it up to date."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.likeness.pair_keeper import PairKeeper
from app.ui.likeness.pairs_page import PLACE, PairsPanel
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.work import Work


class PairsDoor:
    """Leads to the list, and tells how many pairs wait."""

    def __init__(self, window: MainWindow, work: Work, parent: QObject) -> None:
        self._window = window
        self.keeper = PairKeeper(work, parent)
        window.add_section(
            Section(
                PLACE,
                lambda t: t.say("Perhaps one man"),
                "equal",
                lambda: PairsPanel(work, self.keeper),
                hidden=True,
                parent="cases",
            )
        )

    def open_pairs(self) -> None:
        """Show the list."""
        self._window.open_page(PLACE)


def hang_pairs(window: MainWindow, work: Work, parent: QObject) -> PairsDoor:
    """Add the list to a window and hang the door to it."""
    door = PairsDoor(window, work, parent)
    work.doors.pairs = door
    return door

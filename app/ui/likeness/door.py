"""Hang the pages on men who may be one in a window."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.cases.undo import Undo
from app.ui.likeness.choose_other import ChooseOther
from app.ui.likeness.deeds import LikenessDeeds
from app.ui.likeness.side_by_side import SideBySidePanel
from app.ui.likeness.taken_in_card import TakenInCards
from app.ui.main_window import MainWindow
from app.ui.work import Work


class LikenessDoor:
    """Leads to two files side by side."""

    def __init__(self, window: MainWindow, work: Work, undo: Undo) -> None:
        self._window = window
        self._work = work
        self._deeds = LikenessDeeds(work, undo)

    def compare(self, first_id: UUID, second_id: UUID) -> None:
        """Open two files side by side in a tab of their own, or come back to it."""
        one, other = sorted((first_id, second_id))
        key = f"likeness:{one}:{other}"
        self._window.open_file(
            key, "…", lambda: self._make(key, (first_id, second_id)), parent="cases"
        )

    def compare_with_another(self, case_id: UUID, shown: str) -> ChooseOther:
        """Ask for another man, then open the two files side by side."""
        sheet = ChooseOther(self._work, case_id, shown, self._window)
        sheet.found.connect(lambda other: self.compare(case_id, other))
        sheet.open()
        return sheet

    def taken_in_of(self, case_id: UUID) -> QWidget:
        """Make the cards of what was taken into a file."""
        return TakenInCards(self._work, self._deeds, case_id)

    def _make(self, key: str, ids: tuple[UUID, UUID]) -> SideBySidePanel:
        panel = SideBySidePanel(self._work, self._deeds, key, ids, self._window.files.rename)
        panel.left.connect(self._window.files.close_file)
        return panel


def hang_likeness(window: MainWindow, work: Work, undo: Undo) -> None:
    """Hang the door to men who may be one."""
    work.doors.likeness = LikenessDoor(window, work, undo)

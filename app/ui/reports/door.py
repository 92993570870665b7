"""Adds the Reports page to a window, and tells in the sidebar how many papers wait."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.queries.papers.disclosures import count_waiting_for_me
from app.shapes.changes import Changes
from app.ui.main_window import MainWindow
from app.ui.reports.reports_panel import GENUINE, GENUINE_KEY, PLACE, ReportsPanel
from app.ui.shell.actions import Action
from app.ui.shell.page import Section
from app.ui.work import Work


class WaitingCount(QObject):
    """Counts the papers that wait for the person at work, and counts again at every change."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        work.bus.listen(self._recount, "disclosures")
        self._recount()

    def _recount(self, _changes: Changes | None = None) -> None:
        self._work.read(count_waiting_for_me, self._show, lambda _: None)

    def _show(self, count: int) -> None:
        self._window.sidebar.set_count(PLACE, count or None)


def _made(window: MainWindow, work: Work) -> ReportsPanel:
    panel = ReportsPanel(work)
    panel.came_back.connect(window.back)
    return panel


def hang_reports(window: MainWindow, work: Work) -> WaitingCount:
    """Add the Reports page to a window; what it gives counts as long as it is held."""
    window.add_section(
        Section(PLACE, lambda t: t.say("Reports"), "reports", lambda: _made(window, work), order=85)
    )
    work.actions.add(
        Action("reports.check", lambda t: t.say("Is a paper genuine?"), GENUINE_KEY, "shield"),
        lambda: window.open_page(PLACE, GENUINE),
    )
    return WaitingCount(window, work)

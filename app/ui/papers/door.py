"""Hangs the preview in a window: a hidden page that any list or file may lead to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.ui.doors import SheetToPrint
from app.ui.main_window import MainWindow
from app.ui.papers.blank_forms import offer_blank_forms
from app.ui.papers.preview import PLACE, PreviewPanel
from app.ui.papers.sheet_preview import PLACE as SHEETS
from app.ui.papers.sheet_preview import SheetPreview
from app.ui.shell.page import Section
from app.ui.work import Work


class PapersDoor:
    """Leads to the preview."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_sheet(self, sheet: SheetToPrint) -> None:
        """Show a paper of the office as it would be printed."""
        self._window.open_page(SHEETS, sheet)

    def open_preview(self, case_ids: Sequence[UUID]) -> None:
        """Show the internal files of these men as they would be printed."""
        self._window.open_page(PLACE, tuple(case_ids))


def hang_papers(window: MainWindow, work: Work) -> None:
    """Add the preview to a window and hang its door."""
    window.add_section(
        Section(
            PLACE,
            lambda t: t.say("Report preview"),
            "reports",
            lambda: PreviewPanel(work),
            hidden=True,
            parent="cases",
        )
    )
    window.add_section(
        Section(
            SHEETS,
            lambda t: t.say("Report preview"),
            "reports",
            lambda: SheetPreview(work),
            hidden=True,
            parent="",
        )
    )
    papers = PapersDoor(window)
    work.doors.papers = papers
    offer_blank_forms(work, papers, lambda: window.open_page("cases"))

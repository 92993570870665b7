"""Hangs the previews in a window: hidden pages that any list, file or the Reports page lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from app.ui.doors import ListToPrint, SheetToPrint
from app.ui.main_window import MainWindow
from app.ui.papers.access_preview import PLACE as ACCESS
from app.ui.papers.access_preview import AccessPreview, AccessWanted
from app.ui.papers.blank_forms import offer_blank_forms
from app.ui.papers.issued_preview import PLACE as ISSUED
from app.ui.papers.issued_preview import IssuedPreview
from app.ui.papers.paper_panel import PaperPanel
from app.ui.papers.preview import PLACE, PapersWanted, PreviewPanel
from app.ui.papers.request_preview import PLACE as REQUEST
from app.ui.papers.request_preview import RequestPreview
from app.ui.papers.sheet_preview import PLACE as SHEETS
from app.ui.papers.sheet_preview import SheetPreview
from app.ui.shell.page import PagePanel, Section
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.papers import Audience


class PapersDoor:
    """Leads to the previews."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_sheet(self, sheet: SheetToPrint) -> None:
        """Show a paper of the office as it would be printed."""
        self._window.open_page(SHEETS, sheet)

    def open_preview(
        self,
        case_ids: Sequence[UUID],
        audience: Audience | None = None,
        listed: ListToPrint | None = None,
    ) -> None:
        """Show papers on these men as they would leave; None: for the reader of the last time."""
        self._window.open_page(PLACE, PapersWanted(tuple(case_ids), audience, listed))

    def open_issued(self, copy_ids: Sequence[UUID]) -> None:
        """Show copies that were issued."""
        self._window.open_page(ISSUED, tuple(copy_ids))

    def open_request(self, request_id: UUID) -> None:
        """Show a paper that waits for a second person."""
        self._window.open_page(REQUEST, request_id)

    def answer_access(self, case_id: UUID, number: str, name: str) -> None:
        """Show the answer to a man who asks what is held on him."""
        self._window.open_page(ACCESS, AccessWanted(case_id, number, name))


def hang_papers(window: MainWindow, work: Work) -> None:
    """Add the previews to a window and hang their door."""
    preview: Words = lambda t: t.say("Report preview")  # noqa: E731
    _add(window, PLACE, preview, lambda: PreviewPanel(work))
    _add(window, ISSUED, lambda t: t.say("Issued paper"), lambda: IssuedPreview(work))
    _add(
        window,
        ACCESS,
        lambda t: t.say("Answer to a request for access"),
        lambda: AccessPreview(work),
    )
    _add(window, REQUEST, lambda t: t.say("Paper that waits"), lambda: RequestPreview(work))
    window.add_section(
        Section(SHEETS, preview, "reports", lambda: SheetPreview(work), hidden=True, parent="")
    )
    papers = PapersDoor(window)
    work.doors.papers = papers
    offer_blank_forms(work, papers, window.back)


def _add(window: MainWindow, place: str, words: Words, make: Callable[[], PaperPanel]) -> None:
    def made() -> PagePanel:
        panel = make()
        panel.left.connect(window.back)
        return panel

    window.add_section(Section(place, words, "reports", made, hidden=True, parent="reports"))

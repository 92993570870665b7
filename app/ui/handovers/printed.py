"""Say how the paper of a handover is made, for the preview that shows, saves and prints it."""

from __future__ import annotations

from collections.abc import Callable

from app.jobs.papers.handover_sheet import draft_handover_sheet
from app.shapes.handovers import HandoverPage
from app.ui.doors import SheetToPrint
from app.ui.work import Work


def sheet_to_print(work: Work, page: HandoverPage, back: Callable[[], object]) -> SheetToPrint:
    """Give the handover sheet to the preview."""
    return SheetToPrint(
        title=lambda t: t.say("Handover sheet {number}", number=page.number),
        explained=lambda t: t.say(
            "Manifest against arrivals, what others announced beside ours, and what is still to do "
            "for each. For staff only: it names those who came."
        ),
        draft=lambda lang, paper: draft_handover_sheet(work.workspace, page.id, lang, paper),
        file_name=f"handover_{page.number}",
        back=back,
    )

"""Stand in place of a file that was taken into another, and lead on to it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.errors import CaseMerged
from app.ui.widgets.buttons import primary
from app.ui.widgets.states import EmptyState
from app.ui.work import Work
from app.wording.errors import sentence


def moved_on(work: Work, error: CaseMerged) -> QWidget:
    """Return what is shown where a man's file was: where he is now, and the way there."""
    survivor, survivor_id = str(error.data["survivor"]), error.data["survivor_id"]
    button = primary(work.kit, lambda t: t.say("Open {number}", number=survivor))
    cases = work.doors.cases
    if cases is not None and isinstance(survivor_id, UUID):
        button.clicked.connect(lambda: cases.open_case(survivor_id))
    return EmptyState(
        work.kit,
        "link",
        lambda t: t.say("This file was taken into another"),
        lambda t: sentence(error, t),
        button,
    )

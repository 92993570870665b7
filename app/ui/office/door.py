"""Adds the Office page to a window."""

from __future__ import annotations

from app.ui.main_window import MainWindow
from app.ui.office.office_panel import PLACE, OfficePanel
from app.ui.shell.page import Section
from app.ui.work import Work


def hang_office(window: MainWindow, work: Work) -> None:
    """Add the Office page to a window, beside Lock."""
    window.add_section(
        Section(
            PLACE,
            lambda t: t.say("Office"),
            "office",
            lambda: OfficePanel(work),
            order=90,
            bottom=True,
        )
    )

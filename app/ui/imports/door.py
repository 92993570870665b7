"""Adds the import page to a window."""

from __future__ import annotations

from app.ui.imports.import_panel import PLACE, ImportPanel
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.work import Work


def hang_imports(window: MainWindow, work: Work) -> None:
    """Add the import page to a window."""
    window.add_section(
        Section(PLACE, lambda t: t.say("Import"), "import", lambda: ImportPanel(work), order=60)
    )

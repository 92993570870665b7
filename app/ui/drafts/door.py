"""Adds the page of drafts to a window, and says at opening that some wait."""

from __future__ import annotations

from app.queries.register.desk import drafts
from app.ui.drafts.drafts_panel import PLACE, DraftsPanel
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.work import Work


class Drafts:
    """Keeps the number of waiting drafts beside the page's name."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        window.page_changed.connect(self.count)

    def count(self, *_: object) -> None:
        """Count what waits; the page has its place in the sidebar while something does."""
        self._work.read(lambda reader: len(drafts(reader)), self.show_count)

    def say_at_opening(self) -> None:
        """Tell at opening that drafts wait."""
        self._work.read(lambda reader: len(drafts(reader)), self._tell)

    def show_count(self, count: int) -> None:
        """Show how many wait."""
        self._window.sidebar.set_count(PLACE, count or None)
        self._window.sidebar.show_section(PLACE, visible=bool(count))

    def _tell(self, count: int) -> None:
        self.show_count(count)
        if count:
            self._work.messages.done(
                lambda t: t.say_n(
                    "{n} draft waits to be finished, under “Drafts” at the left.",
                    "{n} drafts wait to be finished, under “Drafts” at the left.",
                    count,
                )
            )


def hang_drafts(window: MainWindow, work: Work) -> Drafts:
    """Add the page of drafts to a window."""
    shown = Drafts(window, work)

    def make() -> DraftsPanel:
        panel = DraftsPanel(work, window.open_page)
        panel.counted.connect(shown.show_count)
        return panel

    window.add_section(
        Section(PLACE, lambda t: t.say("Drafts"), "edit", make, order=85, bottom=True)
    )
    window.sidebar.show_section(PLACE, visible=False)
    return shown

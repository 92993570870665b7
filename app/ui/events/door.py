"""Hang the forms of events in a window: a hidden page that any list or file may lead to."""

from uuid import UUID

from app.shapes.case_file import EventView
from app.ui.events.event_page import PLACE, EventPage
from app.ui.events.intentions import AddingSource, Correcting, Recording
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.work import Work


class EventDoor:
    """Leads to the forms of events."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_record(self, case_id: UUID) -> None:
        """Open the form for a new event of a man."""
        self._window.open_page(PLACE, Recording(case_id))

    def open_correct(self, case_id: UUID, event: EventView) -> None:
        """Open the form with an event that is to be replaced by a corrected one."""
        self._window.open_page(PLACE, Correcting(case_id, event))

    def open_add_source(self, case_id: UUID, event: EventView) -> None:
        """Open the form for one more source that speaks of an event."""
        self._window.open_page(PLACE, AddingSource(case_id, event))


def hang_event_forms(window: MainWindow, work: Work) -> None:
    """Add the form of events to a window and hang its door."""

    def make() -> EventPage:
        page = EventPage(work)
        page.left.connect(window.back)
        return page

    window.add_section(
        Section(
            PLACE, lambda t: t.say("Record an event"), "plus", make, hidden=True, parent="cases"
        )
    )
    work.doors.events = EventDoor(window)

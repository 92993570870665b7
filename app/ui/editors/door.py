"""Hang the editors of a case file in a window: hidden pages that lists and files lead to."""

from uuid import UUID

from app.ui.doors import Part
from app.ui.editors.editor_page import EditorPage, place_of
from app.ui.editors.new_case_page import PLACE, NewCasePage
from app.ui.editors.part_plans import PLANS, Editing
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.work import Work


class EditorDoor:
    """Leads to the editors."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_new_case(self) -> None:
        """Open the form that registers a man."""
        self._window.open_page(PLACE, True)

    def open_editor(self, case_id: UUID, part: Part, thing: UUID | None = None) -> None:
        """Edit a part of a file; `thing` is the name, record or relative, None for a new one."""
        self._window.open_page(place_of(part), Editing(part, case_id, thing))


def hang_editors(window: MainWindow, work: Work) -> None:
    """Add the editors to a window and hang their door."""
    for part in Part:
        _add_editor(window, work, part)

    def make() -> NewCasePage:
        page = NewCasePage(work)
        page.left.connect(window.back)
        return page

    window.add_section(
        Section(PLACE, lambda t: t.say("New case"), "plus", make, hidden=True, parent="cases")
    )
    work.doors.editors = EditorDoor(window)


def _add_editor(window: MainWindow, work: Work, part: Part) -> None:
    def make() -> EditorPage:
        page = EditorPage(work, part)
        page.left.connect(window.back)
        return page

    window.add_section(
        Section(place_of(part), PLANS[part].edit_title, "edit", make, hidden=True, parent="cases")
    )

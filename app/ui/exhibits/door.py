"""Hang the pages of exhibits in a window: the list, each exhibit in a tab, the page of intake."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.ui.exhibits.deeds import ExhibitDeeds
from app.ui.exhibits.exhibits_panel import PLACE, ExhibitsPanel
from app.ui.exhibits.intake_page import PLACE as INTAKE
from app.ui.exhibits.intake_page import BringingIn, IntakePage
from app.ui.exhibits.shelf import Shelf
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import Section
from app.ui.widgets.kit import Words
from app.ui.work import Work


class ExhibitsDoor:
    """Leads to an exhibit, and to the page that brings files in."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        self.shelf = Shelf(work)
        self.deeds = ExhibitDeeds(work, self._open_intake)
        window.add_section(
            Section(PLACE, lambda t: t.say("Exhibits"), "exhibits", self._make_list, order=50)
        )
        window.add_section(
            Section(
                INTAKE,
                lambda t: t.say("Bring files in"),
                "plus",
                self._make_intake,
                hidden=True,
                parent=PLACE,
            )
        )
        self._add_list_actions()

    def open_exhibit(self, exhibit_id: UUID) -> None:
        """Open an exhibit in a tab of its own."""

    def _make_list(self) -> ExhibitsPanel:
        return ExhibitsPanel(self._work, self.deeds, self.shelf)

    def _make_intake(self) -> IntakePage:
        page = IntakePage(self._work)
        page.left.connect(self._window.back)
        return page

    def _open_intake(self, intention: BringingIn) -> None:
        self._window.open_page(INTAKE, intention)

    # --- keys

    def _add_list_actions(self) -> None:
        table = self._work.actions
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        table.hint(PLACE, "Enter", lambda t: t.say("open"))
        acts: tuple[tuple[str, Words, str, str, Words, Callable[[ExhibitsPanel], object]], ...] = (
            (
                "add",
                lambda t: t.say("Add files …"),
                "Ctrl+O",
                "plus",
                lambda t: t.say("add files"),
                ExhibitsPanel.pick,
            ),
            (
                "paste",
                lambda t: t.say("Paste"),
                "Ctrl+V",
                "copy",
                lambda t: t.say("paste"),
                ExhibitsPanel.paste,
            ),
            (
                "veil",
                lambda t: t.say("Show or veil the picture"),
                "V",
                "eye",
                lambda t: t.say("show or veil"),
                ExhibitsPanel.toggle_veil,
            ),
            (
                "find",
                lambda t: t.say("Find in this list"),
                "Ctrl+F",
                "filter",
                lambda t: t.say("find"),
                ExhibitsPanel.find_in_list,
            ),
            (
                "bin",
                lambda t: t.say("Put into the bin"),
                "Del",
                "",
                lambda t: t.say("into the bin"),
                ExhibitsPanel.bin_in_hand,
            ),
            (
                "scan",
                lambda t: t.say("Scan a folder …"),
                "Ctrl+Shift+O",
                "folder",
                lambda t: t.say("scan a folder"),
                ExhibitsPanel.scan,
            ),
        )
        for name, words, key, icon, footer, run in acts:
            table.add(
                Action(f"exhibits.{name}", words, key, icon, PLACE, footer=footer),
                self._on_list(run),
            )

    def _on_list(self, run: Callable[[ExhibitsPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            page = self._window.page(PLACE)
            if isinstance(page, ExhibitsPanel):
                run(page)

        return at_front


def hang_exhibits(window: MainWindow, work: Work) -> ExhibitsDoor:
    """Add the exhibits to a window and hang the door to them."""
    door = ExhibitsDoor(window, work)
    work.doors.exhibits = door
    return door

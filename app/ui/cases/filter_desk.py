"""Hold the filter in force: its chips, its name in the sidebar, its place in the register."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.queries.accounting.incidents import incident_rows
from app.queries.places import place
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.shapes.incidents import IncidentRow
from app.ui.cases.filter_bar import FilterBar
from app.ui.cases.filter_parts import as_json, from_json
from app.ui.cases.name_popover import NamePopover
from app.ui.cases.saved_filters import SavedFilters
from app.ui.shell.sidebar import Sidebar
from app.ui.work import Work

KEY = "cases.filter"


class FilterDesk(QObject):
    """`asked` carries the filter that a person asked for by a chip or a menu."""

    asked = Signal(object)

    def __init__(self, work: Work, sidebar: Sidebar, place: str, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._sidebar = sidebar
        self._place = place
        self._incidents: tuple[IncidentRow, ...] = ()
        clock = work.workspace.clock
        self.wanted = from_json(work.store.get(KEY), clock.today())
        self.saved = SavedFilters(work, self)
        self.bar = FilterBar(work.kit, clock.today, work.workspace.actor.id)
        self.bar.changed.connect(self.asked)
        self.bar.save_asked.connect(self._ask_name)
        self.bar.forget_asked.connect(self.forget)
        self.saved.changed.connect(self._show_saved)
        self._show_saved()
        self.saved.count_soon()
        self._read_incidents()

    def take(self, wanted: CaseFilter) -> None:
        """Take another filter and remember it."""
        self.wanted = wanted
        self._work.store.set(KEY, as_json(wanted, self._work.workspace.clock.today()))
        self._show_chips()

    def save(self, name: str) -> None:
        """Keep the filter in force by name."""
        self.saved.save(name, self.wanted)
        self._show_chips()

    def forget(self) -> None:
        """Keep the filter in force by name no longer."""
        named = self.saved.of(self.wanted)
        if named is not None:
            self.saved.forget(named.key)
            self._show_chips()

    def light(self) -> None:
        """Show in the sidebar which saved filter is in force."""
        named = self.saved.of(self.wanted)
        self._sidebar.set_active(self._place, named.key if named else "")

    def say_again(self) -> None:
        """Say names in the language of the moment."""
        self._show_saved()
        self._name_incidents()

    def touched(self, changes: Changes) -> None:
        """Count anew what a save may have changed."""
        self.saved.count_soon()
        if changes.touches("incidents"):
            self._read_incidents()

    def _show_chips(self) -> None:
        if self.wanted.place_id is not None:
            self._name_place(self.wanted.place_id)
        named = self.saved.of(self.wanted)
        self.bar.show_filter(
            self.wanted,
            may_save=named is None and self.wanted != CaseFilter(),
            may_forget=named is not None and not named.built_in,
        )

    def _show_saved(self) -> None:
        self._sidebar.set_filters(self._place, self.saved.rows(self._work.kit.translator))
        self._show_chips()

    def _ask_name(self) -> None:
        popover = NamePopover(self._work.kit, lambda t: t.say("Name of the filter"))
        popover.taken.connect(self.save)
        popover.open_below(self.bar.save_button)
        popover.begin()

    def _read_incidents(self) -> None:
        self._work.read(incident_rows, self._take_incidents)

    def _take_incidents(self, found: tuple[IncidentRow, ...]) -> None:
        self._incidents = found
        self._name_incidents()

    def _name_place(self, place_id: UUID) -> None:
        lang = self._work.kit.translator.lang
        self._work.read(
            lambda reader: place(reader, place_id),
            lambda view: self.bar.set_place(place_id, view.name(lang)),
            _pass_over,
        )

    def _name_incidents(self) -> None:
        lang = self._work.kit.translator.lang
        self.bar.set_incidents([(one.id, one.title_in(lang)) for one in self._incidents])


def _pass_over(_: Exception) -> None:
    """Leave the chip of a place that is no longer there without its name."""

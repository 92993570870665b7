"""The register: every case in a table, what narrows it above, the man in hand beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import Translator
from app.queries.case_file import case_file
from app.queries.incidents import incident_rows
from app.shapes.case_file import CaseFile
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.shapes.incidents import IncidentRow
from app.ui.cases.case_table import CaseTable
from app.ui.cases.cases_actions import add_cases_actions
from app.ui.cases.filter_bar import FilterBar
from app.ui.cases.filter_parts import as_json, from_json
from app.ui.cases.listing import Asked, Listing
from app.ui.cases.man_rail import ManRail
from app.ui.cases.name_popover import NamePopover
from app.ui.cases.saved_filters import SavedFilters
from app.ui.shell.page import PagePanel
from app.ui.shell.sidebar import Sidebar
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary
from app.ui.widgets.fields import SearchField
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work

PLACE = "cases"
RAIL_WAIT_MS = 90
TEXT_WAIT_MS = 220


class CasesPanel(PagePanel):
    """The page of the register."""

    def __init__(self, work: Work, sidebar: Sidebar) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self._sidebar = sidebar
        self._wanted = from_json(work.store.get("cases.filter"), work.workspace.clock.today())
        self._incidents: tuple[IncidentRow, ...] = ()
        self._turn = 0
        self._total = 0
        self.saved = SavedFilters(work, self)
        self.table = CaseTable(work.kit, work)
        self.listing = Listing(work, self.table.rows)
        self.man_rail = ManRail(work.kit, work.doors)
        self.filters = FilterBar(
            work.kit, work.workspace.clock.today, work.workspace.actor.id
        )  # fmt: skip
        self.text = SearchField(work.kit, lambda t: t.say("In this list"), key="Ctrl+F")
        self._counted = Label(work.kit, "", Size.M, Role.TEXT2)
        self._rail_timer = self._timer(RAIL_WAIT_MS, self._read_man)
        self._text_timer = self._timer(TEXT_WAIT_MS, self._take_text)
        self._lay_out()
        self._connect()
        add_cases_actions(self)
        self._restore()
        self._read_incidents()
        self._ask()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.man_rail

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, CaseFilter):
            self.show_filter(argument)
        elif isinstance(argument, str):
            named = self.saved.find(argument)
            if named is not None:
                self.show_filter(named.wanted)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        self._say_count()
        self._show_saved()
        self._name_incidents()

    # --- what the person does

    def show_filter(self, wanted: CaseFilter) -> None:
        """Narrow the register by another filter."""
        self._wanted = wanted
        if self.text.text().strip() != wanted.text:
            self.text.setText(wanted.text)
        today = self.work.workspace.clock.today()
        self.work.store.set("cases.filter", as_json(wanted, today))
        self._show_chips()
        self._ask()

    def filter_now(self) -> CaseFilter:
        """Return the filter in force."""
        return self._wanted

    def find_in_list(self) -> None:
        """Put the keyboard into the field that narrows by text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def open_in_hand(self, *_: object) -> None:
        """Open the file of the man in hand."""
        row = self.table.man_in_hand()
        if row is not None and self.work.doors.cases is not None:
            self.work.doors.cases.open_case(row.case_id)

    def record_event(self) -> None:
        """Record an event of the man in hand."""
        row = self.table.man_in_hand()
        if row is not None and self.work.doors.events is not None:
            self.work.doors.events.open_record(row.case_id)

    def print_ticked(self) -> None:
        """Preview the files of the ticked men, or of the one in hand."""
        men = self.table.ticked_men()
        if men and self.work.doors.papers is not None:
            self.work.doors.papers.open_preview([row.case_id for row in men])

    def neighbour(self, case_id: UUID, by: int) -> UUID | None:
        """Return the man above or below another in the list."""
        row = self.listing.neighbour(case_id, by)
        return row.case_id if row else None

    # --- building

    def _timer(self, milliseconds: int, run: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(run)
        return timer

    def _lay_out(self) -> None:
        kit = self.kit
        self._text_holder()
        head = QHBoxLayout()
        head.setContentsMargins(24, 4, 24, 0)
        head.setSpacing(8)
        head.addWidget(Label(kit, lambda t: t.say("Cases"), Size.X, strong=True))
        head.addSpacing(6)
        head.addWidget(self._counted, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.text)
        columns = icon_button(kit, "columns", lambda t: t.say("Choose columns"))
        columns.clicked.connect(self._choose_columns)
        self._columns_button = columns
        head.addWidget(columns)
        if self.work.doors.papers is not None:
            paper = plain(kit, lambda t: t.say("Print"), icon="print")
            paper.clicked.connect(self.print_ticked)
            head.addWidget(paper)
        if self.work.doors.editors is not None:
            new = primary(kit, lambda t: t.say("New case"), icon="plus", key="Ctrl+N")
            new.clicked.connect(self.work.doors.editors.open_new_case)
            head.addWidget(new)
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 10, 24, 12)
        bar.addWidget(self.filters)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                kit,
                "cases",
                lambda t: t.say("Nobody here"),
                lambda t: t.say("No case of this register passes the filter above."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(hairline(kit))
        column.addWidget(self._stack, 1)

    def _text_holder(self) -> None:
        self.text.setFixedWidth(self.kit.theme.scaled(196))

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._in_hand)
        self.table.row_opened.connect(self.open_in_hand)
        self.table.sort_asked.connect(self._sorted)
        self.table.columns_changed.connect(self._keep_layout)
        self.listing.counted.connect(self._show_count)
        self.listing.arrived.connect(self._take_in_hand)
        self.filters.changed.connect(self.show_filter)
        self.filters.save_asked.connect(self._ask_name)
        self.filters.forget_asked.connect(self._forget)
        self.text.textEdited.connect(self._text_timer.start)
        self.text.returnPressed.connect(self.table.setFocus)
        self.man_rail.open_asked.connect(self.open_in_hand)
        self.man_rail.record_asked.connect(self.record_event)
        self.man_rail.print_asked.connect(self.print_ticked)
        self.saved.changed.connect(self._show_saved)
        self.work.bus.listen(self._on_changes)

    def _restore(self) -> None:
        state = self.work.store.get("cases.table")
        self.table.restore_layout(state)
        if isinstance(state, dict) and isinstance(state.get("sort"), list):
            key, descending = (*state["sort"], "", False)[:2]  # type: ignore[misc]  # a list
            if key:
                self.table.set_sorted(str(key), descending=bool(descending))
        self.text.setText(self._wanted.text)
        self._show_chips()
        self._show_saved()
        self.saved.count_soon()

    # --- asking and answers

    def _ask(self) -> None:
        sort, descending = self.table.order()
        self.listing.show(Asked(self._wanted, sort, descending))

    def _take_text(self) -> None:
        self.show_filter(replace(self._wanted, text=self.text.text().strip()))

    @Slot(str, bool)
    def _sorted(self, _key: str, _descending: bool) -> None:  # noqa: FBT001  what the signal sends
        self._keep_layout()
        self._ask()

    def _keep_layout(self) -> None:
        self.work.store.set("cases.table", self.table.layout_state())

    @Slot(int)
    def _in_hand(self, at: int) -> None:
        row = self.table.row_at(at)
        if row is not None:
            self.listing.in_hand = row.row
        self._rail_timer.start()

    @Slot(int)
    def _take_in_hand(self, number: int) -> None:
        at = self.listing.at_row(number) if number >= 0 else -1
        if at >= 0:
            self.table.choose_row(at)
        elif self.table.rows.rowCount():
            self.table.choose_row(0)
        else:
            self.man_rail.show_nobody()

    @Slot(int, int)
    def _show_count(self, count: int, total: int) -> None:
        self._total = total
        self._stack.setCurrentIndex(0 if count else 1)
        self._sidebar.set_count(PLACE, None)
        self._say_count()

    def _say_count(self) -> None:
        count, total = self.listing.count, self._total
        self._counted.set_words(
            lambda t: (
                t.say("{count} of {total}", count=t.number(count), total=t.number(total))
                if count != total
                else t.number(total)
            )
        )

    def _read_man(self) -> None:
        row = self.table.man_in_hand()
        if row is None:
            return
        self._turn += 1
        turn, case_id = self._turn, row.case_id
        self.work.read(lambda reader: (turn, case_file(reader, case_id)), self._show_man)

    def _show_man(self, answer: tuple[int, CaseFile]) -> None:
        turn, file = answer
        if turn == self._turn:
            self.man_rail.show_man(file, self.work.workspace.clock.today())

    def _on_changes(self, changes: Changes) -> None:
        self.listing.refresh(changes)
        self.saved.count_soon()
        shown = self.man_rail.file
        if shown is not None and changes.touches("cases", shown.case_id):
            self._rail_timer.start()
        if changes.touches("incidents"):
            self._read_incidents()

    def _read_incidents(self) -> None:
        self.work.read(incident_rows, self._take_incidents)

    def _take_incidents(self, found: tuple[IncidentRow, ...]) -> None:
        self._incidents = found
        self._name_incidents()

    def _name_incidents(self) -> None:
        lang = self.kit.translator.lang
        self.filters.set_incidents([(one.id, one.title_in(lang)) for one in self._incidents])

    # --- filters by name

    def _show_chips(self) -> None:
        named = self.saved.of(self._wanted)
        plain_list = self._wanted == CaseFilter()
        self.filters.show_filter(
            self._wanted,
            may_save=named is None and not plain_list,
            may_forget=named is not None and not named.built_in,
        )
        self.light()

    def light(self, *_: object) -> None:
        """Show in the sidebar which saved filter is in force."""
        if self.isVisible() or not self.parent():
            named = self.saved.of(self._wanted)
            self._sidebar.set_active(PLACE, named.key if named else "")

    def _show_saved(self) -> None:
        self._sidebar.set_filters(PLACE, self.saved.rows(self.kit.translator))
        self._show_chips()

    def _ask_name(self) -> None:
        popover = NamePopover(self.kit, lambda t: t.say("Name of the filter"))
        popover.taken.connect(self._save)
        popover.open_below(self.filters.save_button)
        popover.begin()

    def _save(self, name: str) -> None:
        self.saved.save(name, self._wanted)
        self._show_chips()

    def _forget(self) -> None:
        named = self.saved.of(self._wanted)
        if named is not None:
            self.saved.forget(named.key)
            self._show_chips()

    def _choose_columns(self) -> None:
        menu = self.table.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self._columns_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

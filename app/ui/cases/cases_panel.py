"""The register: every case in a table, what narrows it above, the man in hand beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import CaseInBin, CaseMerged
from app.i18n import Translator
from app.queries.cases.file import case_file
from app.shapes.case_file import CaseFile
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.ui.cases.bin_view import BinView
from app.ui.cases.case_table import CaseTable
from app.ui.cases.cases_actions import add_cases_actions
from app.ui.cases.content import rail_limits
from app.ui.cases.filter_desk import FilterDesk
from app.ui.cases.list_head import ListBody, ListHead
from app.ui.cases.list_printing import ListPrinting
from app.ui.cases.listing import Asked, Listing
from app.ui.cases.man_rail import ManRail
from app.ui.cases.query_box import ReadAs
from app.ui.cases.saved_filters import IN_BIN, PAIRS
from app.ui.cases.table_files import TableFiles
from app.ui.shell.page import PagePanel
from app.ui.shell.sidebar import Sidebar
from app.ui.widgets.text import hairline
from app.ui.work import Work

PLACE = "cases"
RAIL_WAIT_MS = 90
TEXT_WAIT_MS = 220


class CasesPanel(PagePanel):
    """The page of the register."""

    def __init__(self, work: Work, sidebar: Sidebar) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self.desk = FilterDesk(work, sidebar, PLACE, self)
        self._turn = 0
        self.table = CaseTable(work.kit, work)
        self.listing = Listing(work, self.table.rows)
        self.man_rail = ManRail(work.kit, work.doors)
        self.filters = self.desk.bar
        self._head = ListHead(work.kit, work.doors)
        self._body = ListBody(work.kit, work.doors, self.table)
        self.bin = BinView(work)
        self.read_as = ReadAs(work.kit)
        self.files = TableFiles(work, self.table, self)
        self._printing = ListPrinting(work, self, self._come_back)
        self.text = self._head.text
        self._rail_timer = self._timer(RAIL_WAIT_MS, self._read_man)
        self._text_timer = self._timer(TEXT_WAIT_MS, self._take_text)
        self._lay_out()
        self._connect()
        add_cases_actions(self)
        self._restore()
        self._ask()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.man_rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        if argument == PAIRS and self.work.doors.pairs is not None:
            # Once this page has arrived: the frame shows one page at a time.
            QTimer.singleShot(0, self.work.doors.pairs.open_pairs)
            return
        if argument == IN_BIN:
            self._body.show_bin(self.bin)
            self.bin.read()
            return
        self._body.leave_bin()
        if isinstance(argument, CaseFilter):
            self.show_filter(argument)
        elif isinstance(argument, str):
            named = self.desk.saved.find(argument)
            if named is not None:
                self.show_filter(named.wanted)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        self.desk.say_again()

    # --- what the person does

    def show_filter(self, wanted: CaseFilter) -> None:
        """Narrow the register by another filter."""
        if self.text.text().strip() != wanted.text:
            self.text.setText(wanted.text)
        self.read_as.show_text(wanted.text)
        self._body.leave_bin()
        self.desk.take(wanted)
        self.light()
        self._ask()

    def filter_now(self) -> CaseFilter:
        """Return the filter in force."""
        return self.desk.wanted

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

    def submit_ticked(self) -> None:
        """Open a new submission about the ticked men, or the one in hand."""
        men = self.table.ticked_men()
        if men and self.work.doors.submissions is not None:
            self.work.doors.submissions.open_new([row.case_id for row in men])

    def save_table(self) -> None:
        """Ask where and write the list as the screen shows it, as a table."""
        self.files.choose(self.listing.asked)

    def print_list(self) -> None:
        """Ask for columns and show the list as it would be printed."""
        self._printing.ask(self.listing.asked)

    def send_ticked(self) -> None:
        """Draw up a list of the ticked men, or of the one in hand, that goes out."""
        men = self.table.ticked_men()
        if men and self.work.doors.lists is not None:
            self.work.doors.lists.send([row.case_id for row in men])

    def put_ticked_into_bin(self) -> None:
        """Ask why and put the ticked men, or the one in hand, into the bin."""
        men = self.table.ticked_men()
        if men and self.work.doors.cases is not None:
            self.work.doors.cases.put_into_bin([row.case_id for row in men])

    def _come_back(self) -> None:
        if self.work.doors.cases is not None:
            self.work.doors.cases.open_list(self.filter_now())

    def read_again(self) -> None:
        """Read the list and the counts anew."""
        self._ask()
        self.desk.saved.count_soon()

    def account_for_these(self) -> None:
        """Sum whom the filter of the list lets through, each on one line."""
        if self.work.doors.accounting is not None:
            self.work.doors.accounting.open_sheet(self.filter_now())

    def toggle_compact(self) -> None:
        """Show one line a man, or two."""
        self.table.set_compact(not self.table.compact)
        self._keep_layout()

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
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 10, 24, 12)
        bar.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(bar)
        column.addWidget(self.read_as)
        column.addWidget(hairline(self.kit))
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._in_hand)
        self.table.row_opened.connect(self.open_in_hand)
        self.table.sort_asked.connect(self._sorted)
        self.table.columns_changed.connect(self._keep_layout)
        self.listing.counted.connect(self._show_count)
        self.listing.arrived.connect(self._take_in_hand)
        self.desk.asked.connect(self.show_filter)
        self.table.rows.dataChanged.connect(self._rows_came)
        self.text.textEdited.connect(self._text_timer.start)
        self.text.returnPressed.connect(self.table.setFocus)
        self.man_rail.open_asked.connect(self.open_in_hand)
        self.man_rail.record_asked.connect(self.record_event)
        self.man_rail.print_asked.connect(self.print_ticked)
        self._head.print_asked.connect(self.print_ticked)
        self._head.columns_asked.connect(self._choose_columns)
        self.work.bus.listen(self._on_changes)

    def _restore(self) -> None:
        state = self.work.store.get("cases.table")
        self.table.restore_layout(state)
        if isinstance(state, dict) and isinstance(state.get("sort"), list):
            key, descending = (*state["sort"], "", False)[:2]  # type: ignore[misc]  # a list
            if key:
                self.table.set_sorted(str(key), descending=bool(descending))
        self.text.setText(self.desk.wanted.text)
        self.read_as.show_text(self.desk.wanted.text)

    # --- asking and answers

    def _ask(self) -> None:
        row = self.table.man_in_hand()
        if row is not None:
            self.listing.in_hand = row.row
        sort, descending = self.table.order()
        self.listing.show(Asked(self.desk.wanted, sort, descending))

    def _take_text(self) -> None:
        self.show_filter(replace(self.desk.wanted, text=self.text.text().strip()))

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

    def _rows_came(self) -> None:
        """Follow the man in hand whose row was still on its way when he was taken in hand."""
        row = self.table.man_in_hand()
        if row is not None and (self.listing.in_hand != row.row or self.man_rail.file is None):
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
        self._head.show_count(count, total)
        self._body.show_count(count, total)

    def _read_man(self) -> None:
        row = self.table.man_in_hand()
        if row is None:
            return
        self._turn += 1
        turn, case_id = self._turn, row.case_id
        self.work.read(
            lambda reader: (turn, case_file(reader, case_id)), self._show_man, self._not_read
        )

    def _not_read(self, error: Exception) -> None:
        """Let go of a man who left the list meanwhile; anything else is told."""
        if isinstance(error, CaseInBin | CaseMerged):
            self.man_rail.show_nobody()
        else:
            self.work.messages.failed(error)

    def _show_man(self, answer: tuple[int, CaseFile]) -> None:
        turn, file = answer
        if turn == self._turn:
            self.man_rail.show_man(file, self.work.workspace.clock.today())

    def _on_changes(self, changes: Changes) -> None:
        self.listing.refresh(changes)
        self.desk.touched(changes)
        shown = self.man_rail.file
        if shown is not None and changes.touches("cases", shown.case_id):
            self._rail_timer.start()

    def light(self, *_: object) -> None:
        """Show in the sidebar which saved filter is in force, while this page is in front."""
        if self.isVisible():
            self.desk.light()

    def _choose_columns(self) -> None:
        self._head.open_columns(self.table.column_menu())

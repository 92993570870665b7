"""The list of exhibits: what the office keeps, where it came from, of whom it speaks.

Files may be dropped on it or pasted; the exhibit in hand stands beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import override

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.changes import Changes
from app.shapes.exhibits import ExhibitFilter, ExhibitRow, ExhibitSort
from app.ui.cases.content import rail_limits
from app.ui.exhibits.columns import exhibit_columns
from app.ui.exhibits.deeds import ExhibitDeeds
from app.ui.exhibits.exhibit_rail import ExhibitRail
from app.ui.exhibits.filters import ExhibitFilters
from app.ui.exhibits.incoming import holds_something, incoming_from
from app.ui.exhibits.listing import Asked, ExhibitListing
from app.ui.exhibits.shelf import Shelf
from app.ui.forms.entry import turn
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.fields import SearchField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, hairline
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work

PLACE = "exhibits"
_TEXT_WAIT_MS = 220
_MARGINS = 64
_SORTS = {sort.value: sort for sort in ExhibitSort}


class ExhibitsPanel(PagePanel):
    """The page of the exhibits."""

    def __init__(self, work: Work, deeds: ExhibitDeeds, shelf: Shelf) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self.deeds = deeds
        kit = work.kit
        self.table = TwoLineTable(kit, lambda t: t.say("Exhibits"), exhibit_columns(kit))
        self.listing = ExhibitListing(work, self.table.rows)
        self.filters = ExhibitFilters(kit)
        self.detail = ExhibitRail(kit, shelf)
        self.text = SearchField(kit, lambda t: t.say("In this list"), key="Ctrl+F")
        self._counted = Label(kit, "", Size.M, Role.TEXT2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TEXT_WAIT_MS)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.table.restore_layout(work.store.get("exhibits.table"))
        self.table.set_sorted(ExhibitSort.NUMBER, descending=True)

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.detail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, ExhibitFilter):
            self.show_filter(argument)
        else:
            self.listing.read_again()
        (self.table if self.table.rows.rowCount() else self.add_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    @override
    def retranslate(self, translator: Translator) -> None:
        self.table.retranslate()
        self.filters.show_filter(self.listing.asked.wanted)
        self.detail.show_exhibit(self.detail.row)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_something(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.deeds.bring_in(incoming_from(event.mimeData(), self.work.workspace.clock.now()))

    # --- what the person does

    def show_filter(self, wanted: ExhibitFilter) -> None:
        """Narrow the list by another filter."""
        if self.text.text().strip() != wanted.text:
            self.text.setText(wanted.text)
        self.filters.show_filter(wanted)
        self.listing.show(self.listing.asked._replace(wanted=wanted))

    def in_hand(self) -> ExhibitRow | None:
        """Return the exhibit in hand."""
        at = self.table.current_row()
        row = self.table.rows.row(at) if at >= 0 else None
        return row if isinstance(row, ExhibitRow) else None

    def open_in_hand(self, *_: object) -> None:
        """Open the exhibit in hand in a tab of its own."""
        row = self.in_hand()
        if row is not None and self.work.doors.exhibits is not None:
            self.work.doors.exhibits.open_exhibit(row.id)

    def toggle_veil(self) -> None:
        """Show the picture of the exhibit in hand, or veil it again."""
        picture = self.detail.picture
        picture.unveil() if picture.is_veiled else picture.veil()

    def bin_in_hand(self) -> None:
        """Put the exhibit in hand into the bin."""
        row = self.in_hand()
        if row is not None and row.removed_at is None:
            self.deeds.put_into_bin(row, self)

    def restore_in_hand(self) -> None:
        """Take the exhibit in hand out of the bin."""
        row = self.in_hand()
        if row is not None and row.removed_at is not None:
            self.deeds.restore(row)

    def paste(self) -> None:
        """Bring in what the clipboard holds."""
        held = QGuiApplication.clipboard().mimeData()
        self.deeds.bring_in(incoming_from(held, self.work.workspace.clock.now()))

    def pick(self) -> None:
        """Ask for files and bring them in."""
        self.deeds.pick(self)

    def scan(self) -> None:
        """Ask for a folder of scans and bring them in."""
        self.deeds.scan(self)

    def find_in_list(self) -> None:
        """Put the keyboard into the field that narrows by text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *_: object) -> None:
        """Stand the tools beneath the title where both have no room side by side."""
        needed = self._named.sizeHint().width() + self._tools.sizeHint().width() + _MARGINS
        turn(self._head, narrow=needed > self.width())

    # --- building

    def _lay_out(self) -> None:
        kit = self.kit
        self.scan_button = plain(kit, lambda t: t.say("Scan a folder …"), icon="folder")
        self.add_button = primary(kit, lambda t: t.say("Add files …"), icon="plus", key="Ctrl+O")
        first = plain(kit, lambda t: t.say("Add files …"), icon="plus", key="Ctrl+O")
        self.text.setFixedWidth(kit.theme.scaled(196))
        self._named = QWidget()
        titles = QHBoxLayout(self._named)
        titles.setContentsMargins(0, 0, 0, 0)
        titles.setSpacing(14)
        titles.addWidget(Label(kit, lambda t: t.say("Exhibits"), Size.X, strong=True))
        titles.addWidget(self._counted, 0, Qt.AlignmentFlag.AlignVCenter)
        titles.addStretch(1)
        self._tools = QWidget()
        flow = FlowLayout(self._tools, 8, 8)
        for part in (self.text, self.scan_button, self.add_button):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._tools.setSizePolicy(policy)
        head = self._head = QHBoxLayout()
        head.setContentsMargins(24, 4, 24, 0)
        head.setSpacing(8)
        head.addWidget(self._named, 1)
        head.addWidget(self._tools)
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 10, 24, 12)
        bar.addWidget(self.filters)
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(
            EmptyState(
                kit,
                "exhibits",
                lambda t: t.say("Nothing here"),
                lambda t: t.say("No exhibit of this register passes the filter above."),
            )
        )
        self._body.addWidget(
            EmptyState(
                kit,
                "exhibits",
                lambda t: t.say("No exhibit yet"),
                lambda t: t.say(
                    "Drop files, letters and pictures here, or paste them. Each is kept exactly as "
                    "it came, encrypted, with its hash."
                ),
                first,
                takes_files=True,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(hairline(kit))
        column.addWidget(self._body, 1)
        for button in (self.add_button, first):
            button.clicked.connect(self.pick)
        self.scan_button.clicked.connect(self.scan)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._chosen)
        self.table.row_opened.connect(self.open_in_hand)
        self.table.sort_asked.connect(self._sorted)
        self.table.columns_changed.connect(self._keep_layout)
        self.table.rows.dataChanged.connect(self._rows_came)
        self.listing.counted.connect(self._show_count)
        self.listing.arrived.connect(self._take_in_hand)
        self.filters.changed.connect(self.show_filter)
        self.text.textEdited.connect(self._timer.start)
        self.text.returnPressed.connect(self.table.setFocus)
        self._timer.timeout.connect(self._take_text)
        self.detail.open_asked.connect(self.open_in_hand)
        self.detail.bin_asked.connect(self.bin_in_hand)
        self.detail.restore_asked.connect(self.restore_in_hand)
        self.work.bus.listen(self._on_changes, "exhibits")
        self.kit.theme.changed.connect(self._arrange)
        self.kit.language_changed.connect(self._arrange)

    # --- answers

    def _take_text(self) -> None:
        wanted = replace(self.listing.asked.wanted, text=self.text.text().strip())
        self.show_filter(wanted)

    @Slot(str, bool)
    def _sorted(self, key: str, descending: bool) -> None:  # noqa: FBT001  what the signal sends
        self._keep_layout()
        wanted = self.listing.asked.wanted
        self.listing.show(Asked(wanted, _SORTS.get(key, ExhibitSort.NUMBER), descending))

    def _keep_layout(self) -> None:
        self.work.store.set("exhibits.table", self.table.layout_state())

    @Slot(int)
    def _chosen(self, _: int) -> None:
        row = self.in_hand()
        if row is not None:
            self.listing.in_hand = row.id
            if row != self.detail.row:
                self.detail.show_exhibit(row)

    def _rows_came(self) -> None:
        self._chosen(self.table.current_row())

    @Slot(int, int)
    def _show_count(self, count: int, total: int) -> None:
        self._body.setCurrentIndex(0 if count else (1 if total or self._is_narrowed() else 2))
        self._counted.set_words(
            lambda t: (
                t.say("{count} of {total}", count=t.number(count), total=t.number(total))
                if count != total and not self.listing.asked.wanted.removed
                else t.number(count)
            )
        )

    def _is_narrowed(self) -> bool:
        return self.listing.asked.wanted != ExhibitFilter()

    @Slot(int)
    def _take_in_hand(self, at: int) -> None:
        if at < 0:
            self.detail.show_exhibit(None)
            return
        self.table.choose_row(at)
        self._chosen(at)
        if self.add_button.hasFocus() and self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changes(self, _: Changes) -> None:
        self.listing.read_again()

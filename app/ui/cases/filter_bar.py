"""Show what narrows the register as chips; add, change and take away parts; keep them by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.shapes.case_list import CaseFilter
from app.ui.cases.date_popover import DatePopover
from app.ui.cases.filter_parts import (
    LISTS,
    SILENCE,
    Field,
    FilterNames,
    active,
    chip_words,
    field_words,
    last_known_in,
    silent_for,
    toggle,
    value_words,
    without,
)
from app.ui.widgets.buttons import quiet
from app.ui.widgets.chips import AddChip, FilterChip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words


class FilterBar(QWidget):
    """Hold the chips; `changed` carries the filter they ask for."""

    changed = Signal(object)
    save_asked = Signal()
    forget_asked = Signal()

    def __init__(self, kit: Kit, today: Callable[[], date], me: UUID) -> None:
        super().__init__()
        self._kit = kit
        self._today = today
        self._me = me
        self._wanted = CaseFilter()
        self._incidents: dict[UUID, str] = {}
        self._places: dict[UUID, str] = {}
        self._chips: dict[Field, FilterChip] = {}
        holder = QWidget()
        self._flow = FlowLayout(holder, 6, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._add = AddChip(kit, lambda t: t.say("Add filter"))
        self._add.clicked.connect(self.open_menu)
        self._flow.addWidget(self._add)
        self.save_button = quiet(kit, lambda t: t.say("Save this filter"))
        self.save_button.clicked.connect(self.save_asked)
        self.forget_button = quiet(kit, lambda t: t.say("Forget this filter"))
        self.forget_button.clicked.connect(self.forget_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(holder, 1)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_filter(self._wanted, may_save=False, may_forget=False)

    def set_incidents(self, titles: Sequence[tuple[UUID, str]]) -> None:
        """Take the incidents that can be chosen, by title in the reader's language."""
        self._incidents = dict(titles)
        self._resay()

    def set_place(self, place_id: UUID, name: str) -> None:
        """Take the name of the place in force, in the reader's language."""
        self._places = {place_id: name}
        self._resay()

    def show_filter(self, wanted: CaseFilter, *, may_save: bool, may_forget: bool) -> None:
        """Show the chips of a filter."""
        self._wanted = wanted
        parts = active(wanted)
        for field in [one for one in self._chips if one not in parts]:
            chip = self._chips.pop(field)
            self._flow.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        for field in parts:
            if field not in self._chips:
                self._chips[field] = self._make_chip(field)
        self._flow.removeWidget(self._add)
        self._flow.addWidget(self._add)
        self.save_button.setVisible(may_save)
        self.forget_button.setVisible(may_forget)
        self._resay()

    def chips(self) -> tuple[Field, ...]:
        """Return the parts that have a chip."""
        return tuple(self._chips)

    def open_menu(self) -> None:
        """Offer every part there is, beneath the dashed chip."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + 4)))

    def menu(self) -> QMenu:
        """Build the menu of parts; each list is a menu of its own."""
        menu = QMenu(self)
        for field in LISTS:
            self._fill_list(menu.addMenu(self._words(field)), field)
        if self._incidents:
            self._fill_incidents(menu.addMenu(self._words(Field.INCIDENT)))
        self._fill_silence(menu.addMenu(self._words(Field.SILENT)))
        span = menu.addAction(self._words(Field.LAST) + " …")
        span.triggered.connect(self._ask_span)
        menu.addSeparator()
        self._tick(menu, Field.OFFICER, replace(self._wanted, officer_id=self._me))
        self._tick(menu, Field.OPEN_ONLY, replace(self._wanted, with_closed=False))
        return menu

    def _fill_list(self, menu: QMenu, field: Field) -> None:
        _, codes = LISTS[field]
        chosen: tuple[str, ...] = getattr(self._wanted, field)
        for code in codes:
            words = value_words(field, code, self._kit.translator)
            self._entry(menu, words, toggle(self._wanted, field, str(code)), on=code in chosen)

    def _fill_incidents(self, menu: QMenu) -> None:
        for incident_id, title in self._incidents.items():
            on = self._wanted.incident_id == incident_id
            wanted = replace(self._wanted, incident_id=None if on else incident_id)
            self._entry(menu, title, wanted, on=on)

    def _fill_silence(self, menu: QMenu) -> None:
        today = self._today()
        for days in SILENCE:
            wanted = silent_for(self._wanted, days, today)
            words = self._kit.translator.say_n(
                "for more than {n} day", "for more than {n} days", days
            )
            self._entry(menu, words, wanted, on=wanted == self._wanted)

    def _tick(self, menu: QMenu, field: Field, wanted: CaseFilter) -> None:
        on = field in active(self._wanted)
        self._entry(menu, self._words(field), without(wanted, field) if on else wanted, on=on)

    def _entry(self, menu: QMenu, words: str, wanted: CaseFilter, *, on: bool) -> None:
        entry = QAction(words, menu, checkable=True)
        entry.setChecked(on)
        entry.setData(wanted)
        entry.triggered.connect(self._chosen)
        menu.addAction(entry)

    def _chosen(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            self.changed.emit(entry.data())

    def _ask_span(self) -> None:
        popover = DatePopover(self._kit, self._today)
        popover.taken.connect(self._take_span)
        popover.open_below(self._add)
        popover.begin()

    def _take_span(self, span: object) -> None:
        self.changed.emit(last_known_in(self._wanted, span))  # type: ignore[arg-type]  # a Signal

    def _make_chip(self, field: Field) -> FilterChip:
        chip = FilterChip(self._kit, "")
        chip.setProperty("field", field.value)
        chip.removed.connect(self._remove)
        chip.clicked.connect(self._open_chip)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _remove(self) -> None:
        self.changed.emit(without(self._wanted, Field(self.sender().property("field"))))

    def _open_chip(self) -> None:
        field = Field(self.sender().property("field"))
        if field is Field.LAST:
            self._ask_span()
            return
        if field not in LISTS and field not in (Field.INCIDENT, Field.SILENT):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if field in LISTS:
            self._fill_list(menu, field)
        elif field is Field.INCIDENT:
            self._fill_incidents(menu)
        else:
            self._fill_silence(menu)
        chip = self._chips[field]
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))

    def _words(self, field: Field) -> str:
        return field_words(field, self._kit.translator)

    def _resay(self) -> None:
        for field, chip in self._chips.items():
            chip.set_words(self._chip_words(field))

    def _chip_words(self, field: Field) -> Words:
        names = FilterNames(self._incidents, self._places)
        wanted, today = self._wanted, self._today()
        return lambda t: chip_words(field, wanted, names, today, t)


def _silent_words(days: int) -> Words:
    return lambda t: t.say_n("for more than {n} day", "for more than {n} days", days)

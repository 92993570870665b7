"""Narrow the list of exhibits by chips: kinds, without origin, tied to nothing, in the bin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.shapes.exhibits import ExhibitFilter
from app.ui.exhibits.words import kind_words
from app.ui.widgets.chips import AddChip, FilterChip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from models.vocabulary.exhibits import ExhibitKind

_TICKS: dict[str, Words] = {
    "without_source": lambda t: t.say("Nobody knows where from"),
    "unlinked": lambda t: t.say("Tied to nothing"),
    "removed": lambda t: t.say("In the bin"),
}


class ExhibitFilters(QWidget):
    """Hold the chips; `changed` carries the filter they ask for."""

    changed = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._wanted = ExhibitFilter()
        self._chips: dict[str, FilterChip] = {}
        self._flow = FlowLayout(self, 6, 6)
        self._add = AddChip(kit, lambda t: t.say("Add filter"))
        self._add.clicked.connect(self.open_menu)
        self._flow.addWidget(self._add)

    def show_filter(self, wanted: ExhibitFilter) -> None:
        """Show the chips of a filter."""
        self._wanted = wanted
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        parts: dict[str, Words] = {
            kind.value: _kind(kind) for kind in ExhibitKind if kind in wanted.kinds
        }
        parts |= {name: words for name, words in _TICKS.items() if getattr(wanted, name)}
        self._chips = {part: self._chip(part, words) for part, words in parts.items()}
        self._flow.addWidget(self._add)
        self.updateGeometry()

    def chips(self) -> tuple[str, ...]:
        """Return the parts that have a chip."""
        return tuple(self._chips)

    def menu(self) -> QMenu:
        """Build the menu of what can narrow the list."""
        menu, t = QMenu(self), self._kit.translator
        kinds = menu.addMenu(t.say("Kind"))
        for kind in ExhibitKind:
            self._entry(
                kinds, kind_words(kind, t), self._toggled(kind), on=kind in self._wanted.kinds
            )
        menu.addSeparator()
        for name, words in _TICKS.items():
            on = bool(getattr(self._wanted, name))
            self._entry(menu, self._kit.say(words), self._ticked(name, on=not on), on=on)
        return menu

    def open_menu(self) -> None:
        """Offer every part there is, beneath the dashed chip."""
        menu = self.menu()
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + 4)))

    def _chip(self, part: str, words: Words) -> FilterChip:
        chip = FilterChip(self._kit, words)
        without = self._without(part)
        chip.removed.connect(lambda: self.changed.emit(without))
        self._flow.addWidget(chip)
        return chip

    def _entry(self, menu: QMenu, words: str, wanted: ExhibitFilter, *, on: bool) -> None:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(on)
        entry.triggered.connect(lambda: self.changed.emit(wanted))

    def _without(self, part: str) -> ExhibitFilter:
        return self._ticked(part, on=False) if part in _TICKS else self._toggled(ExhibitKind(part))

    def _toggled(self, kind: ExhibitKind) -> ExhibitFilter:
        return replace(self._wanted, kinds=self._wanted.kinds ^ {kind})

    def _ticked(self, name: str, *, on: bool) -> ExhibitFilter:
        change: Callable[[ExhibitFilter], ExhibitFilter] = {
            "without_source": lambda one: replace(one, without_source=on),
            "unlinked": lambda one: replace(one, unlinked=on),
            "removed": lambda one: replace(one, removed=on),
        }[name]
        return change(self._wanted)


def _kind(kind: ExhibitKind) -> Words:
    return lambda t: kind_words(kind, t)

"""Name several things of the register in a form: found by name or number, shown as chips.

A subclass says which hits it offers and what it makes of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.search import SearchHit
from app.ui.forms.searches import MenSearch
from app.ui.widgets.chips import FilterChip
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popup_list import PopupList, PopupRow

_PAUSE_MS = 150


class Named(Protocol):
    """A thing that was named: how it is known and how it is shown."""

    @property
    def key(self) -> str: ...

    @property
    def shown(self) -> str: ...


class NamedThings[N: Named](QWidget):
    """Edit a list of named things; `changed` when one was added or taken out."""

    changed = Signal()

    def __init__(self, kit: Kit, search: MenSearch, *, asked: Words, found: Words) -> None:
        super().__init__()
        self._kit = kit
        self._search = search
        self._named: dict[str, N] = {}
        self._hits: list[SearchHit] = []
        self.field = LineEdit(kit, asked, icon="search", hint=asked)
        self._popup = PopupList(kit, self.field, found)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, 8, 6)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.field)
        self.column.addWidget(self.chips)
        self.setFocusProxy(self.field)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(self._edited)
        self._popup.chosen.connect(self._take)
        self._show()

    # --- what a list says of itself

    def icon_of(self, hit: SearchHit) -> str | None:
        """Give the icon of a hit that is offered; None for one that is not."""
        raise NotImplementedError

    def made_of(self, hit: SearchHit) -> N:
        """Make of a hit what is named."""
        raise NotImplementedError

    def nothing_words(self) -> Words:
        """Say that nothing of that name was found."""
        raise NotImplementedError

    def chip_hint(self) -> Words:
        """Say how a chip is taken out."""
        raise NotImplementedError

    # --- what is the same in all of them

    def named(self) -> tuple[N, ...]:
        """Return what was named."""
        return tuple(self._named.values())

    def show_named(self, things: Sequence[N]) -> None:
        """Show what is named."""
        self._named = {thing.key: thing for thing in things}
        self.field.clear()
        self._show()

    def typed(self) -> str:
        """Return what was typed and not chosen."""
        return self.field.text().strip()

    def add(self, thing: N) -> None:
        """Name one more."""
        self._named[thing.key] = thing
        self._show()
        self.changed.emit()

    def _edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide_list()

    def _ask(self) -> None:
        text = self.typed()
        if text:
            self._search(text, lambda found: self._offer(text, found))

    def _offer(self, text: str, found: Sequence[SearchHit]) -> None:
        if self.typed() != text or not self.field.hasFocus():
            return
        offered = [
            (icon, hit)
            for hit in found
            if (icon := self.icon_of(hit)) is not None and str(hit.id) not in self._named
        ]
        self._hits = [hit for _, hit in offered]
        rows = [PopupRow(icon, hit.name, hit.second, hit.number) for icon, hit in offered]
        self._popup.show_rows(rows, self._kit.say(self.nothing_words()))

    def _take(self, at: int) -> None:
        self._popup.hide_list()
        hit = self._hits[at]
        self.field.clear()
        self.add(self.made_of(hit))

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for thing in self._named.values():
            chip = FilterChip(self._kit, thing.shown)
            chip.setProperty("named", thing.key)
            self._kit.bind(chip, chip.setToolTip, self.chip_hint())
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(self._named))

    def _remove(self) -> None:
        self._named.pop(str(self.sender().property("named")), None)
        self._show()
        self.changed.emit()

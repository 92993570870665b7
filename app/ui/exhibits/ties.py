"""Name what an exhibit speaks of: men, one of their events, incidents; found by name or number.

edit = TieEdit(kit, search); edit.changed.connect(...)
edit.ties() -> tuple[Tie, ...]; edit.show_ties(ties)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.requests.exhibits import LinkTo
from app.shapes.search import HitKind, SearchHit
from app.ui.forms.searches import MenSearch
from app.ui.widgets.chips import FilterChip
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popup_list import PopupList, PopupRow


class TieKind(StrEnum):
    """To what an exhibit is tied."""

    CASE = "case"
    EVENT = "event"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Tie:
    """A case, an event or an incident by its id, and how it is shown."""

    kind: TieKind
    id: str
    shown: str

    def link(self) -> LinkTo:
        """Give the tie as the register takes it."""
        one = UUID(self.id)
        match self.kind:
            case TieKind.EVENT:
                return LinkTo(event_id=one)
            case TieKind.INCIDENT:
                return LinkTo(incident_id=one)
        return LinkTo(case_id=one)


_OFFERED = {
    HitKind.CASE: (TieKind.CASE, "person"),
    HitKind.INCIDENT: (TieKind.INCIDENT, "incidents"),
}


class TieEdit(QWidget):
    """Edit the list of what an exhibit speaks of."""

    changed = Signal()

    def __init__(self, kit: Kit, search: MenSearch) -> None:
        super().__init__()
        self._kit = kit
        self._search = search
        self._ties: dict[str, Tie] = {}
        self._hits: list[SearchHit] = []
        asked: Words = lambda t: t.say("Name or number of a man, or an incident")  # noqa: E731  said twice
        self.field = LineEdit(kit, asked, icon="search", hint=asked)
        self._popup = PopupList(kit, self.field, lambda t: t.say("Men and incidents found"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(self._edited)
        self._popup.chosen.connect(self._take)
        self._show()

    def ties(self) -> tuple[Tie, ...]:
        """Return what was named."""
        return tuple(self._ties.values())

    def show_ties(self, ties: Sequence[Tie]) -> None:
        """Show what is named."""
        self._ties = {tie.id: tie for tie in ties}
        self.field.clear()
        self._show()

    def typed(self) -> str:
        """Return what was typed and not chosen."""
        return self.field.text().strip()

    def add(self, tie: Tie) -> None:
        """Name one more."""
        self._ties[tie.id] = tie
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
        self._hits = [
            hit for hit in found if hit.kind in _OFFERED and str(hit.id) not in self._ties
        ]
        rows = [
            PopupRow(_OFFERED[hit.kind][1], hit.name, hit.second, hit.number) for hit in self._hits
        ]
        self._popup.show_rows(
            rows, self._kit.say(lambda t: t.say("No man and no incident of that name or number."))
        )

    def _take(self, at: int) -> None:
        self._popup.hide_list()
        hit = self._hits[at]
        self.field.clear()
        kind, _ = _OFFERED[hit.kind]
        shown = f"{hit.number} {hit.name}" if kind is TieKind.CASE else hit.name
        self.add(Tie(kind, str(hit.id), shown))

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for tie in self._ties.values():
            chip = FilterChip(self._kit, tie.shown)
            chip.setProperty("tie", tie.id)
            self._kit.bind(chip, chip.setToolTip, lambda t: t.say("Delete takes this out"))
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._ties))

    def _remove(self) -> None:
        self._ties.pop(str(self.sender().property("tie")), None)
        self._show()
        self.changed.emit()

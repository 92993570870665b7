"""Asks what each column of an unknown list is, with its first values beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.importing.guess import ListField
from app.ui.imports.draft import ImportDraft
from app.ui.imports.words import list_field
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.event_codes import EventCode

#: What a list as a whole may report; others want a profile of their own.
_LIST_EVENTS = (
    EventCode.E08, EventCode.E01, EventCode.E05, EventCode.C10, EventCode.C15, EventCode.E09,
    EventCode.X80, EventCode.R65,
)  # fmt: skip
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MappingGrid(QWidget):
    """One line a column: its heading, its first values, what it is; `changed` after each answer."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._draft: ImportDraft | None = None
        #: What the keyboard walks through, from above.
        self.stops: list[Combo] = []

    def show_columns(self, draft: ImportDraft) -> None:
        """Show the columns of a list as they were guessed."""
        self._draft = draft
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        kit = self._kit
        self.stops = []
        for at, column in enumerate(draft.columns()):
            self._grid.addWidget(Label(kit, column, strong=True, wrap=True), at, 0, _MIDDLE)
            shown = " · ".join(draft.examples(at)) or kit.translator.say("empty")
            self._grid.addWidget(Label(kit, shown, Size.S, Role.TEXT2, wrap=True), at, 1, _MIDDLE)
            self._grid.addWidget(self._field_combo(draft, column), at, 2, _MIDDLE)
        self._add_event(draft, len(draft.columns()))

    def _field_combo(self, draft: ImportDraft, column: str) -> Combo:
        combo = Combo(self._kit, column)
        combo.set_choices([(f, lambda t, f=f: list_field(f, t)) for f in ListField])  # type: ignore[misc]  # mypy does not infer a lambda with a default
        combo.set_code(draft.field_of(column))
        combo.code_changed.connect(partial(self._mapped, column))
        self.stops.append(combo)
        return combo

    def _add_event(self, draft: ImportDraft, row: int) -> None:
        kit = self._kit
        self._grid.addWidget(
            Label(kit, lambda t: t.say("What the list reports"), strong=True), row, 0
        )
        self._grid.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Each man gets this event, with the list as its source, graded F6."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            ),
            row,
            1,
        )
        combo = Combo(kit, lambda t: t.say("What the list reports"))
        combo.set_choices(
            [
                *(
                    (code, lambda t, c=code: label("event", c.value, t.lang))
                    for code in _LIST_EVENTS
                ),
                (None, lambda t: t.say("no event")),
            ]
        )
        combo.set_code(draft.event)
        combo.code_changed.connect(self._event_chosen)
        self.stops.append(combo)
        self._grid.addWidget(combo, row, 2)

    def _mapped(self, column: str, code: object) -> None:
        if self._draft is not None and isinstance(code, ListField):
            self._draft.map_column(column, code)
            self.changed.emit()

    def _event_chosen(self, code: object) -> None:
        if self._draft is not None:
            self._draft.event = code if isinstance(code, EventCode) else None
            self.changed.emit()

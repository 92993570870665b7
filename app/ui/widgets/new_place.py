"""Enters a place that nobody knows yet without leaving the form in which it was typed.

box = NewPlaceBox(kit, near); box.begin("Լուսաձոր", None)
box.asked carries a NewPlace; box.left is Cancel or Esc
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.search.scripts import LANG_OF_SCRIPT, script_of
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.coordinates_edit import CoordinatesEdit, NearSearch
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.coordinates import Point
from models.vocabulary.places import PlaceKind


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place as it was typed: its one name, what it is, and its point if that is known."""

    name: str
    lang: str
    kind: PlaceKind
    point: Point | None


def kind_words(kind: PlaceKind) -> Words:
    """Say a kind of place in the language of the window."""
    return lambda t: label("place_kind", kind, t.lang)


class NewPlaceBox(QFrame):
    """Asks for the little that a new place needs; the rest is entered in the office."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, near: NearSearch) -> None:
        super().__init__()
        self.setObjectName("card")
        self.name = LineEdit(kit, lambda t: t.say("Name of the new place"))
        self._name = Field(kit, lambda t: t.say("Name of the new place"), self.name)
        self.kind = Combo(kit, lambda t: t.say("Kind of place"))
        self.kind.set_choices([(kind, kind_words(kind)) for kind in PlaceKind])
        self.coordinates = CoordinatesEdit(kit, near)
        self._coordinates = Field(
            kit, lambda t: t.say("Coordinates, if they are known"), self.coordinates
        )
        self.refusal = Refusal(kit)
        self.enter_button = plain(kit, lambda t: t.say("Enter the place"), icon="plus")
        self.leave_button = quiet(kit, lambda t: t.say("Leave it as words"))
        first, foot = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._name, 2)
        first.addWidget(Field(kit, lambda t: t.say("Kind of place"), self.kind), 1)
        foot.setSpacing(8)
        foot.addWidget(self.enter_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._coordinates)
        column.addWidget(
            Label(
                kit,
                lambda t: t.say("Further names and the district are entered in the office, later."),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(self.refusal)
        column.addLayout(foot)
        self.enter_button.clicked.connect(self.ask)
        self.name.returnPressed.connect(self.ask)
        self.coordinates.line.returnPressed.connect(self.ask)
        self.leave_button.clicked.connect(self.left)

    def begin(self, name: str, written: str) -> None:
        """Start with what was typed: a name, or a point as it was written."""
        self._name.accept()
        self._coordinates.accept()
        self.refusal.hide()
        self.name.setText(name)
        self.kind.set_code(PlaceKind.SETTLEMENT)
        self.coordinates.line.setText(written)
        (self.coordinates if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def ask(self) -> None:
        """Check the name and the point, then ask for the place to be entered."""
        self._name.accept()
        self._coordinates.accept()
        name, kind, problem = self.name.text().strip(), self.kind.code(), self.coordinates.problem()
        if not name:
            self._name.refuse(lambda t: t.say("Write at least one name."))
        elif problem is not None:
            self._coordinates.refuse(problem)
        else:
            self.asked.emit(
                NewPlace(
                    name,
                    LANG_OF_SCRIPT.get(script_of(name), "en"),
                    kind if isinstance(kind, PlaceKind) else PlaceKind.SETTLEMENT,
                    self.coordinates.point(),
                )
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

"""Choose a unit the register knows, or enter a new one in place."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.forms.searches import UnitSearch
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit
from app.ui.widgets.popup_list import PopupList, PopupRow


class UnitPicker(QWidget):
    """Edit which unit it is; `changed` after every key and choice.

    `enter(name)` is asked for a unit that is not there yet; the answer comes by `take`.
    """

    changed = Signal()

    def __init__(self, kit: Kit, search: UnitSearch, enter: Callable[[str], object]) -> None:
        super().__init__()
        self._kit = kit
        self._search = search
        self._enter = enter
        self._unit = ""
        self._hits: list[tuple[UUID, str]] = []
        self.field = LineEdit(
            kit,
            lambda t: t.say("Unit"),
            icon="search",
            note=lambda t: t.say("any part of its name"),
        )
        self.new_button = quiet(kit, lambda t: t.say("Enter as a new unit"), icon="plus")
        self._popup = PopupList(kit, self.field, lambda t: t.say("Units found"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.field, 1)
        row.addWidget(self.new_button)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._edited)
        self._timer.timeout.connect(self._ask)
        self._popup.chosen.connect(self._chosen)
        self.new_button.clicked.connect(self.enter_new)
        self._show_state()

    def unit(self) -> tuple[str, str]:
        """Return the id of the unit, "" while none is chosen, and what stands in the field."""
        return self._unit, self.field.text().strip()

    def take(self, unit: str, name: str) -> None:
        """Show a unit that was chosen or entered."""
        self._unit = unit
        self.field.setText(name)
        self.field.setCursorPosition(0)
        self._show_state()
        self.changed.emit()

    def enter_new(self) -> None:
        """Ask for what was typed as a new unit."""
        name = self.field.text().strip()
        if name and not self._unit:
            self._popup.hide_list()
            self._enter(name)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        self.field.set_wrong(wrong)

    def _edited(self, text: str) -> None:
        self._unit = ""
        self._show_state()
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide_list()
        self.changed.emit()

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._search(text, lambda found: self._show_hits(text, found))

    def _show_hits(self, text: str, found: Sequence[tuple[UUID, str]]) -> None:
        if self.field.text().strip() != text or not self.field.hasFocus():
            return
        self._hits = list(found)
        self._popup.show_rows(
            [PopupRow("shield", name) for _, name in found],
            self._kit.say(lambda t: t.say("No unit of that name is known yet.")),
        )

    def _chosen(self, at: int) -> None:
        self._popup.hide_list()
        unit, name = self._hits[at]
        self.take(str(unit), name)

    def _show_state(self) -> None:
        self.new_button.setVisible(bool(self.field.text().strip()) and not self._unit)

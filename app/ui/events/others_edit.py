"""Name the other men to whom the same happened at once: found by name or number, shown as chips.

edit = OthersEdit(kit, search); edit.changed.connect(...)
edit.men() -> tuple[OtherMan, ...]; edit.show_men(men)
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.search import HitKind, SearchHit
from app.ui.events.draft import OtherMan
from app.ui.forms.searches import MenSearch
from app.ui.widgets.chips import FilterChip
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit
from app.ui.widgets.popup_list import PopupList, PopupRow


class OthersEdit(QWidget):
    """Edit the list of the other men."""

    changed = Signal()

    def __init__(self, kit: Kit, search: MenSearch) -> None:
        super().__init__()
        self._kit = kit
        self._search = search
        self._men: dict[str, OtherMan] = {}
        self._hits: list[SearchHit] = []
        self.besides = ""
        self.field = LineEdit(
            kit,
            lambda t: t.say("Name or number of another man"),
            icon="search",
            hint=lambda t: t.say("Name or number of another man"),
        )
        self._popup = PopupList(kit, self.field, lambda t: t.say("Men found"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._chips)
        self.setFocusProxy(self.field)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(self._edited)
        self._popup.chosen.connect(self._take)
        self._show()

    def men(self) -> tuple[OtherMan, ...]:
        """Return the other men."""
        return tuple(self._men.values())

    def show_men(self, men: Sequence[OtherMan]) -> None:
        """Show other men."""
        self._men = {man.case: man for man in men}
        self.field.clear()
        self._show()

    def add(self, man: OtherMan) -> None:
        """Take a man in."""
        self._men[man.case] = man
        self._show()
        self.changed.emit()

    def _edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide_list()

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._search(text, lambda found: self._offer(text, found))

    def _offer(self, text: str, found: Sequence[SearchHit]) -> None:
        if self.field.text().strip() != text or not self.field.hasFocus():
            return
        known = {*self._men, self.besides}
        self._hits = [hit for hit in found if hit.kind is HitKind.CASE and str(hit.id) not in known]
        rows = [PopupRow("person", hit.name, hit.second, hit.number) for hit in self._hits]
        self._popup.show_rows(
            rows, self._kit.say(lambda t: t.say("No man of that name or number."))
        )

    def _take(self, at: int) -> None:
        self._popup.hide_list()
        hit = self._hits[at]
        self.field.clear()
        self.add(OtherMan(str(hit.id), f"{hit.number} {hit.name}"))

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for man in self._men.values():
            chip = FilterChip(self._kit, man.shown)
            chip.setProperty("case", man.case)
            self._kit.bind(chip, chip.setToolTip, lambda t: t.say("Delete takes this man out"))
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._men))

    def _remove(self) -> None:
        self._men.pop(str(self.sender().property("case")), None)
        self._show()
        self.changed.emit()

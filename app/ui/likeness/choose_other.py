"""Ask with whom a man shall be compared: found by name or number."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.events.others_edit import OthersEdit
from app.ui.forms.searches import men_search
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.sheet import GrowsWithWords, sheet_foot, way_out
from app.ui.widgets.text import Label
from app.ui.work import Work


class ChooseOther(QDialog):
    """Hold the question; `found` carries the case of the other man."""

    found = Signal(object)

    def __init__(self, work: Work, case_id: UUID, shown: str, host: QWidget) -> None:
        super().__init__(host.window())
        kit = work.kit
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("Compare with another man"))
        self.others = OthersEdit(kit, men_search(work))
        self.others.besides = str(case_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(
            Label(kit, lambda t: t.say("Compare with another man"), Size.L, strong=True)
        )
        column.addWidget(
            Label(
                kit,
                lambda t: t.say("Who may be the same man as {name}?", name=shown),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(self.others)
        column.addSpacing(kit.theme.scaled(150))  # room for the men found
        column.addLayout(sheet_foot(way_out(kit, self)))
        self.setFixedWidth(kit.theme.scaled(520))
        GrowsWithWords(self)
        self.others.changed.connect(self._tell)
        self.others.setFocus()

    def _tell(self) -> None:
        for man in self.others.named():
            self.found.emit(UUID(man.key))
            self.accept()
            return

"""Ask which man of the register a row means: found by name or number."""

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


class FindMan(QDialog):
    """Hold the question; `found` carries the case of the man."""

    found = Signal(object)

    def __init__(self, work: Work, written: str, host: QWidget) -> None:
        super().__init__(host.window())
        kit = work.kit
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("Who is it?"))
        self.men = OthersEdit(kit, men_search(work))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(kit, lambda t: t.say("Who is it?"), Size.L, strong=True))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say("The row says: {words}", words=written),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(self.men)
        column.addSpacing(kit.theme.scaled(190))  # room for the men found
        column.addLayout(sheet_foot(way_out(kit, self)))
        self.setFixedWidth(kit.theme.scaled(520))
        GrowsWithWords(self)
        self.men.changed.connect(self._tell)
        self.men.setFocus()

    def _tell(self) -> None:
        for man in self.men.named():
            self.found.emit(UUID(man.key))
            self.accept()
            return

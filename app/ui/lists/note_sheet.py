"""Ask for a remark of our own at a row; empty takes it away."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit
from app.ui.widgets.sheet import GrowsWithWords, sheet_foot, way_out
from app.ui.widgets.text import Label

MOST = 2000


class NoteSheet(QDialog):
    """Hold the remark; `given` carries it."""

    given = Signal(str)

    def __init__(self, kit: Kit, written: str, note: str, host: QWidget) -> None:
        super().__init__(host.window())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("Note on this row"))
        self.text = TextArea(kit, lambda t: t.say("Note on this row"), most=MOST)
        self.text.set_text(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(kit, lambda t: t.say("Note on this row"), Size.L, strong=True))
        column.addWidget(Label(kit, written, role=Role.TEXT2, wrap=True))
        column.addWidget(self.text)
        away = way_out(kit, self)
        keep = primary(kit, lambda t: t.say("Keep the note"), key="Ctrl+Enter")
        keep.clicked.connect(self.give)
        column.addLayout(sheet_foot(away, keep))
        self.setFixedWidth(kit.theme.scaled(480))
        GrowsWithWords(self)
        self.text.setFocus()

    def give(self) -> None:
        """Hand the note on."""
        if self.text.too_long:
            self.text.setFocus()
            return
        self.given.emit(self.text.text().strip())
        self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            return
        super().keyPressEvent(event)

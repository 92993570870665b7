"""Ask for a name under which something is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.cases.passing_popover import PassingPopover
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words

LONGEST = 60


class NamePopover(PassingPopover):
    """Hold one field; `taken` carries what was typed."""

    taken = Signal(str)

    def __init__(self, kit: Kit, question: Words) -> None:
        super().__init__(kit, question, 320)
        self._line = LineEdit(kit, question)
        self._line.setMaxLength(LONGEST)
        self._field = Field(kit, question, self._line)
        take = primary(kit, lambda t: t.say("Save"), key="Enter")
        take.clicked.connect(self._take)
        away = quiet(kit, lambda t: t.say("Cancel"), key="Esc")
        away.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(take)
        foot.addWidget(away)
        foot.addStretch(1)
        self.body.addWidget(self._field)
        self.body.addLayout(foot)
        self._line.returnPressed.connect(self._take)

    def begin(self, text: str = "") -> None:
        """Put the keyboard into the field."""
        self._line.setText(text)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self) -> None:
        name = self._line.text().strip()
        if not name:
            self._field.refuse(lambda t: t.say("Type a name for it."))
            return
        self.taken.emit(name)
        self.leave()

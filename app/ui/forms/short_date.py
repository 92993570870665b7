"""Take a date in one line, typed as one likes; what was read stands beneath.

field = ShortDate(kit, lambda t: t.say("Said on"), not_after=today)
field.value()     PartialDate; raises NotADate       field.text(); field.set_text("02.02.2021")
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.forms.typed import date_said, typed_date
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate


class ShortDate(QWidget):
    """Edit one date in a line; `changed` after every key."""

    changed = Signal()

    def __init__(self, kit: Kit, name: Words, *, not_after: date | None = None) -> None:
        super().__init__()
        self._kit = kit
        self._not_after = not_after
        self.line = LineEdit(kit, name)
        self.line.setMinimumWidth(kit.theme.scaled(112))
        self._reading = Label(kit, "", Size.S, Role.TEXT3, wrap=True)
        self._reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self._reading)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._show)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show other text."""
        self.line.setText(text)

    def value(self) -> PartialDate:
        """Return the date; raises NotADate."""
        return typed_date(self.text(), self._not_after)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        self.line.set_wrong(wrong)

    def _show(self, _: str) -> None:
        typed = self.text().strip()
        try:
            known = self.value()
        except NotADate as fault:
            unfinished = fault
            self._reading.set_role(Role.WARN)
            self._reading.set_words(lambda t: refusal(unfinished, t))
        else:
            self._reading.set_role(Role.TEXT3)
            self._reading.set_words(lambda t: date_said(known, t))
        self._reading.setVisible(bool(typed))
        self.changed.emit()

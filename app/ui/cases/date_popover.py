"""Ask for a date as it is said, to find whom it may concern."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.cases.passing_popover import PassingPopover
from app.ui.cases.spoken import when
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from models.vocabulary.partial_date import NotADate, PartialDate


class DatePopover(PassingPopover):
    """Hold one field that reads a date in words or figures; `taken` carries a PartialDate."""

    taken = Signal(object)

    def __init__(self, kit: Kit, today: Callable[[], date]) -> None:
        super().__init__(kit, lambda t: t.say("Last known date"), 360)
        self._kit_ = kit
        self._today = today
        self._line = LineEdit(kit, lambda t: t.say("Last known date"))
        self._field = Field(
            kit, lambda t: t.say("A day, a month, or a span: 12.12.2020-16.12.2020"), self._line
        )
        self._read_as = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        take = primary(kit, lambda t: t.say("Show these"), key="Enter")
        take.clicked.connect(self._take)
        away = quiet(kit, lambda t: t.say("Cancel"), key="Esc")
        away.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(take)
        foot.addWidget(away)
        foot.addStretch(1)
        self.body.addWidget(self._field)
        self.body.addWidget(self._read_as)
        self.body.addLayout(foot)
        self._line.textEdited.connect(self._show_reading)
        self._line.returnPressed.connect(self._take)

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _reading(self) -> PartialDate | None:
        try:
            read = PartialDate.read(self._line.text(), lang=self._kit_.translator.lang)
        except NotADate:
            return None
        return read if read.edtf is not None else None

    def _show_reading(self) -> None:
        self._field.accept()
        read = self._reading()
        if read is None:
            self._read_as.set_words("")
            return
        self._read_as.set_words(lambda t: t.say("Read as: {date}", date=when(read, t)))

    def _take(self) -> None:
        read = self._reading()
        if read is None:
            self._field.refuse(lambda t: t.say("This could not be read as a date."))
            return
        self.taken.emit(read)
        self.leave()

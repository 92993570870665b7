"""Asks who will read a paper: six readers, with a word each on how much of a file they get."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.reports.papers import TEMPLATES
from app.ui.papers.wrapped_choice import WrappedChoice
from app.ui.widgets.kit import Kit, Words
from app.wording.vocabulary import label
from models.vocabulary.papers import Audience

_GETS: Mapping[Audience, Words] = {
    Audience.INTERNAL: lambda t: t.say("everything"),
    Audience.ICRC: lambda t: t.say("restricted"),
    Audience.COURT: lambda t: t.say("needs a second person"),
    Audience.NEGOTIATION: lambda t: t.say("agreed minimum"),
    Audience.FAMILY: lambda t: t.say("plain words"),
    Audience.PUBLIC: lambda t: t.say("needs consent"),
}


def reader_words(audience: Audience) -> Words:
    """Name the paper of a reader."""
    return lambda t: label("audience", audience.value, t.lang)


class ReaderList(QWidget):
    """One row a reader; `chosen` carries the Audience when a person picks another."""

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._group = QButtonGroup(self)
        self._buttons: dict[Audience, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for audience in Audience:
            if audience in TEMPLATES:
                column.addWidget(self._row(audience))
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Who will read it"))
        self._group.buttonClicked.connect(self._click)

    def current(self) -> Audience:
        """Return the reader that is chosen; the office itself at first."""
        for audience, button in self._buttons.items():
            if button.isChecked():
                return audience
        return Audience.INTERNAL

    def choose(self, audience: Audience) -> None:
        """Choose a reader without telling; one that has no paper yet chooses the office."""
        button = self._buttons.get(audience) or self._buttons[Audience.INTERNAL]
        button.setChecked(True)

    def _row(self, audience: Audience) -> WrappedChoice:
        button = QRadioButton()
        self._group.addButton(button)
        self._buttons[audience] = button
        return WrappedChoice(self._kit, button, reader_words(audience), _GETS[audience])

    def _click(self, *_: object) -> None:
        self.chosen.emit(self.current())

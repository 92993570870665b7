"""Ask, in small sheets, of whom an exhibit speaks, and why an original leaves the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override

from PySide6.QtWidgets import QWidget

from app.shapes.exhibits import ExhibitRow
from app.ui.exhibits.exhibit_rail import add_warnings
from app.ui.exhibits.ties import TieEdit
from app.ui.forms.searches import MenSearch
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Kit
from app.ui.widgets.sheet import Sheet

MOST = 500


class TieSheet(Sheet):
    """Asks of whom an exhibit speaks; `given` carries the ties."""

    def __init__(self, kit: Kit, row: ExhibitRow, search: MenSearch, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Tie {number}", number=row.number),
            lambda t: t.say("Choose the man, or the incident, of whom it speaks."),
            lambda t: t.say("Tie"),
            host,
        )
        self.ties = TieEdit(kit, search)
        self.body.addWidget(self.ties)
        self.ties.setFocus()

    @override
    def give(self) -> None:
        ties = self.ties.named()
        if ties:
            self.hand_on(ties)
        else:
            self.refuse(lambda t: t.say("Choose the man from the list, or empty the field."))


@dataclass(frozen=True, slots=True)
class GivenOut:
    """Why an original leaves the register, and to whom it goes."""

    reason: str
    to_whom: str


class ExportSheet(Sheet):
    """Asks why an original leaves the register; `given` carries a GivenOut."""

    def __init__(self, kit: Kit, row: ExhibitRow, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Export the original of {number}", number=row.number),
            lambda t: t.say(
                "Outside the register the file is not encrypted, nobody sees who copies it, and "
                "opening it may run what is hidden in it. To look at it, open the safe copy."
            ),
            lambda t: t.say("Choose where and export …"),
            host,
        )
        add_warnings(kit, self.body, row)
        self.to_whom = LineEdit(kit, lambda t: t.say("To whom it goes"))
        self.reason = TextArea(kit, lambda t: t.say("Why"), most=MOST, lines=2)
        self._why = Field(kit, lambda t: t.say("Why"), self.reason)
        self.body.addWidget(Field(kit, lambda t: t.say("To whom it goes"), self.to_whom))
        self.body.addWidget(self._why)
        self.to_whom.setFocus()

    @override
    def give(self) -> None:
        self._why.accept()
        reason = self.reason.text().strip()
        if not reason:
            self._why.refuse(lambda t: t.say("Write why; it stays in the custody log."))
            self.reason.setFocus()
        elif not self.reason.too_long:
            self.hand_on(GivenOut(reason, self.to_whom.text().strip()))

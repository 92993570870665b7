"""The keys of the register: one's own passphrase, and the sheet that opens it when all is lost."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt

from app.ui.office.part import OfficePart
from app.ui.office.passphrase_card import PassphraseCard
from app.ui.office.sheet_card import SheetCard
from app.ui.work import Work


class KeysPart(OfficePart):
    """Holds the cards of keys."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.passphrase = PassphraseCard(work)
        self.sheet = SheetCard(work)
        self.column.addWidget(self.sheet)
        self.column.addWidget(self.passphrase)
        self.column.addStretch(1)

    @override
    def arrive(self) -> None:
        self.passphrase.clear()
        self.sheet.read()

    @override
    def begin(self) -> None:
        self.sheet.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

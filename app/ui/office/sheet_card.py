"""The recovery sheet of the register: whether there is one, and a new one in its place."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from app.clock import OFFICE_ZONE
from app.i18n.translator import Translator
from app.shapes.recovery import RecoverySheet, SheetMade
from app.ui.office.part import Note
from app.ui.papers.sheet_view import SheetView
from app.ui.widgets.buttons import WithReason, plain, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.spoken import date_in_words
from app.ui.work import Work
from app.wording.keys import no_sheet_sentence
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action, may


class SheetCard(Card):
    """Says which sheet opens the register; makes the next one, whole or in three parts."""

    def __init__(self, work: Work) -> None:
        kit = work.kit
        super().__init__(
            kit,
            lambda t: t.say("Recovery sheet"),
            lambda t: t.say(
                "A printed page that opens the register when a passphrase is lost. Using it is "
                "recorded, gives the register new keys, and makes the next sheet."
            ),
        )
        self._work = work
        self._made: SheetMade | None = None
        self._state = Note(kit, "", "key")
        self.view = SheetView(kit, work.tasks, work.messages)
        self.view.hide()
        self.new_button = plain(kit, lambda t: t.say("Make a new sheet"), icon="doc")
        self.split_button = quiet(kit, lambda t: t.say("In three parts, any two open it"))
        self.done_button = quiet(kit, lambda t: t.say("I have it on paper"))
        self.done_button.hide()
        allowed = WithReason(kit, self.new_button)
        if not may(work.workspace.actor.roles, Action.MANAGE_STAFF):
            allowed.refuse(lambda t: t.say("Only an administrator changes this."))
            self.split_button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(allowed)
        row.addWidget(self.split_button)
        row.addWidget(self.done_button)
        row.addStretch(1)
        for widget in (self._state, self.view):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.new_button.clicked.connect(self._make_whole)
        self.split_button.clicked.connect(self._make_split)
        self.done_button.clicked.connect(self.put_away)

    def read(self) -> None:
        """Read which sheet there is."""
        desk = self._work.workspace.key_desk
        self._work.tasks.read(desk.sheet, self._show, self._work.messages.failed)

    @Slot()
    def put_away(self) -> None:
        """Let go of the sheet on screen."""
        self.view.forget()
        self.view.hide()
        self.done_button.hide()
        self.new_button.show()
        self.split_button.show()

    def _make_whole(self) -> None:
        self._make(split=False)

    def _make_split(self) -> None:
        self._make(split=True)

    def _make(self, *, split: bool) -> None:
        desk = self._work.workspace.key_desk
        self.new_button.setEnabled(False)
        self._work.tasks.write(
            lambda: desk.new_sheet(split=split), self._was_made, self._was_refused
        )

    def _was_made(self, sheet: RecoverySheet) -> None:
        self.new_button.setEnabled(True)
        self.view.show_sheet(sheet)
        self.view.show()
        self.new_button.hide()
        self.split_button.hide()
        self.done_button.show()
        self._show(sheet.made)
        self.view.print_button.setFocus()

    def _was_refused(self, error: Exception) -> None:
        self.new_button.setEnabled(True)
        self._work.messages.failed(error)

    def _show(self, made: SheetMade | None) -> None:
        self._made = made
        self._state.set_words(self._state_words)

    def _state_words(self, t: Translator) -> str:
        made = self._made
        if made is None:
            return no_sheet_sentence(t)
        day = date_in_words(PartialDate.on(made.made_at.astimezone(OFFICE_ZONE).date()), t)
        if made.split:
            return t.say(
                "Recovery sheet {number} of {day}, in three parts.", number=made.number, day=day
            )
        return t.say("Recovery sheet {number} of {day}.", number=made.number, day=day)

"""Asks for which reader papers are made and on which men, then leads to the preview."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.cases.chosen import cases_answering
from app.queries.cases.lines import count_cases
from app.shapes.case_list import CaseFilter
from app.ui.cases.query_box import QueryBox, ReadAs
from app.ui.papers.last_choice import LastChoice
from app.ui.papers.readers import ReaderList
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import WithReason, primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import Field
from app.ui.widgets.text import Label
from app.ui.work import Work
from models.vocabulary.papers import Audience

_WAIT_MS = 220


class MakePart(QWidget):
    """`asked` carries the reader and the men whose papers are to be looked at."""

    asked = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._turn = 0
        self._chosen: tuple[UUID, ...] = ()
        kit = work.kit
        self.readers = ReaderList(kit)
        self.readers.choose(LastChoice(work.store).audience)
        self.men = QueryBox(kit, lambda t: t.say("name, number, or a question"))
        self._read_as = ReadAs(kit)
        self._count = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._forget = quiet(kit, lambda t: t.say("Choose others"))
        self._forget.clicked.connect(self.forget)
        self.button = primary(kit, lambda t: t.say("Preview"), key="Enter")
        self._ready = WithReason(kit, self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.count)
        self.men.textEdited.connect(self._timer.start)
        self.men.returnPressed.connect(self.ask)
        self.button.clicked.connect(self.ask)
        self._lay_out()

    def begin(self) -> None:
        """Count anew and put the keyboard where one would start."""
        self.count()
        self.men.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_men(self, case_ids: Sequence[UUID]) -> None:
        """Take men who were chosen elsewhere."""
        self._chosen = tuple(case_ids)
        self._field.setVisible(not self._chosen)
        self._forget.setVisible(bool(self._chosen))
        self.count()

    def forget(self) -> None:
        """Choose the men by a question again."""
        self.show_men(())
        self.men.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> None:
        """Say how many men are meant."""
        self._timer.stop()
        if self._chosen:
            self._show_count((self._turn, len(self._chosen)))
            return
        self._turn += 1
        turn, wanted = self._turn, self._wanted()
        self._read_as.show_text(wanted.text)
        self._work.read(lambda reader: (turn, count_cases(reader, wanted)), self._show_count)

    def ask(self) -> None:
        """Ask for the preview of these men's papers."""
        if self._chosen:
            self.asked.emit(self.readers.current(), self._chosen)
            return
        self._turn += 1
        turn, wanted, audience = self._turn, self._wanted(), self.readers.current()
        self._work.read(
            lambda reader: (turn, audience, tuple(cases_answering(reader, wanted))), self._found
        )

    def _found(self, answer: tuple[int, Audience, tuple[UUID, ...]]) -> None:
        turn, audience, men = answer
        if turn == self._turn and men:
            self.asked.emit(audience, men)

    def _wanted(self) -> CaseFilter:
        return CaseFilter(text=self.men.text().strip())

    def _show_count(self, answer: tuple[int, int]) -> None:
        turn, count = answer
        if turn != self._turn:
            return
        self._count.set_words(lambda t: t.say_n("{n} man", "{n} men", count))
        if count:
            self._ready.allow()
        else:
            self._ready.refuse(lambda t: t.say("No man answers to this question."))

    def _lay_out(self) -> None:
        kit = self._work.kit
        who = Card(
            kit,
            lambda t: t.say("Who will read it"),
            lambda t: t.say("The reader decides what of a file is on the paper."),
        )
        who.column.addWidget(self.readers)
        whom = Card(
            kit,
            lambda t: t.say("On whom"),
            lambda t: t.say(
                "Write a question as in the register, or tick men there and press Ctrl+P. Empty "
                "means everybody."
            ),
        )
        self._field = Field(kit, lambda t: t.say("Men of the register"), self.men)
        whom.column.addWidget(self._field)
        whom.column.addWidget(self._read_as)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._count)
        row.addWidget(self._forget)
        row.addStretch(1)
        whom.column.addLayout(row)
        self._forget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(who)
        column.addWidget(whom)
        column.addWidget(self._ready, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setMaximumWidth(kit.theme.scaled(760))

"""Record one answer about many rows at once; what will be recorded is said beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.i18n import Translator
from app.services.lists.events import reply_code
from app.services.lists.replies import reply_rows
from app.shapes.changes import Outcome
from app.shapes.lists import ListPage, ReplyDone, RowView
from app.shapes.requests.lists import ReplyRows
from app.ui.cases.undo import Undo
from app.ui.events.source_draft import SourceDraft
from app.ui.events.source_picker import SourcePicker
from app.ui.events.spoken import fault_sentence
from app.ui.forms.searches import source_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.lists.words import LIST_REPLY
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Words
from app.ui.widgets.sheet import GrowsWithWords, sheet_foot, way_out
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.vocabulary import label
from models.vocabulary.date_terms import NotADate
from models.vocabulary.lists import ListDirection, Reply

MOST: Final = 2000


class ReplySheet(QDialog):
    """Hold the answer; it stays until it is kept or Esc."""

    def __init__(
        self, work: Work, undo: Undo, page: ListPage, rows: Sequence[RowView], host: QWidget
    ) -> None:
        super().__init__(host.window())
        self._work = work
        self._undo = undo
        self._page = page
        self._rows = tuple(rows)
        kit, today = work.kit, work.workspace.clock.today()
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("Record replies"))
        self.reply = Combo(kit, lambda t: t.say("What was answered"))
        none: tuple[object, Words] = (None, lambda t: t.say("take the reply back"))
        self.reply.set_choices([*vocabulary_choices(LIST_REPLY, Reply), none])
        self.reply.set_code(Reply.ACKNOWLEDGED)
        self.replied = ShortDate(kit, lambda t: t.say("Answered on"), not_after=today)
        self.words = TextArea(kit, lambda t: t.say("Their words"), most=MOST, lines=3)
        self.by = SourcePicker(kit, source_search(work))
        self.document = LineEdit(kit, lambda t: t.say("Number of the letter"))
        self.official = QCheckBox()
        kit.bind(
            self.official,
            self.official.setText,
            lambda t: t.say("An authority notified the death in writing"),
        )
        self.events = QCheckBox()
        self.events.setChecked(True)
        kit.bind(
            self.events, self.events.setText, lambda t: t.say("Record it in the files of the men")
        )
        self.told = Label(kit, "", role=Role.TEXT2, wrap=True)
        self._date_field = Field(kit, lambda t: t.say("Answered on"), self.replied)
        self._reply_field = Field(kit, lambda t: t.say("What was answered"), self.reply)
        self._by_field = Field(kit, self._asked_by(), self.by, beside=self.by.new_button)
        self._lay_out()
        self.reply.code_changed.connect(self._tell)
        self.official.toggled.connect(self._tell)
        self.events.toggled.connect(self._tell)
        self._tell()
        self.reply.setFocus()

    def give(self) -> None:
        """Keep the answer."""
        self._date_field.accept()
        self._reply_field.accept()
        self._by_field.accept()
        try:
            replied = self.replied.value()
        except NotADate:
            self.replied.setFocus()
            return
        if self.words.too_long:
            self.words.setFocus()
            return
        faults = self._by().faults() if self._by().is_named else []
        if faults:
            self._by_field.refuse(lambda t: fault_sentence(faults[0], t))
            return
        request = ReplyRows(
            version_id=self._page.version.id,
            row_ids=tuple(row.id for row in self._rows),
            reply=self._reply(),
            replied=replied,
            words=self.words.text().strip(),
            answered_by=self._by().said_by().source if self._by().is_named else None,
            document=self.document.text().strip(),
            official_notice=self.official.isChecked() and self._is_death(),
            record_events=self.events.isChecked(),
        )
        self.button.setEnabled(False)
        self._work.write(lambda uow: reply_rows(uow, request), self._kept, self._failed)

    # --- building

    def _lay_out(self) -> None:
        kit, count = self._work.kit, len(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(kit, lambda t: t.say("Record replies"), Size.L, strong=True))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say_n(
                    "{n} row of {list}", "{n} rows of {list}", count, list=self._page.version.named
                ),
                role=Role.TEXT2,
            )
        )
        column.addWidget(self._reply_field)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self._date_field, 1, Qt.AlignmentFlag.AlignTop)
        number = Field(kit, lambda t: t.say("Number of the letter"), self.document)
        pair.addWidget(number, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(pair)
        column.addWidget(Field(kit, lambda t: t.say("Their words"), self.words))
        column.addWidget(self._by_field)
        column.addWidget(self.official)
        column.addWidget(self.events)
        column.addWidget(self.told)
        away = way_out(kit, self)
        self.button = primary(kit, lambda t: t.say("Keep the reply"), key="Ctrl+Enter")
        self.button.clicked.connect(self.give)
        column.addLayout(sheet_foot(away, self.button))
        self.setFixedWidth(kit.theme.scaled(540))
        GrowsWithWords(self)

    # --- saying beforehand

    def _asked_by(self) -> Words:
        """Ask who answered: of a list that came in its issuer did, unless another is named."""
        if self._page.list.direction is ListDirection.IN and self._page.list.issuer is not None:
            return lambda t: t.say("Who answered, if not the issuer of the list")
        return lambda t: t.say("Who answered")

    def _by(self) -> SourceDraft:
        return self.by.draft(SourceDraft())

    def _reply(self) -> Reply | None:
        code = self.reply.code()
        return code if isinstance(code, Reply) else None

    def _is_death(self) -> bool:
        return self._reply() is Reply.DECEASED

    def _tell(self, *_: object) -> None:
        """Say which events will be recorded for how many men."""
        self.official.setVisible(self._is_death())
        self.events.setVisible(self._reply() is not None)
        self.told.set_words(self._sentence)

    def _sentence(self, t: Translator) -> str:
        reply = self._reply()
        men = sum(1 for row in self._rows if row.tied)
        others = len(self._rows) - men
        if reply is None:
            return t.say_n(
                "The reply of {n} row is taken back, with the event it led to. Write why.",
                "The replies of {n} rows are taken back, with the events they led to. Write why.",
                len(self._rows),
            )
        if not self.events.isChecked() or not men:
            return t.say_n(
                "The reply is kept at {n} row; no event is recorded.",
                "The reply is kept at {n} rows; no event is recorded.",
                len(self._rows),
            )
        code = reply_code(reply, official_notice=self.official.isChecked())
        told = t.say_n(
            "“{event}” is recorded for {n} man, with the list as its source.",
            "“{event}” is recorded for {n} men, with the list as its source.",
            men,
            event=label("event", code.value, t.lang),
        )
        if not others:
            return told
        rest = t.say_n(
            "{n} row is tied to nobody: there the reply is kept at the row alone.",
            "{n} rows are tied to nobody: there the reply is kept at the row alone.",
            others,
        )
        return f"{told} {rest}"

    # --- answers

    def _kept(self, outcome: Outcome[ReplyDone]) -> None:
        done = outcome.value
        self.accept()
        self._work.messages.done(
            lambda t: t.say_n(
                "The reply is kept; {n} event recorded.",
                "The reply is kept; {n} events recorded.",
                done.recorded,
            ),
            undo=self._undo.take_back,
        )

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if isinstance(error, HomewardError):
            told = error
            of_source = error.data.get("field") == "source"
            (self._by_field if of_source else self._reply_field).refuse(lambda t: sentence(told, t))
        else:
            self.reject()
            self._work.messages.failed(error)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            return
        super().keyPressEvent(event)

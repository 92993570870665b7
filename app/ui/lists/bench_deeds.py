"""Decide about the rows of a list: one after another, in the order in which keys were pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.services.lists.decisions import accept_sure_rows, decide_row, note_row
from app.services.lists.typing import change_typed_row
from app.shapes.changes import Outcome
from app.shapes.lists import RowView, SureDone
from app.shapes.requests.lists import (
    ChangeTypedRow,
    DecideRow,
    NoteRow,
    RowDecided,
    RowDecision,
    TypedRow,
)
from app.ui.cases.undo import Undo
from app.ui.lists.find_man import FindMan
from app.ui.lists.note_sheet import NoteSheet
from app.ui.lists.words import row_words
from app.ui.widgets.kit import Words
from app.ui.work import Work

type Failed = Callable[[Exception], object]


class BenchDeeds:
    """What can be done to a row; each says what was done and offers to take it back."""

    def __init__(self, work: Work, undo: Undo) -> None:
        self._work = work
        self._undo = undo

    def decide(
        self,
        row: RowView,
        decision: RowDecision,
        failed: Failed,
        *,
        case_id: UUID | None = None,
        tier: int | None = None,
    ) -> None:
        """Keep what was decided of a row."""
        request = DecideRow(row.id, row.version, decision, case_id, tier)

        def done(outcome: Outcome[RowDecided]) -> None:
            self._told(_decided_words(decision, row, outcome.value))

        self._work.write(lambda uow: decide_row(uow, request), done, failed)

    def accept_sure(self, version_id: UUID, men: Sequence[UUID], failed: Failed) -> None:
        """Accept every row that can mean one man only, of those whom a person saw proposed."""
        if not men:
            self._work.messages.done(
                lambda t: t.say("No open row is sure: look at them one by one.")
            )
            return

        def done(outcome: Outcome[SureDone]) -> None:
            sure = outcome.value
            self._told(
                lambda t: t.say_n(
                    "{n} row accepted; {left} still open.",
                    "{n} rows accepted; {left} still open.",
                    sure.accepted,
                    left=t.number(sure.left_open),
                )
            )

        self._work.write(lambda uow: accept_sure_rows(uow, version_id, men), done, failed)

    def ask_who(self, row: RowView, host: QWidget, then: Callable[[UUID], object]) -> FindMan:
        """Ask which man of the register a row means."""
        sheet = FindMan(self._work, row_words(row)[0], host)
        sheet.found.connect(then)
        sheet.open()
        return sheet

    def ask_note(self, row: RowView, host: QWidget, failed: Failed) -> NoteSheet:
        """Ask for a remark of our own at a row, and keep it."""

        def keep(note: str) -> None:
            request = NoteRow(row.id, row.version, note)
            self._work.write(
                lambda uow: note_row(uow, request),
                lambda _: self._told(lambda t: t.say("The note is kept.")),
                failed,
            )

        sheet = NoteSheet(self._work.kit, row_words(row)[0], row.note, host)
        sheet.given.connect(keep)
        sheet.open()
        return sheet

    def correct(
        self, row: RowView, typed: TypedRow, done: Callable[[], object], failed: Failed
    ) -> None:
        """Keep what a typed row should have said."""
        request = ChangeTypedRow(row.id, row.version, typed)

        def kept(_: Outcome[None]) -> None:
            self._told(lambda t: t.say("Row {row} is corrected.", row=t.number(row.row_no)))
            done()

        self._work.write(lambda uow: change_typed_row(uow, request), kept, failed)

    def _told(self, words: Words) -> None:
        self._work.messages.done(words, undo=self._undo.take_back)


def _decided_words(decision: RowDecision, row: RowView, done: RowDecided) -> Words:
    number = row.row_no
    match decision:
        case RowDecision.ACCEPT:
            return lambda t: t.say(
                "Row {row} is {number}.", row=t.number(number), number=done.number
            )
        case RowDecision.PROVISIONAL:
            return lambda t: t.say(
                "Row {row}: a provisional person was opened, {number}.",
                row=t.number(number),
                number=done.number,
            )
        case RowDecision.NOT_HIM:
            return lambda t: t.say("Row {row}: he is not proposed again.", row=t.number(number))
        case RowDecision.NO_MATCH:
            return lambda t: t.say("Row {row}: nobody of ours.", row=t.number(number))
        case RowDecision.NOT_A_MAN:
            return lambda t: t.say("Row {row}: not a man.", row=t.number(number))
    return lambda t: t.say("Row {row} is open again.", row=t.number(number))

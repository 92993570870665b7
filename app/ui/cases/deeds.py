"""Do to a case what its file offers: withdraw, prefer, close, reopen; say it, offer to undo it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any  # what a use case answers is not looked at here
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.services.cases.cases import close_case, reopen_case
from app.services.cases.events import prefer_account, withdraw_assertion, withdraw_event
from app.services.desk.bin import put_into_bin
from app.shapes.case_file import AssertionView, CaseFile, EventView
from app.shapes.changes import Outcome
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import CloseCase, ReopenCase
from app.shapes.requests.evidence import PreferAccount, WithdrawAssertion, WithdrawEvent
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.cases.undo import Undo
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.vocabulary import codes, label
from models.vocabulary.accounts import ClosureReason


class Deeds:
    """What can be done from a case file, each with its sheet, its sentence and its undo."""

    def __init__(self, work: Work, undo: Undo) -> None:
        self._work = work
        self._undo = undo

    def withdraw(self, event: EventView, host: QWidget) -> ReasonSheet:
        """Ask why, then take an event back; it stays visible, struck through."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Withdraw this event"),
            lambda t: t.say(
                "“{event}” stays in the file, struck through, and no longer counts.",
                event=label("event", event.code.value, t.lang),
            ),
            lambda t: t.say("Withdraw"),
            host,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda uow: withdraw_event(uow, WithdrawEvent(event.id, event.version, given.text))
            ),
            lambda t: t.say("Event withdrawn."),
        )

    def withdraw_word(self, assertion: AssertionView, host: QWidget) -> ReasonSheet:
        """Ask why, then take back what a source is recorded to have said."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Withdraw what a source said"),
            lambda t: t.say(
                "The word of “{source}” stays in the file, struck through, and no longer counts.",
                source=assertion.source.shown(t.lang),
            ),
            lambda t: t.say("Withdraw"),
            host,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda uow: withdraw_assertion(
                    uow, WithdrawAssertion(assertion.id, assertion.version, given.text)
                )
            ),
            lambda t: t.say("Word of the source withdrawn."),
        )

    def close(self, file: CaseFile, host: QWidget) -> ReasonSheet:
        """Ask for one of the allowed reasons, then close the case."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Close this case"),
            lambda t: t.say("A closed case stays in the register and can be opened again."),
            lambda t: t.say("Close the case"),
            host,
            choices=[(code, _closure_words(code)) for code in codes("closure_reason")],
            must_say=False,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda uow: close_case(
                    uow,
                    CloseCase(file.case_id, file.version, ClosureReason(given.code), given.text),
                )
            ),
            lambda t: t.say("Case closed."),
        )

    def reopen(self, file: CaseFile, host: QWidget) -> ReasonSheet:
        """Ask why, then open a closed case again."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Open this case again"),
            lambda t: t.say("The search goes on; who opened it again and why is kept."),
            lambda t: t.say("Open again"),
            host,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda uow: reopen_case(uow, ReopenCase(file.case_id, file.version, given.text))
            ),
            lambda t: t.say("Case opened again."),
        )

    def put_into_bin(self, case_ids: Sequence[UUID], host: QWidget) -> ReasonSheet:
        """Ask why, then put cases into the bin with everything on them."""
        wanted, many = tuple(case_ids), len(case_ids)
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Put into the bin"),
            lambda t: t.say_n(
                "{n} case leaves every list, count and paper, with everything on it. "
                "Nothing is deleted.",
                "{n} cases leave every list, count and paper, with everything on them. "
                "Nothing is deleted.",
                many,
            ),
            lambda t: t.say("Into the bin"),
            host,
        )
        return self._run(
            sheet,
            lambda given: lambda uow: put_into_bin(uow, PutIntoBin(wanted, given.text)),
            lambda t: t.say_n("{n} case lies in the bin.", "{n} cases lie in the bin.", many),
        )

    def prefer(self, event: EventView, assertion_id: UUID | None) -> None:
        """Decide between accounts of an event, or leave it open."""
        request = PreferAccount(event.id, event.version, assertion_id)
        words: Words = (
            (lambda t: t.say("The accounts stand side by side again."))
            if assertion_id is None
            else (lambda t: t.say("This account is preferred; the other one stays beside it."))
        )
        self._work.write(lambda uow: prefer_account(uow, request), self._told(words))

    def _run(
        self,
        sheet: ReasonSheet,
        use_case: Callable[[Given], Callable[[Any], Outcome[Any]]],
        words: Words,
    ) -> ReasonSheet:
        told = self._told(words)

        def done(outcome: Outcome[Any]) -> None:
            sheet.accept()
            told(outcome)

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                sheet.refuse(lambda t: sentence(error, t))
            else:
                sheet.reject()
                self._work.messages.failed(error)

        def given(answer: Given) -> None:
            self._work.write(use_case(answer), done, failed)

        sheet.given.connect(given)
        sheet.open()
        return sheet

    def _told(self, words: Words) -> Callable[[Outcome[Any]], None]:
        def done(_: Outcome[Any]) -> None:
            self._work.messages.done(words, undo=self._undo.take_back)

        return done


def _closure_words(code: str) -> Words:
    return lambda t: label("closure_reason", code, t.lang)

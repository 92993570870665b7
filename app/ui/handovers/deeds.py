"""Do what an arrival or a handover offers: ask why where it must be asked, say it, offer undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any  # what a use case answers is not looked at here
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.services.cases.cases import close_case
from app.services.handovers.arrivals import match_arrival, waive_step, withdraw_arrival
from app.services.handovers.handovers import close_handover, reopen_handover
from app.shapes.changes import Outcome
from app.shapes.handovers import ArrivalView, HandoverPage
from app.shapes.requests.cases import CloseCase
from app.shapes.requests.handovers import (
    CloseHandover,
    MatchArrival,
    ReopenHandover,
    WaiveStep,
    WithdrawArrival,
)
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.forms.saved import tell_saved
from app.ui.likeness.choose_other import ChooseOther
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.vocabulary import label
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.handovers import ArrivalStep

type UseCase = Callable[[Any], Outcome[Any]]


class HandoverDeeds:
    """The deeds of one window on handovers; each gives the sheet it asks with."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def waive(self, arrival: ArrivalView, step: ArrivalStep, host: QWidget) -> ReasonSheet:
        """Ask why a step does not apply to him."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say(
                "“{step}” does not apply", step=label("arrival_step", step.value, t.lang)
            ),
            lambda t: t.say("The step then counts as passed; the reason stands beside it."),
            lambda t: t.say("Does not apply"),
            host,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda u: waive_step(u, WaiveStep(arrival.id, arrival.version, step, given.text))
            ),
            lambda t: t.say("The step does not apply to him."),
        )

    def withdraw(self, arrival: ArrivalView, host: QWidget) -> ReasonSheet:
        """Ask why, then take an arrival back."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("He did not come"),
            lambda t: t.say(
                "The arrival stays on the page, struck through, and so does what his file says of "
                "this handover. A provisional file that was opened for him stays; put it into the "
                "bin if nobody stands behind it."
            ),
            lambda t: t.say("Withdraw the arrival"),
            host,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda u: withdraw_arrival(
                    u, WithdrawArrival(arrival.id, arrival.version, given.text)
                )
            ),
            lambda t: t.say("The arrival is withdrawn."),
        )

    def close_file(self, arrival: ArrivalView, host: QWidget) -> ReasonSheet:
        """Close his case because he is home."""
        case_id, version = arrival.case_id, arrival.case_version
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Close the case"),
            lambda t: t.say("He is home, his identity is verified and his family knows."),
            lambda t: t.say("Close the case"),
            host,
            must_say=False,
        )

        def use_case(given: Given) -> UseCase:
            if case_id is None:
                raise ValueError("a hidden case is not closed from here")
            request = CloseCase(case_id, version, ClosureReason.REPATRIATED_VERIFIED, given.text)
            return lambda u: close_case(u, request)

        return self._run(sheet, use_case, lambda t: t.say("The case is closed."))

    def close(self, page: HandoverPage, host: QWidget) -> ReasonSheet:
        """Close a handover; where somebody is not through, it is said who and what is missing."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Close {number}", number=page.number),
            lambda t: t.say(
                "Everybody who came must be through the checklist; what does not apply to somebody "
                "is said with its reason."
            ),
            lambda t: t.say("Close the handover"),
            host,
            must_say=False,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda u: close_handover(u, CloseHandover(page.id, page.version, given.text))
            ),
            lambda t: t.say("The handover is closed."),
        )

    def reopen(self, page: HandoverPage, host: QWidget) -> ReasonSheet:
        """Ask why, then open a closed handover again."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Open {number} again", number=page.number),
            lambda t: t.say("Who came can then be changed again."),
            lambda t: t.say("Open again"),
            host,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda u: reopen_handover(u, ReopenHandover(page.id, page.version, given.text))
            ),
            lambda t: t.say("The handover is open again."),
        )

    def find_man(self, arrival: ArrivalView, host: QWidget) -> None:
        """Say who he is: side by side for a provisional file, else by choosing another man."""
        if arrival.case_id is None:
            return
        likeness = self._work.doors.likeness
        if arrival.provisional and likeness is not None:
            likeness.compare_with_another(arrival.case_id, arrival.name_as_told)
            return
        sheet = ChooseOther(self._work, arrival.case_id, arrival.name_as_told, host)
        sheet.found.connect(lambda case_id: self._match(arrival, case_id))
        sheet.open()

    def _match(self, arrival: ArrivalView, case_id: UUID) -> None:
        request = MatchArrival(arrival.id, arrival.version, case_id)
        self._work.write(
            lambda u: match_arrival(u, request),
            lambda _: tell_saved(self._work, lambda t: t.say("The arrival is tied to this man.")),
        )

    def _run(
        self, sheet: ReasonSheet, use_case: Callable[[Given], UseCase], words: Words
    ) -> ReasonSheet:
        def done(_: Outcome[Any]) -> None:
            sheet.accept()
            tell_saved(self._work, words)

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                sheet.refuse(lambda t: sentence(error, t))
            else:
                sheet.reject()
                self._work.messages.failed(error)

        sheet.given.connect(lambda given: self._work.write(use_case(given), done, failed))
        sheet.open()
        return sheet

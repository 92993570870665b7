"""Take back a consent or a call that was logged: ask why, do it, offer to undo it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any  # what a use case answers is not looked at here

from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.services.families.consents import withdraw_consent
from app.services.families.contacts import withdraw_contact
from app.shapes.changes import Outcome
from app.shapes.families import ConsentView, ContactView
from app.shapes.requests.families import WithdrawConsent, WithdrawContact
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.forms.saved import tell_saved
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.visible_text import visible


class FamilyDeeds:
    """What can be done to what is kept of a family."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def take_consent_back(self, view: ConsentView, host: QWidget) -> ReasonSheet:
        """Ask why, then note that a consent was taken back."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Take this consent back"),
            lambda t: t.say(
                "The consent of {name} stays in the file with all its answers, and allows nothing "
                "from now on.",
                name=visible(view.by),
            ),
            lambda t: t.say("Take it back"),
            host,
        )
        return self._run(
            sheet,
            lambda why: (
                lambda uow: withdraw_consent(uow, WithdrawConsent(view.id, view.version, why))
            ),
            lambda t: t.say("The consent is taken back."),
        )

    def take_contact_back(self, view: ContactView, host: QWidget) -> ReasonSheet:
        """Ask why, then take back a call that was logged by mistake."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Take this entry back"),
            lambda t: t.say("It stays in the file, struck through, and no longer counts."),
            lambda t: t.say("Take it back"),
            host,
        )
        return self._run(
            sheet,
            lambda why: (
                lambda uow: withdraw_contact(uow, WithdrawContact(view.id, view.version, why))
            ),
            lambda t: t.say("The entry is taken back."),
        )

    def _run(
        self,
        sheet: ReasonSheet,
        use_case: Callable[[str], Callable[[Any], Outcome[Any]]],
        words: Words,
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

        def given(answer: Given) -> None:
            self._work.write(use_case(answer.text), done, failed)

        sheet.given.connect(given)
        sheet.open()
        return sheet

"""Hang the form of decisions by hand in a window, and lift a decision with its reason."""

from __future__ import annotations

from uuid import UUID

from app.errors import HomewardError
from app.queries.cases.file import case_file
from app.queries.cases.overrides import preview_lift
from app.services.cases.overrides import lift_override
from app.shapes.changes import Outcome
from app.shapes.overrides import OverrideView
from app.shapes.requests.cases import LiftOverride
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.decisions.decision_form import PLACE, Deciding, DecisionForm
from app.ui.forms.saved import tell_saved
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.work import Work
from app.wording.decisions import set_words
from app.wording.errors import sentence
from app.wording.status_words import headline_words
from models.codebook import Status
from models.vocabulary.roles import Action, may


class DecisionsDoor:
    """Leads to the form of a decision by hand and to the sheet that lifts one."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        self.sheet: ReasonSheet | None = None
        window.add_section(
            Section(
                PLACE,
                lambda t: t.say("Decide by hand"),
                "edit",
                self._make_form,
                hidden=True,
                parent="cases",
            )
        )

    def may_decide(self) -> bool:
        """Tell whether the person at work may set and lift a status by hand."""
        return may(self._work.workspace.actor.roles, Action.OVERRIDE_STATUS)

    def open_decision(self, case_id: UUID, anew: OverrideView | None = None) -> None:
        """Open the form of a decision by hand; `anew`: with one that is to be reviewed."""
        if not self.may_decide():
            self._work.messages.done(lambda t: t.say("Only supervisors decide by hand."))
            return
        self._work.read(
            lambda reader: Deciding(case_file(reader, case_id), anew),
            lambda intention: self._window.open_page(PLACE, intention),
        )

    def lift(self, view: OverrideView) -> None:
        """Say what holds without a decision by hand, ask why and lift it."""
        self._work.read(
            lambda reader: preview_lift(reader, view.id), lambda then: self._ask(view, then)
        )

    def _ask(self, view: OverrideView, then: Status) -> None:
        work = self._work
        sheet = self.sheet = ReasonSheet(
            work.kit,
            lambda t: t.say("Lift this decision"),
            lambda t: t.say(
                "It no longer holds: {decision}. The headline will be: {headline}. The decision "
                "and the reason for lifting it stay in the history.",
                decision=set_words(view, t),
                headline=headline_words(then, t),
            ),
            lambda t: t.say("Lift"),
            self._window,
        )

        def done(_: Outcome[None]) -> None:
            sheet.accept()
            tell_saved(work, lambda t: t.say("The decision is lifted."))

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                sheet.refuse(lambda t: sentence(error, t))
            else:
                sheet.reject()
                work.messages.failed(error)

        def given(answer: Given) -> None:
            request = LiftOverride(view.id, view.version, answer.text)
            work.write(lambda uow: lift_override(uow, request), done, failed)

        sheet.given.connect(given)
        sheet.open()

    def _make_form(self) -> DecisionForm:
        form = DecisionForm(self._work)
        form.left.connect(self._window.back)
        return form


def hang_decisions(window: MainWindow, work: Work) -> None:
    """Add the form of decisions by hand to a window and hang its door."""
    work.doors.decisions = DecisionsDoor(window, work)

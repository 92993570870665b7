"""Change whom a draft asks about: men are chosen in a sheet, one is taken out with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import override
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.services.submissions.submissions import add_people, drop_man
from app.shapes.changes import Outcome
from app.shapes.submissions import AskedMan, SubmissionPage
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.events.others_edit import OthersEdit
from app.ui.forms.saved import tell_saved
from app.ui.forms.searches import men_search
from app.ui.shell.messages import Problem
from app.ui.widgets.sheet import Sheet
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.submissions import submission_sentence
from app.wording.visible_text import visible
from models.codebook.submission_steps import why_he_stays

_MEN_FOUND = 170  # the room of the list in which they are offered


class MenSheet(Sheet):
    """Asks about whom a draft is to ask as well; `given` carries their cases."""

    def __init__(self, work: Work, page: SubmissionPage, host: QWidget) -> None:
        super().__init__(
            work.kit,
            lambda t: t.say("Add men to {number}", number=page.line.number),
            lambda t: t.say("They are found by name, in any script, or by number."),
            lambda t: t.say("Add them"),
            host,
        )
        self.men = OthersEdit(work.kit, men_search(work))
        self.body.addWidget(self.men)
        self.body.addSpacing(work.kit.theme.scaled(_MEN_FOUND))
        self.men.setFocus()

    @override
    def give(self) -> None:
        if self.men.typed():
            self.refuse(lambda t: t.say("Choose the man from the list, or empty the field."))
        else:
            self.hand_on(tuple(UUID(man.key) for man in self.men.named()))


class SubmissionDeeds:
    """What can be done on the page of a submission without a form of its own."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add_men(self, page: SubmissionPage, host: QWidget) -> MenSheet | None:
        """Ask about whom a draft is to ask as well; None where it can no longer be changed."""
        if self._refused(why_he_stays([step.kind for step in page.steps])):
            return None
        sheet = MenSheet(self._work, page, host)

        def added(outcome: Outcome[tuple[UUID, ...]]) -> None:
            sheet.accept()
            men = len(outcome.value)
            tell_saved(
                self._work, lambda t: t.say_n("{n} man is added.", "{n} men are added.", men)
            )

        def add(cases: tuple[UUID, ...]) -> None:
            line = page.line
            self._work.write(
                lambda uow: add_people(uow, line.id, line.version, cases),
                added,
                self._failed(sheet),
            )

        sheet.given.connect(add)
        sheet.open()
        return sheet

    def take_out(self, page: SubmissionPage, man: AskedMan, host: QWidget) -> ReasonSheet | None:
        """Ask why, then ask no longer about a man; None where he stays."""
        kinds = [step.kind for step in page.steps]
        if self._refused(why_he_stays(kinds, man.reply, man.measure)):
            return None
        name = visible(man.name) or man.number
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Take {name} out of the submission", name=name),
            lambda t: t.say("His file stays as it is; only this draft no longer asks about him."),
            lambda t: t.say("Take out"),
            host,
        )

        def taken(_: Outcome[None]) -> None:
            sheet.accept()
            tell_saved(self._work, lambda t: t.say("The draft no longer asks about {name}.",
                                                   name=name))  # fmt: skip

        def take(given: Given) -> None:
            line = page.line
            self._work.write(
                lambda uow: drop_man(uow, line.id, line.version, man.case_id, given.text),
                taken,
                self._failed(sheet),
            )

        sheet.given.connect(take)
        sheet.open()
        return sheet

    def _refused(self, why: str | None) -> bool:
        """Tell why whom it asks about can no longer be changed, before anything is asked."""
        if why is not None:
            self._work.messages.problem(
                Problem(lambda t: submission_sentence({"reason": why}, t), "", "", why)
            )
        return why is not None

    def _failed(self, sheet: Sheet) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                coded = error
                sheet.refuse(lambda t: sentence(coded, t))
            else:
                sheet.reject()
                self._work.messages.failed(error)

        return failed

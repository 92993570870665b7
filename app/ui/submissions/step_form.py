"""The form of a step: a submission went out, was received, put off, answered in general, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.jobs.papers.submission_papers import read_paper
from app.services.submissions.steps import take_step
from app.shapes.changes import Outcome
from app.shapes.submissions import SubmissionPage
from app.ui.events.who_says_so import LANGUAGES
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.short_date import ShortDate
from app.ui.forms.typed import shown_typed
from app.ui.submissions.drafts import StepDraft
from app.ui.submissions.form_parts import PaperPick
from app.ui.theme.palette import Role
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.submissions import events_words
from app.wording.vocabulary import label
from models.codebook.submission_steps import events_of_sending
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.submissions import StepKind

PLACE = "submission_step"


@dataclass(frozen=True, slots=True)
class Stepping:
    """The next step of a submission."""

    page: SubmissionPage
    form = "take_submission_step"


class StepForm(DraftedForm[Stepping, StepDraft]):
    """The form of a step."""

    opened_with = (Stepping,)
    shape = StepDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=Stepping.form, save_words=lambda t: t.say("Save step")
        )
        self._build()
        self.title.set_words(lambda t: t.say("Next step of the submission"))
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.kind = ChoiceRow(
            kit,
            lambda t: t.say("What happened"),
            [(kind.value, _kind_words(kind)) for kind in _OFFERED],
        )
        self.foretold = Label(kit, "", role=Role.TEXT2, wrap=True)
        self.occurred = ShortDate(kit, lambda t: t.say("On which day"), not_after=today)
        self.due_on = ShortDate(kit, lambda t: t.say("Answer due"))
        self.reference = LineEdit(kit, lambda t: t.say("Reference"))
        self.words = TextArea(kit, lambda t: t.say("Exact words"), most=20000, lines=4)
        self.lang = Combo(kit, lambda t: t.say("Language of the words"))
        self.lang.set_choices(LANGUAGES)
        self.reason = LineEdit(kit, lambda t: t.say("Reason"))
        self.paper = PaperPick(kit)
        what = self.section(lambda t: t.say("What happened"))
        what.add(self.enter("kind", self.kind))
        what.add(self.foretold)
        when = self.section(lambda t: t.say("When"))
        when.add_row(
            (self.enter("occurred", self.occurred, lambda t: t.say("On which day")), 1),
            (self.enter("due_on", self.due_on, lambda t: t.say("Answer due")), 1),
            (QWidget(), 1),
        )
        said = self.section(lambda t: t.say("What was said"))
        said.add(self.enter("words", self.words, lambda t: t.say("Exact words")))
        said.add(self.lang)
        said.add(self.enter("reference", self.reference, lambda t: t.say("Reference")))
        said.add(self.enter("reason", self.reason, lambda t: t.say("Reason or remark")))
        said.add(self.enter("file", self.paper))
        for signal in (
            self.kind.chosen,
            self.occurred.changed,
            self.due_on.changed,
            self.reference.textChanged,
            self.words.changed,
            self.lang.code_changed,
            self.reason.textChanged,
            self.paper.changed,
        ):
            signal.connect(self.touched)
        self.kind.chosen.connect(self._foretell)

    @override
    def first_field(self) -> None:
        self.occurred.setFocus()

    @override
    def start(self, intention: Stepping) -> None:
        self.intention = intention
        page = intention.page
        self.back.set_words(page.line.number)
        today = shown_typed(PartialDate.on(self.work.workspace.clock.today()))
        draft = StepDraft(occurred=today)
        if page.line.sent.is_known:
            draft = replace(draft, kind=StepKind.RECEIPT)
        elif page.line.due_on is not None:
            draft = replace(draft, due_on=shown_typed(PartialDate.on(page.line.due_on)))
        self.show_draft(draft)
        self.begin(str(page.line.id))
        self._foretell()

    def _foretell(self, *_: object) -> None:
        """Say beforehand what will be recorded when it went out."""
        page = self.intention.page if self.intention is not None else None
        going = page is not None and self.kind.code() == StepKind.SENT
        self.foretold.setVisible(going)
        if page is None or not going:
            return
        line = page.line
        found = events_of_sending(line.body, line.kind, with_list=page.list_version_id is not None)
        self.foretold.set_words(
            lambda t: (
                events_words(found, line.men, t)
                if found
                else t.say("Nothing is recorded in the files of the men by sending this.")
            )
        )

    @override
    def draft(self) -> StepDraft:
        return StepDraft(
            kind=StepKind(self.kind.code()),
            occurred=self.occurred.text().strip(),
            due_on=self.due_on.text().strip(),
            reference=self.reference.text().strip(),
            words=self.words.text().strip(),
            words_lang=str(self.lang.code() or ""),
            reason=self.reason.text().strip(),
            file=self.paper.path(),
        )

    @override
    def fill(self, draft: StepDraft) -> None:
        self.kind.choose(draft.kind.value)
        self.occurred.set_text(draft.occurred)
        self.due_on.set_text(draft.due_on)
        self.reference.setText(draft.reference)
        self.words.set_text(draft.words)
        self.lang.set_code(draft.words_lang)
        self.reason.setText(draft.reason)
        self.paper.set_path(draft.file)

    @override
    def write(self, intention: Stepping, draft: StepDraft) -> None:
        request = draft.request(intention.page)
        self.work.write(
            lambda uow: take_step(uow, replace(request, paper=read_paper(draft.file))),
            self._saved,
            self.refuse_error,
        )

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The step is noted."))


_OFFERED = (
    StepKind.SENT,
    StepKind.RECEIPT,
    StepKind.EXTENDED,
    StepKind.REMINDED,
    StepKind.ANSWERED,
    StepKind.NOTE,
    StepKind.CLOSED,
)


def _kind_words(kind: StepKind) -> Words:
    return lambda t: label("step_kind", kind.value, t.lang)

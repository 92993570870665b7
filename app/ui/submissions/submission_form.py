"""The form of a submission: to whom, what is asked, about whom, until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.jobs.papers.submission_papers import read_paper
from app.queries.submissions.periods import men_in_brief
from app.services.submissions.submissions import change_submission, open_submission
from app.shapes.changes import Outcome
from app.shapes.requests.submissions import ChangeSubmission, OpenSubmission
from app.shapes.submissions import SubmissionPage
from app.ui.events.draft import OtherMan
from app.ui.events.others_edit import OthersEdit
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.entry import Entry
from app.ui.forms.searches import men_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.submissions.drafts import SubmissionDraft
from app.ui.submissions.form_parts import PaperPick, tick
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.work import Work
from models.vocabulary.accounts import Channel
from models.vocabulary.submissions import Body, SubmissionKind

PLACE = "submission_form"


@dataclass(frozen=True, slots=True)
class OpeningSubmission:
    """A new submission about these men; `follows` is the first one it goes on with."""

    case_ids: tuple[UUID, ...] = ()
    follows: SubmissionPage | None = None
    form = "open_submission"


@dataclass(frozen=True, slots=True)
class ChangingSubmission:
    """A submission that is to be said anew."""

    page: SubmissionPage
    form = "change_submission"


type Intention = OpeningSubmission | ChangingSubmission


class SubmissionForm(DraftedForm[Intention, SubmissionDraft]):
    """The form of a submission."""

    opened_with = (OpeningSubmission, ChangingSubmission)
    shape = SubmissionDraft

    def __init__(self, work: Work, show: Callable[[UUID], object]) -> None:
        super().__init__(
            work,
            PLACE,
            draft_form=OpeningSubmission.form,
            save_words=lambda t: t.say("Save submission"),
        )
        self._show_page = show
        self._build()
        self.more_button.hide()

    def _build(self) -> None:
        kit = self.kit
        self.body = Combo(kit, lambda t: t.say("To whom"))
        self.body.set_choices(vocabulary_choices("body", Body))
        self.body_name = LineEdit(
            kit, lambda t: t.say("Name of the body"), hint=lambda t: t.say("its name, if another")
        )
        self.kind = Combo(kit, lambda t: t.say("What it is"))
        self.kind.set_choices(vocabulary_choices("submission_kind", SubmissionKind))
        self.channel = Combo(kit, lambda t: t.say("Through whom"))
        self.channel.set_choices(vocabulary_choices("channel", Channel))
        self.subject = LineEdit(kit, lambda t: t.say("Subject"))
        self.men = OthersEdit(kit, men_search(self.work))
        self.text = TextArea(kit, lambda t: t.say("Text"), most=20000, lines=5)
        self.reference = LineEdit(kit, lambda t: t.say("Our reference"))
        self.applicant = LineEdit(kit, lambda t: t.say("Applicant"))
        self.signed_by = LineEdit(kit, lambda t: t.say("Signed by"))
        self.sealed = tick(kit, lambda t: t.say("It bears a seal"))
        self.due_on = ShortDate(kit, lambda t: t.say("Answer due"))
        self.paper = PaperPick(kit)
        self.remark = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        whom = self.section(lambda t: t.say("To whom"))
        whom.add(self.enter("body", self.body))
        whom.add(self.enter("body_name", self.body_name))
        whom.add(Entry(kit, self.channel, lambda t: t.say("Through whom")))
        what = self.section(lambda t: t.say("What is asked"))
        what.add(self.enter("kind", self.kind))
        what.add(self.enter("subject", self.subject, lambda t: t.say("Subject")))
        what.add(self.enter("text", self.text, lambda t: t.say("Text")))
        about = self.section(lambda t: t.say("About whom"))
        about.add(self.enter("men", self.men))
        paper = self.section(lambda t: t.say("The paper"))
        paper.add(self.enter("file", self.paper))
        paper.add(self.enter("our_reference", self.reference, lambda t: t.say("Our reference")))
        paper.add_row(
            (self.enter("signed_by", self.signed_by, lambda t: t.say("Signed by")), 1),
            (self.enter("applicant", self.applicant, lambda t: t.say("Applicant")), 1),
        )
        paper.add(self.sealed)
        when = self.section(lambda t: t.say("Until when"))
        when.add_row(
            (self.enter("due_on", self.due_on, lambda t: t.say("Answer due"), beside=True), 0),
            (QWidget(), 1),
        )
        note = self.section(lambda t: t.say("Remark"))
        note.add(self.enter("remark", self.remark))
        for signal in (
            self.body.code_changed,
            self.body_name.textChanged,
            self.kind.code_changed,
            self.channel.code_changed,
            self.subject.textChanged,
            self.men.changed,
            self.text.changed,
            self.reference.textChanged,
            self.applicant.textChanged,
            self.signed_by.textChanged,
            self.sealed.toggled,
            self.due_on.changed,
            self.paper.changed,
            self.remark.changed,
        ):
            signal.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.body.setFocus()

    @override
    def start(self, intention: Intention) -> None:
        self.intention = intention
        if isinstance(intention, ChangingSubmission):
            page = intention.page
            self.title.set_words(lambda t: t.say("Change the submission"))
            self.back.set_words(page.line.number)
            self.men.setEnabled(not page.line.sent.is_known)
            self.show_draft(SubmissionDraft.of(page))
            self.begin(str(page.line.id), form=intention.form)
            return
        self.men.setEnabled(True)
        first = intention.follows
        self.title.set_words(
            (lambda t: t.say("Follow-up to {number}", number=first.line.number))
            if first is not None
            else (lambda t: t.say("New submission"))
        )
        self.back.set_words(lambda t: t.say("Back"))
        draft = SubmissionDraft()
        if first is not None:
            draft = replace(
                SubmissionDraft.of(first),
                kind=SubmissionKind.FOLLOW_UP,
                due_on="",
                text="",
                our_reference="",
            )
        self.show_draft(draft)
        self.begin(str(first.line.id) if first is not None else "", form=intention.form)
        wanted = intention.case_ids
        if wanted:
            self.work.read(lambda reader: men_in_brief(reader, wanted), self._name_men)

    @Slot(object)
    def _name_men(self, found: tuple[tuple[UUID, str, str], ...]) -> None:
        self.filling = True
        self.men.show_named([OtherMan(str(one), f"{number} {name}") for one, number, name in found])
        self.filling = False

    @override
    def draft(self) -> SubmissionDraft:
        body, kind, channel = self.body.code(), self.kind.code(), self.channel.code()
        return SubmissionDraft(
            body=body if isinstance(body, Body) else Body.ICRC,
            body_name=self.body_name.text().strip(),
            kind=kind if isinstance(kind, SubmissionKind) else SubmissionKind.ENQUIRY,
            channel=channel if isinstance(channel, Channel) else Channel.OTHER,
            subject=self.subject.text().strip(),
            men=self.men.named(),
            text=self.text.text().strip(),
            our_reference=self.reference.text().strip(),
            applicant=self.applicant.text().strip(),
            signed_by=self.signed_by.text().strip(),
            sealed=self.sealed.isChecked(),
            due_on=self.due_on.text().strip(),
            remark=self.remark.text().strip(),
            file=self.paper.path(),
        )

    @override
    def fill(self, draft: SubmissionDraft) -> None:
        self.body.set_code(draft.body)
        self.body_name.setText(draft.body_name)
        self.kind.set_code(draft.kind)
        self.channel.set_code(draft.channel)
        self.subject.setText(draft.subject)
        self.men.show_named(draft.men)
        self.text.set_text(draft.text)
        self.reference.setText(draft.our_reference)
        self.applicant.setText(draft.applicant)
        self.signed_by.setText(draft.signed_by)
        self.sealed.setChecked(draft.sealed)
        self.due_on.set_text(draft.due_on)
        self.paper.set_path(draft.file)
        self.remark.set_text(draft.remark)

    @override
    def write(self, intention: Intention, draft: SubmissionDraft) -> None:
        if isinstance(intention, ChangingSubmission):
            page = intention.page
            self.work.write(
                lambda uow: change_submission(
                    uow,
                    ChangeSubmission(
                        page.line.id,
                        page.line.version,
                        draft.facts(old=page),
                        paper=read_paper(draft.file),
                        case_ids=None if page.line.sent.is_known else draft.case_ids(),
                    ),
                ),
                self._changed,
                self.refuse_error,
            )
            return
        first = intention.follows
        self.work.write(
            lambda uow: open_submission(
                uow,
                OpenSubmission(
                    draft.facts(
                        follows=first.line.id if first else None,
                        incident_id=first.incident_id if first else None,
                    ),
                    draft.case_ids(),
                    paper=read_paper(draft.file),
                    source=first.source.id if first and first.source else None,
                ),
            ),
            self._opened,
            self.refuse_error,
        )

    @Slot(object)
    def _changed(self, _: Outcome[None]) -> None:
        self.saved(lambda t: t.say("The submission is changed."))

    @Slot(object)
    def _opened(self, outcome: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The submission is kept as a draft. Note the day it goes out."))
        self._show_page(outcome.value)

"""The form of an answer in bulk: about whom, the reply, its day, its exact words, its grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.errors import NeedsReason
from app.jobs.papers.submission_papers import read_paper
from app.services.submissions.answers import answer_people, decide_measures
from app.shapes.changes import Outcome
from app.shapes.requests.submissions import AnswerPeople
from app.shapes.submissions import SubmissionPage
from app.ui.events.who_says_so import LANGUAGES
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.entry import FormSection
from app.ui.forms.short_date import ShortDate
from app.ui.submissions.drafts import AnswerDraft
from app.ui.submissions.form_parts import MenTicks, PaperPick, tick
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.grade_picker import GradePicker
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.submissions import body_as_source, body_words, events_words
from app.wording.vocabulary import label
from models.codebook.submission_steps import EVENT_OF_MEASURE, Recorded, events_of_reply
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import Reply
from models.vocabulary.status import Rule39

PLACE = "submission_answer"
_ADMITS = frozenset({Reply.ACKNOWLEDGED, Reply.UNDER_PROSECUTION})


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer about some of the men, or where their interim measures stand now."""

    page: SubmissionPage
    case_ids: tuple[UUID, ...] = ()
    measures: bool = False
    form = "answer_submission"


class AnswerForm(DraftedForm[Answering, AnswerDraft]):
    """The form of an answer."""

    opened_with = (Answering,)
    shape = AnswerDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=Answering.form, save_words=lambda t: t.say("Save answer")
        )
        self._build()
        self.more_button.clicked.connect(self.save_and_more)
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.men = MenTicks(kit)
        self.reply = _choices(self, lambda t: t.say("The answer"), "list_reply", tuple(Reply))
        self.measure = _choices(
            self, lambda t: t.say("Interim measure"), "r39", tuple(EVENT_OF_MEASURE)
        )
        self.foretold = Label(kit, "", wrap=True, strong=True)
        self.said = ShortDate(kit, lambda t: t.say("Answered on"), not_after=today)
        self.due_on = ShortDate(kit, lambda t: t.say("Information due"))
        self.reference = LineEdit(kit, lambda t: t.say("Reference"))
        self.words = TextArea(kit, lambda t: t.say("Exact words"), most=20000, lines=4)
        self.lang = Combo(kit, lambda t: t.say("Language of the words"))
        self.lang.set_choices(LANGUAGES)
        self.by_name = LineEdit(kit, lambda t: t.say("Who answers"))
        self.official = tick(kit, lambda t: t.say("It is an official notification with a document"))
        self.in_writing = tick(kit, lambda t: t.say("The answer is official and in writing"))
        self.two_identifiers = tick(
            kit, lambda t: t.say("It names each man with at least two identifiers")
        )
        self.grades = GradePicker(kit)
        self.paper = PaperPick(kit)
        self.reason = LineEdit(kit, lambda t: t.say("Reason"))
        whom = self.section(lambda t: t.say("About whom"))
        whom.add(self.enter("men", self.men))
        what = self.section(lambda t: t.say("The answer"))
        what.add(self.reply)
        what.add(self.measure)
        for box in (self.official, self.in_writing, self.two_identifiers):
            what.add(box)
        what.add(self.foretold)
        said = self.section(lambda t: t.say("What was said"))
        said.add_row(
            (self.enter("said", self.said, lambda t: t.say("Answered on")), 1),
            (self.enter("reference", self.reference, lambda t: t.say("Reference")), 1),
        )
        self._due = self.enter("due_on", self.due_on, lambda t: t.say("Information due"))
        said.add_row((self._due, 1), (QWidget(), 1))
        said.add(self.enter("words", self.words, lambda t: t.say("Exact words")))
        said.add(self.lang)
        said.add(self.enter("file", self.paper))
        who = self.section(lambda t: t.say("Who answers"))
        self.speaker = Label(kit, "", wrap=True)
        who.add(self.speaker)
        who.add(
            self.enter(
                "source", self.by_name, lambda t: t.say("Somebody else answers through it: who")
            )
        )
        good = self.section(lambda t: t.say("How good is it"))
        good.add(self.grades)
        self.why: FormSection = self.section(lambda t: t.say("Why all the same"))
        self.why.add(self.enter("reason", self.reason))
        for signal in (
            self.men.changed,
            self.reply.chosen,
            self.measure.chosen,
            self.said.changed,
            self.due_on.changed,
            self.reference.textChanged,
            self.words.changed,
            self.lang.code_changed,
            self.by_name.textChanged,
            self.official.toggled,
            self.in_writing.toggled,
            self.two_identifiers.toggled,
            self.grades.changed,
            self.paper.changed,
            self.reason.textChanged,
        ):
            signal.connect(self.touched)
        for signal in (self.men.changed, self.reply.chosen, self.measure.chosen,
                       self.official.toggled):  # fmt: skip
            signal.connect(self._foretell)

    @override
    def first_field(self) -> None:
        self.men.setFocus()

    @override
    def start(self, intention: Answering) -> None:
        self.intention = intention
        page, measures = intention.page, intention.measures
        self.title.set_words(
            (lambda t: t.say("Interim measures"))
            if measures
            else (lambda t: t.say("Record an answer"))
        )
        self.back.set_words(page.line.number)
        self.why.hide()
        self.men.show_men(page.people)
        self.measure.setVisible(measures)
        self.reply.setVisible(not measures)
        self._due.setVisible(measures)
        self.speaker.set_words(lambda t: _speaker(page, t.lang) or body_words(
            page.line.body, page.line.body_name, t))  # fmt: skip
        first = Rule39.APPLIED if measures else Reply.NOT_IDENTIFIED
        self.show_draft(
            AnswerDraft(
                men=tuple(str(one) for one in intention.case_ids),
                answer=first.value,
                is_measure=measures,
            )
        )
        self.begin(f"{page.line.id}{'-measures' if measures else ''}")
        self._foretell()

    def recorded(self) -> tuple[Recorded, ...]:
        """Give what will be recorded in the file of each man who is ticked."""
        intention = self.intention
        if intention is None:
            return ()
        if intention.measures:
            return (EVENT_OF_MEASURE[Rule39(self.measure.code())],)
        page = intention.page
        return events_of_reply(
            page.line.body,
            page.line.kind,
            Reply(self.reply.code()),
            with_list=page.list_version_id is not None,
            official=self.official.isChecked(),
        )

    def _foretell(self, *_: object) -> None:
        found, men = self.recorded(), len(self.men.ticked())
        self.foretold.set_words(lambda t: events_words(found, men, t))
        measures = self.intention is not None and self.intention.measures
        reply = Reply(self.reply.code())
        self.official.setVisible(not measures and reply is Reply.DECEASED)
        for box in (self.in_writing, self.two_identifiers):
            box.setVisible(not measures and reply in _ADMITS)

    @override
    def draft(self) -> AnswerDraft:
        measures = self.intention is not None and self.intention.measures
        letter, figure = self.grades.grade()
        return AnswerDraft(
            men=self.men.ticked(),
            answer=self.measure.code() if measures else self.reply.code(),
            is_measure=measures,
            said_on=self.said.text().strip(),
            words=self.words.text().strip(),
            words_lang=str(self.lang.code() or ""),
            reference=self.reference.text().strip(),
            by_name=self.by_name.text().strip(),
            official=self.official.isChecked(),
            in_writing=self.in_writing.isChecked(),
            two_identifiers=self.two_identifiers.isChecked(),
            reliability=Reliability(letter),
            credibility=Credibility(figure),
            due_on=self.due_on.text().strip() if measures else "",
            reason=self.reason.text().strip(),
            file=self.paper.path(),
        )

    @override
    def fill(self, draft: AnswerDraft) -> None:
        self.men.set_ticked(draft.men)
        (self.measure if draft.is_measure else self.reply).choose(draft.answer)
        self.said.set_text(draft.said_on)
        self.words.set_text(draft.words)
        self.lang.set_code(draft.words_lang)
        self.reference.setText(draft.reference)
        self.by_name.setText(draft.by_name)
        self.official.setChecked(draft.official)
        self.in_writing.setChecked(draft.in_writing)
        self.two_identifiers.setChecked(draft.two_identifiers)
        self.grades.set_grade(draft.reliability, draft.credibility)
        self.due_on.set_text(draft.due_on)
        self.reason.setText(draft.reason)
        self.paper.set_path(draft.file)
        self._foretell()

    @override
    def write(self, intention: Answering, draft: AnswerDraft) -> None:
        request = draft.request(intention.page, body_as_source)
        if isinstance(request, AnswerPeople):
            answer = request
            self.work.write(
                lambda uow: answer_people(uow, replace(answer, paper=read_paper(draft.file))),
                self._saved,
                self.refuse_error,
            )
        else:
            decided = request
            self.work.write(
                lambda uow: decide_measures(uow, decided), self._saved, self.refuse_error
            )

    @override
    def refuse_error(self, error: Exception) -> None:
        if isinstance(error, NeedsReason):
            told = error
            self.busy = False
            self.why.show()
            self.refuse([("reason", lambda t: sentence(told, t))])
            return
        super().refuse_error(error)

    @Slot(object)
    def _saved(self, _: Outcome[tuple[UUID, ...]]) -> None:
        self.saved(lambda t: t.say("The answer is recorded in the file of each man."))


def _speaker(page: SubmissionPage, lang: str) -> str:
    return page.source.shown(lang) if page.source is not None else ""


def _choices(
    form: AnswerForm, name: Words, vocabulary: str, codes: Sequence[Reply | Rule39]
) -> ChoiceRow:
    def words(code: Reply | Rule39) -> Words:
        return lambda t: label(vocabulary, code.value, t.lang)

    return ChoiceRow(form.kit, name, [(code.value, words(code)) for code in codes])

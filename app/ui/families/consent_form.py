"""Keep what somebody agreed to: who, how, when, and an answer to each scope (domain.md 2.12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot

from app.services.families.consents import record_consent
from app.shapes.changes import Outcome
from app.shapes.exhibits import ExhibitRow
from app.shapes.families import FamilyPage
from app.ui.families.consent_grid import ConsentGrid
from app.ui.families.drafts import ConsentDraft
from app.ui.families.who_edit import WhoEdit, first_to_ring
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.short_date import ShortDate
from app.ui.forms.typed import shown_typed
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.visible_text import visible
from app.wording.vocabulary import codes, label
from models.vocabulary.families import ConsentForm, DataSubject
from models.vocabulary.partial_date import PartialDate

PLACE = "consent_form"
_NONE = ""


@dataclass(frozen=True, slots=True)
class RecordingConsent:
    """A consent in the case of one man, with the papers that may bear it out."""

    page: FamilyPage
    exhibits: tuple[ExhibitRow, ...] = ()
    form = "record_consent"


class ConsentFormPage(DraftedForm[RecordingConsent, ConsentDraft]):
    """The form of a consent."""

    opened_with = (RecordingConsent,)
    shape = ConsentDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work,
            PLACE,
            draft_form=RecordingConsent.form,
            save_words=lambda t: t.say("Save consent"),
        )
        self._build()
        self.title.set_words(lambda t: t.say("Record a consent"))
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.who = WhoEdit(kit, lambda t: t.say("Who answered"))
        self.answers = ConsentGrid(kit)
        self.subject = Combo(kit, lambda t: t.say("Whose data"))
        self.subject.set_choices(vocabulary_choices("data_subject", DataSubject))
        self.how = ChoiceRow(
            kit,
            lambda t: t.say("How it was given"),
            [(code, _word("consent_form", code)) for code in codes("consent_form")],
        )
        self.given = ShortDate(kit, lambda t: t.say("Given on"), not_after=today)
        self.witness = LineEdit(kit, lambda t: t.say("Witness"))
        self.language = LineEdit(kit, lambda t: t.say("Language"))
        self.interpreter = LineEdit(kit, lambda t: t.say("Interpreter"))
        self.exhibit = Combo(kit, lambda t: t.say("Signed paper"))
        self.remark = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        who = self.section(lambda t: t.say("Who answered"))
        who.add(self.enter("given_by", self.who))
        asked = self.section(lambda t: t.say("Answers"))
        asked.add(self.enter("answers", self.answers))
        how = self.section(lambda t: t.say("How it was given"))
        how.add(self.how)
        how.add_row(
            (self.enter("given_on", self.given, lambda t: t.say("Given on")), 1),
            (self.enter("witness", self.witness, lambda t: t.say("Witness")), 2),
        )
        how.add_row(
            (self.enter("language", self.language, lambda t: t.say("Language")), 1),
            (self.enter("interpreter", self.interpreter, lambda t: t.say("Interpreter")), 2),
        )
        more = self.section(lambda t: t.say("Besides"))
        more.add(self.enter("subject", self.subject, lambda t: t.say("Whose data"), beside=True))
        more.add(self.enter("exhibit", self.exhibit, lambda t: t.say("Signed paper"), beside=True))
        more.add(self.enter("remark", self.remark, lambda t: t.say("Remark")))
        for signal in (
            self.who.changed,
            self.answers.changed,
            self.subject.code_changed,
            self.how.chosen,
            self.given.changed,
            self.witness.textChanged,
            self.language.textChanged,
            self.interpreter.textChanged,
            self.exhibit.code_changed,
            self.remark.changed,
        ):
            signal.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.answers.begin()

    @override
    def start(self, intention: RecordingConsent) -> None:
        self.intention = intention
        page = intention.page
        self.back.set_words(f"{page.number} {visible(page.name)}")
        self.who.offer(page.relatives)
        self.exhibit.set_choices(
            [
                (_NONE, lambda t: t.say("none")),
                *((str(one.id), _paper(one)) for one in intention.exhibits),
            ]
        )
        today = PartialDate.on(self.work.workspace.clock.today())
        first = first_to_ring(page.relatives, None)
        spoken = next((v.details.languages for v in page.relatives if str(v.id) == first), "")
        self.show_draft(
            ConsentDraft(relative=first, given=shown_typed(today), language=spoken.split(",")[0])
        )
        self.begin(str(page.case_id))

    @override
    def draft(self) -> ConsentDraft:
        subject = self.subject.code()
        return ConsentDraft(
            relative=self.who.relative(),
            given_by=self.who.named(),
            subject=subject if isinstance(subject, DataSubject) else DataSubject.MISSING_MAN,
            answers=self.answers.answers(),
            form=ConsentForm(self.how.code()),
            given=self.given.text().strip(),
            language=self.language.text().strip(),
            interpreter=self.interpreter.text().strip(),
            witness=self.witness.text().strip(),
            exhibit=str(self.exhibit.code() or _NONE),
            remark=self.remark.text().strip(),
        )

    @override
    def fill(self, draft: ConsentDraft) -> None:
        self.who.choose(draft.relative, draft.given_by)
        self.subject.set_code(draft.subject)
        self.answers.set_answers(draft.answers)
        self.how.choose(draft.form.value)
        self.given.set_text(draft.given)
        self.language.setText(draft.language)
        self.interpreter.setText(draft.interpreter)
        self.witness.setText(draft.witness)
        self.exhibit.set_code(draft.exhibit)
        self.remark.set_text(draft.remark)

    @override
    def write(self, intention: RecordingConsent, draft: ConsentDraft) -> None:
        request = draft.request(intention.page.case_id)
        self.work.write(lambda uow: record_consent(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The consent is recorded."))


def _word(vocabulary: str, code: str) -> Words:
    return lambda t: label(vocabulary, code, t.lang)


def _paper(row: ExhibitRow) -> Words:
    return f"{row.number} {visible(row.title)}"

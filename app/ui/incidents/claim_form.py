"""Record what somebody published: what is counted, the number as it was said, who said it when.

A claim stands beside our own count and never alters it; its number is never made more exact than
the words (domain.md 3.9).
"""

from dataclasses import dataclass, replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.services.claims import record_claim
from app.shapes.changes import Outcome
from app.shapes.incidents import IncidentPage
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.searches import source_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.claim_parts import NumberEdit, WhoPublished
from app.ui.incidents.drafts import ClaimDraft
from app.ui.incidents.in_languages import InLanguages
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.widgets.fields import Combo
from app.ui.widgets.grade_picker import GradePicker
from app.ui.work import Work
from models.vocabulary.accounts import ClaimCategory
from models.vocabulary.evidence import Credibility, Reliability

PLACE = "claim_form"


@dataclass(frozen=True, slots=True)
class AddingClaim:
    """One more published count about an incident."""

    page: IncidentPage
    form = "record_claim"


class ClaimForm(DraftedForm[AddingClaim, ClaimDraft]):
    """The form of a claim."""

    opened_with = (AddingClaim,)
    shape = ClaimDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=AddingClaim.form, save_words=lambda t: t.say("Save claim")
        )
        self._build()
        self.title.set_words(lambda t: t.say("Add a claim"))
        self.more_button.clicked.connect(self.save_and_more)

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.category = Combo(kit, lambda t: t.say("What is counted"))
        self.category.set_choices(vocabulary_choices("claim_category", ClaimCategory))
        self.number = NumberEdit(kit)
        self.scope = InLanguages(kit, lambda t: t.say("Of whom"))
        self.as_of = ShortDate(kit, lambda t: t.say("As of"), not_after=today)
        self.who = WhoPublished(kit, source_search(self.work), today)
        self.grades = GradePicker(kit)
        counted = self.section(lambda t: t.say("What is counted"))
        counted.add(self.enter("category", self.category))
        number = self.section(lambda t: t.say("The number"))
        number.add(self.enter("number", self.number))
        number.add_row(
            (self.enter("as_of", self.as_of, lambda t: t.say("As of"), beside=True), 0),
            (QWidget(), 1),
        )
        whom = self.section(lambda t: t.say("Of whom, by their definition"))
        whom.add(self.enter("scope", self.scope))
        who = self.section(lambda t: t.say("Who says so"))
        who.add(self.who)
        self.entries.update(self.who.entries())
        good = self.section(lambda t: t.say("How good is it"))
        good.add(self.grades)
        for signal in (
            self.category.code_changed,
            self.number.changed,
            self.scope.changed,
            self.as_of.changed,
            self.who.changed,
            self.grades.changed,
        ):
            signal.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.category.setFocus()

    @override
    def start(self, intention: AddingClaim) -> None:
        self.intention = intention
        page = intention.page
        self.back.set_words(lambda t: page.title_in(t.lang))
        self.show_draft(ClaimDraft())
        self.begin(str(page.id))

    @override
    def draft(self) -> ClaimDraft:
        category = self.category.code()
        form, low, high = self.number.value()
        letter, figure = self.grades.grade()
        who = replace(
            self.who.draft(), reliability=Reliability(letter), credibility=Credibility(figure)
        )
        return ClaimDraft(
            category=category if isinstance(category, ClaimCategory) else ClaimCategory.MISSING,
            form=form,
            low=low,
            high=high,
            scope=self.scope.value(),
            as_of=self.as_of.text().strip(),
            who=who,
        )

    @override
    def fill(self, draft: ClaimDraft) -> None:
        self.category.set_code(draft.category)
        self.number.set_value(draft.form, draft.low, draft.high)
        self.scope.set_value(draft.scope)
        self.as_of.set_text(draft.as_of)
        self.who.show_draft(draft.who)
        self.grades.set_grade(draft.who.reliability, draft.who.credibility)

    @override
    def write(self, intention: AddingClaim, draft: ClaimDraft) -> None:
        request = draft.request(intention.page.id)
        self.work.write(lambda uow: record_claim(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The claim is recorded."))

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
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.saved import tell_saved
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


class ClaimForm(FormPage):
    """The form of a claim."""

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=AddingClaim.form, save_words=lambda t: t.say("Save claim")
        )
        self.intention: AddingClaim | None = None
        self._more = False
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
    def arrive(self, argument: object) -> None:
        if isinstance(argument, AddingClaim):
            self.keeper.keep_now()
            self.start(argument)
        self.category.setFocus()

    def start(self, intention: AddingClaim) -> None:
        """Begin with an empty claim."""
        self.intention = intention
        page = intention.page
        self.back.set_words(lambda t: page.title_in(t.lang))
        self.show_draft(ClaimDraft())
        self.begin(str(page.id))

    def draft(self) -> ClaimDraft:
        """Return what stands in the form."""
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

    def show_draft(self, draft: ClaimDraft) -> None:
        """Show a draft."""
        self.filling = True
        self.category.set_code(draft.category)
        self.number.set_value(draft.form, draft.low, draft.high)
        self.scope.set_value(draft.scope)
        self.as_of.set_text(draft.as_of)
        self.who.show_draft(draft.who)
        self.grades.set_grade(draft.who.reliability, draft.who.credibility)
        self.filling = False

    @override
    def draft_content(self) -> str:
        return to_json(self.draft())

    @override
    def take_draft(self, content: str) -> None:
        self.show_draft(from_json(ClaimDraft, content))

    @override
    def save(self) -> None:
        self._save(more=False)

    def save_and_more(self) -> None:
        """Save and begin another claim about the same incident."""
        self._save(more=True)

    def _save(self, *, more: bool) -> None:
        intention = self.intention
        if intention is None or self.busy:
            return
        draft = self.draft()
        found = draft.problems(self.work.workspace.clock.today())
        self.refuse(found)
        if found:
            return
        self.busy = True
        self._more = more
        request = draft.request(intention.page.id)
        self.work.write(lambda uow: record_claim(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.busy = False
        self.keeper.drop()
        tell_saved(self.work, lambda t: t.say("The claim is recorded."))
        if self._more and self.intention is not None:
            self.start(self.intention)
            self.category.setFocus()
        else:
            self.accept_all()
            self.intention = None
            self.left.emit()

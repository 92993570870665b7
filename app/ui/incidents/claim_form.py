"""Record what somebody published: what is counted, the number as it was said, who said it when.

A claim stands beside our own count and never alters it; its number is never made more exact than
the words (domain.md 3.9).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, override  # Any: a new claim answers its id, a changed one nothing
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.queries.accounting.claims import list_versions
from app.services.claims import change_claim, record_claim
from app.shapes.changes import Outcome
from app.shapes.claims import ListOfClaim
from app.shapes.incidents import ClaimView, IncidentPage
from app.shapes.requests.incidents import ChangeClaim
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.searches import place_search, source_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.claim_parts import NumberEdit, WhoPublished
from app.ui.incidents.drafts import ClaimDraft, in_its_field, plain_place
from app.ui.incidents.in_languages import InLanguages
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.grade_picker import GradePicker
from app.ui.widgets.kit import Words
from app.ui.widgets.place_picker import PlacePicker
from app.ui.widgets.text import Label
from app.ui.work import Work
from models.vocabulary.accounts import ClaimCategory
from models.vocabulary.evidence import Credibility, Reliability

PLACE = "claim_form"
_NO_LIST: tuple[tuple[object, Words], ...] = (("", lambda t: t.say("no list was given")),)


@dataclass(frozen=True, slots=True)
class AddingClaim:
    """One more published count about an incident."""

    page: IncidentPage
    #: The claim that this later count replaces.
    supersedes: UUID | None = None
    form = "record_claim"


@dataclass(frozen=True, slots=True)
class ChangingClaim:
    """A claim of an incident that was not entered as it was said."""

    page: IncidentPage
    claim: ClaimView
    form = "record_claim"


@dataclass(frozen=True, slots=True)
class ClaimOnHandover:
    """A count that was announced of one return operation."""

    handover_id: UUID
    number: str
    form = "record_claim"


type Intention = AddingClaim | ChangingClaim | ClaimOnHandover


class ClaimForm(DraftedForm[Intention, ClaimDraft]):
    """The form of a claim."""

    opened_with = (AddingClaim, ChangingClaim, ClaimOnHandover)
    shape = ClaimDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=AddingClaim.form, save_words=lambda t: t.say("Save claim")
        )
        self._names_kept = ""
        self._build()
        self.title.set_words(lambda t: t.say("Add a claim"))
        self.more_button.clicked.connect(self.save_and_more)

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.category = Combo(kit, lambda t: t.say("What is counted"))
        self.category.set_choices(vocabulary_choices("claim_category", ClaimCategory))
        self.number = NumberEdit(kit)
        self.scope = InLanguages(kit, lambda t: t.say("Of whom"))
        self.counts = LineEdit(kit, lambda t: t.say("As one asks the register"))
        self.place_edit = PlacePicker(kit, place_search(self.work), with_details=False)
        self.names = Combo(kit, lambda t: t.say("The list that came with it"))
        self.names.set_choices(_NO_LIST)
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
        whom.add(self.enter("counts", self.counts, lambda t: t.say("As one asks the register")))
        whom.add(
            Label(
                kit,
                lambda t: t.say(
                    "For example: unit:Battery born:2001. Without it we count everybody of the "
                    "incident."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        whom.add(self.enter("place", self.place_edit, lambda t: t.say("Only those last seen in")))
        whom.add(self.enter("names", self.names, lambda t: t.say("The list that came with it")))
        who = self.section(lambda t: t.say("Who says so"))
        who.add(self.who)
        self.entries.update(self.who.entries())
        good = self.section(lambda t: t.say("How good is it"))
        good.add(self.grades)
        for signal in (
            self.category.code_changed,
            self.number.changed,
            self.scope.changed,
            self.counts.textChanged,
            self.place_edit.changed,
            self.names.code_changed,
            self.as_of.changed,
            self.who.changed,
            self.grades.changed,
        ):
            signal.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.category.setFocus()

    @override
    def start(self, intention: Intention) -> None:
        self.intention = intention
        if isinstance(intention, ClaimOnHandover):
            self.back.set_words(intention.number)
            self.title.set_words(lambda t: t.say("Add a claim"))
            self.work.read(list_versions, self._offer_lists)
            self.show_draft(ClaimDraft(category=ClaimCategory.RETURNED))
            self.begin(str(intention.handover_id))
            return
        page = intention.page
        self.back.set_words(lambda t: page.title_in(t.lang))
        self.work.read(list_versions, self._offer_lists)
        if isinstance(intention, ChangingClaim):
            self.title.set_words(lambda t: t.say("Change this claim"))
            self.show_draft(ClaimDraft.of(intention.claim, self.kit.translator))
            self.begin(str(intention.claim.id))
            return
        self.title.set_words(lambda t: t.say("Add a claim"))
        self.show_draft(ClaimDraft())
        self.begin(str(page.id))

    def _offer_lists(self, lists: Sequence[ListOfClaim]) -> None:
        kept = self.names.code() or self._names_kept
        offered = [(str(one.version_id), one.shown) for one in lists]
        self.names.set_choices([*_NO_LIST, *offered])
        self.names.set_code(kept)

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
            counts=self.counts.text().strip(),
            place=plain_place(self.place_edit.value()),
            names=str(self.names.code() or ""),
        )

    @override
    def fill(self, draft: ClaimDraft) -> None:
        self.category.set_code(draft.category)
        self.number.set_value(draft.form, draft.low, draft.high)
        self.scope.set_value(draft.scope)
        self.as_of.set_text(draft.as_of)
        self.who.show_draft(draft.who)
        self.counts.setText(draft.counts)
        self.place_edit.set_value(in_its_field(draft.place))
        self._names_kept = draft.names
        self.names.set_code(draft.names)
        self.grades.set_grade(draft.who.reliability, draft.who.credibility)

    @override
    def write(self, intention: Intention, draft: ClaimDraft) -> None:
        if isinstance(intention, ChangingClaim):
            claim = intention.claim
            now = draft.request(intention.page.id, claim.supersedes_id)
            change = ChangeClaim(claim.id, claim.version, now)
            self.work.write(lambda uow: change_claim(uow, change), self._saved, self.refuse_error)
            return
        if isinstance(intention, ClaimOnHandover):
            request = draft.request(None, handover_id=intention.handover_id)
        else:
            request = draft.request(intention.page.id, intention.supersedes)
        self.work.write(lambda uow: record_claim(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[Any]) -> None:
        if isinstance(self.intention, ChangingClaim):
            self.saved(lambda t: t.say("The claim is changed."))
        else:
            self.saved(lambda t: t.say("The claim is recorded."))

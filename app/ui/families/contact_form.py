"""Log a call or visit: with whom, how it went, what was said, when next (domain.md 7.1 task 7).

What the family says of itself in the remark is of class X: it never leaves the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.clock import OFFICE_ZONE
from app.errors import ToldAgainstWish
from app.services.families.contacts import log_contact
from app.shapes.changes import Outcome
from app.shapes.families import FamilyPage
from app.ui.families.call_rail import CallRail
from app.ui.families.drafts import ContactDraft
from app.ui.families.who_edit import WhoEdit, first_to_ring
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.short_date import ShortDate
from app.ui.forms.typed import shown_typed
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.visible_text import visible
from app.wording.vocabulary import codes, label
from models.vocabulary.families import SPOKEN, ContactHow, ContactOutcome
from models.vocabulary.partial_date import PartialDate

PLACE = "contact_form"
_NOBODY = ""
_NEXT: Final[tuple[tuple[str, int, Words], ...]] = (
    ("none", 0, lambda t: t.say("not agreed")),
    ("1", 1, lambda t: t.say("tomorrow")),
    ("3", 3, lambda t: t.say("in three days")),
    ("7", 7, lambda t: t.say("in a week")),
    ("14", 14, lambda t: t.say("in two weeks")),
    ("30", 30, lambda t: t.say("in a month")),
    ("day", 0, lambda t: t.say("on a day")),
)


@dataclass(frozen=True, slots=True)
class LoggingContact:
    """A call or visit in the case of one man; `relative_id` is whom the person means to ring."""

    page: FamilyPage
    relative_id: UUID | None = None
    form = "log_contact"


class ContactForm(DraftedForm[LoggingContact, ContactDraft]):
    """The form of a call or visit."""

    opened_with = (LoggingContact,)
    shape = ContactDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=LoggingContact.form, save_words=lambda t: t.say("Save call")
        )
        self._call_rail = CallRail(self.kit)
        self._build()
        self.title.set_words(lambda t: t.say("Log a call or visit"))
        self.more_button.hide()

    @override
    def rail(self) -> QWidget | None:
        return self._call_rail

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.who = WhoEdit(kit, lambda t: t.say("With whom"))
        self.how = Combo(kit, lambda t: t.say("How"))
        self.how.set_choices([(code, _word("contact_how", code)) for code in codes("contact_how")])
        self.outcome = ChoiceRow(
            kit,
            lambda t: t.say("How it went"),
            [(code, _word("contact_outcome", code)) for code in codes("contact_outcome")],
        )
        self.on = ShortDate(kit, lambda t: t.say("Day"), not_after=today)
        self.at = LineEdit(kit, lambda t: t.say("Hour"))
        self.at.setFixedWidth(kit.theme.scaled(84))
        self.told = TextArea(kit, lambda t: t.say("What was told"), lines=2)
        self.heard = TextArea(kit, lambda t: t.say("What was heard"), lines=2)
        self.remark = TextArea(kit, lambda t: t.say("Remark for the office alone"), lines=2)
        self.sensitive = QCheckBox()
        kit.bind(self.sensitive, self.sensitive.setText, lambda t: t.say("Sensitive news was told"))
        self.second = Combo(kit, lambda t: t.say("Second member of staff"))
        self.next_choice = ChoiceRow(
            kit, lambda t: t.say("Next call"), [(code, words) for code, _, words in _NEXT]
        )
        self.next_on = ShortDate(kit, lambda t: t.say("Next call"))
        self.about = LineEdit(kit, lambda t: t.say("About what"))
        self.why = LineEdit(kit, lambda t: t.say("Why it was told all the same"))
        self._lay_out_who()
        self._lay_out_said()
        self._lay_out_next()
        self._listen()

    def _lay_out_who(self) -> None:
        who = self.section(lambda t: t.say("With whom"))
        who.add(self.enter("spoke_with", self.who))
        went = self.section(lambda t: t.say("How it went"))
        went.add(self.enter("outcome", self.outcome))
        went.add_row(
            (self.enter("how", self.how, lambda t: t.say("How")), 2),
            (self.enter("happened_at", self.on, lambda t: t.say("Day")), 1),
            (self.enter("at", self.at, lambda t: t.say("Hour")), 0),
        )

    def _lay_out_said(self) -> None:
        said = self.section(lambda t: t.say("What was said"))
        self._told = self.enter("told", self.told, lambda t: t.say("What was told"))
        self._heard = self.enter("heard", self.heard, lambda t: t.say("What was heard"))
        said.add(self._told)
        said.add(self._heard)
        said.add(self.enter("remark", self.remark, lambda t: t.say("Remark for the office alone")))
        said.add(
            Label(
                self.kit,
                lambda t: t.say("The remark never stands on a paper nor in a file that goes out."),
                Size.S,
                Role.TEXT3,
                wrap=True,
            )
        )
        self._why = self.enter(
            "warning_reason", self.why, lambda t: t.say("Why it was told all the same")
        )
        said.add(self._why)
        news = self.section(lambda t: t.say("Sensitive news"))
        news.add(self.enter("sensitive", self.sensitive))
        self._second = self.enter(
            "second_staff", self.second, lambda t: t.say("Who was with you"), beside=True
        )
        news.add(self._second)

    def _lay_out_next(self) -> None:
        then = self.section(lambda t: t.say("Next call"))
        then.add(self.next_choice)
        self._next_on = self.enter("next_on", self.next_on)
        then.add_row(
            (self._next_on, 1),
            (self.enter("next_about", self.about, lambda t: t.say("About what"), beside=True), 2),
        )

    def _listen(self) -> None:
        for signal in (
            self.who.changed,
            self.how.code_changed,
            self.outcome.chosen,
            self.on.changed,
            self.at.textChanged,
            self.told.changed,
            self.heard.changed,
            self.remark.changed,
            self.sensitive.toggled,
            self.second.code_changed,
            self.next_on.changed,
            self.about.textChanged,
            self.why.textChanged,
        ):
            signal.connect(self.touched)
        self.outcome.chosen.connect(self._fit)
        self.sensitive.toggled.connect(self._fit)
        self.next_choice.chosen.connect(self._choose_next)

    @override
    def first_field(self) -> None:
        self.sections[1].begin()

    @override
    def start(self, intention: LoggingContact) -> None:
        self.intention = intention
        page, clock = intention.page, self.work.workspace.clock
        self.back.set_words(f"{page.number} {visible(page.name)}")
        self._call_rail.show_page(page)
        self.who.offer(page.relatives)
        self.second.set_choices(
            [
                (_NOBODY, lambda t: t.say("nobody")),
                *((str(one.id), one.name) for one in page.colleagues),
            ]
        )
        self.show_draft(
            ContactDraft(
                relative=first_to_ring(page.relatives, intention.relative_id),
                on=shown_typed(PartialDate.on(clock.today())),
                at=f"{clock.now().astimezone(OFFICE_ZONE):%H:%M}",
            )
        )
        self.begin(str(page.case_id))

    @override
    def draft(self) -> ContactDraft:
        return ContactDraft(
            relative=self.who.relative(),
            spoke_with=self.who.named(),
            how=ContactHow(str(self.how.code())),
            outcome=ContactOutcome(self.outcome.code()),
            on=self.on.text().strip(),
            at=self.at.text().strip(),
            told=self.told.text().strip(),
            heard=self.heard.text().strip(),
            remark=self.remark.text().strip(),
            sensitive=self.sensitive.isChecked(),
            second_staff=str(self.second.code() or _NOBODY),
            next_on=self.next_on.text().strip() if self.next_choice.code() != "none" else "",
            next_about=self.about.text().strip(),
            warning_reason=self.why.text().strip(),
        )

    @override
    def fill(self, draft: ContactDraft) -> None:
        self.who.choose(draft.relative, draft.spoke_with)
        self.how.set_code(draft.how.value)
        self.outcome.choose(draft.outcome.value)
        self.on.set_text(draft.on)
        self.at.setText(draft.at)
        self.told.set_text(draft.told)
        self.heard.set_text(draft.heard)
        self.remark.set_text(draft.remark)
        self.sensitive.setChecked(draft.sensitive)
        self.second.set_code(draft.second_staff)
        self.next_choice.choose("day" if draft.next_on else "none")
        self.next_on.set_text(draft.next_on)
        self.about.setText(draft.next_about)
        self.why.setText(draft.warning_reason)
        self._why.setVisible(bool(draft.warning_reason))
        self._fit()

    @override
    def write(self, intention: LoggingContact, draft: ContactDraft) -> None:
        request = draft.request(intention.page.case_id)
        self.work.write(lambda uow: log_contact(uow, request), self._saved, self.refuse_error)

    @override
    def refuse_error(self, error: Exception) -> None:
        if isinstance(error, ToldAgainstWish):
            self._why.show()
        super().refuse_error(error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The call is logged."))

    def _fit(self, *_: object) -> None:
        """Show only what can be answered: nobody reached, nothing said."""
        spoken = ContactOutcome(self.outcome.code()) in SPOKEN
        self._told.setVisible(spoken)
        self._heard.setVisible(spoken)
        self.sensitive.setEnabled(spoken)
        if not spoken:
            self.sensitive.setChecked(False)
        self._second.setVisible(self.sensitive.isChecked())
        self._next_on.setVisible(self.next_choice.code() != "none")

    def _choose_next(self, code: str) -> None:
        days = {choice: ahead for choice, ahead, _ in _NEXT}[code]
        if days:
            on = self.work.workspace.clock.today() + timedelta(days=days)
            self.next_on.set_text(shown_typed(PartialDate.on(on)))
        self._fit()
        self.touched()


def _word(vocabulary: str, code: str) -> Words:
    return lambda t: label(vocabulary, code, t.lang)

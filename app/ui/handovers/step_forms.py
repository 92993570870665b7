"""Small forms for what is done for everybody who came: verified, checked, family told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.services.handovers.checklist import (
    record_family_word,
    record_medical_check,
    verify_identity,
)
from app.shapes.handovers import ArrivalView, HandoverPage
from app.ui.forms.drafted_form import Drafted, DraftedForm
from app.ui.forms.short_date import ShortDate
from app.ui.handovers.drafts import FamilyDraft, MedicalDraft, VerifyDraft
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.handovers import FamilyWord, VerificationMethod
from models.vocabulary.status import Health


@dataclass(frozen=True, slots=True)
class ForArrival:
    """A step of the checklist is done for somebody who came with a handover."""

    page: HandoverPage
    arrival: ArrivalView

    @property
    def shown(self) -> str:
        """Name him: by his file, else as he told his name."""
        name = self.arrival.name or self.arrival.name_as_told
        return f"{self.arrival.number} {name}".strip()


class StepForm[D: Drafted](DraftedForm[ForArrival, D]):
    """What the forms of all steps share: for whom, and on which day; today where none is typed."""

    opened_with = (ForArrival,)

    def __init__(self, work: Work, place: str, *, draft_form: str, title: Words) -> None:
        super().__init__(
            work, place, draft_form=draft_form, save_words=lambda t: t.say("Save this step")
        )
        self._said = title
        self.more_button.hide()
        today = work.workspace.clock.today()
        self.day = ShortDate(work.kit, lambda t: t.say("Day; today if left empty"), not_after=today)
        self.day.changed.connect(self.touched)

    def add_day(self) -> None:
        """Add the day, beneath what is asked for."""
        when = self.section(lambda t: t.say("When"))
        when.add_row(
            (self.enter("day", self.day, lambda t: t.say("Day; today if left empty")), 0),
            (QWidget(), 1),
        )

    @override
    def start(self, intention: ForArrival) -> None:
        self.intention = intention
        said = self._said
        self.title.set_words(
            lambda t: t.say(
                "{step}: {name}",
                step=said if isinstance(said, str) else said(t),
                name=intention.shown,
            )
        )
        self.back.set_words(intention.page.number)
        self.show_draft(self.beginning(intention))
        self.begin(str(intention.arrival.id))

    def beginning(self, intention: ForArrival) -> D:
        """Give the draft with which the form begins."""
        raise NotImplementedError

    @Slot(object)
    def done(self, _: object) -> None:
        """Say that the step is done."""
        self.saved(lambda t: t.say("The step is recorded in his file."))


class VerifyForm(StepForm[VerifyDraft]):
    """He was seen in person and is who he is, by two different methods."""

    shape = VerifyDraft
    PLACE = "verify_form"

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, self.PLACE, draft_form="verify_identity",
            title=lambda t: t.say("Verify his identity"),
        )  # fmt: skip
        kit = self.kit
        choices = vocabulary_choices("verification_method", VerificationMethod)
        self.first = Combo(kit, lambda t: t.say("First method"))
        self.second = Combo(kit, lambda t: t.say("Second method"))
        for combo in (self.first, self.second):
            combo.set_choices(choices)
            combo.code_changed.connect(self.touched)
        self.first_by = LineEdit(kit, lambda t: t.say("Which one, of the first method"))
        self.second_by = LineEdit(kit, lambda t: t.say("Which one, of the second method"))
        self.verifier = LineEdit(kit, lambda t: t.say("Who verified him"))
        self.narrative = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        how = self.section(lambda t: t.say("By two different methods"))
        how.add_row(
            (self.enter("first", self.first, lambda t: t.say("First method")), 1),
            (self.enter("first_by", self.first_by, lambda t: t.say("Which one")), 2),
        )
        how.add_row(
            (self.enter("second", self.second, lambda t: t.say("Second method")), 1),
            (self.enter("second_by", self.second_by, lambda t: t.say("Which one")), 2),
        )
        who = self.section(lambda t: t.say("Who verified him"))
        who.add(self.enter("verifier", self.verifier))
        self.add_day()
        note = self.section(lambda t: t.say("Remark"))
        note.add(self.enter("narrative", self.narrative))
        for line in (self.first_by, self.second_by, self.verifier):
            line.textChanged.connect(self.touched)
        self.narrative.changed.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.first_by.setFocus()

    @override
    def beginning(self, intention: ForArrival) -> VerifyDraft:
        return VerifyDraft(verifier=self.work.workspace.actor.name)

    @override
    def draft(self) -> VerifyDraft:
        first, second = self.first.code(), self.second.code()
        return VerifyDraft(
            day=self.day.text().strip(),
            first=VerificationMethod(str(first)),
            first_by=self.first_by.text().strip(),
            second=VerificationMethod(str(second)),
            second_by=self.second_by.text().strip(),
            verifier=self.verifier.text().strip(),
            narrative=self.narrative.text().strip(),
        )

    @override
    def fill(self, draft: VerifyDraft) -> None:
        self.day.set_text(draft.day)
        self.first.set_code(draft.first)
        self.first_by.setText(draft.first_by)
        self.second.set_code(draft.second)
        self.second_by.setText(draft.second_by)
        self.verifier.setText(draft.verifier)
        self.narrative.set_text(draft.narrative)

    @override
    def write(self, intention: ForArrival, draft: VerifyDraft) -> None:
        request = draft.request(intention.arrival.id)
        self.work.write(lambda uow: verify_identity(uow, request), self.done, self.refuse_error)


class MedicalForm(StepForm[MedicalDraft]):
    """A physician looked at him."""

    shape = MedicalDraft
    PLACE = "medical_form"

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, self.PLACE, draft_form="record_medical_check",
            title=lambda t: t.say("Medical check"),
        )  # fmt: skip
        kit = self.kit
        self.facility = LineEdit(kit, lambda t: t.say("Hospital or physician"))
        self.health = Combo(kit, lambda t: t.say("How he is"))
        self.health.set_choices(vocabulary_choices("health", Health))
        self.findings = TextArea(kit, lambda t: t.say("What was found"), lines=3)
        who = self.section(lambda t: t.say("Hospital or physician"))
        who.add(self.enter("facility", self.facility))
        how = self.section(lambda t: t.say("How he is"))
        how.add(self.enter("health", self.health))
        how.add(
            self.enter(
                "findings", self.findings, lambda t: t.say("What was found; it leaves on no paper")
            )
        )
        self.add_day()
        self.facility.textChanged.connect(self.touched)
        self.health.code_changed.connect(self.touched)
        self.findings.changed.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.facility.setFocus()

    @override
    def beginning(self, intention: ForArrival) -> MedicalDraft:
        return MedicalDraft()

    @override
    def draft(self) -> MedicalDraft:
        return MedicalDraft(
            day=self.day.text().strip(),
            facility=self.facility.text().strip(),
            health=Health(str(self.health.code())),
            findings=self.findings.text().strip(),
        )

    @override
    def fill(self, draft: MedicalDraft) -> None:
        self.day.set_text(draft.day)
        self.facility.setText(draft.facility)
        self.health.set_code(draft.health)
        self.findings.set_text(draft.findings)

    @override
    def write(self, intention: ForArrival, draft: MedicalDraft) -> None:
        request = draft.request(intention.arrival.id)
        self.work.write(
            lambda uow: record_medical_check(uow, request), self.done, self.refuse_error
        )


class FamilyForm(StepForm[FamilyDraft]):
    """His family knows that he is home."""

    shape = FamilyDraft
    PLACE = "family_word_form"

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, self.PLACE, draft_form="record_family_word",
            title=lambda t: t.say("Word to the family"),
        )  # fmt: skip
        kit = self.kit
        self.how = Combo(kit, lambda t: t.say("How the family learnt it"))
        self.how.set_choices(vocabulary_choices("family_word", FamilyWord))
        self.narrative = TextArea(kit, lambda t: t.say("Who was told, by whom, where"), lines=2)
        how = self.section(lambda t: t.say("How the family learnt it"))
        how.add(self.enter("how", self.how))
        how.add(
            self.enter("narrative", self.narrative, lambda t: t.say("Who was told, by whom, where"))
        )
        self.add_day()
        self.how.code_changed.connect(self.touched)
        self.narrative.changed.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.how.setFocus()

    @override
    def beginning(self, intention: ForArrival) -> FamilyDraft:
        return FamilyDraft()

    @override
    def draft(self) -> FamilyDraft:
        return FamilyDraft(
            day=self.day.text().strip(),
            how=FamilyWord(str(self.how.code())),
            narrative=self.narrative.text().strip(),
        )

    @override
    def fill(self, draft: FamilyDraft) -> None:
        self.day.set_text(draft.day)
        self.how.set_code(draft.how)
        self.narrative.set_text(draft.narrative)

    @override
    def write(self, intention: ForArrival, draft: FamilyDraft) -> None:
        request = draft.request(intention.arrival.id)
        self.work.write(lambda uow: record_family_word(uow, request), self.done, self.refuse_error)

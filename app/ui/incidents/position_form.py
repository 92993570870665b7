"""Enter a position that was held in an incident: its name, its unit, its place."""

from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot

from app.services.cases.incidents import add_position, add_unit
from app.shapes.changes import Outcome
from app.shapes.incidents import IncidentPage
from app.shapes.requests.incidents import AddUnit
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.saved import tell_saved
from app.ui.forms.searches import new_places, place_search, unit_search
from app.ui.incidents.drafts import PositionDraft, in_its_field, plain_place
from app.ui.incidents.in_languages import InLanguages
from app.ui.incidents.unit_picker import UnitPicker
from app.ui.widgets.place_picker import PlacePicker
from app.ui.work import Work

PLACE = "position_form"


@dataclass(frozen=True, slots=True)
class AddingPosition:
    """One more position of an incident."""

    page: IncidentPage
    form = "add_position"


class PositionForm(DraftedForm[AddingPosition, PositionDraft]):
    """The form of a position."""

    opened_with = (AddingPosition,)
    shape = PositionDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work,
            PLACE,
            draft_form=AddingPosition.form,
            save_words=lambda t: t.say("Save position"),
        )
        kit = work.kit
        self.names = InLanguages(kit, lambda t: t.say("Position"))
        self.unit = UnitPicker(kit, unit_search(work), self._enter_unit)
        self.place_edit = PlacePicker(
            kit, place_search(work), with_details=False, new=new_places(work)
        )
        name = self.section(lambda t: t.say("Position"))
        name.add(self.enter("position", self.names))
        unit = self.section(lambda t: t.say("Unit"))
        unit.add(self.enter("unit", self.unit))
        where = self.section(lambda t: t.say("Where"))
        where.add(self.enter("place", self.place_edit))
        for part in (self.names, self.unit, self.place_edit):
            part.changed.connect(self.touched)
        self.title.set_words(lambda t: t.say("Add a position"))
        self.more_button.clicked.connect(self.save_and_more)

    @override
    def first_field(self) -> None:
        self.names.begin(self.kit.translator.lang)

    @override
    def start(self, intention: AddingPosition) -> None:
        self.intention = intention
        page = intention.page
        self.back.set_words(lambda t: page.title_in(t.lang))
        self.show_draft(PositionDraft())
        self.begin(str(page.id))

    @override
    def draft(self) -> PositionDraft:
        unit, shown = self.unit.unit()
        return PositionDraft(self.names.value(), unit, shown, plain_place(self.place_edit.value()))

    @override
    def fill(self, draft: PositionDraft) -> None:
        self.names.set_value(draft.name)
        self.unit.take(draft.unit, draft.unit_shown)
        self.place_edit.set_value(in_its_field(draft.place))

    @override
    def write(self, intention: AddingPosition, draft: PositionDraft) -> None:
        request = draft.request(intention.page.id)
        self.work.write(lambda uow: add_position(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The position is entered."))

    def _enter_unit(self, name: str) -> None:
        request = AddUnit(name)

        def entered(outcome: Outcome[UUID]) -> None:
            if self.unit.unit()[1] == name:
                self.unit.take(str(outcome.value), name)
            tell_saved(self.work, lambda t: t.say("The unit is entered."))

        self.work.write(lambda uow: add_unit(uow, request), entered, self.refuse_error)

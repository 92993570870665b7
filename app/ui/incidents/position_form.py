"""Enter a position that was held in an incident: its name, its unit, its place."""

from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot

from app.services.incidents import add_position, add_unit
from app.shapes.changes import Outcome
from app.shapes.incidents import IncidentPage
from app.shapes.requests.incidents import AddUnit
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.saved import tell_saved
from app.ui.forms.searches import place_search, unit_search
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


class PositionForm(FormPage):
    """The form of a position."""

    def __init__(self, work: Work) -> None:
        super().__init__(
            work,
            PLACE,
            draft_form=AddingPosition.form,
            save_words=lambda t: t.say("Save position"),
        )
        kit = work.kit
        self.intention: AddingPosition | None = None
        self._more = False
        self.names = InLanguages(kit, lambda t: t.say("Position"))
        self.unit = UnitPicker(kit, unit_search(work), self._enter_unit)
        self.place_edit = PlacePicker(kit, place_search(work), with_details=False)
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
    def arrive(self, argument: object) -> None:
        if isinstance(argument, AddingPosition):
            self.keeper.keep_now()
            self.start(argument)
        self.names.begin(self.kit.translator.lang)

    def start(self, intention: AddingPosition) -> None:
        """Begin with an empty position."""
        self.intention = intention
        page = intention.page
        self.back.set_words(lambda t: page.title_in(t.lang))
        self.show_draft(PositionDraft())
        self.begin(str(page.id))

    def draft(self) -> PositionDraft:
        """Return what stands in the form."""
        unit, shown = self.unit.unit()
        return PositionDraft(self.names.value(), unit, shown, plain_place(self.place_edit.value()))

    def show_draft(self, draft: PositionDraft) -> None:
        """Show a draft."""
        self.filling = True
        self.names.set_value(draft.name)
        self.unit.take(draft.unit, draft.unit_shown)
        self.place_edit.set_value(in_its_field(draft.place))
        self.filling = False

    @override
    def draft_content(self) -> str:
        return to_json(self.draft())

    @override
    def take_draft(self, content: str) -> None:
        self.show_draft(from_json(PositionDraft, content))

    @override
    def save(self) -> None:
        self._save(more=False)

    def save_and_more(self) -> None:
        """Save and begin another position of the same incident."""
        self._save(more=True)

    def _save(self, *, more: bool) -> None:
        intention = self.intention
        if intention is None or self.busy:
            return
        draft = self.draft()
        found = draft.problems()
        self.refuse(found)
        if found:
            return
        self.busy = True
        self._more = more
        request = draft.request(intention.page.id)
        self.work.write(lambda uow: add_position(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.busy = False
        self.keeper.drop()
        tell_saved(self.work, lambda t: t.say("The position is entered."))
        if self._more and self.intention is not None:
            self.start(self.intention)
            self.names.begin(self.kit.translator.lang)
        else:
            self.accept_all()
            self.intention = None
            self.left.emit()

    def _enter_unit(self, name: str) -> None:
        request = AddUnit(name)

        def entered(outcome: Outcome[UUID]) -> None:
            if self.unit.unit()[1] == name:
                self.unit.take(str(outcome.value), name)
            tell_saved(self.work, lambda t: t.say("The unit is entered."))

        self.work.write(lambda uow: add_unit(uow, request), entered, self.refuse_error)

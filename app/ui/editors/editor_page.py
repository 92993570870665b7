"""Change one part of a file in the form of every form: drafts, versions, a reason, a source."""

import json
from dataclasses import replace
from typing import Any, override  # Any: the shape of whichever part it is
from uuid import UUID

from PySide6.QtCore import Slot

from app.errors import CaseChangedMeanwhile, NotFound
from app.queries.cases.file import case_file
from app.services.sources import cite_fact
from app.shapes.case_file import CaseFile
from app.shapes.changes import Outcome
from app.shapes.requests.evidence import CiteFact
from app.ui.cases.spoken import names_in_order, short_number
from app.ui.doors import Part
from app.ui.editors.cited_part import CitedPart
from app.ui.editors.field_specs import names_of
from app.ui.editors.part_plans import PLANS, Editing, Saving
from app.ui.editors.shape_form import FieldRefused, ShapeForm
from app.ui.events.source_draft import Fault
from app.ui.events.spoken import fault_sentence
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import Unreadable
from app.ui.forms.odd_letters import NameCheck
from app.ui.forms.saved import tell_saved
from app.ui.forms.versions import Difference, Side, differences, merged
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Words
from app.ui.work import Work

_CITED = frozenset({Part.PERSON, Part.NAME, Part.SERVICE, Part.NUMBER})
_NAME_PARTS = ("family", "given", "patronymic", "full_as_written")
_OTHER_ENTRY = {
    "name": "family",
    "identifier": "value",
    "rank": "rank_as_written",
    "unit": "unit_id",
    "responsible": "believed_responsible",
    "circumstances_releasable": "circumstances",
}


def place_of(part: Part) -> str:
    """Return the place in the window where a part is edited."""
    return f"edit_{part.value}"


class EditorPage(FormPage):
    """The form of one part of a file."""

    def __init__(self, work: Work, part: Part) -> None:
        self._plan = PLANS[part]
        super().__init__(
            work, place_of(part), draft_form=place_of(part), save_words=lambda t: t.say("Save")
        )
        self.part = part
        self.more_button.hide()
        self.form = ShapeForm(self, work, self._plan.groups)
        self.cited = CitedPart(self, work, self._plan.groups) if part in _CITED else None
        self.reason = LineEdit(work.kit, lambda t: t.say("Why (may stay empty)"))
        self._why = self.section(lambda t: t.say("Why"))
        self._why.add(self.enter("reason", self.reason, lambda t: t.say("Why (may stay empty)")))
        self.editing: Editing | None = None
        self._names = NameCheck()
        self._typed = False
        self._version = 0
        self._original: Any = self._plan.empty()
        self._found: tuple[Difference, ...] = ()
        self.form.changed.connect(self._changed)
        self.reason.textChanged.connect(self._changed)
        if self.cited is not None:
            self.cited.changed.connect(self._changed)

    # --- what the frame asks

    @override
    def arrive(self, argument: object) -> None:
        if not isinstance(argument, Editing):
            return
        if self._typed and argument == self.editing:
            return
        self.keeper.keep_now()
        self.editing = argument
        new = argument.thing is None and not self._plan.single
        self.title.set_words(self._plan.new_title if new else self._plan.edit_title)
        self.back.set_words(lambda t: t.say("Back"))
        self.form.case_id = argument.case_id
        self._show(self._plan.empty(), 0)
        if self.cited is not None:
            self.cited.section.setVisible(not new)
        self._why.setVisible(not new)
        self._allow(ready=new)
        self.form.arrive()
        self.begin(argument.about)
        case_id = argument.case_id
        self.work.read(lambda reader: case_file(reader, case_id), self._show_file)
        self.sections[0].begin()

    # --- the form

    @override
    def draft_content(self) -> str:
        return json.dumps({"fields": self.form.raw(), "version": self._version})

    @override
    def take_draft(self, content: str) -> None:
        try:
            kept = json.loads(content)
            fields = {str(key): str(raw) for key, raw in kept["fields"].items()}
            version = int(kept["version"])
        except (KeyError, TypeError, AttributeError) as error:
            raise Unreadable from error
        self.form.show_raw(fields)
        if version:
            self._version = version
        self._typed = True

    @override
    def entry_of(self, field: str) -> str:
        return field if field in self.entries else _OTHER_ENTRY.get(field, field)

    @override
    def save(self) -> None:
        if self.editing is None or self.busy:
            return
        shape = self._shape()
        if shape is None:
            return
        found = self.cited.faults() if self.cited is not None else []
        told = self.form.stops(self.save)
        if told is None:
            return  # what may be passed on is still being read
        self.refuse([(fault.field, _fault_words(fault)) for fault in found] + told)
        if found or told:
            return
        asked = Saving(self.editing, self._version, shape, self.reason.text().strip())
        subject = self.editing.thing or self.editing.case_id
        cite = self.cited.cite(self.editing.case_id, subject) if self.cited is not None else None
        self.busy = True
        plan = self._plan
        self.work.write(lambda uow: _save(uow, plan.save, asked, cite), self._saved, self._refused)

    def _shape(self) -> Any | None:
        try:
            values = self.form.values()
        except FieldRefused as refused:
            self.refuse(refused.problems)
            return None
        if self.part is Part.NAME:
            odd = self._names.problems(str(values[name]) for name in _NAME_PARTS)
            if odd:
                self.refuse([("family", words) for words in odd])
                return None
        self.refuse(())
        return self._plan.tidy(self._original, replace(self._original, **values))

    @Slot(object)
    def _saved(self, _: Outcome[object]) -> None:
        self.busy = False
        self._typed = False
        self.keeper.drop()
        self.versions.put_away()
        tell_saved(self.work, lambda t: t.say("Saved."))
        self.left.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, CaseChangedMeanwhile) and self.editing is not None:
            case_id = self.editing.case_id
            self.keeper.touch()
            self.keeper.keep_now()
            self.work.read(lambda reader: case_file(reader, case_id), self._show_theirs)
        else:
            self.refuse_error(error)

    # --- two people saved one thing

    def _show_theirs(self, file: CaseFile) -> None:
        self.busy = False
        mine = self._shape()
        if self.editing is None or mine is None:
            return
        self._learn_names(file)
        try:
            theirs, self._version = self._plan.read(file, self.editing.thing)
        except NotFound:
            self.versions.show_gone(lambda t: t.say("Somebody took this away meanwhile."))
            return
        self._found = differences(self._original, theirs, mine, names_of(self._plan.groups))
        self._original = theirs
        self.versions.show_differences(self._found, self.form.name_of, self.form.say)

    @override
    def settle(self, chosen: object) -> None:
        mine = self._shape()
        if mine is None:
            return
        sides = chosen if isinstance(chosen, dict) else {}
        picked = {str(name): Side(side) for name, side in sides.items()}
        self.filling = True
        self.form.show(merged(mine, self._found, picked))
        self.filling = False
        self.versions.put_away()
        self.touched()
        self.save()

    # --- what stands in the file

    def _show_file(self, file: CaseFile) -> None:
        editing = self.editing
        if editing is None or file.case_id != editing.case_id:
            return
        number, _ = short_number(file.number)
        name = next(iter(names_in_order(file)), file.figure_label)
        self.back.set_words(f"{number} {name}".strip())
        if editing.thing is None and not self._plan.single:
            return
        self._allow(ready=True)
        if self._typed:
            return
        self._learn_names(file)
        shape, version = self._plan.read(file, editing.thing)
        self._show(shape, version)
        self.sections[0].begin()

    def _allow(self, *, ready: bool) -> None:
        """Let nobody type before it is known what stands in the file."""
        for section in self.sections:
            section.setEnabled(ready)

    def _learn_names(self, file: CaseFile) -> None:
        lang = self.kit.translator.lang
        names = self.form.desk.names
        for place in (file.birth_place, file.home_place):
            if place is not None:
                names[place.id] = place.name(lang)
        for record in file.service:
            if record.details.unit_id is not None:
                names[record.details.unit_id] = record.unit(lang)

    def _show(self, shape: Any, version: int) -> None:
        self.filling = True
        self._original, self._version = shape, version
        self.form.show(shape)
        self.reason.clear()
        if self.cited is not None:
            self.cited.put_away()
        self.filling = False
        self._typed = False

    @Slot()
    def _changed(self) -> None:
        if not self.filling:
            self._typed = True
            self.touched()


def _save(uow: Any, save: Any, asked: Saving, cite: CiteFact | None) -> Outcome[UUID | None]:
    """Save a part and, in the same unit of work, what ties one of its fields to a source."""
    if cite is not None:
        cite_fact(uow, cite)
    outcome: Outcome[UUID | None] = save(uow, asked)
    return outcome


def _fault_words(fault: Fault) -> Words:
    return lambda t: fault_sentence(fault, t)

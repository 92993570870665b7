"""Build the form of one part from its table of fields; give and take its values whole.

form = ShapeForm(page, work, PERSON); form.changed.connect(...)
form.values() -> dict               raises FieldRefused for what cannot be saved
form.show(shape); form.raw(); form.show_raw(...)
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any  # Any: the shape of whichever part it is
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import Translator
from app.queries.accounting.incidents import incident_page, incident_rows
from app.shapes.incidents import IncidentPage, IncidentRow
from app.ui.editors.field_editors import (
    ChoiceEditor,
    DateEditor,
    EditorDesk,
    FieldEditor,
    LineEditor,
    LongEditor,
    NotANumber,
    NumberEditor,
    ShortDateEditor,
    TickEditor,
    TwoVersionsEditor,
    code_words,
)
from app.ui.editors.field_specs import FieldKind, FieldSpec, Group
from app.ui.editors.lookup_editors import (
    LookupEditor,
    PlaceEditor,
    UnitEditor,
    incident_choices,
    position_choices,
)
from app.ui.forms.entry import Entry
from app.ui.forms.searches import new_places, place_search, private_search, unit_search
from app.ui.forms.typed import date_said
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate

if TYPE_CHECKING:
    from app.ui.forms.form_page import FormPage

_TOP = Qt.AlignmentFlag.AlignTop


class FieldRefused(Exception):
    """Fields cannot be saved as they stand: their names and what to say."""

    def __init__(self, problems: list[tuple[str, Words]]) -> None:
        super().__init__("field_refused")
        self.problems = problems


class ShapeForm(QObject):
    """Hold the editors of one part; `changed` after every key."""

    changed = Signal()

    def __init__(self, page: "FormPage", work: Work, groups: tuple[Group, ...]) -> None:
        super().__init__(page)
        self._work = work
        self._groups = groups
        self._filling = False
        self.case_id: UUID | None = None
        self.desk = EditorDesk(
            place_search(work),
            unit_search(work),
            work.workspace.clock.today(),
            new_places=new_places(work),
            private=private_search(work, lambda: self.case_id),
        )
        self.editors: dict[str, FieldEditor] = {}
        self._grids: list[tuple[QGridLayout, list[tuple[FieldSpec, Entry]]]] = []
        for group in groups:
            self._build(page, group)
        page.narrowed.connect(self._rearrange)
        incident = self.editors.get("incident_id")
        if isinstance(incident, LookupEditor):
            incident.changed.connect(self._ask_positions)

    def arrive(self) -> None:
        """Ask for the lists that are chosen from."""
        if "incident_id" in self.editors:
            self._work.read(incident_rows, self._show_incidents)

    def values(self) -> dict[str, object]:
        """Return the values of every field; raises FieldRefused."""
        found: dict[str, object] = {}
        problems: list[tuple[str, Words]] = []
        for name, editor in self.editors.items():
            try:
                found.update(editor.values())
            except NotADate as fault:
                problems.append((name, _refused(fault)))
            except NotANumber:
                problems.append((name, lambda t: t.say("Write a whole number, figures only.")))
        if problems:
            raise FieldRefused(problems)
        return found

    def stops(self, again: Callable[[], None]) -> list[tuple[str, Words]] | None:
        """Say what a text for outside still names; None: it is read, then `again` is called."""
        told: list[tuple[str, Words]] = []
        for name, editor in self.editors.items():
            if isinstance(editor, TwoVersionsEditor):
                found = editor.two.stops(again)
                if found is None:
                    return None
                told += [(name, words) for words in found]
        return told

    def show(self, shape: Any) -> None:
        """Show a shape."""
        self._filling = True
        values = {one.name: getattr(shape, one.name) for one in fields(shape)}
        for editor in self.editors.values():
            editor.show_values(values)
        self._filling = False

    def clear(self) -> None:
        """Empty every field."""
        self._filling = True
        for editor in self.editors.values():
            first = editor.spec.choices[0] if editor.spec.choices else None
            editor.show_values({editor.spec.name: first})
        self._filling = False

    def raw(self) -> dict[str, str]:
        """Return what stands in the form, for a draft."""
        kept: dict[str, str] = {}
        for editor in self.editors.values():
            kept.update(editor.raw())
        return kept

    def show_raw(self, raw: Mapping[str, str]) -> None:
        """Show a draft."""
        self._filling = True
        for editor in self.editors.values():
            editor.show_raw(raw)
        self._filling = False

    def say(self, field: str, value: object, t: Translator) -> str:
        """Say a value of a field."""
        if value is None or value == "":
            return ""
        spec = self.spec_of(field)
        match value:
            case bool():
                return t.say("yes") if value else t.say("no")
            case PartialDate():
                return date_said(value, t) if value.edtf is not None or value.text else ""
            case UUID():
                return self.desk.names.get(value, "…")
        if spec is not None and spec.kind is FieldKind.CHOICE and field == spec.name:
            words = code_words(spec, value)
            return words if isinstance(words, str) else words(t)
        return str(value)

    def name_of(self, field: str, t: Translator) -> str:
        """Name a field."""
        spec = self.spec_of(field)
        if spec is None:
            return field
        words = spec.words if field == spec.name else spec.written_words
        return words if isinstance(words, str) else words(t)

    def spec_of(self, field: str) -> FieldSpec | None:
        """Return the description of a field."""
        for group in self._groups:
            for spec in group.fields:
                if field in {spec.name, spec.written}:
                    return spec
        return None

    def _build(self, page: "FormPage", group: Group) -> None:
        section = page.section(group.words)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        entries: list[tuple[FieldSpec, Entry]] = []
        for spec in group.fields:
            editor = self._editor(spec)
            self.editors[spec.name] = editor
            editor.changed.connect(self._tell)
            labelled = spec.kind in {FieldKind.TICK, FieldKind.TWO_VERSIONS}
            bare = labelled or len(group.fields) == 1
            entries.append((spec, page.enter(spec.name, editor.widget, "" if bare else spec.words)))
        self._grids.append((grid, entries))
        _place(grid, entries, across=2)
        section.add(holder)
        holder.setFocusProxy(self.editors[group.fields[0].name].widget)

    def _editor(self, spec: FieldSpec) -> FieldEditor:  # noqa: PLR0911  one answer a kind of field
        kit = self._work.kit
        match spec.kind:
            case FieldKind.LONG:
                return LongEditor(kit, spec)
            case FieldKind.TWO_VERSIONS:
                return TwoVersionsEditor(kit, spec, self.desk)
            case FieldKind.NUMBER:
                return NumberEditor(kit, spec)
            case FieldKind.CHOICE:
                return ChoiceEditor(kit, spec)
            case FieldKind.TICK:
                return TickEditor(kit, spec)
            case FieldKind.DATE | FieldKind.BIRTH:
                return DateEditor(kit, spec, self.desk)
            case FieldKind.SHORT_DATE:
                return ShortDateEditor(kit, spec, self.desk)
            case FieldKind.PLACE:
                return PlaceEditor(kit, spec, self.desk)
            case FieldKind.UNIT:
                return UnitEditor(kit, spec, self.desk)
            case FieldKind.INCIDENT | FieldKind.POSITION:
                return LookupEditor(kit, spec)
            case _:
                return LineEditor(kit, spec)

    def _show_incidents(self, found: tuple[IncidentRow, ...]) -> None:
        incident = self.editors.get("incident_id")
        if isinstance(incident, LookupEditor):
            lang = self._work.kit.translator.lang
            self.desk.names.update({row.id: row.title_in(lang) for row in found})
            incident.offer(incident_choices(found))

    def _ask_positions(self) -> None:
        incident, position = self.editors.get("incident_id"), self.editors.get("position_id")
        if not isinstance(incident, LookupEditor) or not isinstance(position, LookupEditor):
            return
        chosen = incident.chosen()
        if chosen is None:
            position.offer([])
            return
        self._work.read(lambda reader: incident_page(reader, chosen), self._show_positions)

    def _show_positions(self, page: IncidentPage) -> None:
        position = self.editors.get("position_id")
        if isinstance(position, LookupEditor):
            lang = self._work.kit.translator.lang
            self.desk.names.update({one.id: one.name_in(lang) for one in page.positions})
            position.offer(position_choices(page.positions))

    def _rearrange(self, narrow: bool) -> None:  # noqa: FBT001  a slot of Qt
        for grid, entries in self._grids:
            _place(grid, entries, across=1 if narrow else 2)
        for editor in self.editors.values():
            if isinstance(editor, TwoVersionsEditor):
                editor.two.set_narrow(narrow=narrow)

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()


def _place(grid: QGridLayout, entries: list[tuple[FieldSpec, Entry]], *, across: int) -> None:
    for _, entry in entries:
        grid.removeWidget(entry)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, across - 1)
    row, column = 0, 0
    for spec, entry in entries:
        wide = spec.wide or across == 1
        if wide and column:
            row, column = row + 1, 0
        grid.addWidget(entry, row, column, 1, 2 if wide else 1, _TOP)
        row, column = (row + 1, 0) if wide or column else (row, 1)


def _refused(fault: NotADate) -> Words:
    return lambda t: refusal(fault, t)

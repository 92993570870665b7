"""Make the editor a field is described to need; each gives and takes values by field name.

    editor = editor_for(kit, desk, spec); editor.changed.connect(...)
    editor.values()         {"birth": PartialDate}; raises NotADate, NotANumber
    editor.show_values({"birth": date})         editor.raw(); editor.show_raw({"birth": "…"})

`raw` is what stands in the editor, whether it can be saved or not, for drafts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import override
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.editors.field_specs import FieldKind, FieldSpec
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.searches import UnitSearch
from app.ui.forms.short_date import ShortDate
from app.ui.forms.two_versions import PrivateAnswer, PrivateSearch, TwoVersions
from app.ui.forms.typed import shown_typed
from app.ui.widgets.date_draft import DateDraft
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.partial_date_edit import PartialDateEdit
from app.ui.widgets.place_picker import NewPlaces, PlaceSearch
from app.wording.languages import language_name
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate

type Values = Mapping[str, object]
type Raw = Mapping[str, str]


class NotANumber(ValueError):
    """What was typed is not a whole number."""


@dataclass(slots=True)
class EditorDesk:
    """What editors look things up with: searches, today, the names of things by their id."""

    places: PlaceSearch
    units: UnitSearch
    today: date
    names: dict[UUID, str] = field(default_factory=dict)
    new_places: NewPlaces | None = None
    private: PrivateSearch | None = None

    def read_for_outside(self, text: str, answer: PrivateAnswer) -> None:
        """Read a text that is to leave the office."""
        if self.private is not None:
            self.private(text, answer)


class FieldEditor(QObject):
    """Edit one field; a place or a unit also edits the words as written."""

    changed = Signal()

    def __init__(self, spec: FieldSpec, widget: QWidget) -> None:
        super().__init__(widget)
        self.spec = spec
        self.widget = widget

    def values(self) -> Values:
        """Return the field's values by name; raises NotADate, NotANumber."""
        raise NotImplementedError

    def show_values(self, values: Values) -> None:
        """Show values."""
        raise NotImplementedError

    def raw(self) -> Raw:
        """Return what stands in the editor, for a draft."""
        raise NotImplementedError

    def show_raw(self, raw: Raw) -> None:
        """Show what stood in a draft."""
        raise NotImplementedError

    def tell(self, *_: object) -> None:
        """Hear the widget and pass it on."""
        self.changed.emit()


class LineEditor(FieldEditor):
    """A line of text."""

    def __init__(self, kit: Kit, spec: FieldSpec) -> None:
        self.line = LineEdit(kit, spec.words)
        super().__init__(spec, self.line)
        self.line.textChanged.connect(self.tell)

    @override
    def values(self) -> Values:
        return {self.spec.name: self.line.text().strip()}

    @override
    def show_values(self, values: Values) -> None:
        self.line.setText(str(values.get(self.spec.name) or ""))
        self.line.setCursorPosition(0)

    @override
    def raw(self) -> Raw:
        return {self.spec.name: self.line.text()}

    @override
    def show_raw(self, raw: Raw) -> None:
        self.line.setText(raw.get(self.spec.name, ""))


class NumberEditor(LineEditor):
    """A whole number, or nothing."""

    @override
    def values(self) -> Values:
        typed = self.line.text().strip()
        if typed and not typed.isdecimal():
            raise NotANumber
        return {self.spec.name: int(typed) if typed else None}


class LongEditor(FieldEditor):
    """Several lines of text."""

    def __init__(self, kit: Kit, spec: FieldSpec) -> None:
        self.area = TextArea(kit, spec.words, lines=3)
        super().__init__(spec, self.area)
        self.area.changed.connect(self.tell)

    @override
    def values(self) -> Values:
        return {self.spec.name: self.area.text().strip()}

    @override
    def show_values(self, values: Values) -> None:
        self.area.set_text(str(values.get(self.spec.name) or ""))

    @override
    def raw(self) -> Raw:
        return {self.spec.name: self.area.text()}

    @override
    def show_raw(self, raw: Raw) -> None:
        self.area.set_text(raw.get(self.spec.name, ""))


class TwoVersionsEditor(FieldEditor):
    """A text for the office beside the same as it may be passed on."""

    def __init__(self, kit: Kit, spec: FieldSpec, desk: EditorDesk) -> None:
        self.two = TwoVersions(kit, desk.read_for_outside, spec.words, spec.written_words)
        super().__init__(spec, self.two)
        self.two.changed.connect(self.tell)

    @override
    def values(self) -> Values:
        return {name: text.strip() for name, text in self.raw().items()}

    @override
    def show_values(self, values: Values) -> None:
        self.show_raw({name: str(values.get(name) or "") for name in self.raw()})
        self.two.were_saved()

    @override
    def raw(self) -> Raw:
        spec, two = self.spec, self.two
        return {spec.name: two.internal.text(), spec.written: two.releasable.text()}

    @override
    def show_raw(self, raw: Raw) -> None:
        self.two.show_texts(raw.get(self.spec.name, ""), raw.get(self.spec.written, ""))


class TickEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, kit: Kit, spec: FieldSpec) -> None:
        self.tick = QCheckBox()
        kit.bind(self.tick, self.tick.setText, spec.words)
        super().__init__(spec, self.tick)
        self.tick.toggled.connect(self.tell)

    @override
    def values(self) -> Values:
        return {self.spec.name: self.tick.isChecked()}

    @override
    def show_values(self, values: Values) -> None:
        self.tick.setChecked(bool(values.get(self.spec.name)))

    @override
    def raw(self) -> Raw:
        return {self.spec.name: "yes" if self.tick.isChecked() else ""}

    @override
    def show_raw(self, raw: Raw) -> None:
        self.tick.setChecked(bool(raw.get(self.spec.name)))


class ChoiceEditor(FieldEditor):
    """One of some codes."""

    def __init__(self, kit: Kit, spec: FieldSpec) -> None:
        self.combo = Combo(kit, spec.words)
        super().__init__(spec, self.combo)
        self._offer(spec.choices)
        self.combo.code_changed.connect(self.tell)

    def _offer(self, choices: tuple[object, ...]) -> None:
        self.combo.set_choices([(code, code_words(self.spec, code)) for code in choices])

    @override
    def values(self) -> Values:
        return {self.spec.name: self.combo.code()}

    @override
    def show_values(self, values: Values) -> None:
        code = values.get(self.spec.name)
        # A code that a newer list brought must survive a save of its neighbours.
        known = code in self.spec.choices
        self._offer(self.spec.choices if known else (*self.spec.choices, code))
        self.combo.set_code(code)

    @override
    def raw(self) -> Raw:
        return {self.spec.name: str(self.combo.code() or "")}

    @override
    def show_raw(self, raw: Raw) -> None:
        kept = raw.get(self.spec.name, "")
        self.combo.set_code(next((c for c in self.spec.choices if str(c or "") == kept), None))


class DateEditor(FieldEditor):
    """A date as exact as it is known."""

    def __init__(self, kit: Kit, spec: FieldSpec, desk: EditorDesk) -> None:
        self.edit = PartialDateEdit(
            kit, spec.words, not_after=desk.today, dob=spec.kind is FieldKind.BIRTH
        )
        super().__init__(spec, self.edit)
        self.edit.changed.connect(self.tell)

    @override
    def values(self) -> Values:
        unknown = self.edit.is_empty()
        return {self.spec.name: PartialDate.unknown() if unknown else self.edit.value()}

    @override
    def show_values(self, values: Values) -> None:
        known = values.get(self.spec.name)
        if isinstance(known, PartialDate) and (known.edtf is not None or known.text):
            self.edit.set_value(known)
        else:
            self.edit.set_draft(DateDraft(dob=self.spec.kind is FieldKind.BIRTH))

    @override
    def raw(self) -> Raw:
        return {self.spec.name: to_json(self.edit.draft())}

    @override
    def show_raw(self, raw: Raw) -> None:
        if kept := raw.get(self.spec.name):
            self.edit.set_draft(from_json(DateDraft, kept))


class ShortDateEditor(FieldEditor):
    """A date in one line."""

    def __init__(self, kit: Kit, spec: FieldSpec, desk: EditorDesk) -> None:
        self.line = ShortDate(kit, spec.words, not_after=desk.today)
        super().__init__(spec, self.line)
        self.line.changed.connect(self.tell)

    @override
    def values(self) -> Values:
        return {self.spec.name: self.line.value()}

    @override
    def show_values(self, values: Values) -> None:
        known = values.get(self.spec.name)
        self.line.set_text(shown_typed(known) if isinstance(known, PartialDate) else "")

    @override
    def raw(self) -> Raw:
        return {self.spec.name: self.line.text()}

    @override
    def show_raw(self, raw: Raw) -> None:
        self.line.set_text(raw.get(self.spec.name, ""))


def code_words(spec: FieldSpec, code: object) -> Words:
    """Name one of the codes of a field."""
    if code is None or code == "":
        return lambda t: t.say("not said")
    if not spec.vocabulary:
        return lambda t: language_name(str(code), t)
    return lambda t: label(spec.vocabulary, str(code), t.lang)

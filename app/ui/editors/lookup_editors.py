"""Edit fields that point at something the register keeps: a place, a unit, an incident."""

from collections.abc import Sequence
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.incidents import IncidentRow, PositionView
from app.ui.editors.field_editors import EditorDesk, FieldEditor, Raw, Values
from app.ui.editors.field_specs import FieldSpec
from app.ui.forms.entry import Entry
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.place_picker import ChosenPlace, PlacePicker
from app.ui.widgets.popup_list import PopupList, PopupRow


class PlaceEditor(FieldEditor):
    """A place, and the words as written."""

    def __init__(self, kit: Kit, spec: FieldSpec, desk: EditorDesk) -> None:
        holder = QWidget()
        self._desk = desk
        self.picker = PlacePicker(kit, desk.places, with_details=False, new=desk.new_places)
        self.written = LineEdit(kit, spec.written_words)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picker)
        column.addWidget(Entry(kit, self.written, spec.written_words, beside=True))
        holder.setFocusProxy(self.picker)
        super().__init__(spec, holder)
        self.picker.changed.connect(self.tell)
        self.written.textChanged.connect(self.tell)

    @override
    def values(self) -> Values:
        chosen = self.picker.value()
        written = self.written.text().strip() or ("" if chosen.key else chosen.said)
        return {
            self.spec.name: UUID(chosen.key) if chosen.key else None,
            self.spec.written: written,
        }

    @override
    def show_values(self, values: Values) -> None:
        place = values.get(self.spec.name)
        if isinstance(place, UUID):
            self.picker.set_value(ChosenPlace(str(place), self._desk.names.get(place, "…")))
        else:
            self.picker.set_value(ChosenPlace())
        self.written.setText(str(values.get(self.spec.written) or ""))

    @override
    def raw(self) -> Raw:
        chosen = self.picker.value()
        return {
            self.spec.name: f"{chosen.key}|{chosen.name}" if chosen.key else "",
            self.spec.written: self.written.text() or ("" if chosen.key else chosen.said),
        }

    @override
    def show_raw(self, raw: Raw) -> None:
        key, _, name = raw.get(self.spec.name, "").partition("|")
        self.picker.set_value(ChosenPlace(key, name))
        self.written.setText(raw.get(self.spec.written, ""))


class UnitEditor(FieldEditor):
    """A unit the register knows, and the unit as written."""

    def __init__(self, kit: Kit, spec: FieldSpec, desk: EditorDesk) -> None:
        holder = QWidget()
        self._kit = kit
        self._desk = desk
        self._unit: UUID | None = None
        self._hits: list[tuple[UUID, str]] = []
        self.field = LineEdit(kit, spec.words, icon="search")
        self.written = LineEdit(kit, spec.written_words)
        self._popup = PopupList(kit, self.field, lambda t: t.say("Units found"))
        self._timer = QTimer(holder)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(Entry(kit, self.written, spec.written_words, beside=True))
        holder.setFocusProxy(self.field)
        super().__init__(spec, holder)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(self._edited)
        self._popup.chosen.connect(self._take)
        self.written.textChanged.connect(self.tell)

    @override
    def values(self) -> Values:
        written = self.written.text().strip() or ("" if self._unit else self.field.text().strip())
        return {self.spec.name: self._unit, self.spec.written: written}

    @override
    def show_values(self, values: Values) -> None:
        unit = values.get(self.spec.name)
        self._unit = unit if isinstance(unit, UUID) else None
        self.field.setText(self._desk.names.get(self._unit, "…") if self._unit else "")
        self.written.setText(str(values.get(self.spec.written) or ""))

    @override
    def raw(self) -> Raw:
        return {
            self.spec.name: f"{self._unit or ''}|{self.field.text()}",
            self.spec.written: self.written.text(),
        }

    @override
    def show_raw(self, raw: Raw) -> None:
        key, _, name = raw.get(self.spec.name, "").partition("|")
        self._unit = UUID(key) if key else None
        self.field.setText(name)
        self.written.setText(raw.get(self.spec.written, ""))

    def _edited(self, text: str) -> None:
        self._unit = None
        if text.strip():
            self._timer.start()
        else:
            self._popup.hide_list()
        self.tell()

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._desk.units(text, lambda found: self._show(text, found))

    def _show(self, text: str, found: Sequence[tuple[UUID, str]]) -> None:
        if self.field.text().strip() != text or not self.field.hasFocus():
            return
        self._hits = list(found)
        rows = [PopupRow("tag", name) for _, name in found]
        empty = self._kit.say(
            lambda t: t.say("No such unit is known. The words are kept as written.")
        )
        self._popup.show_rows(rows, empty)

    def _take(self, at: int) -> None:
        self._popup.hide_list()
        self._unit, name = self._hits[at]
        self.field.setText(name)
        self.tell()


class LookupEditor(FieldEditor):
    """One of a few things that are listed whole: incidents, positions."""

    def __init__(self, kit: Kit, spec: FieldSpec) -> None:
        self.combo = Combo(kit, spec.words)
        self._choices: list[tuple[object, Words]] = []
        self._wanted: UUID | None = None
        super().__init__(spec, self.combo)
        self.offer([])
        self.combo.code_changed.connect(self._chosen)

    def offer(self, choices: Sequence[tuple[UUID, Words]]) -> None:
        """List what there is; the one wanted is chosen as soon as it is listed."""
        nothing: Words = lambda t: t.say("not said")  # noqa: E731  read beside its code
        self.combo.blockSignals(True)
        self.combo.set_choices([(None, nothing), *choices])
        self.combo.set_code(self._wanted if self._wanted in {c for c, _ in choices} else None)
        self.combo.blockSignals(False)

    def chosen(self) -> UUID | None:
        """Return what is chosen."""
        return self._wanted

    @override
    def values(self) -> Values:
        return {self.spec.name: self._wanted}

    @override
    def show_values(self, values: Values) -> None:
        wanted = values.get(self.spec.name)
        self._wanted = wanted if isinstance(wanted, UUID) else None
        self.combo.blockSignals(True)
        self.combo.set_code(self._wanted)
        self.combo.blockSignals(False)
        self.tell()

    @override
    def raw(self) -> Raw:
        return {self.spec.name: str(self._wanted or "")}

    @override
    def show_raw(self, raw: Raw) -> None:
        kept = raw.get(self.spec.name, "")
        self.show_values({self.spec.name: UUID(kept) if kept else None})

    def _chosen(self, code: object) -> None:
        self._wanted = code if isinstance(code, UUID) else None
        self.tell()


def incident_choices(found: Sequence[IncidentRow]) -> list[tuple[UUID, Words]]:
    """Name incidents by number and title."""

    def words(row: IncidentRow) -> Words:
        return lambda t: f"{row.number} · {row.title_in(t.lang)}"

    return [(row.id, words(row)) for row in found]


def position_choices(found: Sequence[PositionView]) -> list[tuple[UUID, Words]]:
    """Name the positions of an incident."""

    def words(position: PositionView) -> Words:
        return lambda t: position.name_in(t.lang)

    return [(position.id, words(position)) for position in found]

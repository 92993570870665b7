"""Describe an exhibit: what it is, where it came from, what can be seen; its original stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.db.unit_of_work import Reader
from app.i18n import Translator
from app.queries.exhibits.view import exhibit_view
from app.services.exhibits.exhibits import change_exhibit
from app.shapes.changes import Outcome
from app.shapes.exhibits import ExhibitView
from app.ui.events.source_picker import SourcePicker
from app.ui.exhibits.facts_draft import COMPARED, FactsDraft, field_words, value_words
from app.ui.exhibits.intake_draft import NOBODY
from app.ui.exhibits.intake_words import ways_in_order
from app.ui.exhibits.origin_parts import OriginEdit, ShownEdit
from app.ui.exhibits.words import kind_words
from app.ui.forms.drafted_form import ComparedForm
from app.ui.forms.entry import Entry
from app.ui.forms.searches import new_places, place_search, source_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.drafts import in_its_field, plain_place
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Words
from app.ui.widgets.place_picker import PlacePicker
from app.ui.work import Work
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy

PLACE = "exhibit_form"
_LINES: tuple[tuple[str, Words], ...] = (
    ("url", lambda t: t.say("Address on the internet")),
    ("url_archived", lambda t: t.say("Archived address")),
    ("uploader", lambda t: t.say("Who put it online")),
)


@dataclass(frozen=True, slots=True)
class Describing:
    """An exhibit as it was when the form was opened."""

    view: ExhibitView
    form = "change_exhibit"


class ExhibitForm(ComparedForm[Describing, FactsDraft]):
    """The form of what is known of an exhibit."""

    opened_with = (Describing,)
    shape = FactsDraft
    compared = COMPARED

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=Describing.form, save_words=lambda t: t.say("Save")
        )
        self.lines: dict[str, LineEdit] = {}
        self.long: dict[str, TextArea] = {}
        self._build()
        self._join()
        self.more_button.hide()

    # --- building

    def _build(self) -> None:
        kit, work = self.kit, self.work
        today = work.workspace.clock.today()
        self.kind = Combo(kit, lambda t: t.say("Kind"), search=True)
        self.kind.set_choices([(kind, _kind(kind)) for kind in ExhibitKind])
        self.origin = OriginEdit(kit)
        self.received_by = Combo(kit, lambda t: t.say("How it reached us"))
        self.received_by.set_choices(ways_in_order())
        self.received = ShortDate(kit, lambda t: t.say("Received on"), not_after=today)
        self.made = ShortDate(kit, lambda t: t.say("Made on"), not_after=today)
        self.source = SourcePicker(kit, source_search(work))
        self.place_edit = PlacePicker(
            kit, place_search(work), with_details=False, new=new_places(work)
        )
        self.shows = ShownEdit(kit)
        what = self.section(lambda t: t.say("What it is"))
        what.add_row((self._line("title", lambda t: t.say("Title")), 3), (self._kind_entry(), 2))
        what.add(self._area("description", lambda t: t.say("What is seen, not what it means"), 3))
        come = self.section(lambda t: t.say("Where from"))
        come.add(self.enter("origin", self.origin, lambda t: t.say("Where did this come from?")))
        come.add_row(
            (self.enter("received_by", self.received_by, lambda t: t.say("How it reached us")), 2),
            (self.enter("received", self.received, lambda t: t.say("Received on")), 1),
        )
        come.add(self.enter("source", self.source, lambda t: t.say("Source, if it is one")))
        self.entries["title_of_source"] = self.source.title_entry
        come.add(self._source_ways())
        for code, words in _LINES:
            come.add(self._line(code, words))
        made = self.section(lambda t: t.say("When and where it was made"))
        made.add_row((self.enter("made", self.made, lambda t: t.say("Made on")), 1), (QWidget(), 1))
        made.add(self.enter("place", self.place_edit))
        reported: Words = lambda t: t.say("The place in the words of who reported it")  # noqa: E731  said twice
        made.add(self._line("reported", reported))
        seen = self.section(lambda t: t.say("What can be seen"))
        seen.add(Entry(kit, self.shows))
        said = self.section(lambda t: t.say("Its words"))
        said.add(self._line("languages", lambda t: t.say("Languages")))
        said.add(self._area("transcript", lambda t: t.say("Transcript"), 4))
        why = self.section(lambda t: t.say("Why"))
        why.add(self._line("reason", lambda t: t.say("Why (may stay empty)")))

    def _line(self, code: str, words: Words) -> Entry:
        self.lines[code] = LineEdit(self.kit, words)
        return self.enter(code, self.lines[code], words)

    def _area(self, code: str, words: Words, lines: int) -> Entry:
        self.long[code] = TextArea(self.kit, words, lines=lines)
        return self.enter(code, self.long[code], words)

    def _kind_entry(self) -> Entry:
        return self.enter("kind", self.kind, lambda t: t.say("Kind"))

    def _source_ways(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.source.new_button)
        row.addStretch(1)
        return holder

    def _join(self) -> None:
        signals = [
            self.kind.code_changed,
            self.origin.changed,
            self.received_by.code_changed,
            self.received.changed,
            self.made.changed,
            self.source.changed,
            self.place_edit.changed,
            self.shows.changed,
            *(line.textChanged for line in self.lines.values()),
            *(area.changed for area in self.long.values()),
        ]
        for signal in signals:
            signal.connect(self.touched)

    # --- what the frame asks

    @override
    def start(self, intention: Describing) -> None:
        self.intention = intention
        row = intention.view.row
        self.title.set_words(lambda t: t.say("Describe {number}", number=row.number))
        self.back.set_words(row.number)
        self.show_draft(self.draft_of(intention))
        self.begin(str(row.id))

    @override
    def draft(self) -> FactsDraft:
        origin, unknown = self.origin.value()
        kind, way = self.kind.code(), self.received_by.code()
        line = {code: edit.text().strip() for code, edit in self.lines.items()}
        area = {code: edit.text().strip() for code, edit in self.long.items()}
        return FactsDraft(
            kind=kind if isinstance(kind, ExhibitKind) else ExhibitKind.DOCUMENT,
            origin=origin,
            origin_unknown=unknown,
            received_by=way if isinstance(way, ReceivedBy) else ReceivedBy.UNKNOWN,
            received=self.received.text().strip(),
            source=self.source.draft(NOBODY),
            made=self.made.text().strip(),
            place=plain_place(self.place_edit.value()),
            shows=self.shows.value(),
            **line,
            **area,
        )

    @override
    def fill(self, draft: FactsDraft) -> None:
        self.kind.set_code(draft.kind)
        self.origin.set_value(draft.origin, unknown=draft.origin_unknown)
        self.received_by.set_code(draft.received_by)
        self.received.set_text(draft.received)
        self.source.show_draft(draft.source)
        self.source.unknown_button.hide()
        self.made.set_text(draft.made)
        self.place_edit.set_value(in_its_field(draft.place))
        self.shows.set_value(draft.shows)
        for code, line in self.lines.items():
            line.setText(getattr(draft, code))
        for code, area in self.long.items():
            area.set_text(getattr(draft, code))

    @override
    def entry_of(self, field: str) -> str:
        return {"location": "place", "language": "languages"}.get(field, field)

    # --- saving

    @override
    def write(self, intention: Describing, draft: FactsDraft) -> None:
        request = draft.request(intention.view)
        self.work.write(lambda uow: change_exhibit(uow, request), self._saved, self.refused)

    @Slot(object)
    def _saved(self, _: Outcome[None]) -> None:
        self.saved(lambda t: t.say("Saved."))

    # --- two people described one exhibit

    @override
    def as_it_stands(self, intention: Describing) -> Callable[[Reader], Describing]:
        exhibit_id = intention.view.row.id
        return lambda reader: Describing(exhibit_view(reader, exhibit_id))

    @override
    def draft_of(self, intention: Describing) -> FactsDraft:
        return FactsDraft.of(intention.view, self.kit.translator)

    @override
    def field_said(self, field: str, t: Translator) -> str:
        return field_words(field, t)

    @override
    def value_said(self, field: str, value: object, t: Translator) -> str:
        return value_words(field, value, t)

    @override
    def gone_words(self, t: Translator) -> str:
        return t.say("This exhibit is not here")

    @override
    def settled(self, draft: FactsDraft) -> FactsDraft:
        return draft.with_origin_said()


def _kind(kind: ExhibitKind) -> Words:
    return lambda t: kind_words(kind, t)

"""Enter an incident or change it: title, when, where, what happened; nothing but the title needed.

The page is opened with an `Opening` or a `Changing`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, override
from uuid import UUID

from PySide6.QtCore import Slot

from app.db.unit_of_work import Reader
from app.i18n import Translator
from app.queries.accounting.incidents import incident_page
from app.services.cases.incidents import change_incident, open_incident
from app.shapes.case_report import Wording
from app.shapes.changes import Outcome
from app.shapes.incidents import IncidentPage
from app.shapes.requests.incidents import ChangeIncident
from app.ui.forms.drafted_form import ComparedForm
from app.ui.forms.entry import Entry
from app.ui.forms.searches import new_places, place_search
from app.ui.forms.typed import date_said
from app.ui.incidents.drafts import IncidentDraft, in_its_field, plain_place
from app.ui.incidents.in_languages import InLanguages
from app.ui.widgets.date_draft import DateDraft
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.partial_date_edit import PartialDateEdit
from app.ui.widgets.place_picker import ChosenPlace, PlacePicker
from app.ui.work import Work
from models.vocabulary.date_terms import NotADate

PLACE = "incident_form"
COMPARED: Final = ("title", "when", "place", "reported", "summary")


@dataclass(frozen=True, slots=True)
class Opening:
    """A new incident."""

    form = "open_incident"
    about = "new"


@dataclass(frozen=True, slots=True)
class Changing:
    """An incident that is there, as it was when the form was opened."""

    page: IncidentPage
    form = "change_incident"

    @property
    def about(self) -> str:
        """Return what its draft is about."""
        return str(self.page.id)


class IncidentForm(ComparedForm[Opening | Changing, IncidentDraft]):
    """The form of an incident; `show` leads to one that was entered."""

    opened_with = (Opening, Changing)
    shape = IncidentDraft
    compared = COMPARED

    def __init__(self, work: Work, show: Callable[[UUID], object]) -> None:
        super().__init__(
            work, PLACE, draft_form=Opening.form, save_words=lambda t: t.say("Save incident")
        )
        self._show = show
        self._build()
        self.more_button.hide()

    def _build(self) -> None:
        kit, work = self.kit, self.work
        self.names = InLanguages(kit, lambda t: t.say("Title"))
        self.when = PartialDateEdit(
            kit, lambda t: t.say("When"), not_after=work.workspace.clock.today()
        )
        self.place_edit = PlacePicker(
            kit, place_search(work), with_details=False, new=new_places(work)
        )
        self.reported = LineEdit(kit, lambda t: t.say("The place in the words of who reported it"))
        self.summary_edit = InLanguages(kit, lambda t: t.say("What happened"), lines=3)
        self.reason = LineEdit(kit, lambda t: t.say("Why it is changed, if it should be noted"))
        title = self.section(lambda t: t.say("Title"))
        title.add(self.enter("title", self.names))
        when = self.section(lambda t: t.say("When"))
        when.add(self.enter("occurred", self.when))
        where = self.section(lambda t: t.say("Where"))
        where.add(self.enter("place", self.place_edit))
        where.add(
            Entry(kit, self.reported, lambda t: t.say("The place in the words of who reported it"))
        )
        told = self.section(lambda t: t.say("What happened"))
        told.add(self.enter("summary", self.summary_edit))
        self._why = self.section(lambda t: t.say("Why"))
        self._why.add(
            Entry(kit, self.reason, lambda t: t.say("Why it is changed, if it should be noted"))
        )
        for signal in (
            self.names.changed,
            self.when.changed,
            self.place_edit.changed,
            self.reported.textChanged,
            self.summary_edit.changed,
            self.reason.textChanged,
        ):
            signal.connect(self.touched)

    # --- what the frame asks

    @override
    def first_field(self) -> None:
        self.names.begin(self.kit.translator.lang)

    @override
    def start(self, intention: Opening | Changing) -> None:
        self.intention = intention
        changes = isinstance(intention, Changing)
        self._why.setVisible(changes)
        if isinstance(intention, Changing):
            page = intention.page
            self.title.set_words(lambda t: t.say("Change the incident"))
            self.back.set_words(lambda t: page.title_in(t.lang))
        else:
            self.title.set_words(lambda t: t.say("New incident"))
            self.back.set_words(lambda t: t.say("Incidents"))
        self.show_draft(self.draft_of(intention))
        self.begin(intention.about, form=intention.form)

    @override
    def draft(self) -> IncidentDraft:
        return IncidentDraft(
            title=self.names.value(),
            when=self.when.draft(),
            place=plain_place(self.place_edit.value()),
            reported=self.reported.text().strip(),
            summary=self.summary_edit.value(),
            reason=self.reason.text().strip(),
        )

    @override
    def fill(self, draft: IncidentDraft) -> None:
        self.names.set_value(draft.title)
        self.when.set_draft(draft.when)
        self.place_edit.set_value(in_its_field(draft.place))
        self.reported.setText(draft.reported)
        self.summary_edit.set_value(draft.summary)
        self.reason.setText(draft.reason)

    # --- saving

    @override
    def write(self, intention: Opening | Changing, draft: IncidentDraft) -> None:
        if isinstance(intention, Changing):
            page = intention.page
            change = ChangeIncident(page.id, page.version, draft.request(page.number), draft.reason)
            self.work.write(lambda uow: change_incident(uow, change), self._changed, self.refused)
        else:
            new = draft.request()
            self.work.write(lambda uow: open_incident(uow, new), self._opened, self.refused)

    @Slot(object)
    def _opened(self, outcome: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The incident is entered."))
        self._show(outcome.value)

    @Slot(object)
    def _changed(self, _: Outcome[None]) -> None:
        self.saved(lambda t: t.say("The incident is changed."))

    # --- two people saved one incident

    @override
    def as_it_stands(
        self, intention: Opening | Changing
    ) -> Callable[[Reader], Opening | Changing] | None:
        if isinstance(intention, Opening):
            return None
        incident_id = intention.page.id
        return lambda reader: Changing(incident_page(reader, incident_id))

    @override
    def draft_of(self, intention: Opening | Changing) -> IncidentDraft:
        if isinstance(intention, Opening):
            return IncidentDraft()
        return IncidentDraft.of(intention.page, self.kit.translator)

    @override
    def field_said(self, field: str, t: Translator) -> str:
        return _field(field, t)

    @override
    def value_said(self, field: str, value: object, t: Translator) -> str:
        return _value(value, t)

    @override
    def gone_words(self, t: Translator) -> str:
        return t.say("Somebody took this incident back meanwhile.")


def _field(field: str, t: Translator) -> str:
    return {
        "title": t.say("Title"),
        "when": t.say("When"),
        "place": t.say("Where"),
        "reported": t.say("The place in the words of who reported it"),
        "summary": t.say("What happened"),
    }.get(field, field)


def _value(value: object, t: Translator) -> str:
    match value:
        case Wording():
            return "\n".join(said for said in (value.en, value.hy, value.ru) if said)
        case DateDraft():
            try:
                return "" if value.empty else date_said(value.date(), t)
            except NotADate:
                return value.typed
        case ChosenPlace():
            return value.name or value.said
        case _:
            return str(value or "")

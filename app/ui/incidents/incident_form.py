"""Enter an incident or change it: title, when, where, what happened; nothing but the title needed.

The page is opened with an `Opening` or a `Changing`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, override
from uuid import UUID

from PySide6.QtCore import Slot

from app.errors import CaseChangedMeanwhile
from app.i18n import Translator
from app.queries.incidents import incident_page
from app.services.incidents import change_incident, open_incident
from app.shapes.case_report import Wording
from app.shapes.changes import Outcome
from app.shapes.incidents import IncidentPage
from app.shapes.requests.incidents import ChangeIncident
from app.ui.forms.entry import Entry
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.saved import tell_saved
from app.ui.forms.searches import place_search
from app.ui.forms.typed import date_said
from app.ui.forms.versions import Difference, Side, differences, merged
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


class IncidentForm(FormPage):
    """The form of an incident; `opened` leads to one that was entered."""

    def __init__(self, work: Work, show: Callable[[UUID], object]) -> None:
        super().__init__(
            work, PLACE, draft_form=Opening.form, save_words=lambda t: t.say("Save incident")
        )
        self.intention: Opening | Changing | None = None
        self._show = show
        self._found: tuple[Difference, ...] = ()
        self._build()
        self.more_button.hide()

    def _build(self) -> None:
        kit, work = self.kit, self.work
        self.names = InLanguages(kit, lambda t: t.say("Title"))
        self.when = PartialDateEdit(
            kit, lambda t: t.say("When"), not_after=work.workspace.clock.today()
        )
        self.place_edit = PlacePicker(kit, place_search(work), with_details=False)
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
    def arrive(self, argument: object) -> None:
        if isinstance(argument, Opening | Changing):
            self.keeper.keep_now()
            self.start(argument)
        self.names.begin(self.kit.translator.lang)

    def start(self, intention: Opening | Changing) -> None:
        """Begin with an empty incident, or with one that is to be changed."""
        self.intention = intention
        changes = isinstance(intention, Changing)
        self._why.setVisible(changes)
        if isinstance(intention, Changing):
            page = intention.page
            self.title.set_words(lambda t: t.say("Change the incident"))
            self.back.set_words(lambda t: page.title_in(t.lang))
            self.show_draft(IncidentDraft.of(page, self.kit.translator))
        else:
            self.title.set_words(lambda t: t.say("New incident"))
            self.back.set_words(lambda t: t.say("Incidents"))
            self.show_draft(IncidentDraft())
        self.begin(intention.about, form=intention.form)

    def draft(self) -> IncidentDraft:
        """Return what stands in the form."""
        return IncidentDraft(
            title=self.names.value(),
            when=self.when.draft(),
            place=plain_place(self.place_edit.value()),
            reported=self.reported.text().strip(),
            summary=self.summary_edit.value(),
            reason=self.reason.text().strip(),
        )

    def show_draft(self, draft: IncidentDraft) -> None:
        """Show a draft."""
        self.filling = True
        self.names.set_value(draft.title)
        self.when.set_draft(draft.when)
        self.place_edit.set_value(in_its_field(draft.place))
        self.reported.setText(draft.reported)
        self.summary_edit.set_value(draft.summary)
        self.reason.setText(draft.reason)
        self.filling = False

    @override
    def draft_content(self) -> str:
        return to_json(self.draft())

    @override
    def take_draft(self, content: str) -> None:
        self.show_draft(from_json(IncidentDraft, content))

    # --- saving

    @override
    def save(self) -> None:
        intention = self.intention
        if intention is None or self.busy:
            return
        draft = self.draft()
        found = draft.problems(self.work.workspace.clock.today())
        self.refuse(found)
        if found:
            return
        self.busy = True
        if isinstance(intention, Changing):
            page = intention.page
            change = ChangeIncident(page.id, page.version, draft.request(page.number), draft.reason)
            self.work.write(lambda uow: change_incident(uow, change), self._changed, self._refused)
        else:
            new = draft.request()
            self.work.write(lambda uow: open_incident(uow, new), self._opened, self._refused)

    @Slot(object)
    def _opened(self, outcome: Outcome[UUID]) -> None:
        self._rest()
        tell_saved(self.work, lambda t: t.say("The incident is entered."))
        self.left.emit()
        self._show(outcome.value)

    @Slot(object)
    def _changed(self, _: Outcome[None]) -> None:
        self._rest()
        tell_saved(self.work, lambda t: t.say("The incident is changed."))
        self.left.emit()

    def _rest(self) -> None:
        self.busy = False
        self.keeper.drop()
        self.accept_all()
        self.intention = None

    def _refused(self, error: Exception) -> None:
        if isinstance(error, CaseChangedMeanwhile) and isinstance(self.intention, Changing):
            incident_id = self.intention.page.id
            self.keeper.touch()
            self.keeper.keep_now()
            self.work.read(
                lambda reader: incident_page(reader, incident_id), self._show_theirs, self._gone
            )
        else:
            self.refuse_error(error)

    # --- two people saved one incident

    def _show_theirs(self, theirs: IncidentPage) -> None:
        self.busy = False
        intention = self.intention
        if not isinstance(intention, Changing):
            return
        t = self.kit.translator
        before = IncidentDraft.of(intention.page, t)
        self.intention = Changing(theirs)
        self._found = differences(before, IncidentDraft.of(theirs, t), self.draft(), COMPARED)
        self.versions.show_differences(self._found, _field, _value)

    def _gone(self, _: Exception) -> None:
        self.busy = False
        self.versions.show_gone(lambda t: t.say("Somebody took this incident back meanwhile."))

    @override
    def settle(self, chosen: object) -> None:
        sides = chosen if isinstance(chosen, dict) else {}
        picked = {str(name): Side(side) for name, side in sides.items()}
        self.show_draft(merged(self.draft(), self._found, picked))
        self.versions.put_away()
        self.touched()
        self.save()


def _field(field: str, t: Translator) -> str:
    return {
        "title": t.say("Title"),
        "when": t.say("When"),
        "place": t.say("Where"),
        "reported": t.say("The place in the words of who reported it"),
        "summary": t.say("What happened"),
    }.get(field, field)


def _value(_: str, value: object, t: Translator) -> str:
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

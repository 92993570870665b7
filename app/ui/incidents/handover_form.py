"""Record a return operation as it was announced: when, how many, through whom, which way.

Nobody is named here; who came home is recorded in the file of each man (domain.md 3.8).
"""

from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.services.handovers.handovers import change_handover, record_handover
from app.shapes.changes import Outcome
from app.shapes.handovers import HandoverPage
from app.shapes.incidents import IncidentPage
from app.shapes.requests.handovers import ChangeHandover
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.entry import Entry
from app.ui.forms.searches import new_places, place_search
from app.ui.incidents.drafts import HandoverDraft, in_its_field, plain_place
from app.ui.incidents.in_languages import InLanguages
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.partial_date_edit import PartialDateEdit
from app.ui.widgets.place_picker import PlacePicker
from app.ui.work import Work
from models.vocabulary.accounts import Channel

PLACE = "handover_form"


@dataclass(frozen=True, slots=True)
class AddingHandover:
    """One more return operation of an incident."""

    page: IncidentPage
    form = "record_handover"


@dataclass(frozen=True, slots=True)
class NewHandover:
    """A return operation of no incident, or of several."""

    form = "record_handover"


@dataclass(frozen=True, slots=True)
class ChangingHandover:
    """A return operation is told otherwise."""

    page: HandoverPage
    form = "change_handover"


type Intention = AddingHandover | NewHandover | ChangingHandover


class HandoverForm(DraftedForm[Intention, HandoverDraft]):
    """The form of a return operation."""

    opened_with = (AddingHandover, NewHandover, ChangingHandover)
    shape = HandoverDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=AddingHandover.form, save_words=lambda t: t.say("Save return")
        )
        self._build()
        self.title.set_words(lambda t: t.say("Add a return"))
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.when = PartialDateEdit(kit, lambda t: t.say("When"), not_after=today)
        self.headcount = LineEdit(kit, lambda t: t.say("How many, as announced"))
        self.headcount.setFixedWidth(kit.theme.scaled(96))
        self.channel = Combo(kit, lambda t: t.say("Through whom"))
        self.channel.set_choices(vocabulary_choices("channel", Channel))
        self.place_edit = PlacePicker(
            kit, place_search(self.work), with_details=False, new=new_places(self.work)
        )
        self.start_edit = PlacePicker(
            kit, place_search(self.work), with_details=False, new=new_places(self.work)
        )
        self.transport = LineEdit(kit, lambda t: t.say("Transport"))
        self.intermediary = LineEdit(kit, lambda t: t.say("Intermediary"))
        self.agreed_for = TextArea(kit, lambda t: t.say("What was agreed for it"), lines=2)
        self.route = InLanguages(kit, lambda t: t.say("Route"))
        self.remark = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        when = self.section(lambda t: t.say("When"))
        when.add(self.enter("occurred", self.when))
        who = self.section(lambda t: t.say("How many, as announced"))
        who.add_row((self.enter("headcount", self.headcount), 0), (QWidget(), 1))
        who.add(Entry(kit, self.channel, lambda t: t.say("Through whom")))
        who.add(self.enter("intermediary", self.intermediary, lambda t: t.say("Intermediary")))
        where = self.section(lambda t: t.say("Where"))
        where.add(self.enter("start", self.start_edit, lambda t: t.say("From")))
        where.add(self.enter("place", self.place_edit, lambda t: t.say("Handed over at")))
        where.add(self.enter("transport", self.transport, lambda t: t.say("Transport")))
        way = self.section(lambda t: t.say("Route"))
        way.add(self.enter("route", self.route))
        price = self.section(lambda t: t.say("What was agreed for it"))
        price.add(self.enter("agreed_for", self.agreed_for))
        note = self.section(lambda t: t.say("Remark"))
        note.add(self.enter("remark", self.remark))
        for signal in (
            self.when.changed,
            self.headcount.textChanged,
            self.channel.code_changed,
            self.place_edit.changed,
            self.start_edit.changed,
            self.transport.textChanged,
            self.intermediary.textChanged,
            self.agreed_for.changed,
            self.route.changed,
            self.remark.changed,
        ):
            signal.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.when.setFocus()

    @override
    def start(self, intention: Intention) -> None:
        self.intention = intention
        if isinstance(intention, ChangingHandover):
            page = intention.page
            self.title.set_words(lambda t: t.say("Change the handover"))
            self.back.set_words(page.number)
            self.show_draft(HandoverDraft.of(page, self.kit.translator))
            self.begin(str(page.id), form=intention.form)
            return
        self.title.set_words(lambda t: t.say("Add a return"))
        self.show_draft(HandoverDraft())
        if isinstance(intention, AddingHandover):
            incident = intention.page
            self.back.set_words(lambda t: incident.title_in(t.lang))
            self.begin(str(incident.id), form=intention.form)
        else:
            self.back.set_words(lambda t: t.say("Handovers"))
            self.begin("", form=intention.form)

    @override
    def draft(self) -> HandoverDraft:
        channel = self.channel.code()
        return HandoverDraft(
            when=self.when.draft(),
            headcount=self.headcount.text().strip(),
            channel=channel if isinstance(channel, Channel) else Channel.OTHER,
            place=plain_place(self.place_edit.value()),
            route=self.route.value(),
            remark=self.remark.text().strip(),
            start=plain_place(self.start_edit.value()),
            transport=self.transport.text().strip(),
            intermediary=self.intermediary.text().strip(),
            agreed_for=self.agreed_for.text().strip(),
        )

    @override
    def fill(self, draft: HandoverDraft) -> None:
        self.when.set_draft(draft.when)
        self.headcount.setText(draft.headcount)
        self.channel.set_code(draft.channel)
        self.place_edit.set_value(in_its_field(draft.place))
        self.start_edit.set_value(in_its_field(draft.start))
        self.transport.setText(draft.transport)
        self.intermediary.setText(draft.intermediary)
        self.agreed_for.set_text(draft.agreed_for)
        self.route.set_value(draft.route)
        self.remark.set_text(draft.remark)

    @override
    def write(self, intention: Intention, draft: HandoverDraft) -> None:
        if isinstance(intention, ChangingHandover):
            page = intention.page
            change = ChangeHandover(page.id, page.version, draft.request(page.incident_id))
            self.work.write(
                lambda uow: change_handover(uow, change), self._changed, self.refuse_error
            )
            return
        of = intention.page.id if isinstance(intention, AddingHandover) else None
        request = draft.request(of)
        self.work.write(lambda uow: record_handover(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The return is recorded."))

    @Slot(object)
    def _changed(self, _: Outcome[None]) -> None:
        self.saved(lambda t: t.say("The handover is changed."))

"""The fields of what is said of a list, for the form that takes it in and the one that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import Translator
from app.queries.accounting.incidents import incident_rows
from app.queries.handovers.operations import handover_lines
from app.shapes.handovers import HandoverLine
from app.shapes.incidents import IncidentRow
from app.ui.cases.spoken import when
from app.ui.events.source_picker import SourcePicker
from app.ui.forms.entry import Entry, FormSection
from app.ui.forms.form_page import FormPage
from app.ui.forms.searches import source_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.lists.list_said import ListSaid
from app.ui.lists.words import CHANNEL, LIST_TYPE
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.grade_picker import GradePicker
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ListDirection, ListType


class ListFields:
    """What list it is, who made it, how it came, where it belongs, how good it is."""

    def __init__(self, work: Work, form: FormPage) -> None:
        self._work = work
        self._form = form
        self._said = ListSaid()
        self._sent = False
        self._incidents: dict[str, Callable[[Translator], str]] = {}
        self._handovers: dict[str, Callable[[Translator], str]] = {}
        kit, today = work.kit, work.workspace.clock.today()
        self.kind = Combo(kit, lambda t: t.say("Kind of list"))
        self.kind.set_choices(vocabulary_choices(LIST_TYPE, ListType))
        self.direction = Combo(kit, lambda t: t.say("In or out"))
        self.direction.set_choices(
            [
                (ListDirection.IN, lambda t: t.say("received")),
                (ListDirection.OUT, lambda t: t.say("sent")),
            ]
        )
        self.named = LineEdit(kit, lambda t: t.say("Title of the list"))
        self.picker = SourcePicker(kit, source_search(work))
        self.recipient = LineEdit(kit, lambda t: t.say("For whom it was made"))
        self.channel = Combo(kit, lambda t: t.say("Through whom"))
        self.channel.set_choices(vocabulary_choices(CHANNEL, Channel))
        self.dated = ShortDate(kit, lambda t: t.say("Date on the list"), not_after=today)
        self.passed_on = ShortDate(kit, lambda t: t.say("Received or sent on"), not_after=today)
        self.incident = Combo(kit, lambda t: t.say("Incident"))
        self.handover = Combo(kit, lambda t: t.say("Return"))
        self.grades = GradePicker(kit)
        self.remark = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        self._whole = self._add_what(), self._add_who()
        self._way, self._belongs = self._add_way(), self._add_belongs()
        form.section(lambda t: t.say("How good is it")).add(self.grades)
        form.section(lambda t: t.say("Remark")).add(self.remark)
        self.direction.code_changed.connect(self._show_direction)

    def show_whole(self, *, whole: bool) -> None:
        """Show all of it, or only what is said of one version."""
        for part in (*self._whole, self._channel, self._belongs):
            part.setVisible(whole)

    def changes(self) -> tuple[SignalInstance, ...]:
        """Return the signals by which one hears that the person typed."""
        return (
            self.kind.code_changed,
            self.direction.code_changed,
            self.named.textChanged,
            self.picker.changed,
            self.recipient.textChanged,
            self.channel.code_changed,
            self.dated.changed,
            self.passed_on.changed,
            self.incident.code_changed,
            self.handover.code_changed,
            self.grades.changed,
            self.remark.changed,
        )

    def let_change(self, *, sent: bool) -> None:
        """Let all be changed, but for what stands on the paper of a list sent from here."""
        self._sent = sent
        for part in (
            self.kind, self.direction, self.named, self.recipient, self.channel, self.dated,
            self.passed_on,
        ):  # fmt: skip
            part.setEnabled(not sent)

    def fill(self, said: ListSaid) -> None:
        """Put what is said of a list into the fields."""
        self._said = said
        self.kind.set_code(said.kind)
        self.direction.set_code(said.direction)
        self.named.setText(said.title)
        self.picker.show_draft(said.issuer)
        self.recipient.setText(said.recipient)
        self.channel.set_code(said.channel)
        self.dated.set_text(said.dated)
        self.passed_on.set_text(said.passed_on)
        self.incident.set_code(said.incident)
        self.handover.set_code(said.handover)
        self.grades.set_grade(said.issuer.reliability, said.issuer.credibility)
        self.remark.set_text(said.remark)

    def written_into[S: ListSaid](self, base: S) -> S:
        """Give a draft with what stands in the fields; `base` is the one that was shown."""
        kind, way, channel = self.kind.code(), self.direction.code(), self.channel.code()
        letter, figure = self.grades.grade()
        return replace(
            base,
            kind=kind if isinstance(kind, ListType) else ListType.TRACING,
            direction=way if isinstance(way, ListDirection) else ListDirection.IN,
            title=self.named.text().strip(),
            issuer=replace(
                self.picker.draft(base.issuer),
                reliability=Reliability(letter),
                credibility=Credibility(figure),
            ),
            recipient=self.recipient.text().strip(),
            channel=channel if isinstance(channel, Channel) else Channel.OTHER,
            dated=self.dated.text().strip(),
            passed_on=self.passed_on.text().strip(),
            incident=_chosen(self.incident, base.incident),
            handover=_chosen(self.handover, base.handover),
            remark=self.remark.text().strip(),
        )

    def offer(self) -> None:
        """Ask which incidents and returns there are, and choose those of the list."""
        self._work.read(incident_rows, self._offer_incidents)
        self._work.read(handover_lines, self._offer_handovers)

    def words_of(self, field: str, key: str, t: Translator) -> str:
        """Say which incident or return a key means."""
        known = (self._incidents if field == "incident" else self._handovers).get(key)
        return known(t) if known is not None else ""

    # --- building

    def _add_what(self) -> FormSection:
        form = self._form
        what = form.section(lambda t: t.say("What list it is"))
        what.add_row(
            (form.enter("kind", self.kind, lambda t: t.say("Kind of list")), 2),
            (Entry(form.kit, self.direction, lambda t: t.say("In or out")), 1),
        )
        what.add(form.enter("title", self.named, lambda t: t.say("Title of the list")))
        return what

    def _add_who(self) -> FormSection:
        form = self._form
        who = form.section(lambda t: t.say("Who made it"))
        who.add(form.enter("source", self.picker))
        links = QWidget()
        line = QHBoxLayout(links)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.picker.new_button)
        line.addWidget(self.picker.unknown_button)
        line.addStretch(1)
        who.add(links)
        who.add(Entry(form.kit, self.recipient, lambda t: t.say("For whom it was made")))
        return who

    def _add_way(self) -> FormSection:
        form = self._form
        way = form.section(lambda t: t.say("How it came or went"))
        way.add_row(
            (form.enter("dated", self.dated, lambda t: t.say("Date on the list")), 1),
            (form.enter("passed_on", self.passed_on, lambda t: t.say("Received or sent on")), 1),
        )
        self._channel = Entry(form.kit, self.channel, lambda t: t.say("Through whom"))
        way.add(self._channel)
        return way

    def _add_belongs(self) -> FormSection:
        belongs = self._form.section(lambda t: t.say("Belongs to"))
        belongs.add_row(
            (Entry(self._form.kit, self.incident, lambda t: t.say("Incident")), 1),
            (Entry(self._form.kit, self.handover, lambda t: t.say("Return")), 1),
        )
        return belongs

    # --- what is offered

    def _show_direction(self, *_: object) -> None:
        out = self.direction.code() is ListDirection.OUT
        self.recipient.setEnabled((out or bool(self.recipient.text())) and not self._sent)

    def _offer_incidents(self, rows: tuple[IncidentRow, ...]) -> None:
        self._incidents = {str(row.id): _incident_words(row) for row in rows}
        none: tuple[object, Words] = ("", lambda t: t.say("no incident"))
        self._offer_in(self.incident, [none, *self._incidents.items()], self._said.incident)

    def _offer_handovers(self, rows: tuple[HandoverLine, ...]) -> None:
        self._handovers = {str(row.id): _handover_words(row) for row in rows}
        none: tuple[object, Words] = ("", lambda t: t.say("no return"))
        self._offer_in(self.handover, [none, *self._handovers.items()], self._said.handover)

    def _offer_in(self, combo: Combo, choices: list[tuple[object, Words]], chosen: str) -> None:
        self._form.filling = True
        kept = str(combo.code() or "") or chosen
        combo.set_choices(choices)
        combo.set_code(kept)
        self._form.filling = False


def _chosen(combo: Combo, before: str) -> str:
    code = combo.code()
    return before if code is None else str(code)


def _incident_words(row: IncidentRow) -> Callable[[Translator], str]:
    def said(t: Translator) -> str:
        return " ".join((row.number, row.title_in(t.lang)))

    return said


def _handover_words(row: HandoverLine) -> Callable[[Translator], str]:
    return lambda t: t.say("{number}, {day}", number=row.number, day=when(row.occurred, t, "table"))

"""Take a list in: its rows, what it is, who made it, how it came; or the next version of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import Translator
from app.queries.accounting.incidents import incident_rows
from app.queries.handovers.operations import handover_lines
from app.services.lists.lists import take_in_list
from app.shapes.changes import Outcome
from app.shapes.handovers import HandoverLine
from app.shapes.incidents import IncidentRow
from app.shapes.lists import ListPage
from app.shapes.requests.lists import ListTaken
from app.ui.cases.spoken import when
from app.ui.events.source_picker import SourcePicker
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.entry import Entry
from app.ui.forms.searches import source_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.lists.intake_draft import IntakeDraft
from app.ui.lists.intake_rows import IntakeRows
from app.ui.lists.words import CHANNEL, LIST_TYPE
from app.ui.shell.actions import Action
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.grade_picker import GradePicker
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ListDirection, ListType

PLACE = "list_intake"


@dataclass(frozen=True, slots=True)
class TakingIn:
    """A list comes in: a new one, perhaps of a handover, or the next version of one."""

    handover_id: UUID | None = None
    before: ListPage | None = None
    form = "take_in_list"


class IntakeForm(DraftedForm[TakingIn, IntakeDraft]):
    """The form of a list; `show` leads to what came in."""

    opened_with = (TakingIn,)
    shape = IntakeDraft

    def __init__(self, work: Work, show: Callable[[UUID], object]) -> None:
        super().__init__(
            work, PLACE, draft_form=TakingIn.form, save_words=lambda t: t.say("Take the list in")
        )
        self._open_list = show
        self._shown = IntakeDraft()
        self._build()
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.rows_part = IntakeRows(self.work)
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
        self.picker = SourcePicker(kit, source_search(self.work))
        self.recipient = LineEdit(kit, lambda t: t.say("For whom it was made"))
        self.channel = Combo(kit, lambda t: t.say("Through whom"))
        self.channel.set_choices(vocabulary_choices(CHANNEL, Channel))
        self.dated = ShortDate(kit, lambda t: t.say("Date on the list"), not_after=today)
        self.passed_on = ShortDate(kit, lambda t: t.say("Received or sent on"), not_after=today)
        self.incident = Combo(kit, lambda t: t.say("Incident"))
        self.handover = Combo(kit, lambda t: t.say("Return"))
        self.grades = GradePicker(kit)
        self.remark = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        self._add_sections()
        self._connect_parts()

    def _add_sections(self) -> None:
        rows = self.section(lambda t: t.say("The list itself"))
        rows.add(self.enter("rows", self.rows_part))
        self._whole = [self.section(lambda t: t.say("What list it is"))]
        what = self._whole[0]
        what.add_row(
            (Entry(self.kit, self.kind, lambda t: t.say("Kind of list")), 2),
            (Entry(self.kit, self.direction, lambda t: t.say("In or out")), 1),
        )
        what.add(self.enter("title", self.named, lambda t: t.say("Title of the list")))
        who = self.section(lambda t: t.say("Who made it"))
        self._whole.append(who)
        who.add(self.enter("source", self.picker))
        links = QWidget()
        line = QHBoxLayout(links)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.picker.new_button)
        line.addWidget(self.picker.unknown_button)
        line.addStretch(1)
        who.add(links)
        who.add(Entry(self.kit, self.recipient, lambda t: t.say("For whom it was made")))
        way = self.section(lambda t: t.say("How it came or went"))
        way.add_row(
            (self.enter("dated", self.dated, lambda t: t.say("Date on the list")), 1),
            (self.enter("passed_on", self.passed_on, lambda t: t.say("Received or sent on")), 1),
        )
        self._channel = Entry(self.kit, self.channel, lambda t: t.say("Through whom"))
        way.add(self._channel)
        belongs = self.section(lambda t: t.say("Belongs to"))
        self._whole.append(belongs)
        belongs.add_row(
            (Entry(self.kit, self.incident, lambda t: t.say("Incident")), 1),
            (Entry(self.kit, self.handover, lambda t: t.say("Return")), 1),
        )
        good = self.section(lambda t: t.say("How good is it"))
        good.add(self.grades)
        note = self.section(lambda t: t.say("Remark"))
        note.add(self.remark)

    def _connect_parts(self) -> None:
        self.rows_part.named.connect(self._take_name)
        self.direction.code_changed.connect(self._show_direction)
        for signal in (
            self.rows_part.changed,
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
        ):
            signal.connect(self.touched)

    @override
    def add_own_actions(self) -> None:
        self.work.actions.add(
            Action("list_intake.open", lambda t: t.say("Choose the file"), "Ctrl+O", place=PLACE),
            self.rows_part.choose_file,
        )

    # --- the form

    @override
    def first_field(self) -> None:
        self.rows_part.choose.setFocus()

    @override
    def start(self, intention: TakingIn) -> None:
        self.intention = intention
        before = intention.before
        for section in self._whole:
            section.setVisible(before is None)
        self._channel.setVisible(before is None)
        self.back.set_words(lambda t: t.say("Lists"))
        self.work.read(incident_rows, self._show_incidents)
        self.work.read(handover_lines, self._show_handovers)
        if before is not None:
            number = before.list.number
            self.title.set_words(lambda t: t.say("Next version of {number}", number=number))
            self.show_draft(IntakeDraft.next_of(before))
            self.begin(str(before.list.id))
            return
        self.title.set_words(lambda t: t.say("Take a list in"))
        handover = intention.handover_id
        kind = ListType.TRACING if handover is None else ListType.MANIFEST
        self.show_draft(IntakeDraft(kind=kind, handover=str(handover or "")))
        self.begin(str(handover or "new"))

    @override
    def draft(self) -> IntakeDraft:
        letter, figure = self.grades.grade()
        kind, way, channel = self.kind.code(), self.direction.code(), self.channel.code()
        base = self._shown
        issuer = replace(
            self.picker.draft(base.issuer),
            reliability=Reliability(letter),
            credibility=Credibility(figure),
        )
        made = IntakeDraft(
            kind=kind if isinstance(kind, ListType) else ListType.TRACING,
            direction=way if isinstance(way, ListDirection) else ListDirection.IN,
            title=self.named.text().strip(),
            issuer=issuer,
            recipient=self.recipient.text().strip(),
            channel=channel if isinstance(channel, Channel) else Channel.OTHER,
            dated=self.dated.text().strip(),
            passed_on=self.passed_on.text().strip(),
            incident=self._chosen(self.incident, base.incident),
            handover=self._chosen(self.handover, base.handover),
            is_next=base.is_next,
            remark=self.remark.text().strip(),
        )
        return self.rows_part.written_into(made)

    @override
    def fill(self, draft: IntakeDraft) -> None:
        self._shown = draft
        self.rows_part.show_draft(draft)
        self.kind.set_code(draft.kind)
        self.direction.set_code(draft.direction)
        self.named.setText(draft.title)
        self.picker.show_draft(draft.issuer)
        self.recipient.setText(draft.recipient)
        self.channel.set_code(draft.channel)
        self.dated.set_text(draft.dated)
        self.passed_on.set_text(draft.passed_on)
        self.incident.set_code(draft.incident)
        self.handover.set_code(draft.handover)
        self.grades.set_grade(draft.issuer.reliability, draft.issuer.credibility)
        self.remark.set_text(draft.remark)

    @override
    def save(self) -> None:
        """Save; what stops it is asked of the rows too."""
        if self.intention is None or self.busy:
            return
        draft, rows = self.draft(), self.rows_part.rows()
        found = draft.rows_problems(rows) + draft.problems(self.work.workspace.clock.today())
        self.refuse(found)
        if found:
            return
        self.busy = True
        self.write(self.intention, draft)

    @override
    def entry_of(self, field: str) -> str:
        return {"file": "rows", "columns": "rows", "issuer": "source"}.get(field, field)

    @override
    def write(self, intention: TakingIn, draft: IntakeDraft) -> None:
        before = intention.before
        list_id = before.list.id if before is not None else None
        request = draft.request(self.rows_part.rows(), self.rows_part.content(), list_id)
        self.work.write(lambda uow: take_in_list(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, outcome: Outcome[ListTaken]) -> None:
        taken = outcome.value
        self.saved(
            lambda t: t.say_n(
                "{list} is here with {n} row.",
                "{list} is here with {n} rows.",
                taken.rows,
                list=taken.named,
            )
        )
        self._open_list(taken.list_id)

    # --- what is offered

    def _take_name(self, name: str) -> None:
        if not self.named.text().strip():
            self.named.setText(name)

    def _show_direction(self, *_: object) -> None:
        out = self.direction.code() is ListDirection.OUT
        self.recipient.setEnabled(out or bool(self.recipient.text()))

    def _show_incidents(self, rows: tuple[IncidentRow, ...]) -> None:
        none: tuple[object, Words] = ("", lambda t: t.say("no incident"))
        self._offer_in(
            self.incident,
            [none, *((str(row.id), _incident_words(row)) for row in rows)],
            self._shown.incident,
        )

    def _show_handovers(self, rows: tuple[HandoverLine, ...]) -> None:
        none: tuple[object, Words] = ("", lambda t: t.say("no return"))
        self._offer_in(
            self.handover,
            [none, *((str(row.id), _handover_words(row)) for row in rows)],
            self._shown.handover,
        )

    def _offer_in(self, combo: Combo, choices: list[tuple[object, Words]], chosen: str) -> None:
        self.filling = True
        kept = str(combo.code() or "") or chosen
        combo.set_choices(choices)
        combo.set_code(kept)
        self.filling = False

    @staticmethod
    def _chosen(combo: Combo, before: str) -> str:
        code = combo.code()
        return before if code is None else str(code)


def _incident_words(row: IncidentRow) -> Words:
    def said(t: Translator) -> str:
        return " ".join((row.number, row.title_in(t.lang)))

    return said


def _handover_words(row: HandoverLine) -> Words:
    return lambda t: t.say("{number}, {day}", number=row.number, day=when(row.occurred, t, "table"))

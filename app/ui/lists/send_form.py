"""Send a list of our own men, or the next version of one: who, to whom, on what ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer, Slot

from app.jobs.papers.list_sending import ChosenMan, chosen_men, send_our_list
from app.queries.lists.sent import cases_of_version
from app.queries.submissions.periods import men_in_brief
from app.shapes.lists import ListPage
from app.shapes.requests.lists import ListTaken
from app.ui.events.draft import OtherMan
from app.ui.events.others_edit import OthersEdit
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.entry import Entry, FormSection
from app.ui.forms.searches import men_search
from app.ui.forms.short_date import ShortDate
from app.ui.incidents.layouts import vocabulary_choices
from app.ui.lists.chosen_rows import ChosenRows
from app.ui.lists.send_draft import KINDS, ManRemark, SendDraft
from app.ui.lists.words import CHANNEL, LIST_TYPE
from app.ui.submissions.form_parts import tick
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.work import Work
from models.vocabulary.accounts import Channel
from models.vocabulary.lists import NEGOTIATED, ListType
from models.vocabulary.papers import LegalBasis

PLACE = "list_sending"
_READ_AFTER_MS = 250
_LANGUAGES = (("hy", "Հայերեն"), ("ru", "Русский"), ("en", "English"))


@dataclass(frozen=True, slots=True)
class Sending:
    """A list goes out: a new one with these men, or the next version of one."""

    case_ids: tuple[UUID, ...] = ()
    before: ListPage | None = None
    form = "send_list"


class SendForm(DraftedForm[Sending, SendDraft]):
    """The form of a list that goes out; `show` leads to what was sent."""

    opened_with = (Sending,)
    shape = SendDraft

    def __init__(self, work: Work, show: Callable[[UUID], object]) -> None:
        super().__init__(
            work, PLACE, draft_form=Sending.form, save_words=lambda t: t.say("Send the list")
        )
        self._open_list = show
        self._is_next = False
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_AFTER_MS)
        self._timer.timeout.connect(self._read_men)
        self._build()
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.men = OthersEdit(kit, men_search(self.work))
        self.chosen = ChosenRows(kit)
        self.kind = Combo(kit, lambda t: t.say("Kind of list"))
        self.kind.set_choices(vocabulary_choices(LIST_TYPE, KINDS))
        self.named = LineEdit(kit, lambda t: t.say("Title of the list"))
        self.recipient = LineEdit(kit, lambda t: t.say("To whom it goes"))
        self.channel = Combo(kit, lambda t: t.say("Through whom"))
        self.channel.set_choices(vocabulary_choices(CHANNEL, Channel))
        self.basis = Combo(kit, lambda t: t.say("On what ground"))
        self.basis.set_choices(vocabulary_choices("legal_basis", LegalBasis))
        self.units = tick(kit, lambda t: t.say("Name units as well, as was agreed"))
        self.language = Combo(kit, lambda t: t.say("Rows are kept in"))
        self.language.set_choices([(code, name) for code, name in _LANGUAGES])
        self.dated = ShortDate(kit, lambda t: t.say("Date on the list"), not_after=today)
        self.passed_on = ShortDate(kit, lambda t: t.say("Sent on"), not_after=today)
        self.remark = TextArea(kit, lambda t: t.say("Remark"), lines=2)
        who = self.section(lambda t: t.say("Who stands on it"))
        who.add(self.enter("men", self.men))
        who.add(self.enter("case", self.chosen))
        self._what = self._add_what()
        why = self.section(lambda t: t.say("On what ground"))
        why.add(self.enter("basis", self.basis))
        why.add(self.units)
        when = self.section(lambda t: t.say("When"))
        when.add_row(
            (self.enter("dated", self.dated, lambda t: t.say("Date on the list")), 1),
            (self.enter("passed_on", self.passed_on, lambda t: t.say("Sent on")), 1),
            (Entry(kit, self.language, lambda t: t.say("Rows are kept in")), 1),
        )
        note = self.section(lambda t: t.say("Remark"))
        note.add(self.enter("remark", self.remark))
        self._connect_parts()

    def _add_what(self) -> FormSection:
        what = self.section(lambda t: t.say("What list it is"))
        what.add(self.enter("title", self.named, lambda t: t.say("Title of the list")))
        what.add_row(
            (Entry(self.kit, self.kind, lambda t: t.say("Kind of list")), 1),
            (self.enter("recipient", self.recipient, lambda t: t.say("To whom it goes")), 1),
            (Entry(self.kit, self.channel, lambda t: t.say("Through whom")), 1),
        )
        return what

    def _connect_parts(self) -> None:
        for signal in (self.men.changed, self.kind.code_changed, self.basis.code_changed):
            signal.connect(self._read_soon)
        for signal in (
            self.men.changed,
            self.chosen.changed,
            self.kind.code_changed,
            self.named.textChanged,
            self.recipient.textChanged,
            self.channel.code_changed,
            self.basis.code_changed,
            self.units.toggled,
            self.language.code_changed,
            self.dated.changed,
            self.passed_on.changed,
            self.remark.changed,
        ):
            signal.connect(self.touched)

    # --- the form

    @override
    def first_field(self) -> None:
        self.men.setFocus()

    @override
    def start(self, intention: Sending) -> None:
        self.intention = intention
        before, wanted = intention.before, intention.case_ids
        self._what.setVisible(before is None)
        self.back.set_words(lambda t: t.say("Lists"))
        if before is None:
            self.title.set_words(lambda t: t.say("Send a list of our men"))
            self.show_draft(SendDraft())
            self.begin("new")
            if wanted:
                self.work.read(lambda reader: men_in_brief(reader, wanted), self._name_men)
            return
        number, version_id = before.list.number, before.versions[-1].id
        self.title.set_words(lambda t: t.say("Send the next version of {number}", number=number))
        self.show_draft(SendDraft.next_of(before))
        self.begin(str(before.list.id))
        self.work.read(
            lambda reader: men_in_brief(
                reader, tuple(dict.fromkeys((*cases_of_version(reader, version_id), *wanted)))
            ),
            self._name_men,
        )

    @Slot(object)
    def _name_men(self, found: tuple[tuple[UUID, str, str], ...]) -> None:
        self.filling = True
        self.men.show_named([OtherMan(str(one), f"{number} {name}") for one, number, name in found])
        self.filling = False
        self._read_soon()

    @override
    def draft(self) -> SendDraft:
        kind, channel, basis = self.kind.code(), self.channel.code(), self.basis.code()
        return SendDraft(
            men=self.men.named(),
            left_out=self.chosen.left_out(),
            remarks=tuple(ManRemark(key, text) for key, text in self.chosen.remarks().items()),
            kind=kind if isinstance(kind, ListType) else ListType.NEGOTIATION,
            title=self.named.text().strip(),
            recipient=self.recipient.text().strip(),
            channel=channel if isinstance(channel, Channel) else Channel.OTHER,
            basis=basis if isinstance(basis, LegalBasis) else LegalBasis.CONSENT,
            with_units=self.units.isChecked(),
            language=str(self.language.code() or "hy"),
            dated=self.dated.text().strip(),
            passed_on=self.passed_on.text().strip(),
            remark=self.remark.text().strip(),
            is_next=self._is_next,
        )

    @override
    def fill(self, draft: SendDraft) -> None:
        self._is_next = draft.is_next
        self.men.show_named(draft.men)
        self.kind.set_code(draft.kind)
        self.named.setText(draft.title)
        self.recipient.setText(draft.recipient)
        self.channel.set_code(draft.channel)
        self.basis.set_code(draft.basis)
        self.units.setChecked(draft.with_units)
        self.language.set_code(draft.language)
        self.dated.set_text(draft.dated)
        self.passed_on.set_text(draft.passed_on)
        self.remark.set_text(draft.remark)
        self.chosen.show_men((), (), {}, guarded=False)
        self._read_as(draft)

    @override
    def save(self) -> None:
        """Send it; who may not be on it is asked about first."""
        if self.intention is None or self.busy:
            return
        draft = self.draft()
        found = draft.problems(self.work.workspace.clock.today())
        if draft.kind in NEGOTIATED and self.chosen.undecided():
            found.append(
                ("case", lambda t: t.say("Decide about those who may not be on this list."))
            )
        self.refuse(found)
        if not found:
            self.busy = True
            self.write(self.intention, draft)

    @override
    def entry_of(self, field: str) -> str:
        return {"rows": "case", "list": "title"}.get(field, field)

    @override
    def write(self, intention: Sending, draft: SendDraft) -> None:
        before = intention.before
        request = draft.request(before.list.id if before is not None else None)
        workspace = self.work.workspace
        self.work.tasks.write(
            lambda: send_our_list(
                workspace, request, remarks=draft.said_beside(), with_units=draft.with_units
            ),
            self._sent,
            self.refuse_error,
        )

    @Slot(object)
    def _sent(self, taken: ListTaken) -> None:
        self.saved(
            lambda t: t.say_n(
                "{list} was sent with {n} man. It stays as it is.",
                "{list} was sent with {n} men. It stays as it is.",
                taken.rows,
                list=taken.named,
            )
        )
        self._open_list(taken.list_id)

    # --- who may be on it

    def _read_soon(self, *_: object) -> None:
        self._timer.start()

    def _read_men(self) -> None:
        self._read_as(self.draft())

    def _read_as(self, draft: SendDraft) -> None:
        """Read what the list says of the men, and who may not be on it, on this ground."""
        self._turn += 1
        turn, ids = self._turn, tuple(UUID(man.key) for man in draft.men)
        if not ids:
            self.chosen.show_men((), (), {}, guarded=False)
            return
        self.work.read(
            lambda reader: (turn, draft, chosen_men(reader, ids, draft.basis)), self._show_men
        )

    @Slot(object)
    def _show_men(self, answer: tuple[int, SendDraft, tuple[ChosenMan, ...]]) -> None:
        turn, draft, men = answer
        if turn != self._turn:
            return
        filling, self.filling = self.filling, True
        self.chosen.show_men(
            men, draft.left_out, draft.said_beside(), guarded=draft.kind in NEGOTIATED
        )
        self.filling = filling

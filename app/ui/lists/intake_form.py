"""Take a list in: its rows, what it is, who made it, how it came; or the next version of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot

from app.i18n import Translator
from app.services.lists.lists import take_in_list
from app.shapes.changes import Outcome
from app.shapes.lists import ListPage
from app.shapes.requests.lists import ListTaken
from app.ui.forms.drafted_form import DraftedForm
from app.ui.lists.intake_draft import IntakeDraft
from app.ui.lists.intake_rows import IntakeRows
from app.ui.lists.list_fields import ListFields
from app.ui.shell.actions import Action
from app.ui.work import Work
from models.vocabulary.lists import ListType

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
        self.rows_part = IntakeRows(self.work)
        rows = self.section(lambda t: t.say("The list itself"))
        rows.add(self.enter("rows", self.rows_part))
        self.fields = ListFields(self.work, self)
        self.rows_part.named.connect(self._take_name)
        for signal in (self.rows_part.changed, *self.fields.changes()):
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
        self.fields.show_whole(whole=before is None)
        self.back.set_words(lambda t: t.say("Lists"))
        if before is not None:
            number = before.list.number
            self.title.set_words(lambda t: t.say("Next version of {number}", number=number))
            self.show_draft(IntakeDraft.next_of(before))
            self.fields.offer()
            self.begin(str(before.list.id))
            return
        self.title.set_words(lambda t: t.say("Take a list in"))
        handover = intention.handover_id
        kind = ListType.TRACING if handover is None else ListType.MANIFEST
        self.show_draft(IntakeDraft(kind=kind, handover=str(handover or "")))
        self.fields.offer()
        self.begin(str(handover or "new"))

    @override
    def draft(self) -> IntakeDraft:
        return self.rows_part.written_into(self.fields.written_into(self._shown))

    @override
    def fill(self, draft: IntakeDraft) -> None:
        self._shown = draft
        self.rows_part.show_draft(draft)
        self.fields.fill(draft)

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
        self.saved(lambda t: _taken_words(taken, t))
        self._open_list(taken.list_id)

    # --- what is offered

    def _take_name(self, name: str) -> None:
        if not self.fields.named.text().strip():
            self.fields.named.setText(name)


def _taken_words(taken: ListTaken, t: Translator) -> str:
    if taken.same_rows_on:
        return t.say(
            "{list} is here. The very same rows stand on {other} already.",
            list=taken.named,
            other=taken.same_rows_on,
        )
    return t.say_n(
        "{list} is here with {n} row.",
        "{list} is here with {n} rows.",
        taken.rows,
        list=taken.named,
    )

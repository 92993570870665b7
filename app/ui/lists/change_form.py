"""Mend what is said of a list after it came in; what its rows led to follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, override

from PySide6.QtCore import Slot

from app.db.unit_of_work import Reader
from app.errors import NeedsReason
from app.i18n import Translator
from app.queries.lists.pages import list_page
from app.services.lists.describing import change_list
from app.shapes.changes import Outcome
from app.shapes.lists import ListPage
from app.ui.events.source_draft import SourceDraft
from app.ui.forms.drafted_form import ComparedForm
from app.ui.lists.change_draft import ChangeDraft
from app.ui.lists.list_fields import ListFields
from app.ui.lists.words import CHANNEL, LIST_TYPE
from app.ui.theme.palette import Role
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.notice import Notice
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.vocabulary import label
from models.vocabulary.accounts import Channel
from models.vocabulary.lists import ListDirection, ListOrigin, ListType

PLACE = "list_change"
COMPARED: Final = (
    "kind",
    "direction",
    "title",
    "issuer",
    "recipient",
    "channel",
    "dated",
    "passed_on",
    "incident",
    "handover",
    "remark",
    "version_remark",
)


@dataclass(frozen=True, slots=True)
class ChangingList:
    """A list that is there, as it was when the form was opened."""

    page: ListPage
    form = "change_list"


class ChangeListForm(ComparedForm[ChangingList, ChangeDraft]):
    """The form of a list that is there; it names the version that is being mended."""

    opened_with = (ChangingList,)
    shape = ChangeDraft
    compared = COMPARED

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=ChangingList.form, save_words=lambda t: t.say("Save the list")
        )
        self._shown = ChangeDraft()
        self._build()
        self.more_button.hide()

    def _build(self) -> None:
        kit = self.kit
        self.sent = Notice(kit, Role.TEXT2, "lock")
        self.notices.addWidget(self.sent)
        self.fields = ListFields(self.work, self)
        self.version_remark = TextArea(kit, lambda t: t.say("Remark on this version"), lines=2)
        self.reason = LineEdit(kit, lambda t: t.say("Why it is changed, if it should be noted"))
        remark = self.section(lambda t: t.say("Remark on this version"))
        remark.add(self.version_remark)
        why = self.section(lambda t: t.say("Why"))
        why.add(
            self.enter(
                "reason", self.reason, lambda t: t.say("Why it is changed, if it should be noted")
            )
        )
        changes = (self.version_remark.changed, self.reason.textChanged)
        for signal in (*self.fields.changes(), *changes):
            signal.connect(self.touched)

    # --- the form

    @override
    def first_field(self) -> None:
        (self.fields.named if self.fields.named.isEnabled() else self.fields.picker).setFocus()

    @override
    def start(self, intention: ChangingList) -> None:
        self.intention = intention
        page = intention.page
        named, number = page.version.named, page.list.number
        self.title.set_words(lambda t: t.say("What is said of {list}", list=named))
        self.back.set_words(number)
        was_sent = any(one.origin is ListOrigin.REGISTER for one in page.versions)
        self.sent.show_words(_sent_words if was_sent else "")
        self.show_draft(self.draft_of(intention))
        self.fields.let_change(sent=was_sent)
        self.fields.offer()
        self.begin(str(page.version.id))

    @override
    def draft(self) -> ChangeDraft:
        return replace(
            self.fields.written_into(self._shown),
            version_remark=self.version_remark.text().strip(),
            reason=self.reason.text().strip(),
        )

    @override
    def fill(self, draft: ChangeDraft) -> None:
        self._shown = draft
        self.fields.fill(draft)
        self.version_remark.set_text(draft.version_remark)
        self.reason.setText(draft.reason)

    # --- saving

    @override
    def entry_of(self, field: str) -> str:
        return {"issuer": "source", "list": "title"}.get(field, field)

    @override
    def write(self, intention: ChangingList, draft: ChangeDraft) -> None:
        request = draft.request(intention.page)
        self.work.write(lambda uow: change_list(uow, request), self._saved, self._refused)

    @Slot(object)
    def _saved(self, _: Outcome[None]) -> None:
        self.saved(lambda t: t.say("The list is mended."))

    def _refused(self, error: Exception) -> None:
        """Ask why, where what follows does not fit other facts; it may be saved all the same."""
        if isinstance(error, NeedsReason):
            told = error
            self.busy = False
            self.refuse([("reason", lambda t: sentence(told, t))])
            return
        self.refused(error)

    # --- two people saved one list

    @override
    def as_it_stands(self, intention: ChangingList) -> Callable[[Reader], ChangingList]:
        page = intention.page
        list_id, number = page.list.id, page.version.version_no
        return lambda reader: ChangingList(list_page(reader, list_id, number))

    @override
    def draft_of(self, intention: ChangingList) -> ChangeDraft:
        return ChangeDraft.of(intention.page, self.kit.translator.lang)

    @override
    def field_said(self, field: str, t: Translator) -> str:
        return {
            "kind": t.say("Kind of list"),
            "direction": t.say("In or out"),
            "title": t.say("Title of the list"),
            "issuer": t.say("Who made it"),
            "recipient": t.say("For whom it was made"),
            "channel": t.say("Through whom"),
            "dated": t.say("Date on the list"),
            "passed_on": t.say("Received or sent on"),
            "incident": t.say("Incident"),
            "handover": t.say("Return"),
            "remark": t.say("Remark"),
            "version_remark": t.say("Remark on this version"),
        }.get(field, field)

    @override
    def value_said(self, field: str, value: object, t: Translator) -> str:
        match value:
            case ListType():
                return label(LIST_TYPE, value.value, t.lang)
            case ListDirection.IN:
                return t.say("received")
            case ListDirection.OUT:
                return t.say("sent")
            case Channel():
                return label(CHANNEL, value.value, t.lang)
            case SourceDraft():
                grade = f"{value.reliability.value}{value.credibility.value}"
                return f"{value.shown or value.title} · {grade}"
        if field in {"incident", "handover"}:
            return self.fields.words_of(field, str(value), t)
        return str(value)

    @override
    def gone_words(self, t: Translator) -> str:
        return t.say("Somebody took this list back meanwhile.")


def _sent_words(t: Translator) -> str:
    return t.say(
        "This list was made here and sent: what stands on the paper stays as it was sent. Mended "
        "can be who made it, where it belongs, how good it is, and the remarks."
    )

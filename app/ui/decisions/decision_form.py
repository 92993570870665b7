"""Set a status by hand: which question, to what, why, on what evidence, and until when (P13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.queries.cases.file import case_file
from app.queries.cases.overrides import preview_override
from app.services.cases.overrides import set_override
from app.shapes.case_file import CaseFile
from app.shapes.changes import Changes, Outcome
from app.shapes.overrides import OverrideView
from app.ui.cases.spoken import names_in_order, short_number
from app.ui.cases.what_changes import WhatChanges
from app.ui.decisions.draft import (
    LONGEST_EVIDENCE,
    QUESTIONS,
    DecisionDraft,
    values_of,
)
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.short_date import ShortDate
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.decisions import HEADLINE, question_words, vocabulary_of
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.codebook import Status
from models.codebook.overrides import LONGEST_DAYS

PLACE = "decision_form"
LONGEST_REASON = 500
_UNCHOSEN = ""
_LOOK_WAIT_MS = 150


@dataclass(frozen=True, slots=True)
class Deciding:
    """A decision by hand about one man; `anew` is the one that is to be reviewed."""

    file: CaseFile
    anew: OverrideView | None = None
    form = "set_override"


class DecisionForm(DraftedForm[Deciding, DecisionDraft]):
    """The form of a decision by hand."""

    opened_with = (Deciding,)
    shape = DecisionDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work,
            PLACE,
            draft_form=Deciding.form,
            save_words=lambda t: t.say("Set by hand"),
        )
        self.what_changes = WhatChanges(self.kit)
        self._rail = _rail(self.kit, self.what_changes)
        self._turn = 0
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(_LOOK_WAIT_MS)
        self._look_timer.timeout.connect(self._look)
        self._build()
        self.title.set_words(lambda t: t.say("Decide by hand"))
        self.more_button.hide()
        work.bus.listen(self._file_changed, "cases")

    def _build(self) -> None:
        kit = self.kit
        self.question = Combo(kit, lambda t: t.say("What is decided"))
        self.question.set_choices(
            [(_UNCHOSEN, lambda t: t.say("choose")), *((one, _asked(one)) for one in QUESTIONS)]
        )
        self.value = Combo(kit, lambda t: t.say("Set to"))
        self.as_it_stands = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.reason = TextArea(kit, lambda t: t.say("Why"), most=LONGEST_REASON)
        self.evidence = LineEdit(kit, lambda t: t.say("Evidence"))
        self.evidence.setMaxLength(LONGEST_EVIDENCE)
        self.review = ShortDate(kit, lambda t: t.say("Review date"))
        what = self.section(lambda t: t.say("What"))
        what.add(self.enter("question", self.question, lambda t: t.say("What is decided")))
        what.add(self.enter("value", self.value, lambda t: t.say("Set to")))
        what.add(self.as_it_stands)
        why = self.section(lambda t: t.say("Why"))
        why.add(self.enter("reason", self.reason))
        why.add(
            self.enter(
                "evidence_ref",
                self.evidence,
                lambda t: t.say("Evidence: the number of an exhibit, or the paper it stands in"),
            )
        )
        until = self.section(lambda t: t.say("Until when"))
        until.add(self.enter("review_by", self.review, lambda t: t.say("Review date")))
        until.add(
            Label(
                kit,
                lambda t: t.say(
                    "At most {limit} days ahead. On the day after, the computed value stands "
                    "again and the page of the day asks for a review.",
                    limit=LONGEST_DAYS,
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        self.question.code_changed.connect(self._ask_values)
        for signal in (
            self.question.code_changed,
            self.value.code_changed,
            self.reason.changed,
            self.evidence.textChanged,
            self.review.changed,
        ):
            signal.connect(self.touched)
        for signal in (self.question.code_changed, self.value.code_changed):
            signal.connect(self._look_timer.start)

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    # --- the form

    @override
    def start(self, intention: Deciding) -> None:
        self.intention = intention
        file, today = intention.file, self.work.workspace.clock.today()
        number, _ = short_number(file.number)
        name = next(iter(names_in_order(file)), file.figure_label)
        self.back.set_words(f"{number} {visible(name)}".strip())
        self.show_draft(
            DecisionDraft.new(today)
            if intention.anew is None
            else DecisionDraft.anew(intention.anew, today)
        )
        self.begin(str(file.case_id))

    @override
    def first_field(self) -> None:
        (self.reason if self.intention and self.intention.anew else self.question).setFocus()

    @override
    def draft(self) -> DecisionDraft:
        return DecisionDraft(
            str(self.question.code() or _UNCHOSEN),
            str(self.value.code() or _UNCHOSEN),
            self.reason.text().strip(),
            self.evidence.text().strip(),
            self.review.text().strip(),
        )

    @override
    def fill(self, draft: DecisionDraft) -> None:
        self.question.set_code(draft.question)
        self._ask_values()
        self.value.set_code(draft.value)
        self.reason.set_text(draft.reason)
        self.evidence.setText(draft.evidence)
        self.review.set_text(draft.review)
        self._look()

    @override
    def write(self, intention: Deciding, draft: DecisionDraft) -> None:
        request = draft.request(intention.file.case_id)
        self.work.write(lambda uow: set_override(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The status is set by hand."))

    def _ask_values(self, *_: object) -> None:
        """Offer the values of the chosen question, and say which one stands now."""
        question = str(self.question.code() or _UNCHOSEN)
        self.value.set_choices(
            [
                (_UNCHOSEN, lambda t: t.say("choose")),
                *((one, _valued(question, one)) for one in values_of(question)),
            ]
        )
        self.value.setEnabled(bool(question))
        self._say_what_stands(question)

    def _say_what_stands(self, question: str) -> None:
        self.as_it_stands.setVisible(bool(question))
        if not question or self.intention is None:
            return
        now = _value_now(self.intention.file.status, question)
        self.as_it_stands.set_words(
            lambda t: t.say(
                "As it stands: {value}", value=label(vocabulary_of(question), now, t.lang)
            )
        )

    # --- what is said beside it

    def _file_changed(self, changes: Changes) -> None:
        """Compare with the status of now when his file was changed elsewhere meanwhile."""
        if self.intention is not None and changes.touches("cases", self.intention.file.case_id):
            case_id = self.intention.file.case_id
            self.work.read(lambda reader: case_file(reader, case_id), self._show_file, _let_be)

    def _show_file(self, file: CaseFile) -> None:
        if self.intention is not None and self.intention.file.case_id == file.case_id:
            self.intention = Deciding(file, self.intention.anew)
            self._say_what_stands(self.draft().question)
            self._look()

    @Slot()
    def _look(self) -> None:
        self._turn += 1
        turn, draft = self._turn, self.draft()
        if self.intention is None or not draft.is_chosen:
            self._show_preview((turn, None))
            return
        case_id, facet = self.intention.file.case_id, draft.facet
        self.work.read(
            lambda reader: (turn, preview_override(reader, case_id, facet, draft.value)),
            self._show_preview,
            lambda _: self._show_preview((turn, None)),
        )

    def _show_preview(self, answer: tuple[int, Status | None]) -> None:
        turn, then = answer
        if turn == self._turn:
            now = self.intention.file.status if self.intention is not None else None
            self.what_changes.show_status(now, then)


def _rail(kit: Kit, what_changes: WhatChanges) -> QWidget:
    what_changes.say_why_not(
        lambda t: t.say("Choose what is decided and what it is set to; it is worked out here.")
    )
    rail = QWidget()
    column = QVBoxLayout(rail)
    column.setContentsMargins(20, 18, 18, 16)
    column.setSpacing(16)
    column.addWidget(what_changes)
    column.addWidget(
        Label(
            kit,
            lambda t: t.say(
                "What was recorded stays as it is. Where an event or a source is wrong, correct "
                "or withdraw it instead: the status follows by itself."
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
    )
    column.addStretch(1)
    return rail


def _value_now(status: Status, question: str) -> str:
    if question == HEADLINE:
        return status.headline.value
    return next(
        state.value.value for facet, state in status.facets.items() if facet.value == question
    )


def _asked(question: str) -> Words:
    return lambda t: question_words(question, t)


def _valued(question: str, value: str) -> Words:
    return lambda t: label(vocabulary_of(question), value, t.lang)


def _let_be(_: Exception) -> None:
    """A file that is gone meanwhile is told of when the decision is saved."""

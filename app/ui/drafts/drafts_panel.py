"""List what was typed and not saved, so that it is found again after a crash (R-12, U-08)."""

from __future__ import annotations

from collections.abc import Callable
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.queries.register.desk import waiting_forms
from app.services.desk.desk import drop_draft
from app.shapes.desk import WaitingForm
from app.ui.cases.content import MIDDLE, Card, clear
from app.ui.cases.spoken import moment
from app.ui.doors import Part
from app.ui.drafts.leading import leads_on
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.work import Work

PLACE = "drafts"

FORMS: dict[str, Words] = {
    "register_man": lambda t: t.say("New case"),
    "record_event": lambda t: t.say("Record an event"),
    "correct_event": lambda t: t.say("Correct an event"),
    "add_source": lambda t: t.say("Add a source"),
    "open_incident": lambda t: t.say("New incident"),
    "change_incident": lambda t: t.say("Change the incident"),
    "add_position": lambda t: t.say("Add a position"),
    "record_claim": lambda t: t.say("Add a claim"),
    "record_handover": lambda t: t.say("Add a return"),
    "open_submission": lambda t: t.say("New submission"),
    "change_submission": lambda t: t.say("Change the submission"),
    "take_submission_step": lambda t: t.say("Next step of the submission"),
    "answer_submission": lambda t: t.say("Record an answer"),
    "log_contact": lambda t: t.say("Log a call or visit"),
    "record_consent": lambda t: t.say("Record a consent"),
    "set_override": lambda t: t.say("Decide by hand"),
    "take_in_list": lambda t: t.say("Take a list in"),
    "change_list": lambda t: t.say("Change the list"),
    "send_list": lambda t: t.say("Send the list"),
    "set_task": lambda t: t.say("New task"),
    "change_task": lambda t: t.say("Change the task"),
    "change_handover": lambda t: t.say("Change the handover"),
    "record_arrivals": lambda t: t.say("Record who came"),
    "verify_identity": lambda t: t.say("Verify his identity"),
    "record_medical_check": lambda t: t.say("Medical check"),
    "record_family_word": lambda t: t.say("Word to the family"),
    "record_debrief": lambda t: t.say("Debrief"),
    "take_in": lambda t: t.say("Bring files in"),
    "change_exhibit": lambda t: t.say("Describe an exhibit"),
    "save_translation": lambda t: t.say("Translation of an exhibit"),
    **{f"edit_{part.value}": lambda t: t.say("Change the file") for part in Part},
}
"""Every form that keeps drafts, by the name its drafts carry."""


class DraftsPanel(PagePanel):
    """The page of unfinished forms; `counted` tells how many there are."""

    counted = Signal(int)

    def __init__(self, work: Work, open_page: Callable[[str], object]) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._open_page = open_page
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(work.kit, lambda t: t.say("Drafts"), Size.X, strong=True))
        column.addLayout(self._rows)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    @override
    def arrive(self, argument: object) -> None:
        self.read()

    def read(self) -> None:
        """Read what waits."""
        self._work.read(waiting_forms, self._show)

    def go_on(self, row: WaitingForm) -> None:
        """Open the form, or the page from which it is opened; it offers the draft."""
        if not leads_on(self._work.doors, row):
            self._open_page("incidents")

    def throw_away(self, form: str, subject: str) -> None:
        """Let a draft go."""
        self._work.write(lambda uow: drop_draft(uow, form, subject), lambda _: self.read())

    def _show(self, rows: tuple[WaitingForm, ...]) -> None:
        clear(self._rows)
        for row in rows:
            self._rows.addWidget(self._card(row))
        if not rows:
            self._rows.addWidget(
                EmptyState(
                    self._work.kit,
                    "edit",
                    lambda t: t.say("No draft waits"),
                    lambda t: t.say("What you type is kept every five seconds until you save it."),
                )
            )
        self.counted.emit(len(rows))

    def _card(self, row: WaitingForm) -> QWidget:
        kit = self._work.kit
        card = Card(kit)
        head = QHBoxLayout()
        head.setSpacing(8)
        words = FORMS.get(row.form, lambda t: t.say("Form"))
        head.addWidget(Label(kit, words, strong=True))
        head.addWidget(Label(kit, row.about, role=Role.TEXT2))
        head.addStretch(1)
        head.addWidget(Label(kit, lambda t: moment(row.kept_at, t), Size.S, Role.TEXT2), 0, MIDDLE)
        throw = quiet(kit, lambda t: t.say("Throw it away"))
        throw.clicked.connect(lambda: self.throw_away(row.form, row.subject))
        head.addWidget(throw, 0, MIDDLE)
        go_on = plain(kit, lambda t: t.say("Go on with it"))
        go_on.clicked.connect(lambda: self.go_on(row))
        head.addWidget(go_on, 0, MIDDLE)
        card.body.addLayout(head)
        return card

"""Show in a man's file who waits for him, what they agreed to, and every call with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.queries.families.contacts import family_page
from app.shapes.case_file import RelativeView
from app.shapes.families import FamilyPage
from app.ui.cases.content import Card, clear, fact
from app.ui.cases.section_parts import plain_fact
from app.ui.doors import Part
from app.ui.families.consent_cards import consent_card, standings_card
from app.ui.families.contact_card import contact_card
from app.ui.families.deeds import FamilyDeeds
from app.ui.families.words import relative_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, plain, primary, quiet
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, caption
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.families import DataSubject, MayBeTold
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may


class Forms(Protocol):
    """Where the section leads."""

    def open_log(self, case_id: UUID, relative_id: UUID | None = None) -> None:
        """Open the form that logs a call or visit."""
        ...

    def open_consent(self, case_id: UUID) -> None:
        """Open the form that keeps a consent."""
        ...


class FamilySection(QWidget):
    """The family of one man; read when it is made, and made anew when his file changes."""

    def __init__(self, work: Work, deeds: FamilyDeeds, forms: Forms, case_id: UUID) -> None:
        super().__init__()
        self._work = work
        self._deeds = deeds
        self._forms = forms
        self._case_id = case_id
        roles = work.workspace.actor.roles
        writes = work.workspace.read_only is None
        self._may_log = writes and may(roles, Right.LOG_CONTACT)
        self._may_consent = writes and may(roles, Right.RECORD_CONSENT)
        self._may_edit = writes and may(roles, Right.EDIT_FAMILY)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 24)
        whole.addLayout(self._column)
        whole.addStretch(1)
        if may(roles, Right.READ_FAMILY):
            work.read(lambda reader: family_page(reader, case_id), self._show)
        else:
            self._column.addWidget(
                EmptyState(
                    work.kit,
                    "family",
                    lambda t: t.say("Families are not shown to you"),
                    lambda t: t.say("Whoever looks after the family sees them here."),
                )
            )

    def _show(self, page: FamilyPage) -> None:
        clear(self._column)
        self._column.addWidget(self._buttons())
        if page.speaks_of_death and not page.told_in_person:
            self._column.addWidget(self._not_told())
        if not page.relatives:
            self._column.addWidget(
                EmptyState(
                    self._work.kit,
                    "family",
                    lambda t: t.say("No relative recorded"),
                    lambda t: t.say("Who waits for him and how they are reached stands here."),
                )
            )
        for relative in page.relatives:
            self._column.addWidget(self._relative_card(relative))
        self._show_consents(page)
        self._show_contacts(page)

    def _buttons(self) -> QWidget:
        kit = self._work.kit
        holder = QWidget()
        flow = FlowLayout(holder, 8, 8)
        if self._may_log:
            log = primary(kit, lambda t: t.say("Log a call"), icon="phone", key="L")
            log.clicked.connect(lambda: self._forms.open_log(self._case_id))
            flow.addWidget(log)
        if self._may_consent:
            agreed = plain(kit, lambda t: t.say("Record a consent"), icon="check", key="C")
            agreed.clicked.connect(lambda: self._forms.open_consent(self._case_id))
            flow.addWidget(agreed)
        if self._may_edit and self._work.doors.editors is not None:
            editors = self._work.doors.editors
            add = plain(kit, lambda t: t.say("Add a relative"), icon="plus")
            add.clicked.connect(lambda: editors.open_editor(self._case_id, Part.RELATIVE))
            flow.addWidget(add)
        holder.setVisible(flow.count() > 0)
        return holder

    def _not_told(self) -> Card:
        card = Card(self._work.kit)
        card.body.addWidget(
            Label(
                self._work.kit,
                lambda t: t.say(
                    "This file speaks of his death, and nobody has told the family face to face "
                    "yet. Two members of staff do it; then log the visit here."
                ),
                role=Role.WARN,
                wrap=True,
            )
        )
        return card

    # --- the parts

    def _relative_card(self, view: RelativeView) -> Card:
        kit, details = self._work.kit, view.details
        card = Card(kit, lambda t: relative_words(view, t), self._relative_buttons(view), wrap=True)
        told = details.may_be_told
        duties: list[Words] = []
        if details.is_person_to_be_informed:
            duties.append(lambda t: t.say("to be informed first"))
        if details.is_notification_address:
            duties.append(lambda t: t.say("address for notices"))
        if details.is_reporter:
            duties.append(lambda t: t.say("reported him missing"))
        rows = [
            plain_fact(lambda t: t.say("Telephone"), details.phone),
            plain_fact(lambda t: t.say("When best to ring"), details.reached_best),
            plain_fact(lambda t: t.say("Languages"), details.languages),
            plain_fact(lambda t: t.say("E-mail"), details.email),
            plain_fact(lambda t: t.say("Address"), details.address),
            plain_fact(lambda t: t.say("Maiden name"), details.maiden_name),
            (
                lambda t: t.say("May be told"),
                lambda t: label("may_be_told", told.value, t.lang),
            )
            if told is not MayBeTold.EVERYTHING
            else None,
            (lambda t: t.say("Part in the case"), _listed(duties)) if duties else None,
            plain_fact(lambda t: t.say("Remark"), details.remark),
        ]
        for row in rows:
            if row is not None:
                card.body.addWidget(fact(kit, *row))
        return card

    def _relative_buttons(self, view: RelativeView) -> list[Button]:
        kit, buttons = self._work.kit, []
        if self._may_log:
            log = quiet(kit, lambda t: t.say("Log a call"), icon="phone")
            log.clicked.connect(lambda: self._forms.open_log(self._case_id, view.id))
            buttons.append(log)
        if self._may_edit and self._work.doors.editors is not None:
            editors = self._work.doors.editors
            edit = quiet(kit, lambda t: t.say("Edit"), icon="edit")
            edit.clicked.connect(lambda: editors.open_editor(self._case_id, Part.RELATIVE, view.id))
            buttons.append(edit)
        return buttons

    def _show_consents(self, page: FamilyPage) -> None:
        kit = self._work.kit
        self._column.addWidget(caption(kit, lambda t: t.say("Consents")))
        about = [
            subject
            for subject in DataSubject
            if subject is DataSubject.MISSING_MAN
            or any(view.subject is subject for view in page.consents)
        ]
        for subject in about:
            self._column.addWidget(standings_card(kit, subject, page.standings[subject]))
        for view in page.consents:
            self._column.addWidget(
                consent_card(
                    self._work,
                    view,
                    self._taker(self._deeds.take_consent_back, view, allowed=self._may_consent),
                )
            )

    def _show_contacts(self, page: FamilyPage) -> None:
        kit = self._work.kit
        self._column.addWidget(caption(kit, lambda t: t.say("Calls and visits")))
        if not page.contacts:
            self._column.addWidget(
                Label(kit, lambda t: t.say("No call is logged yet."), Size.M, Role.TEXT2)
            )
        for view in page.contacts:
            self._column.addWidget(
                contact_card(
                    kit,
                    view,
                    self._taker(self._deeds.take_contact_back, view, allowed=self._may_log),
                )
            )

    def _taker[V](
        self, take_back: Callable[[V, QWidget], object], view: V, *, allowed: bool
    ) -> Callable[[], object] | None:
        return (lambda: take_back(view, self)) if allowed else None


def _listed(duties: list[Words]) -> Words:
    return lambda t: ", ".join(words if isinstance(words, str) else words(t) for words in duties)

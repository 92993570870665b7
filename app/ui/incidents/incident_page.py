"""One incident: our own count, its positions and returns; at the right what others have said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import HomewardError, NotFound
from app.i18n.translator import Translator
from app.queries.accounting.claims import claim_men
from app.queries.accounting.incidents import incident_page
from app.services.claims import withdraw_claim
from app.shapes.accounting import Scope
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.shapes.claims import ClaimMen
from app.shapes.incidents import ClaimView, HandoverView, IncidentPage
from app.ui.accounting.pane import AccountingPane
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.forms.saved import tell_saved
from app.ui.incidents.claim_names import claim_names
from app.ui.incidents.forms_door import IncidentForms
from app.ui.incidents.layouts import empty, grid
from app.ui.incidents.ledger import Ledger
from app.ui.incidents.words import number_said
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.popover import Popover
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, caption
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.vocabulary import label

PLACE = "incident"
_MARGIN = 24
_LEDGER = (376, 424)


class IncidentPanel(PagePanel):
    """Shows one incident in a tab; it is read anew when a save touches it."""

    def __init__(
        self,
        work: Work,
        incident_id: UUID,
        show_men: Callable[[CaseFilter], object],
        forms: IncidentForms,
    ) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._show_register = show_men
        self._forms = forms
        self._incident_id = incident_id
        self._page: IncidentPage | None = None
        self._ledger = Ledger(work.kit)
        self._ledger.withdraw_asked.connect(self.withdraw)
        self._ledger.change_asked.connect(self._change_claim)
        self._ledger.replace_asked.connect(self._replace_claim)
        self._ledger.names_asked.connect(self._ask_names)
        self.accounting = AccountingPane(work, Scope(incident_id=incident_id), self._come_back)
        self._popover: Popover | None = None
        self.sheet: ReasonSheet | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        self._column.setSpacing(8)
        inner = QWidget()
        inner.setLayout(self._column)
        area = self._area = QScrollArea()
        work.kit.bind(area, area.setAccessibleName, lambda t: t.say("Incident"))
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        work.bus.listen(
            self._touched, "incidents", "claims", "cases", "positions", "handovers", "units"
        )
        self._read()

    @override
    def rail(self) -> QWidget | None:
        return self._ledger

    @override
    def rail_width(self) -> tuple[int, int]:
        return _LEDGER

    def _touched(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        incident_id = self._incident_id
        self._work.read(
            lambda reader: incident_page(reader, incident_id), self._show, self._not_read
        )
        self.accounting.read()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self._work.messages.failed(error)
            return
        self._page = None
        self._clear()
        self._column.addWidget(
            EmptyState(
                self.kit,
                "incidents",
                lambda t: t.say("This incident was taken back"),
                lambda t: t.say("It is no longer in the register; the history keeps what it was."),
            )
        )
        self._column.addStretch(1)
        self._ledger.show_claims(())

    # --- what one can do here

    @override
    def arrive(self, argument: object) -> None:
        self._area.setFocus()
        self.accounting.begin()

    def _come_back(self) -> None:
        if self._work.doors.incidents is not None:
            self._work.doors.incidents.open_incident(self._incident_id)

    def _change_claim(self, claim: ClaimView) -> None:
        if self._page is not None:
            self._forms.open_change_claim(self._page, claim)

    def _replace_claim(self, claim: ClaimView) -> None:
        if self._page is not None:
            self._forms.open_claim(self._page, supersedes=claim.id)

    def _ask_names(self, claim: ClaimView, opener: QWidget) -> None:
        self._work.read(
            lambda reader: claim_men(reader, claim.id), partial(self._show_names, opener)
        )

    def _show_names(self, opener: QWidget, men: ClaimMen) -> None:
        open_man = self._work.doors.cases.open_case if self._work.doors.cases else _nowhere
        self._popover = claim_names(self.kit, men, open_man)
        self._popover.open_below(opener)

    def change(self) -> None:
        """Open the form with this incident."""
        if self._page is not None:
            self._forms.open_change(self._page)

    def add_position(self) -> None:
        """Open the form for one more position."""
        if self._page is not None:
            self._forms.open_position(self._page)

    def add_handover(self) -> None:
        """Open the form for one more return operation."""
        if self._page is not None:
            self._forms.open_handover(self._page)

    def add_claim(self) -> None:
        """Open the form for one more published count."""
        if self._page is not None:
            self._forms.open_claim(self._page)

    def withdraw(self, claim: ClaimView) -> None:
        """Ask why, then take a claim back; it stays visible, struck through."""
        sheet = ReasonSheet(
            self.kit,
            lambda t: t.say("Withdraw this claim"),
            lambda t: t.say(
                "What “{source}” said stays on the page, struck through.",
                source=claim.source.shown(t.lang),
            ),
            lambda t: t.say("Withdraw"),
            self,
        )

        def done(_: object) -> None:
            sheet.accept()
            tell_saved(self._work, lambda t: t.say("The claim is withdrawn."))

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                told = error
                sheet.refuse(lambda t: sentence(told, t))
            else:
                sheet.reject()
                self._work.messages.failed(error)

        def ask(given: Given) -> None:
            self._work.write(
                lambda uow: withdraw_claim(uow, claim.id, claim.version, given.text), done, failed
            )

        sheet.given.connect(ask)
        self.sheet = sheet
        sheet.open()

    @override
    def retranslate(self, translator: Translator) -> None:
        self.accounting.retranslate(translator)
        if self._page is not None:
            self._show(self._page)

    # --- what is shown

    def _clear(self) -> None:
        """Take everything off the page; the sum stays alive: it may be shown again."""
        self._column.removeWidget(self.accounting)
        self.accounting.setParent(self)
        self.accounting.hide()
        empty(self._column)

    def _show(self, page: IncidentPage) -> None:
        self._page = page
        self._clear()
        kit, lang = self.kit, self.kit.translator.lang
        head = QHBoxLayout()
        head.addWidget(Label(kit, page.title_in(lang), Size.X, strong=True, wrap=True), 1)
        change = icon_button(kit, "edit", lambda t: t.say("Change the incident"), edge=False)
        change.clicked.connect(self.change)
        claim = plain(kit, lambda t: t.say("Add a claim"), icon="quote")
        claim.clicked.connect(self.add_claim)
        head.setSpacing(8)
        sheet = primary(kit, lambda t: t.say("Print sheet"), icon="print", key="Ctrl+P")
        sheet.clicked.connect(self.accounting.print_sheet)
        for button in (change, claim, sheet):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        where = page.place.name(lang) if page.place else page.place_as_reported
        line = " · ".join(
            part
            for part in (page.number, date_in_words(page.occurred, kit.translator), where)
            if part
        )
        self._column.addWidget(Label(kit, line, role=Role.TEXT2, wrap=True))
        if page.summary_in(lang):
            self._column.addWidget(Label(kit, page.summary_in(lang), wrap=True))
        self._column.addSpacing(8)
        self._column.addWidget(self.accounting)
        self.accounting.show()
        men = quiet(kit, lambda t: t.say("Show these men in the register"), icon="cases")
        men.clicked.connect(self._show_men)
        self._column.addWidget(men, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_positions(page)
        self._add_handovers(page.handovers)
        self._column.addStretch(1)
        self._ledger.show_claims(page.claims)

    def _show_men(self) -> None:
        self._show_register(CaseFilter(incident_id=self._incident_id))

    def _section(self, words: Words) -> None:
        self._column.addSpacing(16)
        self._column.addWidget(caption(self.kit, words))

    def _add_positions(self, page: IncidentPage) -> None:
        kit, lang = self.kit, self.kit.translator.lang
        self._section(lambda t: t.say("Positions and units"))
        rows = grid((2, 2, 2, 1, 0))
        for row, position in enumerate(page.positions):
            place = position.place.name(lang) if position.place else ""
            rows.addWidget(Label(kit, position.name_in(lang), strong=True, wrap=True), row, 0)
            rows.addWidget(Label(kit, position.unit_in(lang), wrap=True), row, 1)
            rows.addWidget(Label(kit, place, role=Role.TEXT2, wrap=True), row, 2)
            rows.addWidget(Label(kit, _men(position.cases), role=Role.TEXT2), row, 3)
            if position.unit_id is not None and self._work.doors.accounting is not None:
                rows.addWidget(self._account_of(position.unit_id, position.unit_in(lang)), row, 4)
        self._column.addLayout(rows)
        add = quiet(kit, lambda t: t.say("Add a position"), icon="plus")
        add.clicked.connect(self.add_position)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _account_of(self, unit_id: UUID, name: str) -> QWidget:
        """Make the button that leads to the sum of a unit."""
        button = icon_button(
            self.kit, "equal", lambda t: t.say("Account for {unit}", unit=name), edge=False
        )

        def open_sum() -> None:
            if self._work.doors.accounting is not None:
                self._work.doors.accounting.open_unit(unit_id)

        button.clicked.connect(open_sum)
        return button

    def _add_handovers(self, handovers: Sequence[HandoverView]) -> None:
        self._section(lambda t: t.say("Returns as they were announced"))
        rows = grid((0, 1))
        for row, handover in enumerate(handovers):
            when = Label(
                self.kit, date_in_words(handover.occurred, self.kit.translator), strong=True
            )
            rows.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(self._handover(handover), row, 1)
        self._column.addLayout(rows)
        add = quiet(self.kit, lambda t: t.say("Add a return"), icon="plus")
        add.clicked.connect(self.add_handover)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _handover(self, handover: HandoverView) -> QVBoxLayout:
        kit, t = self.kit, self.kit.translator
        told = QVBoxLayout()
        told.setSpacing(0)
        n = handover.headcount
        head = (
            t.say("headcount not announced")
            if n is None
            else t.say_n("{n} person returned", "{n} people returned", n)
        )
        through = label("channel", handover.channel.value, t.lang)
        told.addWidget(Label(kit, f"{head} · {through}", wrap=True))
        if handover.route_in(t.lang):
            told.addWidget(Label(kit, handover.route_in(t.lang), Size.S, Role.TEXT2, wrap=True))
        for claim in handover.claims:
            category = label("claim_category", claim.category.value, t.lang)
            says = t.say(
                "{who}: {number} ({scope})",
                who=claim.source.shown(t.lang),
                number=number_said(claim, t),
                scope=claim.scope_in(t.lang) or category,
            )
            told.addWidget(Label(kit, says, Size.S, Role.TEXT2, wrap=True))
        return told


def _nowhere(_case_id: UUID) -> None:
    """Lead nowhere: no files are shown in this window."""


def _men(count: int) -> Words:
    return lambda t: t.say_n("{n} man", "{n} men", count)

"""One return operation: who came and how far each is; at the right what differs."""

from __future__ import annotations

from collections.abc import Callable
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import NotFound
from app.i18n.translator import Translator
from app.queries.handovers.operations import handover_page
from app.shapes.changes import Changes
from app.shapes.handovers import ArrivalView, HandoverPage, StepState
from app.ui.cases.content import clear, rail_limits
from app.ui.cases.reason_sheet import ReasonSheet
from app.ui.handovers.columns import arrival_columns
from app.ui.handovers.deeds import HandoverDeeds
from app.ui.handovers.forms_door import HandoverForms
from app.ui.handovers.rails import HandoverRail
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary
from app.ui.widgets.kit import Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, hairline
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from app.wording.clock import moment
from app.wording.vocabulary import label
from models.vocabulary.handovers import ArrivalStep
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "handover"


class HandoverPanel(PagePanel):
    """Shows one handover in a tab; it is read anew when a save touches it."""

    def __init__(
        self,
        work: Work,
        handover_id: UUID,
        forms: HandoverForms,
        print_page: Callable[[HandoverPage], object],
    ) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._forms = forms
        self._print = print_page
        self._deeds = HandoverDeeds(work)
        self._handover_id = handover_id
        self.page: HandoverPage | None = None
        self._wanted: UUID | None = None
        self.sheet: ReasonSheet | None = None
        self._may = may(work.workspace.actor.roles, Right.EDIT_HANDOVER)
        kit = work.kit
        self.differences = HandoverRail(kit)
        self.table = TwoLineTable(
            kit,
            lambda t: t.say("Who came"),
            arrival_columns(lambda: kit.translator, work.workspace.clock.now),
        )
        self._head = QVBoxLayout()
        self._head.setContentsMargins(24, 12, 24, 10)
        self._head.setSpacing(4)
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(
            EmptyState(
                kit,
                "handovers",
                lambda t: t.say("Nobody is recorded as arrived yet"),
                lambda t: t.say("Record who came: ticked on the manifest, or as they say."),
            )
        )
        self._body.addWidget(
            EmptyState(
                kit,
                "handovers",
                lambda t: t.say("This handover was taken back"),
                lambda t: t.say("It is no longer in the register; the history keeps what it was."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(hairline(kit))
        column.addWidget(self._body, 1)
        self.table.row_opened.connect(self.go_on)
        work.bus.listen(self._touched, "handovers", "claims", "cases", "lists")
        self._read()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.differences

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, UUID):
            self._wanted = argument
            self._take_wanted()
        self.table.setFocus()

    def _take_wanted(self) -> None:
        """Take the man in hand for whom one came here, as soon as he is shown."""
        arrivals = self.page.arrivals if self.page is not None else ()
        for at, one in enumerate(arrivals):
            if one.case_id is not None and one.case_id == self._wanted:
                self.table.choose_row(at)
                self._wanted = None
                break

    @override
    def retranslate(self, translator: Translator) -> None:
        self.table.retranslate()
        if self.page is not None:
            self._show(self.page)

    # --- what one can do here

    def arrival_in_hand(self) -> ArrivalView | None:
        """Return who stands in the line in hand; nobody whose case is not open here."""
        row = self.table.rows.row(self.table.current_row())
        return row if isinstance(row, ArrivalView) and not row.hidden else None

    @property
    def may_change(self) -> bool:
        """Say whether whoever is at work may change this handover now."""
        return self._may and self.page is not None and self.page.closed_at is None

    def go_on(self, *_: object) -> None:
        """Do the next step of the man in hand; open his file where he is through."""
        arrival = self.arrival_in_hand()
        if arrival is None:
            return
        step = arrival.next_step
        if step is None or not self.may_change:
            self.open_file()
        else:
            self._begin(arrival, step)

    def do_step(self, step: ArrivalStep) -> None:
        """Do one step of the man in hand, in whatever order."""
        arrival = self.arrival_in_hand()
        if arrival is not None and self.may_change:
            self._begin(arrival, step)

    def _begin(self, arrival: ArrivalView, step: ArrivalStep) -> None:
        if self.page is None:
            return
        if not self._forms.open_step(self.page, arrival, step):
            self.sheet = self._deeds.close_file(arrival, self)

    def open_file(self) -> None:
        """Open the file of the man in hand."""
        arrival = self.arrival_in_hand()
        if arrival is not None and arrival.case_id and self._work.doors.cases is not None:
            self._work.doors.cases.open_case(arrival.case_id)

    def find_man(self) -> None:
        """Say who the man in hand is."""
        arrival = self.arrival_in_hand()
        if arrival is not None and self.may_change:
            self._deeds.find_man(arrival, self)

    def waive(self) -> None:
        """Say why the next step does not apply to the man in hand."""
        arrival = self.arrival_in_hand()
        if arrival is not None and arrival.next_step is not None and self.may_change:
            self.sheet = self._deeds.waive(arrival, arrival.next_step, self)

    def withdraw(self) -> None:
        """Take the arrival in hand back."""
        arrival = self.arrival_in_hand()
        if arrival is not None and self.may_change:
            self.sheet = self._deeds.withdraw(arrival, self)

    def add_arrivals(self) -> None:
        """Open the form of who came."""
        if self.page is not None and self.may_change:
            self._forms.open_arrivals(self.page)

    def add_claim(self) -> None:
        """Open the form for a count that was announced."""
        if self.page is not None and may(self._work.workspace.actor.roles, Right.RECORD_CLAIM):
            self._forms.open_claim(self.page)

    def change(self) -> None:
        """Open the form with this handover."""
        if self.page is not None and self.may_change:
            self._forms.open_change(self.page)

    def open_manifest(self) -> None:
        """Open the manifest on the workbench, or the form that takes one in."""
        lists, page = self._work.doors.lists, self.page
        if lists is None or page is None:
            return
        if page.manifest is not None:
            lists.open_list(page.manifest.list_id)
        else:
            lists.take_in(page.id)

    def close_or_open(self) -> None:
        """Close this handover, or open it again."""
        if self.page is None or not self._may:
            return
        deed = self._deeds.reopen if self.page.closed_at else self._deeds.close
        self.sheet = deed(self.page, self)

    def print_sheet(self) -> None:
        """Show the handover sheet as it would be printed."""
        if self.page is not None:
            self._print(self.page)

    # --- what is shown

    def _touched(self, _: Changes) -> None:
        self._read()

    def _read(self) -> None:
        handover_id = self._handover_id
        self._work.read(
            lambda reader: handover_page(reader, handover_id), self._show, self._not_read
        )

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self._work.messages.failed(error)
            return
        self.page = None
        clear(self._head)
        self._body.setCurrentIndex(2)

    def _show(self, page: HandoverPage) -> None:
        self.page = page
        at = max(self.table.current_row(), 0)
        clear(self._head)
        self._show_head(page)
        self.table.rows.set_rows(page.arrivals)
        self._body.setCurrentIndex(0 if page.arrivals else 1)
        if page.arrivals:
            self.table.choose_row(min(at, len(page.arrivals) - 1))
            self._take_wanted()
        self.differences.show_page(page)

    def _show_head(self, page: HandoverPage) -> None:
        kit, t = self.kit, self.kit.translator
        top = QHBoxLayout()
        top.setSpacing(8)
        day = date_in_words(page.occurred, t, bound=True)
        title = t.say("Handover, {date}", date=day) if day else t.say("Handover")
        top.addWidget(Label(kit, title, Size.X, strong=True, wrap=True), 1)
        for button in self._buttons(page):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(top)
        self._say(
            page.number,
            label("channel", page.channel.value, t.lang),
            page.route_in(t.lang),
            _way(page, t),
            page.transport,
            page.intermediary,
        )
        if page.agreed_for:
            self._say(t.say("agreed for it: {words}", words=page.agreed_for))
        self._say(page.remark)
        self._say(_progress(page, t))
        if page.closed_at is not None:
            self._say(
                t.say("Closed {moment}", moment=moment(page.closed_at, t)), page.closed_remark
            )
        for gone in page.withdrawn:
            self._say(
                t.say(
                    "Withdrawn: {name} – {reason}",
                    name=gone.name_as_told or t.say("access limited"),
                    reason=gone.withdrawn_reason,
                )
            )

    def _say(self, *parts: str) -> None:
        said = " · ".join(part for part in parts if part)
        if said:
            self._head.addWidget(Label(self.kit, said, role=Role.TEXT2, wrap=True))

    def _buttons(self, page: HandoverPage) -> list[QWidget]:
        kit = self.kit
        made: list[tuple[Words, str, Callable[[], object]]] = []
        if self.may_change:
            made.append((lambda t: t.say("Change the handover"), "edit", self.change))
        if self._work.doors.papers is not None:
            made.append((lambda t: t.say("Print the handover sheet"), "print", self.print_sheet))
        buttons: list[QWidget] = []
        for words, icon, run in made:
            small = icon_button(kit, icon, words, edge=False)
            small.clicked.connect(run)
            buttons.append(small)
        if self._work.doors.lists is not None:
            known = page.manifest is not None
            manifest = plain(
                kit,
                (lambda t: t.say("Manifest")) if known else (lambda t: t.say("Take in a manifest")),
                icon="lists",
            )
            manifest.clicked.connect(self.open_manifest)
            buttons.append(manifest)
        if self.may_change:
            came = primary(kit, lambda t: t.say("Record who came"))
            came.clicked.connect(self.add_arrivals)
            buttons.append(came)
        return buttons


def _way(page: HandoverPage, t: Translator) -> str:
    """Say from where and over which place they came."""
    start = page.from_place.name(t.lang) if page.from_place else ""
    end = page.place.name(t.lang) if page.place else ""
    return " → ".join(part for part in (start, end) if part)


def _progress(page: HandoverPage, t: Translator) -> str:
    """Say how many are through each step, of how many."""
    if not page.arrivals:
        return ""
    done = sum(one.steps[ArrivalStep.VERIFIED] is StepState.DONE for one in page.arrivals)
    return t.say(
        "{came} arrived, {verified} verified, {through} through the checklist",
        came=len(page.arrivals),
        verified=done,
        through=len(page.arrivals) - len(page.unfinished),
    )

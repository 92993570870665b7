"""The preview of a paper that waits for a second person: they see what would leave, then decide."""

from __future__ import annotations

from typing import override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.jobs.papers.draft import DraftedOrder, draft_request
from app.jobs.papers.drafts_leaving import note_order_leaving
from app.jobs.papers.issue import IssuedPaper, approve, refuse, take_back
from app.queries.papers.disclosures import disclosure
from app.shapes.disclosures import DisclosureLine
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.papers.gate_list import CourtWarnings, GateList
from app.ui.papers.kept_facts import KeptFacts
from app.ui.papers.left_out import LeftOutList
from app.ui.papers.paper_panel import PaperPanel
from app.ui.papers.paper_side import PaperRail
from app.ui.shell.actions import Action
from app.ui.widgets.buttons import WithReason, plain, primary, quiet
from app.ui.widgets.text import caption, hairline
from app.ui.work import Work
from app.wording.errors import sentence
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "request"

type _Read = tuple[int, DisclosureLine, DraftedOrder]


class RequestPreview(PaperPanel):
    """Shows a request as it would leave today; a second person approves it or refuses it."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, PLACE, lambda t: t.say("Back"))
        self.line: DisclosureLine | None = None
        self._drafted: DraftedOrder | None = None
        self._sheet: ReasonSheet | None = None
        self.title.set_words(lambda t: t.say("Waiting for a second person"))
        self._rail = self._make_rail()

    @override
    def enter_own_actions(self) -> None:
        table = self._work.actions
        table.add(
            Action(
                "request.approve",
                lambda t: t.say("Approve and issue"),
                "Ctrl+Enter",
                "check",
                PLACE,
                footer=lambda t: t.say("approve"),
            ),
            self.approve,
            may=self._may_decide,
        )
        table.add(
            Action(
                "papers.left_out",
                lambda t: t.say("Show the left-out facts beside the page"),
                "L",
                "redact",
                PLACE,
                footer=lambda t: t.say("left out"),
            ),
            self.show_left_out,
        )

    # --- the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, UUID):
            self.read(argument)
        self.desk.sheets.setFocus()

    # --- what is shown

    def read(self, request_id: UUID) -> None:
        """Read the request and make its paper of the facts of today."""
        self.turn_number += 1
        turn, workspace = self.turn_number, self._work.workspace
        self.line, self._drafted = None, None
        self.desk.clear()

        def both() -> _Read:
            line = workspace.read(lambda reader: disclosure(reader, request_id))
            return turn, line, draft_request(workspace, request_id)

        self._work.tasks.read(both, self._show, self._work.messages.failed)

    def _show(self, answer: _Read) -> None:
        turn, line, drafted = answer
        if turn != self.turn_number:
            return
        self.line, self._drafted = line, drafted
        self.desk.show_pdf(drafted.pdf)
        self.facts.show_line(line)
        self.gates.show_gates(drafted.gates)
        self.court.show_warnings(drafted.warnings)
        self.left_out.show_left_out(drafted.left_out)
        self.beside.show_left_out(drafted.left_out)
        mine = line.prepared_by_id == self._work.workspace.actor.id
        self.take_back_button.setVisible(mine)
        self.refuse_button.setVisible(not mine)
        if mine:
            self._approve.refuse(lambda t: t.say("You prepared it, so a colleague decides."))
        elif not self._may_decide():
            self._approve.refuse(
                lambda t: t.say("Your part in the office does not include approving papers.")
            )
        else:
            self._approve.allow()

    # --- what is decided

    def approve(self) -> None:
        """Let the paper leave; it is issued with that."""
        line, workspace = self.line, self._work.workspace
        if line is None or not self._may_decide():
            return
        self.approve_button.setEnabled(False)
        self._work.tasks.write(
            lambda: approve(workspace, line.id, line.version), self._approved, self._failed
        )

    def ask_refusal(self) -> None:
        """Ask why it may not leave."""
        self._sheet = ReasonSheet(
            self.kit,
            lambda t: t.say("Refuse the paper"),
            lambda t: t.say("Whoever prepared it reads why, and can ask again."),
            lambda t: t.say("Refuse"),
            self,
        )
        self._sheet.given.connect(self._refuse)
        self._sheet.open()

    def take_back(self) -> None:
        """Take back one's own request."""
        line, workspace = self.line, self._work.workspace
        if line is not None:
            self._work.tasks.write(
                lambda: take_back(workspace, line.id, line.version), self._gone, self._failed
            )

    @override
    def file_name(self) -> str:
        drafted = self._drafted
        if drafted is None:
            return ""
        return f"{drafted.numbers[0]}_{drafted.order.audience.value}_{drafted.order.lang}"

    @override
    def note_leaving(self, how: ReadKind) -> None:
        drafted = self._drafted
        if drafted is not None:
            note_order_leaving(self._work.workspace, drafted.order, drafted.pictured, how)

    def _may_decide(self) -> bool:
        actor = self._work.workspace.actor
        return (
            self.line is not None
            and self.line.prepared_by_id != actor.id
            and may(actor.roles, Right.APPROVE_DISCLOSURE)
        )

    def _refuse(self, given: Given) -> None:
        line, workspace = self.line, self._work.workspace
        if line is not None:
            self._work.tasks.write(
                lambda: refuse(workspace, line.id, line.version, given.text),
                self._gone,
                self._failed,
            )

    def _approved(self, copies: tuple[IssuedPaper, ...]) -> None:
        number = copies[0].number
        self._work.messages.done(lambda t: t.say("Approved and issued as {number}.", number=number))
        if self._work.doors.papers is not None:
            self._work.doors.papers.open_issued([copy.id for copy in copies])

    def _gone(self, _: object) -> None:
        if self._sheet is not None:
            self._sheet.accept()
            self._sheet = None
        self.go_back()

    def _failed(self, error: Exception) -> None:
        self.approve_button.setEnabled(True)
        if self._sheet is not None and isinstance(error, HomewardError):
            told = error
            self._sheet.refuse(lambda t: sentence(told, t))
        else:
            self._work.messages.failed(error)

    # --- building

    def _make_rail(self) -> QWidget:
        kit = self.kit
        self.facts = KeptFacts(kit)
        self.gates = GateList(kit)
        self.court = CourtWarnings(kit)
        self.left_out = LeftOutList(kit)
        self.left_out.all_asked.connect(self.show_left_out)
        self.approve_button = primary(kit, lambda t: t.say("Approve and issue"), key="Ctrl+Enter")
        self._approve = WithReason(kit, self.approve_button)
        self.refuse_button = plain(kit, lambda t: t.say("Refuse …"))
        self.take_back_button = quiet(kit, lambda t: t.say("Take the request back"), icon="undo")
        self.approve_button.clicked.connect(self.approve)
        self.refuse_button.clicked.connect(self.ask_refusal)
        self.take_back_button.clicked.connect(self.take_back)
        rail = PaperRail(kit, self)
        column = rail.told
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Asked for")))
        column.addWidget(self.facts)
        column.addWidget(hairline(kit))
        column.addWidget(self.gates)
        column.addWidget(self.court)
        column.addWidget(self.left_out)
        column.addStretch(1)
        rail.done.addWidget(self._approve)
        for button in (self.refuse_button, self.take_back_button):
            rail.done.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return rail

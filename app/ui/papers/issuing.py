"""Lets a previewed paper leave: asks to whom, then issues it or asks a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from app.errors import HomewardError
from app.jobs.papers.draft import DraftedOrder
from app.jobs.papers.issue import IssuedPaper, ask, issue_order
from app.jobs.papers.issue_many import ManyPapers, issue_many
from app.ui.papers.issue_sheet import IssueSheet, ToWhom
from app.ui.papers.last_choice import LastChoice
from app.ui.shell.tasks import Job
from app.ui.work import Work
from app.wording.errors import sentence

if TYPE_CHECKING:
    from app.ui.papers.preview import PreviewPanel


class Issuing(QObject):
    """Holds the sheet while it is open; what it asks for is refused in its own words."""

    def __init__(self, work: Work, panel: PreviewPanel) -> None:
        super().__init__(panel)
        self._work = work
        self._panel = panel
        self._choice: LastChoice | None = None
        self._given = ToWhom()
        self._second = False
        self.sheet: IssueSheet | None = None

    def ask(self, drafted: DraftedOrder, choice: LastChoice, many: int) -> None:
        """Ask to whom it goes and why."""
        audience = drafted.order.audience
        self._choice, self._second = choice, drafted.second is not None
        alone = len(drafted.order.case_ids) == many
        self.sheet = IssueSheet(
            self._work.kit,
            choice.to_whom(audience),
            1 if alone else many,
            self._panel,
            ask=self._second,
        )
        self.sheet.given.connect(self._take)
        self.sheet.typed.connect(lambda to: choice.typed(audience, to))
        self.sheet.finished.connect(self._forget)
        self.sheet.open()

    def _take(self, to: ToWhom) -> None:
        self._given = to
        workspace, second = self._work.workspace, self._second
        if to.for_all:
            orders = self._panel.orders_for_all(to)

            def work(job: Job) -> ManyPapers:
                return issue_many(
                    workspace,
                    orders,
                    report=job.report,
                    cancelled=lambda: job.cancelled,
                )

            if self.sheet is not None:
                self.sheet.accept()
            self._panel.progress.watch(
                work, lambda t: t.say("Issuing the papers"), self._issued_many, self._failed
            )
            return
        order = self._panel.order(to)
        if second:
            self._work.tasks.write(lambda: ask(workspace, order), self._asked, self._failed)
        else:
            self._work.tasks.write(
                lambda: issue_order(workspace, order), self._issued, self._failed
            )

    def _asked(self, _: UUID) -> None:
        self._done()
        self._work.messages.done(
            lambda t: t.say("Asked. A second person finds it under Reports, waiting for them.")
        )

    def _issued(self, copies: tuple[IssuedPaper, ...]) -> None:
        self._done()
        number = copies[0].number
        self._work.messages.done(
            lambda t: t.say_n(
                "Issued as {number}, {n} copy.", "Issued as {number}, {n} copies.",
                len(copies), number=number,
            )
        )  # fmt: skip
        if self._work.doors.papers is not None:
            self._work.doors.papers.open_issued([copy.id for copy in copies])

    def _issued_many(self, many: ManyPapers) -> None:
        self._done()
        self._panel.tell_many(many)

    def _failed(self, error: Exception) -> None:
        if self.sheet is not None and isinstance(error, HomewardError):
            told = error
            self.sheet.refuse(lambda t: sentence(told, t))
        else:
            self._work.messages.failed(error)

    def _done(self) -> None:
        audience = self._panel.order().audience
        if self.sheet is not None:
            self.sheet.accept()
        if self._choice is not None:
            self._choice.issued(audience, self._given)

    def _forget(self, _: int) -> None:
        self.sheet = None

"""Runs an import beside the window: what is counted, the time left, a way to stop and undo all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.importing.request import ImportStopped
from app.jobs import import_job
from app.shapes.imports import ImportReport
from app.shapes.progress import Progress
from app.ui.imports.draft import ImportDraft
from app.ui.shell.tasks import Job, Ticket
from app.ui.widgets.states import ProgressCard
from app.ui.work import Work

_WIDEST = 900


class ImportRun(QWidget):
    """Shows the import at work; `done` carries its report, `failed` what stopped it."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._ticket: Ticket | None = None
        self.card: ProgressCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMaximumWidth(work.kit.theme.scaled(_WIDEST))
        self.hide()

    @property
    def running(self) -> bool:
        """Tell whether a list is coming in."""
        return self._ticket is not None

    def start(self, draft: ImportDraft) -> None:
        """Take the list in as it was said; raises BadInput for a profile that cannot be read."""
        path, workspace = draft.path, self._work.workspace
        if path is None or self.running:
            return
        profile, decisions = draft.profile(), dict(draft.decisions)
        received_from, incident_id = draft.received_from, draft.incident_id

        def work(job: Job) -> ImportReport:
            return import_job.run(
                workspace,
                path,
                profile,
                decisions,
                progress=job.report,
                cancelled=lambda: job.cancelled,
                received_from=received_from,
                incident_id=incident_id,
            )

        self.card = ProgressCard(self._work.kit, lambda t: t.say("Importing"))
        self.card.cancelled.connect(self.cancel)
        self._column.addWidget(self.card)
        self.show()
        self.card.cancel_button.setFocus()
        self._ticket = self._work.tasks.background(
            work,
            self._done,
            self._failed,
            progressed=self._progressed,
            cancelled=self._stopped_at_once,
        )

    def cancel(self) -> None:
        """Stop; nothing comes in."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _progressed(self, progress: Progress) -> None:
        done, total = progress.done, progress.total
        if self.card is not None:
            self.card.show_progress(
                done,
                total,
                lambda t: t.say(
                    "{done} of {total} rows", done=t.number(done), total=t.number(total)
                ),
            )

    def _done(self, report: ImportReport) -> None:
        self._rest()
        self.done.emit(report)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.failed.emit(error)

    def _stopped_at_once(self) -> None:
        self._failed(ImportStopped())

    def _rest(self) -> None:
        self._ticket = None
        self.hide()
        if self.card is not None:
            self.card.setParent(None)
            self.card.deleteLater()
            self.card = None

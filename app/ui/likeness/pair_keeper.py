"""Keep the list of men who may be one up to date while somebody works, and count what waits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Stopped
from app.jobs.likeness_job import look_for_pairs
from app.queries.finding.briefs import count_unlooked
from app.queries.finding.likeness import count_pairs
from app.shapes.changes import Changes
from app.shapes.like_pairs import Looked, PairFilter
from app.shapes.progress import Progress
from app.ui.shell.tasks import Job, Ticket
from app.ui.work import Work

WAIT_MS: Final = 2_500
QUIETLY: Final = 2_000
"""So many changed men are looked through unasked; more of them when somebody opens the list."""


class PairKeeper(QObject):
    """`counted` carries how many pairs wait; `progressed` how far a walk is, None at its end."""

    counted = Signal(int)
    progressed = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._ticket: Ticket | None = None
        self._again = False
        self.count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.look)
        work.bus.listen(self._touched, "cases")

    def begin(self) -> None:
        """Count what waits, and look through what changed a moment later."""
        self._count()
        self._timer.start()

    def stop(self) -> None:
        """Look no more; what is done stays done."""
        self._timer.stop()
        if self._ticket is not None:
            self._ticket.cancel()

    @property
    def looking(self) -> bool:
        """Tell whether a walk over the register is under way."""
        return self._ticket is not None

    def look(self) -> None:
        """Look through those who changed, if they are not too many to do so unasked."""
        if self._work.workspace.read_only is None:
            self._work.read(count_unlooked, self._look_if_few)

    def look_through(self) -> None:
        """Look through everybody who changed, however many."""
        workspace = self._work.workspace
        if workspace.read_only is not None:
            return
        if self._ticket is not None:
            self._again = True
            return

        def walk(job: Job) -> Looked:
            try:
                return look_for_pairs(workspace, report=job.report, cancelled=lambda: job.cancelled)
            except Stopped:
                job.check()
                raise

        self._ticket = self._work.tasks.background(
            walk, self._ended, self._failed, progressed=self._went_on, cancelled=self._stopped
        )

    def cancel(self) -> None:
        """Stop the walk that is under way."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _look_if_few(self, waiting: int) -> None:
        if 0 < waiting <= QUIETLY:
            self.look_through()

    def _touched(self, _: Changes) -> None:
        self._timer.start()
        self._count()

    def _went_on(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _ended(self, _: Looked) -> None:
        self._stopped()
        if self._again:
            self._again = False
            self.look_through()

    def _failed(self, error: Exception) -> None:
        self._stopped()
        self._work.messages.failed(error)

    def _stopped(self) -> None:
        self._ticket = None
        self.progressed.emit(None)
        self._count()

    def _count(self) -> None:
        self._work.read(lambda reader: count_pairs(reader, PairFilter()), self._counted)

    def _counted(self, count: int) -> None:
        self.count = count
        self.counted.emit(count)

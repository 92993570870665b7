"""Makes backups while somebody works and when they leave, and says when the last one was good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.jobs.registers.backup import back_up, changed_since_backup, is_due
from app.queries.register.backups import NotedBackup, last_verified
from app.shapes.backups import BackupOutcome
from app.shapes.changes import Changes
from app.shapes.progress import Progress
from app.ui.office.leaving_sheet import LeavingSheet
from app.ui.shell.footer import Footer
from app.ui.shell.tasks import Job, Ticket
from app.ui.work import Work
from app.wording.backups import absent_words, made_words
from app.wording.clock import moment
from models.vocabulary.roles import Action, may

EVERY_MS: Final = 10 * 60 * 1000
_NOTES: Final = "backups_made"


class BackupKeeper(QObject):
    """Looks every ten minutes whether a backup is due; on leaving makes one if anything changed."""

    def __init__(self, work: Work, footer: Footer, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._footer = footer
        self._ticket: Ticket | None = None
        self._changed = False
        self._free_to_go = False
        self._left: Callable[[], object] | None = None
        self.sheet: LeavingSheet | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        work.bus.listen(self._touched)

    def begin(self) -> None:
        """Read how things stand, and look again from time to time; without it nobody waits."""
        workspace = self._work.workspace
        if workspace.read_only is not None:
            return
        self._work.tasks.read(
            lambda: (changed_since_backup(workspace), workspace.read(last_verified)),
            self._stands,
            self._work.messages.failed,
        )
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._ticket is not None:
            self._ticket.cancel()

    @Slot()
    def look(self) -> None:
        """Make a backup if one is due; nobody is asked, and nothing is in the way of work."""
        if self._ticket is None:
            workspace = self._work.workspace
            self._work.tasks.read(lambda: is_due(workspace), self._begin_if, self._quietly)

    def leave(self, host: QWidget, then: Callable[[], object]) -> bool:
        """Say True if one may leave at once; else a backup is made first, and `then` is called."""
        if self.sheet is not None:
            return False
        if self._free_to_go or not self._changed or not self._timer.isActive():
            return True
        self._timer.stop()
        self._left = then
        self.sheet = LeavingSheet(self._work.kit, host)
        self.sheet.skipped.connect(self._skip)
        self.sheet.open()
        if self._ticket is None:
            self._begin()
        return False

    def _begin_if(self, due: bool) -> None:  # noqa: FBT001  the answer of a query
        if due and self._ticket is None:
            self._begin()

    def _begin(self) -> None:
        workspace = self._work.workspace

        def work(job: Job) -> BackupOutcome:
            return back_up(workspace, report=job.report, cancelled=lambda: job.cancelled)

        self._ticket = self._work.tasks.background(
            work, self._made, self._failed, progressed=self._progressed, cancelled=self._stopped
        )

    def _skip(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        else:
            self._go()

    def _progressed(self, progress: Progress) -> None:
        if self.sheet is not None:
            self.sheet.show_progress(progress.done, progress.total)

    def _made(self, outcome: BackupOutcome) -> None:
        self._ticket = None
        self._changed = self._changed and not outcome.verified
        bad = next((one for one in outcome.made if one.faults), None)
        if self._left is not None:
            if bad is None:
                self._go()
            elif self.sheet is not None:
                self.sheet.tell(lambda t: made_words(bad, t))
            return
        if bad is not None:
            self._footer.set_note(lambda t: made_words(bad, t))
            return
        if outcome.absent:
            disk = outcome.absent[0]
            self._footer.set_note(lambda t: absent_words(disk, t))
            return
        self._work.read(last_verified, self._say_last)

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        if self.sheet is not None:
            self.sheet.tell_error(error)
        else:
            self._work.messages.failed(error)

    def _stopped(self) -> None:
        self._ticket = None
        if self._left is not None:
            self._go()

    def _go(self) -> None:
        self._free_to_go = True
        then, self._left = self._left, None
        if self.sheet is not None:
            self.sheet.accept()
            self.sheet = None
        if then is not None:
            then()

    def _touched(self, changes: Changes) -> None:
        if any(table != _NOTES for table, _ in changes.touched):
            self._changed = True

    def _stands(self, found: tuple[bool, NotedBackup | None]) -> None:
        self._changed = self._changed or found[0]
        self._say_last(found[1])

    def _say_last(self, last: NotedBackup | None) -> None:
        if not may(self._work.workspace.actor.roles, Action.CHECK_REGISTER):
            return
        if last is None:
            self._footer.set_note(lambda t: t.say("No backup yet"))
            return
        at = last.made_at
        self._footer.set_note(
            lambda t: t.say("Last verified backup: {moment}", moment=moment(at, t))
        )

    def _quietly(self, _: Exception) -> None:
        """Look again in ten minutes; a question that failed is no reason to disturb."""

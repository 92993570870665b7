"""Look in the background for whom the open rows of a list may mean, a few rows at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from typing import Any  # the reader belongs to a floor the window never names
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import Stopped
from app.queries.lists.candidates import row_candidates
from app.shapes.lists import RowCandidates
from app.shapes.progress import Progress
from app.ui.shell.tasks import Job, Ticket
from app.ui.work import Work

_AT_ONCE = 60


class Matcher(QObject):
    """`found` carries candidates as they come; `progressed` how far it is, None at the end."""

    found = Signal(object)
    progressed = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._ticket: Ticket | None = None
        self._lock = threading.Lock()
        self._ready: list[RowCandidates] = []
        self._wanted: list[UUID] = []
        self._version_id: UUID | None = None
        self._turn = 0

    @property
    def looking(self) -> bool:
        """Tell whether candidates are still to come."""
        return self._ticket is not None

    def look(self, version_id: UUID, row_ids: Sequence[UUID]) -> None:
        """Look for rows of a version, after those that are being looked for."""
        self._version_id = version_id
        self._wanted += row_ids
        if self._ticket is None and self._wanted:
            self._begin()

    def stop(self) -> None:
        """Look no more; what was found stays."""
        self._turn += 1
        self._wanted.clear()
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self.progressed.emit(None)
        with self._lock:
            self._ready.clear()

    def _begin(self) -> None:
        version_id = self._version_id
        if version_id is None:
            return
        turn, workspace = self._turn, self._work.workspace
        wanted, self._wanted = tuple(self._wanted), []

        def walk(job: Job) -> int:
            for first in range(0, len(wanted), _AT_ONCE):
                job.check()
                some = wanted[first : first + _AT_ONCE]
                self._put(turn, workspace.read(partial(_candidates, version_id, some)))
                job.report(Progress(first + len(some), len(wanted)))
            return turn

        self._ticket = self._work.tasks.background(
            walk, self._ended, self._failed, progressed=self._went_on
        )

    def _put(self, turn: int, answer: Sequence[RowCandidates]) -> None:
        with self._lock:
            if turn == self._turn:
                self._ready += answer

    def _went_on(self, progress: Progress) -> None:
        self._hand_over()
        if self._ticket is not None:
            self.progressed.emit(progress)

    def _hand_over(self) -> None:
        with self._lock:
            ready, self._ready = self._ready, []
        if ready:
            self.found.emit(ready)

    def _ended(self, turn: int) -> None:
        if turn != self._turn:
            return
        self._hand_over()
        self._ticket = None
        if self._wanted:
            self._begin()
        else:
            self.progressed.emit(None)

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        self.progressed.emit(None)
        if not isinstance(error, Stopped):
            self._work.messages.failed(error)


def _candidates(version_id: UUID, rows: Sequence[UUID], reader: Any) -> tuple[RowCandidates, ...]:
    return row_candidates(reader, version_id, rows)

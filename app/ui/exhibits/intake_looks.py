"""Look at files before they come in, one after another, beside the window and in the sandbox."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal

from app.errors import HomewardError
from app.jobs.exhibits.intake import FirstLook, first_look
from app.sandbox.exhibit_calls import FileDesk
from app.ui.exhibits.incoming import Incoming
from app.ui.work import Work

type _Answer = tuple[str, FirstLook | Exception]


class IntakeLooks(QObject):
    """`seen` carries the key of a file and what was found, `failed` the key and the error."""

    seen = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._waiting: deque[tuple[str, Incoming]] = deque()
        self._busy = False
        self._desk = FileDesk()

    @property
    def busy(self) -> bool:
        """Tell whether a file is still to be looked at."""
        return self._busy

    def look(self, key: str, incoming: Incoming) -> None:
        """Look at a file when its turn comes."""
        self._waiting.append((key, incoming))
        self._next()

    def forget(self, key: str) -> None:
        """Look no more at a file that was left out."""
        self._waiting = deque(one for one in self._waiting if one[0] != key)

    def _next(self) -> None:
        if self._busy:
            return
        if not self._waiting:
            self._desk.close()
            return
        self._busy = True
        key, incoming = self._waiting.popleft()
        workspace, desk = self._work.workspace, self._desk

        def look() -> _Answer:
            try:
                return key, first_look(workspace, incoming.arrival, desk)
            except HomewardError as error:
                return key, error

        self._work.tasks.read(look, self._looked, self._lost)

    def _looked(self, answer: _Answer) -> None:
        self._busy = False
        key, found = answer
        if isinstance(found, Exception):
            self.failed.emit(key, found)
        else:
            self.seen.emit(key, found)
        self._next()

    def _lost(self, error: Exception) -> None:
        self._busy = False
        self._work.messages.failed(error)
        self._next()

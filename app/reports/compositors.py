"""Sets many papers on the cores there are: in processes beside ours, and here where those are busy.

Which process set a paper changes nothing about its bytes (R-52), and papers come back in the order
in which they were given.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import Stopped, TypesetterEnded
from app.reports.document import Document
from app.reports.packed import packed
from app.reports.render import PdfFile, write_pdf
from app.sandbox.protocol import BrokenPipeTalk, Json, Message, receive, send
from app.shapes.progress import Cancelled, never

_ROOT = Path(__file__).resolve().parents[2]
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "SystemRoot", "TEMP", "TMP", "LANG", "LC_ALL", "HOME")
_MOST_PROCESSES = 3  # reading for them takes a third of the time of setting: more would stand idle
_MOST_WAITING = 4  # documents with one process: one is set, others lie ready while we read
_FEW = 8  # papers; a process that starts for fewer comes too late
_LOOK_SECONDS = 0.05
_END_SECONDS = 5


def processes_for(papers: int) -> int:
    """Say how many processes beside ours so many papers are worth."""
    if sys.platform == "linux":
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return 0 if papers <= _FEW else min(cores - 1, _MOST_PROCESSES)


class Setting:
    """A paper that is being set."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._over = threading.Event()
        self._answer: Message | None = None
        self._pdf: PdfFile | None = None

    @property
    def over(self) -> bool:
        """Tell whether the answer is there."""
        return self._over.is_set()

    def here(self) -> Self:
        """Set it in this process; raises FontMissing, FurnitureTooLong."""
        self._pdf = write_pdf(self.document)
        self._over.set()
        return self

    def answered(self, answer: Message | None) -> None:
        """Take the answer of the process that set it; None where that ended."""
        self._answer = answer
        self._over.set()

    def pdf(self, cancelled: Cancelled = never) -> PdfFile:
        """Wait for the paper.

        Raises:
            FontMissing; FurnitureTooLong; TypesetterEnded: the process died of it; Stopped.
        """
        while not self._over.wait(_LOOK_SECONDS):
            if cancelled():
                raise Stopped
        if self._pdf is None:
            self._pdf = self._read()
        return self._pdf

    def _read(self) -> PdfFile:
        if self._answer is None:
            raise TypesetterEnded
        head = self._answer.head
        if "refused" in head:
            return write_pdf(self.document)  # and is refused again, with what is to be said of it
        return PdfFile(
            content=self._answer.blobs[0],
            pages=_number(head["pages"]),
            sha256=str(head["sha256"]),
            missing_characters=_words(head["missing"]),
            landscape=head["landscape"] is True,
        )


class Compositors:
    """The processes of one job; they end with it, also in the middle of a paper."""

    def __init__(self, processes: int) -> None:
        self._processes = [_Process() for _ in range(processes)]

    def set(self, document: Document) -> Setting:
        """Begin to set a document: beside us where a process is free, else here and now.

        Raises:
            FontMissing; FurnitureTooLong.
        """
        setting = Setting(document)
        free = min(self._processes, key=lambda one: one.waiting, default=None)
        if free is None or not free.takes_more:
            return setting.here()
        free.give(setting)
        return setting

    def close(self) -> None:
        """End every process at once."""
        for one in self._processes:
            one.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Process:
    """One process, and the thread that waits for its answers."""

    def __init__(self) -> None:
        environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(  # nosec B603  # our own module by our own interpreter
            [sys.executable, "-m", "app.reports.setting_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=environment,
        )
        self._ready = threading.Event()
        self._given: queue.SimpleQueue[tuple[Setting, Message] | None] = queue.SimpleQueue()
        self._open: list[Setting] = []
        self._thread = threading.Thread(target=self._talk, daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """Count the papers it has not answered."""
        self._open = [one for one in self._open if not one.over]
        return len(self._open)

    @property
    def takes_more(self) -> bool:
        """Tell whether it has started, lives and has not enough to do."""
        alive = self._ready.is_set() and self.process.poll() is None
        return alive and self.waiting < _MOST_WAITING

    def give(self, setting: Setting) -> None:
        """Let it set a paper behind those it has."""
        asked = packed(setting.document)
        self._open.append(setting)
        self._given.put((setting, asked))

    def close(self) -> None:
        """End it; what it has not answered is not set."""
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        self._given.put(None)
        self._thread.join(_END_SECONDS)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _talk(self) -> None:
        if self._exchange(None) is not None:
            self._ready.set()
        while (given := self._given.get()) is not None:
            setting, asked = given
            setting.answered(self._exchange(asked))

    def _exchange(self, asked: Message | None) -> Message | None:
        """Send one message, if any, and take the answer; None where there is none to come."""
        process = self.process
        if process.stdin is None or process.stdout is None:
            return None
        try:
            if asked is not None:
                send(process.stdin, asked)
            return receive(process.stdout)
        except (BrokenPipeTalk, OSError, ValueError):  # it died, or was ended, while we spoke
            return None


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypesetterEnded
    return value


def _words(value: Json) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()

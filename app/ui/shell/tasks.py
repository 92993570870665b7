"""Keep the window alive: work runs in lanes, results come back to the UI thread, none is lost.

    tasks.read(lambda: workspace.read(cases_list), done=self._show, failed=self._cannot)
    tasks.write(lambda: workspace.write(use_case), done=self._saved)
    ticket = tasks.background(work, done=..., progressed=...)
    ticket.cancel()         work takes a Job: `job.report(p)`; `job.check()` raises Cancelled

Callbacks that are bound methods are held weakly: a panel that is gone is not called.
Lanes: read 4, write 1 (first in, first out), background 1. One long-lived hub carries all
signals; a signal object per task loses results (measured on PySide6 6.12).
"""

import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from types import MethodType
from typing import Any, Final

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid


class Lane(StrEnum):
    """Where work runs."""

    READ = "read"
    WRITE = "write"
    BACKGROUND = "background"


WIDTH: Final = {Lane.READ: 4, Lane.WRITE: 1, Lane.BACKGROUND: 1}


class Cancelled(Exception):
    """Say inside the work that the person asked to stop."""


type Progressed = Callable[[Any], object]  # each job reports a shape of its own
type Failed = Callable[[Exception], object]


class Job:
    """Let running work report progress and hear of a wish to stop; safe from any thread."""

    def __init__(self, number: int, hub: "_Hub") -> None:
        self._number = number
        self._hub = hub
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Tell whether the person asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise Cancelled if the person asked to stop; call it between rows."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def report(self, progress: object) -> None:
        """Tell how far the work is; reports are joined, the newest wins."""
        self._hub.report(self._number, progress)


class Ticket:
    """Stand for work that was handed over."""

    def __init__(self, job: Job, tasks: "Tasks", number: int) -> None:
        self._job = job
        self._tasks = weakref.ref(tasks)
        self.number = number

    def cancel(self) -> None:
        """Ask the work to stop; its `cancelled` callback follows when it has."""
        self._job.stop()

    @property
    def running(self) -> bool:
        """Tell whether the answer is still to come."""
        tasks = self._tasks()
        return tasks is not None and tasks.waits_for(self.number)


@dataclass(slots=True)
class _Waiting:
    job: Job
    lane: Lane
    done: Callable[[], Callable[[Any], object] | None]
    failed: Callable[[], Callable[[Any], object] | None]
    progressed: Callable[[], Callable[[Any], object] | None]
    cancelled: Callable[[], Callable[[], object] | None]


@dataclass(slots=True)
class _Answer:
    value: Any = None
    error: Exception | None = None
    cancelled: bool = False


@dataclass(slots=True)
class _Mail:
    """What workers put down for the UI thread, by task number."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    answers: dict[int, _Answer] = field(default_factory=dict)
    progress: dict[int, object] = field(default_factory=dict)


class _Hub(QObject):
    """Carry numbers from the lanes to the UI thread; values wait in the mail."""

    finished = Signal(int)
    progressed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mail = _Mail()

    def report(self, number: int, progress: object) -> None:
        with self.mail.lock:
            waits = number in self.mail.progress
            self.mail.progress[number] = progress
        if not waits:
            self.progressed.emit(number)

    def finish(self, number: int, answer: _Answer) -> None:
        with self.mail.lock:
            self.mail.answers[number] = answer
        self.finished.emit(number)


class Tasks(QObject):
    """Run plain callables in three lanes and answer on the UI thread.

    `unanswered` carries an exception nobody asked to hear about; the shell shows it.
    `busy_changed` tells how many tasks are under way.
    """

    unanswered = Signal(object)
    busy_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = _Hub(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._hub.finished.connect(self._on_finished, queued)
        self._hub.progressed.connect(self._on_progressed, queued)
        self._pools: dict[Lane, QThreadPool] = {}
        for lane, width in WIDTH.items():
            pool = QThreadPool(self)
            pool.setMaxThreadCount(width)
            pool.setObjectName(f"lane-{lane.value}")
            self._pools[lane] = pool
        self._waiting: dict[int, _Waiting] = {}
        self._last = 0
        self._closing = False

    def read[T](
        self, work: Callable[[], T], done: Callable[[T], object], failed: Failed | None = None
    ) -> Ticket:
        """Run a query on the reading lane."""
        return self._start(Lane.READ, lambda _: work(), done, failed)

    def write[T](
        self, work: Callable[[], T], done: Callable[[T], object], failed: Failed | None = None
    ) -> Ticket:
        """Run a use case on the writing lane, one after another."""
        return self._start(Lane.WRITE, lambda _: work(), done, failed)

    def background[T](
        self,
        work: Callable[[Job], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        progressed: Progressed | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Ticket:
        """Run long work that reports progress and can be stopped."""
        return self._start(Lane.BACKGROUND, work, done, failed, progressed, cancelled)

    def waits_for(self, number: int) -> bool:
        """Tell whether a task has not been answered yet."""
        return number in self._waiting

    @property
    def busy(self) -> int:
        """Return how many tasks are under way."""
        return len(self._waiting)

    @property
    def long_work(self) -> bool:
        """Tell whether long work is under way: an import, a print, a backup."""
        return any(waiting.lane is Lane.BACKGROUND for waiting in self._waiting.values())

    def hush(self) -> None:
        """Answer nobody any more and ask work to stop; what is to be written is still written."""
        self._closing = True
        for waiting in self._waiting.values():
            if waiting.lane is not Lane.WRITE:
                waiting.job.stop()

    def close(self, milliseconds: int = 3000) -> bool:
        """Hush, and wait so long; tell whether every lane came to rest."""
        self.hush()
        deadline = QDeadlineTimer(milliseconds)
        rested = True
        for pool in self._pools.values():
            rested = pool.waitForDone(deadline) and rested
        return rested

    def _start(
        self,
        lane: Lane,
        work: Callable[[Job], Any],
        done: Callable[[Any], object],
        failed: Failed | None = None,
        progressed: Progressed | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Ticket:
        self._last += 1
        number, hub = self._last, self._hub
        job = Job(number, hub)
        self._waiting[number] = _Waiting(
            job, lane, _weak(done), _weak(failed), _weak(progressed), _weak(cancelled)
        )
        self.busy_changed.emit(self.busy)
        self._pools[lane].start(lambda: hub.finish(number, _answer(work, job)))
        return Ticket(job, self, number)

    @Slot(int)
    def _on_progressed(self, number: int) -> None:
        with self._hub.mail.lock:
            progress = self._hub.mail.progress.pop(number, None)
        waiting = self._waiting.get(number)
        call = waiting.progressed() if waiting else None
        if call is not None and not self._closing:
            call(progress)

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        with self._hub.mail.lock:
            answer = self._hub.mail.answers.pop(number)
            self._hub.mail.progress.pop(number, None)
        waiting = self._waiting.pop(number)
        self.busy_changed.emit(self.busy)
        if self._closing:
            return
        if answer.cancelled:
            stopped = waiting.cancelled()
            if stopped is not None:
                stopped()
        elif answer.error is not None:
            tell = waiting.failed()
            if tell is not None:
                tell(answer.error)
            else:
                self.unanswered.emit(answer.error)
        else:
            call = waiting.done()
            if call is not None:
                call(answer.value)


def _answer(work: Callable[[Job], Any], job: Job) -> _Answer:
    try:
        job.check()
        return _Answer(value=work(job))
    except Cancelled:
        return _Answer(cancelled=True)
    except Exception as error:  # noqa: BLE001  the one place that carries any failure to the window
        return _Answer(error=error)


def _weak(callback: Callable[..., object] | None) -> Callable[[], Callable[..., object] | None]:
    """Hold a bound method by its object weakly; hold anything else as it is."""
    if not isinstance(callback, MethodType):
        return lambda: callback
    method = weakref.WeakMethod(callback)

    def find() -> Callable[..., object] | None:
        found = method()
        owner = getattr(found, "__self__", None)
        if isinstance(owner, QObject) and not isValid(owner):
            return None
        return found

    return find

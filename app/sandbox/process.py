"""The parent's side of a worker process: start it, ask it, take its answers, end it in time."""

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import BadInput
from app.sandbox.catalogue import LIMITS, Job
from app.sandbox.faults import FileFault
from app.sandbox.protocol import BrokenPipeTalk, Json, Message, receive, send

_ROOT = Path(__file__).resolve().parents[2]
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "SystemRoot", "TEMP", "TMP", "LANG", "LC_ALL", "HOME")
_QUEUED_MESSAGES = 8
_started: "weakref.WeakSet[Worker]" = weakref.WeakSet()


def end_every_worker() -> None:
    """End all worker processes, because what they were given must not outlive the register."""
    for worker in tuple(_started):
        worker.close()


class Worker:
    """One worker process for one kind of job; it may answer many requests, one after another.

    The process starts with the first request and again after a crash. A parser that crashes,
    hangs or eats too much is ended and named by `BadInput`; nothing of the parent is touched.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[Message | None] = queue.Queue(_QUEUED_MESSAGES)
        self._lock = threading.Lock()
        self.starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, asked: Mapping[str, Json], *blobs: bytes) -> Iterator[Message]:
        """Send one request and give the parts of its answer as they come.

        Raises `BadInput(field="file")` with a reason of `FileFault` where the file is refused,
        or the worker died of it.
        """
        with self._lock:
            finished = False
            try:
                yield from self._exchange(Message(dict(asked), blobs))
                finished = True
            except BadInput as refused:
                # A refusal that came over the pipe leaves the worker fit for the next request.
                finished = not refused.data.get("worker_ended", False)
                raise
            finally:
                if not finished:
                    self.close()

    @property
    def running(self) -> bool:
        """True while the process is there to answer."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """End the process; safe to call at any time and more than once."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()

    def _exchange(self, request: Message) -> Iterator[Message]:
        process = self._running()
        deadline = time.monotonic() + LIMITS[self._job].wall_seconds
        sender = threading.Thread(target=self._send, args=(process, request), daemon=True)
        sender.start()
        while True:
            try:
                answer = self._answers.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise self._ended(FileFault.TOO_HEAVY) from None
            if answer is None:
                raise self._ended(self._cause_of_death(process))
            if "refused" in answer.head:
                sender.join(timeout=5)
                data = answer.head.get("data")
                raise BadInput("file", str(answer.head["refused"]), **_plain(data))
            if answer.head.get("done"):
                sender.join(timeout=5)
                return
            part = answer.head.get("part")
            yield Message(part if isinstance(part, dict) else {}, answer.blobs)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self.running:
            return self._process
        self.close()
        environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(  # noqa: S603  # our own module by our own interpreter
            [sys.executable, "-m", "app.sandbox.worker", self._job.value],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=environment,
        )
        self._answers = queue.Queue(_QUEUED_MESSAGES)
        self.starts += 1
        _started.add(self)
        listener = threading.Thread(
            target=_listen, args=(self._process, self._answers), daemon=True
        )
        listener.start()
        return self._process

    @staticmethod
    def _send(process: subprocess.Popen[bytes], request: Message) -> None:
        if process.stdin is not None:
            with contextlib.suppress(OSError, ValueError):  # it died while we spoke: seen above
                send(process.stdin, request)

    @staticmethod
    def _cause_of_death(process: subprocess.Popen[bytes]) -> FileFault:
        try:
            code = process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return FileFault.READER_FAILED
        # Ended by a signal: the processor time ran out, or memory did in a library that aborts.
        return FileFault.TOO_HEAVY if code < 0 else FileFault.READER_FAILED

    @staticmethod
    def _ended(fault: FileFault) -> BadInput:
        return BadInput("file", fault.value, worker_ended=True)


def _listen(process: subprocess.Popen[bytes], answers: queue.Queue[Message | None]) -> None:
    if process.stdout is None:
        return
    with process.stdout as pipe:
        try:
            while (message := receive(pipe)) is not None:
                while process.poll() is None or not answers.full():
                    with contextlib.suppress(queue.Full):
                        answers.put(message, timeout=1)
                        break
                else:
                    return
        except (BrokenPipeTalk, OSError, ValueError):
            pass
        with contextlib.suppress(queue.Full):
            answers.put(None, timeout=60)


def _plain(data: Json) -> dict[str, object]:
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}

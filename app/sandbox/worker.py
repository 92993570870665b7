"""The worker process: foreign files are parsed here, shut in, so that a bomb harms nobody.

Started as `python -m app.sandbox.worker JOB`; speaks `app.sandbox.protocol` over its pipes.
"""

import importlib
import sys
from collections.abc import Iterator, Mapping
from typing import IO, Protocol, cast

from app.sandbox.catalogue import LIMITS, Job
from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.limits import allow_cpu, shut_in
from app.sandbox.protocol import Json, Message, receive, send


class JobModule(Protocol):
    """What a module in `app/sandbox/jobs` offers."""

    def run(self, asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
        """Do the job; give the answer in one or more messages. Raises `JobRefused`."""
        ...


def main(arguments: list[str], requests: IO[bytes], answers: IO[bytes]) -> int:
    """Serve one kind of job until the parent closes the pipe."""
    job = Job(arguments[0])
    limits = LIMITS[job]
    # The parser is loaded before the walls go up: loading needs files, parsing does not.
    module = cast("JobModule", importlib.import_module(f"app.sandbox.jobs.{job.value}"))
    shut_in(limits)
    while (request := receive(requests)) is not None:
        allow_cpu(limits.cpu_seconds)
        for answer in _answers(module, request):
            send(answers, answer)
    return 0


def _answers(module: JobModule, request: Message) -> Iterator[Message]:
    try:
        for part in module.run(request.head, request.blobs):
            yield Message({"part": dict(part.head)}, part.blobs)
    except JobRefused as refused:
        yield Message({"refused": refused.fault.value, "data": dict(refused.data)})
    except MemoryError:
        yield Message({"refused": FileFault.TOO_HEAVY.value, "data": {}})
    except Exception as error:  # noqa: BLE001  # the one place that can answer; nothing is hidden
        # Only the kind of error travels: its text may carry words of the file.
        yield Message(
            {"refused": FileFault.READER_FAILED.value, "data": {"kind": type(error).__name__}}
        )
    else:
        yield Message({"done": True})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer))

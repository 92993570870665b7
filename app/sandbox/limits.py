"""How much a worker may use, and how it is held to that by the operating system."""

import contextlib
import os
import sys
from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Memory in bytes of address space, processor seconds, seconds on the wall."""

    memory: int = 512 * MIB
    cpu_seconds: int = 10
    wall_seconds: float = 30.0


_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "urllib.",
    "webbrowser.",
    "winreg.",
)


class ForbiddenInWorker(Exception):  # named by what happened
    """Code in the worker tried to reach the network or to start a program."""


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise ForbiddenInWorker(event)


def shut_in(limits: Limits) -> None:
    """Hold this process to its limits for good: memory, no core file, no network, no programs.

    Where the system has no such limits (Windows), the time on the wall kept by the parent and
    the refusal of sockets and programs remain.
    """
    _close_the_network()
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # does not exist on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(ValueError, OSError):  # macOS refuses a limit on address space
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.addaudithook(_refuse)


def allow_cpu(seconds: int) -> None:
    """Give this process so many more processor seconds; the system ends it beyond them."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # does not exist on Windows

        spent = resource.getrusage(resource.RUSAGE_SELF)
        total = int(spent.ru_utime + spent.ru_stime) + seconds + 1
        resource.setrlimit(resource.RLIMIT_CPU, (total, resource.RLIM_INFINITY))


def _close_the_network() -> None:
    # A network namespace of its own has no way out. Containers often forbid making one; then
    # the refusal of every socket in `_refuse` is what stands.
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)

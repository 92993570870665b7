"""Begin anew in a clean process at the same register, and leave nothing of this one.

Python cannot wipe what it once held: after the engines are gone and garbage is collected, keys and
names are still in memory. Only the end of the process takes them away. On POSIX the process
replaces itself (`exec`): its whole memory is gone at one stroke, who waits for it in a terminal
still waits, and no second program has to be looked after. Windows cannot do that, so there a
detached child is started and this process ends at once.
"""

import contextlib
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn, Protocol

from app import paths
from app.settings import is_release

_log = logging.getLogger("homeward.lock")


class CleanStart(Protocol):
    """Start the program anew; does not come back, except in a test."""

    def __call__(self, register: Path, user: str) -> None:
        """Begin at the unlock screen of a register, with a name chosen."""
        ...


def begin_anew(register: Path, user: str) -> NoReturn:
    """Become a clean process at this register's unlock screen; ends the program if none starts."""
    try:
        _start(command(register, user), environment())
    except OSError as error:
        _log.error("no clean process: %s", type(error).__name__)
    finally:
        os._exit(0)


def command(register: Path, user: str) -> list[str]:
    """Return the words that open the window at a register; never a passphrase."""
    program = [sys.executable] if is_release() else [sys.executable, "-P", "-m", "app"]
    named = ["--user", user] if user else []
    return [*program, "open", *named, "--", str(register.absolute())]


def environment() -> dict[str, str]:
    """Return the surroundings of the clean process: ours, with the program's own folder."""
    if is_release():  # a bundle would otherwise take itself for a child of the old one
        return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    return {**os.environ, "PYTHONPATH": str(paths.program_root())}


if sys.platform == "win32":

    def _start(words: list[str], surroundings: dict[str, str]) -> None:
        subprocess.Popen(  # noqa: S603  # our own program by its own interpreter
            words,
            env=surroundings,
            close_fds=True,
            creationflags=subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP,
        )

else:

    def _start(words: list[str], surroundings: dict[str, str]) -> None:
        _shut_doors_at_exec()
        os.execve(words[0], words, surroundings)  # noqa: S606  # as above

    def _shut_doors_at_exec() -> None:
        """Hand down no open file but the three of the terminal: locks and sockets end here."""
        folder = "/proc/self/fd" if sys.platform == "linux" else "/dev/fd"
        with contextlib.suppress(OSError):  # the clean start matters more than a stray file
            for number in map(int, os.listdir(folder)):  # noqa: PTH208  names, no paths
                if number > 2:
                    with contextlib.suppress(OSError):  # the one that listed this folder
                        os.set_inheritable(number, False)

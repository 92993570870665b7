"""One program at a time in a vault: a lock the system drops with its holder, and a note beside it.

On one machine the system's own lock decides: whoever died no longer holds it, so a lock file left
behind is stale and taken over in silence. A note of another machine cannot be tested from here;
it stands until a person says otherwise.
"""

import json
import os
import socket
import sys
from pathlib import Path
from typing import IO, Self

from app.clock import Clock
from app.errors import VaultInUse
from app.vault.files import coded_failures

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = "lock"
_LOCKED_BYTE = 1 << 20
"""Far behind the note, which stays readable for others where locking is mandatory."""


class VaultLock:
    """Holds a vault for this process until released or until the process ends."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file: IO[bytes] | None = file

    @classmethod
    def take(cls, folder: Path, who: str, clock: Clock, *, over_other_host: bool = False) -> Self:
        """Take a vault's lock; raises VaultInUse, ReadOnlyVault, DiskFull."""
        path = folder / LOCK
        with coded_failures(folder):
            handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        file = os.fdopen(handle, "r+b")
        try:
            _claim(file, over_other_host=over_other_host)
            with coded_failures(folder):
                _write_note(file, who, clock)
        except BaseException:
            file.close()
            raise
        return cls(file)

    def release(self) -> None:
        """Let the next program in."""
        if self._file is None:
            return
        self._file.truncate(0)
        self._file.close()
        self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


def _claim(file: IO[bytes], *, over_other_host: bool) -> None:
    note = _note_in(file)
    if not _try_lock(file):
        raise _in_use(note)
    if note and note.get("host") != socket.gethostname() and not over_other_host:
        raise _in_use(note)


def _note_in(file: IO[bytes]) -> dict[str, object]:
    file.seek(0)
    try:
        found = json.loads(file.read(4096) or b"{}")
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_note(file: IO[bytes], who: str, clock: Clock) -> None:
    note = {
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "user": who,
        "since": clock.now().isoformat(timespec="seconds"),
    }
    file.seek(0)
    file.truncate(0)
    file.write(json.dumps(note).encode("utf-8"))
    file.flush()


def _in_use(note: dict[str, object]) -> VaultInUse:
    pid = note.get("pid")
    return VaultInUse(
        host=str(note.get("host", "")),
        pid=pid if isinstance(pid, int) else 0,
        since=str(note.get("since", "")),
    )


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

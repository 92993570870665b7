"""Copies files for a backup or a restore: hashed on the way, on the disk, for their owner only."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from app.errors import Stopped
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.files import coded_failures

_CHUNK = 1 << 20


@dataclass(slots=True)
class Tally:
    """How many bytes of how many are done, told as it goes; raises Stopped when asked to."""

    total: int = 0
    report: Report = silent
    cancelled: Cancelled = never
    done: int = 0

    def add(self, count: int) -> None:
        """Count bytes."""
        if self.cancelled():
            raise Stopped
        self.done += count
        self.report(Progress(min(self.done, self.total), self.total))


def copy_hashed(source: Path, to: Path, tally: Tally) -> str:
    """Copy a file to a new one; return the SHA-256 of what was copied.

    Raises DiskFull, ReadOnlyVault, StorageFailed, Stopped; what was begun is removed again.
    """
    digest = hashlib.sha256()
    with coded_failures(to):
        try:
            handle = os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as copy, source.open("rb") as original:
                for piece in iter(lambda: original.read(_CHUNK), b""):
                    digest.update(piece)
                    copy.write(piece)
                    tally.add(len(piece))
                copy.flush()
                os.fsync(copy.fileno())
        except BaseException:
            to.unlink(missing_ok=True)
            raise
    return digest.hexdigest()


def hash_of(path: Path, tally: Tally) -> str:
    """Return the SHA-256 of a file as it lies on the disk."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(_CHUNK), b""):
            digest.update(piece)
            tally.add(len(piece))
    return digest.hexdigest()


def put_on_disk(path: Path) -> None:
    """Wait until what another library wrote is on the disk."""
    with coded_failures(path), path.open("rb+") as file:
        os.fsync(file.fileno())

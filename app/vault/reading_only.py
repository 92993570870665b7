"""A vault that is opened to be read: nothing in its folder is written, on whatever medium it lies.

What a reader of SQLite's write-ahead log needs was tried out: beside a program at work, a read-only
connection sees what was saved and leaves the log alone; where nobody is, it would make a log and a
memory of its own. A file may be taken for unchanging instead, but then its log is not read. So
where a log has anything in it, both are copied, encrypted as they are, to a private folder for as
long as it takes.
"""

import shutil
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.db.engine import VaultFile
from app.vault.files import coded_failures


class WhyReadOnly(StrEnum):
    """Why a vault is open to be read only."""

    ASKED = "asked"
    """A person chose it: somebody else is at work in it."""
    NETWORK = "network"
    """It lies on a share of the network, where locks do not hold."""
    MEDIUM = "medium"
    """The disk, or the right to the folder, lets nobody write."""


@dataclass(frozen=True, slots=True)
class ReadableFile:
    """A data file to be read, and the private folder that goes when it is closed."""

    file: VaultFile
    private: Path | None = None

    def close(self) -> None:
        """Remove the private copy."""
        if self.private is not None:
            shutil.rmtree(self.private, ignore_errors=True)


def file_to_read(path: Path, key: bytes, why: WhyReadOnly) -> ReadableFile:
    """Return a way to read a data file that writes nothing beside it.

    Raises DiskFull, StorageFailed: a private copy was needed and could not be made.
    """
    log, memory = (path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))
    if why is WhyReadOnly.ASKED and memory.exists():  # a program of this machine is at work in it
        return ReadableFile(VaultFile(path, key, read_only=True))
    if not log.exists() or not log.stat().st_size:
        return ReadableFile(VaultFile(path, key, immutable=True))
    private = Path(tempfile.mkdtemp(prefix="homeward-reading-"))
    try:
        with coded_failures(private):
            for source in (path, log):
                copy = private / source.name
                shutil.copyfile(source, copy)
                copy.chmod(0o600)
    except BaseException:
        shutil.rmtree(private, ignore_errors=True)
        raise
    return ReadableFile(VaultFile(private / path.name, key, read_only=True), private)

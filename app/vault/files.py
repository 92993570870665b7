"""Files of the vault folder: written whole or not at all, readable by their owner only."""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.errors import DiskFull, ReadOnlyVault, StorageFailed

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


ROOM_TO_WORK = 64 * 1024 * 1024
"""Bytes a person is asked to free where nobody can know how much a save will take."""


@contextlib.contextmanager
def coded_failures(path: Path, needed: int = ROOM_TO_WORK) -> Iterator[None]:
    """Turn the operating system's complaints about a write of `needed` bytes into coded errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path, free_space(path), needed) from error
        if error.errno in _READ_ONLY:
            raise ReadOnlyVault(path) from error
        raise StorageFailed(path.name) from error


def free_space(path: Path) -> int | None:
    """Return the bytes free on the disk a path is on, None if that cannot be known."""
    place = next((place for place in (path, *path.parents) if place.exists()), None)
    try:
        return None if place is None else shutil.disk_usage(place).free
    except OSError:
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step, on the disk before this returns, mode 0600.

    Raises DiskFull, ReadOnlyVault, StorageFailed; the old content is then still there.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with coded_failures(path, len(content)):
        try:
            handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk."""
    with contextlib.suppress(OSError):  # Windows has no handle on a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

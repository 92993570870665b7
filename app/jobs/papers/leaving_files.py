"""Files that leave together: each is whole on the disk beside its place before one has its name."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.errors import DiskFull
from app.vault.files import free_space, sync_folder

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class LeavingFiles:
    """Writes files beside their places; `release` names them, leaving early takes them away.

    A paper is issued in a transaction: what the disk refuses, it refuses before that ends, and a
    transaction that fails leaves no file.
    """

    def __init__(self) -> None:
        self._parts: dict[Path, Path] = {}

    def write(self, path: Path, content: bytes) -> None:
        """Write a file whole beside its place, readable by this user only.

        Raises:
            DiskFull; OSError: the folder cannot be written.
        """
        part = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._parts[path] = part
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise DiskFull(path, free_space(path), len(content)) from error
            raise OSError(error.errno, error.strerror, str(path)) from error

    def release(self) -> None:
        """Give every file its name."""
        for path, part in self._parts.items():
            part.replace(path)
            sync_folder(path.parent)
        self._parts.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        for part in self._parts.values():
            part.unlink(missing_ok=True)

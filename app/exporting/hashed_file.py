"""A file of an export while it is written, with the hash of all of it."""

from __future__ import annotations

import hashlib
from typing import BinaryIO


class HashedFile:
    """Whoever opened the file closes it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def write(self, content: bytes) -> int:
        """Write a piece."""
        self._digest.update(content)
        return self._file.write(content)

    def flush(self) -> None:
        """Pass on what waits; an archive asks for it."""
        self._file.flush()

    def close(self) -> None:
        """Pass on what waits."""
        self.flush()

    @property
    def sha256(self) -> str:
        """The hash of what was written so far."""
        return self._digest.hexdigest()

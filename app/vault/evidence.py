"""The evidence store as the rest of the program knows it, wherever its pieces are kept.

Evidence first, reference second (the order of restic): a file is on the disk, whole and hashed,
before any row of the register names it. What a crash leaves without a row is found by `check`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol
from uuid import UUID

from app.db.engine import Engines
from app.errors import BadInput, Stopped
from app.sandbox.faults import FileFault
from app.shapes.checks import Fault
from app.shapes.kept_files import Fingerprint, KeptFile
from app.shapes.progress import Cancelled, Progress, Report, never, silent

PIECE = 1024 * 1024
#: The largest file taken in; a shard holds a file whole, so it may grow to this at most.
MOST = 4 * 1024 * 1024 * 1024


class Ground(Protocol):
    """What a store stands on: engines and keys, which a rotation puts others in place of."""

    def shared(self) -> AbstractContextManager[None]:
        """Hold engines and keys as they are; everything below is asked inside of it."""
        ...

    @property
    def engines(self) -> Engines:
        """Return the two ways into the register's tables."""
        ...

    @property
    def epoch(self) -> int:
        """Return the epoch that new evidence is begun in."""
        ...

    def data_key(self, epoch: int) -> bytes:
        """Return the data key of an epoch, today's or a former one. Raises DamagedVault."""
        ...


class EvidenceStore(Protocol):
    """Keeps files bit by bit, encrypted, in pieces of 1 MiB."""

    def keep(
        self,
        source: BinaryIO,
        expected: Fingerprint,
        report: Report = silent,
        cancelled: Cancelled = never,
    ) -> KeptFile:
        """Copy a file in; it is on the disk when this returns.

        Raises BadInput where it is no longer what was hashed; Stopped; DiskFull, ReadOnlyVault,
        StorageFailed. Nothing of it stays then.
        """
        ...

    def pieces(self, kept: KeptFile) -> Iterator[bytes]:
        """Give a kept file piece by piece, in order; what it holds is not hashed here.

        Raises DamagedEvidence where a piece is missing or was altered.
        """
        ...

    def ids(self) -> Iterator[UUID]:
        """Name every file there is anything of, referenced or not."""
        ...

    def discard(self, ids: Iterable[UUID]) -> int:
        """Let go of files that no row names; answers how many went."""
        ...

    def faults(self) -> list[Fault]:
        """Check what holds the pieces, apart from what is in them."""
        ...


def fingerprint(
    source: BinaryIO, report: Report = silent, cancelled: Cancelled = never, *, name: str = ""
) -> Fingerprint:
    """Count and hash a file, the first thing that is done with it, and put it back to its start.

    Raises BadInput where it is empty or larger than `MOST`; Stopped.
    """
    digest, size = hashlib.sha256(), 0
    for piece in read_pieces(source):
        refuse_if_stopped(cancelled)
        digest.update(piece)
        size += len(piece)
        if size > MOST:
            raise BadInput("file", FileFault.TOO_BIG.value, found=size, limit=MOST)
        report(Progress(size, 0, name))
    if not size:
        raise BadInput("file", FileFault.EMPTY.value)
    source.seek(0)
    return Fingerprint(size, digest.hexdigest())


def read_pieces(source: BinaryIO) -> Iterator[bytes]:
    """Read a file in pieces, each but the last full, so that it is never held whole."""
    while True:
        parts: list[bytes] = []
        wanted = PIECE
        while wanted and (part := source.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        if not parts:
            return
        yield parts[0] if len(parts) == 1 else b"".join(parts)
        if wanted:
            return


def refuse_if_stopped(cancelled: Cancelled) -> None:
    """Raise Stopped where somebody asked to stop."""
    if cancelled():
        raise Stopped


def piece_count(size: int) -> int:
    """Say in how many pieces a file of this size is kept."""
    return -(-size // PIECE)


def hash_of(store: EvidenceStore, kept: KeptFile, cancelled: Cancelled = never) -> Fingerprint:
    """Read a kept file and hash it.

    Raises DamagedEvidence; Stopped.
    """
    digest, size = hashlib.sha256(), 0
    for piece in store.pieces(kept):
        refuse_if_stopped(cancelled)
        digest.update(piece)
        size += len(piece)
    return Fingerprint(size, digest.hexdigest())


def is_unchanged(store: EvidenceStore, kept: KeptFile, cancelled: Cancelled = never) -> bool:
    """Say whether a kept file is what was taken in, bit by bit (R-46)."""
    return hash_of(store, kept, cancelled) == Fingerprint(kept.size, kept.sha256)

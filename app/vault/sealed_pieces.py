"""Keeps the evidence of a shared office: every piece sealed before it leaves this program.

The server holds what it cannot read. A piece is bound to its file, its place in it and the number
of pieces, so that none can be swapped, dropped or put elsewhere unnoticed.
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import DBAPIError

from app.db import dialect
from app.errors import BadInput, DamagedEvidence
from app.shapes.checks import Fault
from app.shapes.kept_files import Fingerprint, KeptFile
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.evidence import Ground, piece_count, read_pieces, refuse_if_stopped
from app.vault.keys import decrypt, encrypt, subkey
from models.base import new_id
from models.exhibits import BlobPiece

_EPOCH = struct.Struct(">I")
_BATCH = 8


class PieceStore:
    """The evidence of a shared office, in the table `blob_pieces` of its server."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def keep(
        self,
        source: BinaryIO,
        expected: Fingerprint,
        report: Report = silent,
        cancelled: Cancelled = never,
    ) -> KeptFile:
        """Copy a file in, in one transaction. Raises as `EvidenceStore.keep`."""
        kept = KeptFile(new_id(), expected.size, expected.sha256)
        with self._coded(), self._ground.engines.writing.begin() as server:
            rows: list[dict[str, object]] = []
            for position, sealed in self._sealed(source, kept, report, cancelled):
                rows.append({"blob_id": kept.id, "position": position, "sealed": sealed})
                if len(rows) == _BATCH:
                    server.execute(insert(BlobPiece), rows)
                    rows = []
            if rows:
                server.execute(insert(BlobPiece), rows)
        return kept

    def _sealed(
        self, source: BinaryIO, kept: KeptFile, report: Report, cancelled: Cancelled
    ) -> Iterator[tuple[int, bytes]]:
        epoch, digest, size = self._ground.epoch, hashlib.sha256(), 0
        key = self._key(epoch)
        for position, piece in enumerate(read_pieces(source)):
            refuse_if_stopped(cancelled)
            digest.update(piece)
            size += len(piece)
            if size > kept.size:
                break
            place = _place(kept, position, epoch)
            yield position, _EPOCH.pack(epoch) + encrypt(key, piece, place)
            report(Progress(size, kept.size))
        if (size, digest.hexdigest()) != (kept.size, kept.sha256):
            raise BadInput("file", "file_changed_meanwhile")

    def pieces(self, kept: KeptFile) -> Iterator[bytes]:
        """Give a kept file piece by piece, in order. Raises DamagedEvidence."""
        count = piece_count(kept.size)
        with self._coded(), self._ground.engines.reading.connect() as server:
            for position in range(count):
                sealed = server.scalar(
                    select(BlobPiece.sealed).where(
                        BlobPiece.blob_id == kept.id, BlobPiece.position == position
                    )
                )
                if sealed is None:
                    raise DamagedEvidence(kept.id, "missing")
                yield self._opened(kept, position, sealed)

    def _opened(self, kept: KeptFile, position: int, sealed: bytes) -> bytes:
        if len(sealed) < _EPOCH.size:
            raise DamagedEvidence(kept.id, "altered")
        (epoch,) = _EPOCH.unpack_from(sealed)
        place = _place(kept, position, epoch)
        piece = decrypt(self._key(epoch), sealed[_EPOCH.size :], place)
        if piece is None:
            raise DamagedEvidence(kept.id, "altered")
        return piece

    def ids(self) -> Iterator[UUID]:
        """Name every file there is anything of, referenced or not."""
        with self._coded(), self._ground.engines.reading.connect() as server:
            yield from server.scalars(select(BlobPiece.blob_id).distinct()).all()

    def discard(self, ids: Iterable[UUID]) -> int:
        """Let go of files that no row names; answers how many went."""
        wanted = list(ids)
        gone = select(func.count(BlobPiece.blob_id.distinct())).where(BlobPiece.blob_id.in_(wanted))
        with self._coded(), self._ground.engines.writing.begin() as server:
            count = server.scalar(gone) or 0
            server.execute(delete(BlobPiece).where(BlobPiece.blob_id.in_(wanted)))
        return count

    def faults(self) -> list[Fault]:
        """Find nothing: a server looks after its own files."""
        return []

    @contextlib.contextmanager
    def _coded(self) -> Iterator[None]:
        try:
            with self._ground.shared():
                yield
        except DBAPIError as error:
            raise dialect.coded(error) or error from error

    def _key(self, epoch: int) -> bytes:
        return subkey(self._ground.data_key(epoch), "evidence")


def _place(kept: KeptFile, position: int, epoch: int) -> bytes:
    count = piece_count(kept.size)
    return b"homeward/1/piece" + struct.pack(">16sIII", kept.id.bytes, position, count, epoch)

"""Keeps the evidence of a vault: encrypted files of about 1 GiB, each with a key of its own.

A shard that is full is closed and never changes again, so that a backup copies it once. Measured
on two cores: with a rollback journal 171 MiB/s in, with a write-ahead log (which holds every page
twice) 132; out and hashed 276. Larger pages would give 240, which the disk of an office does not.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO  # Any: a DB-API connection has no common type
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from app.db import dialect
from app.db.engine import VaultFile, Way, open_raw
from app.errors import (
    BadInput,
    DamagedEvidence,
    DiskFull,
    HomewardError,
    ReadOnlyVault,
    RegisterBusy,
)
from app.shapes.checks import Fault, FaultKind
from app.shapes.kept_files import Fingerprint, KeptFile
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.evidence import Ground, piece_count, read_pieces, refuse_if_stopped
from app.vault.files import ROOM_TO_WORK, coded_failures, free_space, sync_folder
from app.vault.keys import subkey
from models.base import new_id
from models.exhibits import Shard

#: A shard takes no more files once it holds this much.
FULL = 1024 * 1024 * 1024
#: Pieces a transaction: a reader of the shard waits for no longer than these take.
_TURN = 32

_BLOBS = """CREATE TABLE IF NOT EXISTS blobs (
    id BLOB PRIMARY KEY, size INTEGER NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID"""
_PIECES = """CREATE TABLE IF NOT EXISTS pieces (
    blob BLOB NOT NULL, position INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (blob, position)
)"""


@dataclass(frozen=True, slots=True)
class ShardFile:
    """A shard of a vault: its number, its file with the key to it, and whether it is closed."""

    number: int
    file: VaultFile
    closed: bool


class ShardStore:
    """The evidence of one vault. Safe to use from several threads; one of them writes at a time."""

    def __init__(self, folder: Path, ground: Ground, *, full: int = FULL) -> None:
        self._folder = folder
        self._ground = ground
        self._full = full
        self._turn = threading.Lock()

    # --- in

    def keep(
        self,
        source: BinaryIO,
        expected: Fingerprint,
        report: Report = silent,
        cancelled: Cancelled = never,
    ) -> KeptFile:
        """Copy a file in; it is on the disk when this returns. Raises as `EvidenceStore.keep`."""
        kept = KeptFile(new_id(), expected.size, expected.sha256)
        with self._turn, self._coded():
            shard = self._with_room(expected.size)
            with _connection(shard.file, Way.APPEND) as connection:
                try:
                    self._copy(connection, source, kept, report, cancelled)
                except BaseException:
                    _let_go(connection, [kept.id])
                    raise
        return KeptFile(kept.id, kept.size, kept.sha256, shard.number)

    @staticmethod
    def _copy(
        connection: Any,  # Any: see import
        source: BinaryIO,
        kept: KeptFile,
        report: Report,
        cancelled: Cancelled,
    ) -> None:
        digest, size = hashlib.sha256(), 0
        connection.execute("BEGIN IMMEDIATE")
        for position, piece in enumerate(read_pieces(source)):
            refuse_if_stopped(cancelled)
            digest.update(piece)
            size += len(piece)
            if size > kept.size:
                break
            connection.execute(
                "INSERT INTO pieces VALUES (?, ?, ?)", (kept.id.bytes, position, piece)
            )
            if position % _TURN == _TURN - 1:
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
            report(Progress(size, kept.size))
        if (size, digest.hexdigest()) != (kept.size, kept.sha256):
            raise BadInput("file", "file_changed_meanwhile")
        # The row comes last: pieces without it are what an interrupted copy left behind.
        connection.execute(
            "INSERT INTO blobs VALUES (?, ?, ?)", (kept.id.bytes, kept.size, kept.sha256)
        )
        connection.execute("COMMIT")

    def _with_room(self, size: int) -> ShardFile:
        """Give the shard that takes the next file, a new one where the last is full or former."""
        epoch = self._ground.epoch
        with self._ground.engines.writing.begin() as register:
            last = register.execute(
                select(Shard.number, Shard.epoch, Shard.closed).order_by(Shard.number.desc())
            ).first()
            number = 1 if last is None else last.number
            takes = last is not None and not last.closed and last.epoch == epoch
            if last is not None and not (takes and self._fits(number, size)):
                this = update(Shard).where(Shard.number == number)
                register.execute(this.values(closed=True))
                number += 1
                last = None
            if last is None:
                register.execute(insert(Shard).values(number=number, epoch=epoch, closed=False))
        # Its row stands before the file does, so that the key to it is never in doubt.
        return self._made(number, epoch)

    def _fits(self, number: int, size: int) -> bool:
        path = self._path(number)
        held = path.stat().st_size if path.exists() else 0
        return held < _SMALL or held + size <= self._full

    def _made(self, number: int, epoch: int) -> ShardFile:
        shard = ShardFile(number, self._file(number, epoch), closed=False)
        path = shard.file.path
        if not path.exists():
            with coded_failures(path):
                path.parent.mkdir(mode=0o700, exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
                sync_folder(path.parent)
        if path.stat().st_size == 0:
            with _connection(shard.file, Way.APPEND) as connection:
                connection.execute("BEGIN IMMEDIATE")
                for statement in (_BLOBS, _PIECES):
                    connection.execute(statement)
                connection.execute("COMMIT")
        return shard

    # --- out

    def pieces(self, kept: KeptFile) -> Iterator[bytes]:
        """Give a kept file piece by piece, in order. Raises DamagedEvidence."""
        if kept.shard is None:
            raise DamagedEvidence(kept.id, "missing")
        shard = self._shard(kept.shard)
        if shard is None:
            raise DamagedEvidence(kept.id, "missing")
        count = 0
        try:
            with self._coded(), _connection(shard.file, Way.READ) as connection:
                rows = connection.execute(
                    "SELECT position, content FROM pieces WHERE blob = ? ORDER BY position",
                    (kept.id.bytes,),
                )
                for position, content in rows:
                    if position != count:
                        break
                    count += 1
                    yield content
        except RegisterBusy:
            raise
        except (HomewardError, driver.DatabaseError) as error:
            raise DamagedEvidence(kept.id, "unreadable") from error
        if count != piece_count(kept.size):
            raise DamagedEvidence(kept.id, "missing")

    # --- what the check and the backup ask

    def shards(self) -> list[ShardFile]:
        """Name every shard that was begun, by number."""
        with self._ground.shared(), self._ground.engines.reading.connect() as register:
            rows = register.execute(
                select(Shard.number, Shard.epoch, Shard.closed).order_by(Shard.number)
            ).all()
            return [
                ShardFile(row.number, self._file(row.number, row.epoch), row.closed) for row in rows
            ]

    def ids(self) -> Iterator[UUID]:
        """Name every file there is anything of, referenced or not."""
        for shard in self.shards():
            if not shard.file.path.exists():
                continue
            with _connection(shard.file, Way.READ) as connection:
                rows = connection.execute("SELECT DISTINCT blob FROM pieces").fetchall()
            yield from (UUID(bytes=row[0]) for row in rows)

    def discard(self, ids: Iterable[UUID]) -> int:
        """Let go of files that no row names, but for those in closed shards, which never change."""
        wanted, gone = frozenset(ids), 0
        with self._turn, self._coded():
            for shard in self.shards():
                if shard.closed or not shard.file.path.exists():
                    continue
                with _connection(shard.file, Way.APPEND) as connection:
                    gone += _let_go(connection, wanted)
        return gone

    def faults(self) -> list[Fault]:
        """Check every page of every shard against its seal, then its structure."""
        found: list[Fault] = []
        for shard in self.shards():
            name = shard.file.path.name
            try:
                with _connection(shard.file, Way.READ) as connection:
                    said = [
                        str(row[0])
                        for pragma in ("cipher_integrity_check", "quick_check")
                        for row in connection.execute(f"PRAGMA {pragma}").fetchall()
                        if row[0] != "ok"
                    ]
            except (HomewardError, driver.DatabaseError):
                said = ["unreadable"]
            if said:
                found.append(Fault(FaultKind.SHARD, name, said[0]))
        return found

    # --- inside

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:04d}.db"

    def _file(self, number: int, epoch: int) -> VaultFile:
        key = subkey(self._ground.data_key(epoch), f"evidence/{number:04d}")
        return VaultFile(self._path(number), key)

    def _shard(self, number: int) -> ShardFile | None:
        with self._ground.shared(), self._ground.engines.reading.connect() as register:
            row = register.execute(
                select(Shard.epoch, Shard.closed).where(Shard.number == number)
            ).one_or_none()
            if row is None:
                return None
            return ShardFile(number, self._file(number, row.epoch), row.closed)

    @contextlib.contextmanager
    def _coded(self) -> Iterator[None]:
        try:
            with self._ground.shared():
                yield
        except (driver.DatabaseError, DBAPIError) as error:
            orig = error.orig if isinstance(error, DBAPIError) else error
            known = dialect.coded_words(str(orig))
            if isinstance(known, DiskFull):
                raise DiskFull(
                    self._folder.parent, free_space(self._folder), ROOM_TO_WORK
                ) from error
            if isinstance(known, ReadOnlyVault):
                raise ReadOnlyVault(self._folder) from error
            raise known or error from error


#: A shard that holds next to nothing takes a file of any size.
_SMALL = 1024 * 1024


@contextlib.contextmanager
def _connection(file: VaultFile, way: Way) -> Iterator[Any]:  # Any: see import
    connection = open_raw(file, way)
    try:
        yield connection
    finally:
        connection.close()


def _let_go(connection: Any, ids: Iterable[UUID]) -> int:  # Any: see import
    """Take files out; where the disk refuses even that, the next sweep does it."""
    gone = 0
    with contextlib.suppress(driver.DatabaseError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("BEGIN IMMEDIATE")
        for one in ids:
            connection.execute("DELETE FROM blobs WHERE id = ?", (one.bytes,))
            found = connection.execute("DELETE FROM pieces WHERE blob = ?", (one.bytes,))
            gone += found.rowcount > 0
        connection.execute("COMMIT")
    return gone

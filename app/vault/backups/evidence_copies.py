"""Shards of evidence on their way into a backup: a closed one once, the open one as it is now.

A copy is named by the shard's number and the SHA-256 of the file, so one that did not change since
the last backup is the same file, and sets made at different times share it.
"""

import contextlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import exists, select

from app.db.engine import VaultFile, Way, open_raw, vault_engine
from app.vault.backups.copying import Tally, copy_hashed
from app.vault.backups.layout import PART, BackupPlace
from app.vault.backups.manifest import FileEntry
from app.vault.files import sync_folder
from app.vault.keys import subkey
from models.exhibits import Blob, Shard

type DataKeyOf = Callable[[int], bytes]
"""Gives the data key of an epoch, today's or a former one; raises DamagedVault."""


@dataclass(frozen=True, slots=True)
class KnownShard:
    """A shard the register knows."""

    number: int
    epoch: int
    closed: bool
    used: bool
    """A file of an exhibit stands in it; one that is not may not have been written yet."""

    @property
    def file(self) -> str:
        """Return the name of its file in a vault's folder of evidence."""
        return f"{self.number:04d}.db"

    def key(self, data_key: DataKeyOf) -> bytes:
        """Derive the key of its file."""
        return subkey(data_key(self.epoch), f"evidence/{self.number:04d}")


def shards_in(file: VaultFile) -> list[KnownShard]:
    """List the shards a data file knows, by number."""
    engine = vault_engine(file, Way.READ)
    try:
        with engine.connect() as connection:
            used = exists().where(Blob.shard == Shard.number)
            rows = connection.execute(
                select(Shard.number, Shard.epoch, Shard.closed, used).order_by(Shard.number)
            )
            return [KnownShard(*row) for row in rows]
    finally:
        engine.dispose()


def copy_shard(
    shard: KnownShard, folder: Path, to: BackupPlace, data_key: DataKeyOf, tally: Tally
) -> FileEntry:
    """Copy a shard into a place, if the same file is not there yet; say what it is called there.

    Raises DiskFull, ReadOnlyVault, StorageFailed, Stopped, OSError: the shard cannot be read.
    """
    source = folder / shard.file
    part = to.evidence_folder / f"{PART}{secrets.token_hex(4)}"
    try:
        with _held(shard, source, data_key):
            digest = copy_hashed(source, part, tally)
        size = part.stat().st_size
        name = f"{shard.number:04d}.{digest}.db"
        part.replace(to.evidence_folder / name)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(to.evidence_folder)
    return FileEntry(name, size, digest, shard.number, shard.closed)


@contextlib.contextmanager
def _held(shard: KnownShard, source: Path, data_key: DataKeyOf) -> Iterator[None]:
    """Keep the open shard from changing while it is copied: a reader's lock makes writers wait."""
    if shard.closed or source.stat().st_size == 0:
        yield
        return
    with contextlib.closing(open_raw(VaultFile(source, shard.key(data_key)), Way.READ)) as raw:
        raw.execute("BEGIN")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
        raw.execute("ROLLBACK")

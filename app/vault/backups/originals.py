"""Reads originals of exhibits out of a backup and compares them with what was taken in."""

import contextlib
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import override

from sqlalchemy import select

from app.db.engine import Engines
from app.db.unit_of_work import reading_session
from app.errors import DamagedEvidence, DamagedVault
from app.shapes.backups import BackupFault, FoundFault
from app.shapes.kept_files import KeptFile
from app.vault.backups.copying import Tally
from app.vault.backups.layout import BackupSet
from app.vault.backups.manifest import Manifest
from app.vault.backups.reading import file_of
from app.vault.epochs import epoch_data_key
from app.vault.evidence import Ground, is_unchanged
from app.vault.keys import UnlockedKeys
from app.vault.sealed_pieces import PieceStore
from app.vault.shards import ShardStore
from models.exhibits import Blob
from models.vocabulary.exhibits import BlobKind

SAMPLE = 100
"""One original in so many is read and hashed again, at least one (R-41)."""
ALL = 1


class _SetGround:
    """A backup as the ground an evidence store stands on: its own data file, its own keys."""

    def __init__(self, engines: Engines, keys: UnlockedKeys) -> None:
        self.engines = engines
        self.epoch = keys.epoch
        self._keys = keys

    def shared(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def data_key(self, epoch: int) -> bytes:
        with reading_session(self.engines.reading) as session:
            return epoch_data_key(session, self._keys, epoch)


class _SetShards(ShardStore):
    """The shards of a backup, which have the hash of their content in their names."""

    def __init__(self, place: Path, ground: Ground, files: Mapping[int, Path]) -> None:
        super().__init__(place, ground)
        self._files = files

    @override
    def _path(self, number: int) -> Path:
        return self._files.get(number, super()._path(number))


def original_faults(
    one: BackupSet,
    manifest: Manifest,
    engines: Engines,
    keys: UnlockedKeys,
    share: int,
    tally: Tally,
) -> Iterator[FoundFault]:
    """Hash one original in `share` and name those that are not what was taken in."""
    ground = _SetGround(engines, keys)
    files = {
        entry.shard: file_of(one, entry) for entry in manifest.files if entry.shard is not None
    }
    shards = _SetShards(one.place.evidence_folder, ground, files)
    pieces = PieceStore(ground)
    for kept in _chosen(_originals(engines), share):
        store = pieces if kept.shard is None else shards
        try:
            whole = is_unchanged(store, kept, tally.cancelled)
        except (DamagedEvidence, DamagedVault):
            whole = False
        tally.add(kept.size)
        if not whole:
            yield FoundFault(BackupFault.EXHIBIT, str(kept.id))


def _originals(engines: Engines) -> list[KeptFile]:
    query = select(Blob.id, Blob.size, Blob.sha256, Blob.shard).where(
        Blob.kind == BlobKind.ORIGINAL
    )
    with engines.reading.connect() as connection:
        return [KeptFile(*row) for row in connection.execute(query)]


def _chosen(originals: Sequence[KeptFile], share: int) -> Sequence[KeptFile]:
    if share == ALL or not originals:
        return originals
    count = -(-len(originals) // share)
    return random.SystemRandom().sample(originals, count)

"""Verifies a backup by opening it: every file, every page, every count, the end of its history.

A backup that was never opened is a hope. What is found is a list of faults; empty is good (R-41).
"""

from collections.abc import Callable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.engine import Engines, VaultFile, Way, vault_engine
from app.db.unit_of_work import reading_session
from app.db.whole_file import is_whole, points_nowhere
from app.errors import DamagedVault, NewerVault
from app.shapes.backups import BackupFault, FoundFault
from app.vault.admission import check_public_keys
from app.vault.backups.copying import Tally, hash_of
from app.vault.backups.evidence_copies import shards_in
from app.vault.backups.layout import MANIFEST, BackupSet
from app.vault.backups.manifest import Content, Manifest
from app.vault.backups.originals import SAMPLE, original_faults
from app.vault.backups.reading import file_of, header_of, manifest_of
from app.vault.backups.snapshot import content_of
from app.vault.header import DATA, HEADER
from app.vault.keys import UnlockedKeys
from models.staff import Register

type KeysOf = Callable[[int], UnlockedKeys]
"""Gives the keys of a register as they were in an epoch; raises DamagedVault."""


def verify_backup(
    one: BackupSet,
    keys_of: KeysOf,
    tally: Tally | None = None,
    *,
    brought_before: frozenset[str] = frozenset(),
    share: int = SAMPLE,
) -> tuple[FoundFault, ...]:
    """Open a backup and say what is wrong with it.

    Evidence `brought_before` was hashed when an earlier set brought it: here it must lie there in
    full size. One original in `share` is read and hashed again.

    Raises Stopped, NewerVault; OSError: the disk cannot be read.
    """
    tally = tally or Tally()
    try:
        manifest = manifest_of(one)
    except DamagedVault:
        return (FoundFault(BackupFault.MANIFEST, MANIFEST),)
    try:
        keys = keys_of(manifest.epoch)
    except DamagedVault:
        return (FoundFault(BackupFault.EPOCH, MANIFEST),)
    if manifest.register_id != keys.register_id:
        return (FoundFault(BackupFault.REGISTER, MANIFEST),)
    content = manifest.open(keys.data_key)
    if content is None:
        return (FoundFault(BackupFault.MANIFEST, MANIFEST),)
    files = tuple(_files(one, manifest, brought_before, tally))
    if any(fault.where in {DATA, HEADER} for fault in files):
        return files
    return files + _inside(one, manifest, content, keys, share, tally)


def _files(
    one: BackupSet, manifest: Manifest, brought_before: frozenset[str], tally: Tally
) -> Iterator[FoundFault]:
    named = {entry.name for entry in manifest.files}
    for name in sorted({DATA, HEADER} - named):
        yield FoundFault(BackupFault.MISSING, name)
    for entry in manifest.files:
        path = file_of(one, entry)
        if not path.is_file():
            yield FoundFault(BackupFault.MISSING, entry.name)
            continue
        same = path.stat().st_size == entry.size
        if not same or (entry.name not in brought_before and hash_of(path, tally) != entry.sha256):
            yield FoundFault(BackupFault.ALTERED, entry.name)


def _inside(
    one: BackupSet,
    manifest: Manifest,
    content: Content,
    keys: UnlockedKeys,
    share: int,
    tally: Tally,
) -> tuple[FoundFault, ...]:
    file = VaultFile(one.path / DATA, keys.data_key, immutable=True)
    try:
        if not is_whole(file):
            return (FoundFault(BackupFault.DAMAGED, DATA),)
        faults = [FoundFault(BackupFault.REFERENCES, name) for name in points_nowhere(file)]
        engine = vault_engine(file, Way.READ)
        try:
            with engine.connect() as connection:
                faults += _counted(content, content_of(connection))
            with reading_session(engine) as session:
                faults += _keys(session, one, manifest)
            engines = Engines(engine, engine)
            faults += original_faults(one, manifest, engines, keys, share, tally)
        finally:
            engine.dispose()
        known = {entry.shard for entry in manifest.files}
        faults += [
            FoundFault(BackupFault.MISSING, shard.file)
            for shard in shards_in(file)
            if shard.used and shard.number not in known
        ]
    except DamagedVault:
        return (FoundFault(BackupFault.DAMAGED, DATA),)
    return tuple(faults)


def _counted(then: Content, now: Content) -> Iterator[FoundFault]:
    for name in sorted(then.tables.keys() | now.tables.keys()):
        if then.tables.get(name) != now.tables.get(name):
            yield FoundFault(BackupFault.COUNTS, name)
    if (then.seq, then.head, then.schema) != (now.seq, now.head, now.schema):
        yield FoundFault(BackupFault.HEAD, DATA)


def _keys(session: Session, one: BackupSet, manifest: Manifest) -> Iterator[FoundFault]:
    register = session.execute(select(Register.id, Register.epoch)).one_or_none()
    if register is None or tuple(register) != (manifest.register_id, manifest.epoch):
        yield FoundFault(BackupFault.REGISTER, DATA)
        return
    try:
        header = header_of(one)
        check_public_keys(session, header)
    except (DamagedVault, NewerVault):
        yield FoundFault(BackupFault.KEYS, HEADER)
        return
    if (header.register_id, header.epoch) != (manifest.register_id, manifest.epoch):
        yield FoundFault(BackupFault.KEYS, HEADER)

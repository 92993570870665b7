"""Writes one backup: evidence, data, keys, manifest; it appears when all of it is on the disk."""

import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.clock import Clock
from app.db.engine import VaultFile
from app.errors import BackupNeedsRoom, DamagedVault
from app.shapes.progress import Cancelled, Report, never, silent
from app.vault.backups.copying import Tally, hash_of
from app.vault.backups.evidence_copies import DataKeyOf, KnownShard, copy_shard, shards_in
from app.vault.backups.layout import MANIFEST, PART, BackupPlace, BackupSet
from app.vault.backups.manifest import FileEntry, Manifest
from app.vault.backups.reading import manifest_of
from app.vault.backups.snapshot import write_snapshot
from app.vault.files import coded_failures, free_space, sync_folder, write_whole
from app.vault.folder import EVIDENCE, OpenVault
from app.vault.header import DATA, HEADER, Header
from app.vault.office import OpenOffice
from app.version import VERSION

_ROOM = 16 * 1024 * 1024
"""Bytes left free beyond what a backup takes."""


@dataclass(frozen=True, slots=True)
class Source:
    """An open register as a backup needs it."""

    place: OpenVault | OpenOffice
    header: Header
    data_key: DataKeyOf
    office: str
    """The office's name, for the sealed part."""


@dataclass(frozen=True, slots=True)
class Written:
    """A set that was just written, and the evidence in it that earlier sets brought already."""

    set: BackupSet
    manifest: Manifest
    seq: int
    brought_before: frozenset[str]


def write_backup(
    source: Source,
    to: BackupPlace,
    clock: Clock,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> Written:
    """Write a backup of a register to a place.

    Raises BackupNeedsRoom before anything is written; DiskFull, ReadOnlyVault, StorageFailed,
    DamagedVault, Stopped: nothing half written stays.
    """
    to.prepare()
    made_at = clock.now().replace(microsecond=0)
    known = _closed_before(to)
    needed = _bytes_to_write(source, known)
    _refuse_without_room(to.root, needed)
    tally = Tally(needed, report, cancelled)
    part = to.sets_folder / f"{PART}{secrets.token_hex(4)}"
    with coded_failures(part):
        part.mkdir(mode=0o700)
    try:
        data = part / DATA
        content = write_snapshot(source.place, data, tally)
        content = replace(content, program=VERSION, office=source.office)
        write_whole(part / HEADER, source.header.to_bytes())
        files = [_entry(part / name, tally) for name in (DATA, HEADER)]
        shards = shards_in(VaultFile(data, source.place.keys.data_key, immutable=True))
        brought = _closed_among(shards, known)
        files += brought
        files += _copied(source, shards, brought, to, tally)
        keys = source.place.keys
        bare = Manifest(keys.register_id, keys.epoch, made_at, tuple(files))
        manifest = bare.seal(content, keys.data_key)
        write_whole(part / MANIFEST, manifest.to_bytes())
        sync_folder(part)
        done = to.free_name(made_at)
        with coded_failures(done):
            part.rename(done)
        sync_folder(to.sets_folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return Written(
        BackupSet(done), manifest, content.seq, frozenset(entry.name for entry in brought)
    )


def _copied(
    source: Source,
    shards: Iterable[KnownShard],
    brought: Iterable[FileEntry],
    to: BackupPlace,
    tally: Tally,
) -> list[FileEntry]:
    """Copy the shards that are not there yet; a shard that is gone is told by the verification."""
    if not isinstance(source.place, OpenVault):
        return []
    folder = source.place.path / EVIDENCE
    numbers = {entry.shard for entry in brought}
    return [
        copy_shard(shard, folder, to, source.data_key, tally)
        for shard in shards
        if shard.number not in numbers and (folder / shard.file).is_file()
    ]


def _closed_before(to: BackupPlace) -> dict[int, FileEntry]:
    """Name the closed shards that earlier sets brought and that still lie there in full size."""
    found: dict[int, FileEntry] = {}
    for one in reversed(to.sets()):
        try:
            manifest = manifest_of(one)
        except DamagedVault:
            continue
        for entry in manifest.files:
            if entry.shard is not None and entry.closed and _lies_there(to, entry):
                found[entry.shard] = entry
    return found


def _lies_there(to: BackupPlace, entry: FileEntry) -> bool:
    path = to.evidence_folder / entry.name
    return path.is_file() and path.stat().st_size == entry.size


def _closed_among(shards: Iterable[KnownShard], known: dict[int, FileEntry]) -> list[FileEntry]:
    return [known[one.number] for one in shards if one.closed and one.number in known]


def _bytes_to_write(source: Source, known: dict[int, FileEntry]) -> int:
    """Estimate from above what a backup takes; a server's size is only known when it is copied."""
    if not isinstance(source.place, OpenVault):
        return 0
    path = source.place.path
    files = [source.place.data_file.path, path / f"{DATA}-wal"]
    files += [
        file
        for file in (path / EVIDENCE).glob("*.db")
        if not file.stem.isdecimal() or int(file.stem) not in known
    ]
    return sum(file.stat().st_size for file in files if file.is_file())


def _refuse_without_room(root: Path, needed: int) -> None:
    free = free_space(root)
    if free is not None and free < needed + _ROOM:
        raise BackupNeedsRoom(root, needed + _ROOM, free)


def _entry(path: Path, tally: Tally) -> FileEntry:
    return FileEntry(
        path.name, path.stat().st_size, hash_of(path, Tally(0, cancelled=tally.cancelled))
    )

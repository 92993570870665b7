"""Puts a backup back as a vault: the newest that verifies; a broken vault is set aside whole."""

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock
from app.errors import (
    BackupNeedsRoom,
    DamagedVault,
    HomewardError,
    NoBackupFound,
    NoGoodBackup,
    NoRecoverySheet,
    WhichUser,
    WrongKey,
)
from app.shapes.backups import Restored
from app.shapes.progress import Cancelled, Report, never, silent
from app.vault.backups.brokenness import Target, look_at_target
from app.vault.backups.copying import Tally, copy_hashed
from app.vault.backups.layout import BackupSet, sets_under
from app.vault.backups.manifest import FileEntry, Manifest
from app.vault.backups.opening import Unlock
from app.vault.backups.originals import ALL
from app.vault.backups.reading import file_of, header_of, manifest_of
from app.vault.backups.verifying import verify_backup
from app.vault.files import coded_failures, free_space, sync_folder
from app.vault.folder import BACKUPS, EVIDENCE
from app.vault.header import DATA, Header, write_header
from app.vault.keys import UnlockedKeys


@dataclass(frozen=True, slots=True)
class Chosen:
    """The set that is put back, and the newer ones that did not verify."""

    set: BackupSet
    manifest: Manifest
    header: Header
    seq: int
    passed_over: tuple[Path, ...]


def restore_vault(
    backup: Path,
    vault: Path,
    unlock: Unlock,
    clock: Clock,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> Restored:
    """Put the newest backup that verifies in the place of a vault that is gone or broken.

    `backup` is a set, a place, a disk with places, or a vault's own folder. A broken vault is
    moved aside under a new name; nothing in it is deleted. The new vault appears by one rename.

    Raises AlreadyThere (a healthy vault is never overwritten), NoBackupFound, NoGoodBackup,
    WrongKey, WhichUser, VaultInUse, BackupNeedsRoom, DiskFull, ReadOnlyVault, Stopped.
    """
    target = look_at_target(vault, unlock, clock)
    chosen = choose(backup, unlock, report=report, cancelled=cancelled)
    building = vault.with_name(f".{vault.name}.restoring-{secrets.token_hex(4)}")
    free = free_space(vault.parent)
    if free is not None and free < chosen.manifest.size:
        raise BackupNeedsRoom(vault.parent, chosen.manifest.size, free)
    try:
        _build(chosen, building, Tally(chosen.manifest.size, report, cancelled))
        aside = _set_aside(vault, clock) if target is Target.BROKEN else None
        with coded_failures(vault):
            if aside is None and vault.is_dir():
                vault.rmdir()  # empty, or it would not be nothing
            building.rename(vault)
        sync_folder(vault.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    source = chosen.set.path
    if aside is not None and source.is_relative_to(vault):
        source = aside / source.relative_to(vault)  # its own backups went aside with it
    return Restored(
        path=vault,
        backup=source,
        made_at=chosen.manifest.made_at,
        seq=chosen.seq,
        passed_over=chosen.passed_over,
        set_aside=aside,
    )


def choose(
    backup: Path,
    unlock: Unlock,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> Chosen:
    """Find the newest backup that can be unlocked and verifies, every file hashed.

    Raises NoBackupFound, NoGoodBackup, WrongKey, WhichUser, Stopped.
    """
    found = sets_under(backup)
    if not found:
        raise NoBackupFound(backup)
    passed_over: list[Path] = []
    refused: HomewardError | None = None
    for one in found:
        try:
            manifest, header = manifest_of(one), header_of(one)
            keys = unlock(header)
        except (WrongKey, WhichUser, NoRecoverySheet) as error:
            refused = refused or error
            continue
        except HomewardError:
            passed_over.append(one.path)
            continue
        if _is_faulty(one, keys, Tally(manifest.size, report, cancelled)):
            passed_over.append(one.path)
            continue
        content = manifest.open(keys.data_key)
        seq = 0 if content is None else content.seq
        return Chosen(one, manifest, header, seq, tuple(passed_over))
    raise refused or NoGoodBackup(backup, len(found))


def _is_faulty(one: BackupSet, keys: UnlockedKeys, tally: Tally) -> bool:
    """Say whether anything is wrong with a set, opened by its own keys."""

    def keys_of(epoch: int) -> UnlockedKeys:
        if epoch != keys.epoch:
            raise DamagedVault("epoch_keys", str(epoch))
        return keys

    try:
        return bool(verify_backup(one, keys_of, tally, share=ALL))
    except OSError:
        return True


def _build(chosen: Chosen, to: Path, tally: Tally) -> None:
    with coded_failures(to):
        to.mkdir(mode=0o700, parents=True)
        for folder in (EVIDENCE, BACKUPS):
            (to / folder).mkdir(mode=0o700)
    for entry, path in _destinations(chosen.manifest, to):
        if copy_hashed(file_of(chosen.set, entry), path, tally) != entry.sha256:
            raise DamagedVault(entry.name, "altered")
    write_header(to, chosen.header)
    sync_folder(to / EVIDENCE)
    sync_folder(to)


def _destinations(manifest: Manifest, to: Path) -> Iterator[tuple[FileEntry, Path]]:
    for entry in manifest.files:
        if entry.shard is not None:
            yield entry, to / EVIDENCE / f"{entry.shard:04d}.db"
        elif entry.name == DATA:
            yield entry, to / DATA


def _set_aside(vault: Path, clock: Clock) -> Path:
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    aside, n = vault.with_name(f"{vault.name}.broken-{stamp}"), 1
    while aside.exists():
        n += 1
        aside = vault.with_name(f"{vault.name}.broken-{stamp}-{n}")
    with coded_failures(vault):
        vault.rename(aside)
    return aside

"""Makes backups: to the vault's own folder and the second disk, or to a place named for once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from app.db.unit_of_work import Reader
from app.errors import DamagedVault, NoBackupPlace, Stopped
from app.queries.register.backups import backup_settings, last_entry, noted_backups
from app.queries.register.office import office
from app.services.backups import forget_backups, note_backup
from app.shapes.backups import (
    BackupMadeNow,
    BackupOutcome,
    BackupPlaceKind,
    FoundFault,
    KnownBackup,
)
from app.shapes.progress import Cancelled, Report, never, silent
from app.vault.backups.clearing import thin
from app.vault.backups.copying import Tally
from app.vault.backups.headers import header_now
from app.vault.backups.layout import BackupPlace, BackupSet, own_place, place_at
from app.vault.backups.reading import manifest_of
from app.vault.backups.verifying import verify_backup
from app.vault.backups.writing import Source, write_backup
from app.vault.epochs import epoch_data_key
from app.vault.folder import OpenVault
from app.vault.keys import UnlockedKeys
from app.workspace import Workspace
from models.vocabulary.roles import Action

_AFTER_A_FAULT = timedelta(hours=1)
"""A backup that did not verify is tried again so soon: not at once, the disk may be at fault."""


@dataclass(frozen=True, slots=True)
class _Where:
    kind: BackupPlaceKind
    place: BackupPlace
    disk: Path
    """What must be there already: a folder of ours is made, a disk is not."""

    @property
    def is_there(self) -> bool:
        """Say whether the disk is connected."""
        return self.kind is not BackupPlaceKind.SECOND or self.disk.is_dir()


def back_up(
    workspace: Workspace,
    dest: Path | None = None,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> BackupOutcome:
    """Write a backup, verify it by opening it, note it, and thin the older ones.

    Without `dest` it goes to the vault's own folder and to the second disk, where one is set; a
    second disk that is not there is told in the outcome and is no error. A folder named for once
    is not thinned.

    Raises:
        NotAllowed: a place of one's own choice needs the right to back up; NoBackupPlace;
        BackupNeedsRoom, DiskFull, ReadOnlyVault, StorageFailed, DamagedVault.
    """
    made: list[BackupMadeNow] = []
    absent: list[Path] = []
    thinned = 0
    for where in _places(workspace, dest):
        if not where.is_there:
            absent.append(where.disk)
            continue
        try:
            one = _one(workspace, where, report, cancelled)
        except Stopped:
            return BackupOutcome(tuple(made), tuple(absent), thinned, cancelled=True)
        made.append(one)
        workspace.write(partial(note_backup, made=one))
        if where.kind is not BackupPlaceKind.GIVEN:
            thinned += _thin(workspace, where.place)
    return BackupOutcome(tuple(made), tuple(absent), thinned)


def is_due(workspace: Workspace) -> bool:
    """Say whether anything was saved since the last good backup, and it is old enough by now.

    Asked while a register is open; on leaving, `changed_since_backup` alone decides.
    """
    noted, now = workspace.read(noted_backups), workspace.clock.now()
    hours = workspace.read(backup_settings).hours
    last = next((one for one in noted if not one.fault), None)
    if last is not None and now - last.made_at < timedelta(hours=hours):
        return False
    if noted and now - noted[0].made_at < _AFTER_A_FAULT:
        return False
    return changed_since_backup(workspace)


def changed_since_backup(workspace: Workspace, at: BackupPlaceKind | None = None) -> bool:
    """Say whether anything was saved since the last good backup of each place that is there.

    `at` asks of one place only.
    """
    head = workspace.read(last_entry)
    noted = workspace.read(noted_backups)
    for where in _places(workspace, None, needed=False):
        if at not in {None, where.kind} or not where.is_there:
            continue
        here = [one for one in noted if one.place == str(where.place.root) and not one.fault]
        if not here or here[0].seq != head:
            return True
    return False


def known_backups(
    workspace: Workspace,
    dest: Path | None = None,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> tuple[KnownBackup, ...]:
    """List the backups that lie at a register's places, each verified now, the newest first.

    Raises:
        NotAllowed; Stopped.
    """
    found = []
    for where in _places(workspace, dest, needed=False):
        for one in where.place.sets():
            faults = verify_now(workspace, one, Tally(0, report, cancelled))
            found.append(KnownBackup(where.kind, one.path, one.made_at, _size(one), faults))
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def newest_at(workspace: Workspace) -> tuple[tuple[BackupPlaceKind, BackupSet], ...]:
    """Find the newest backup of each place that is there."""
    found = ((where.kind, where.place.sets()) for where in _places(workspace, None, needed=False))
    return tuple((kind, sets[0]) for kind, sets in found if sets)


def verify_now(
    workspace: Workspace, one: BackupSet, tally: Tally | None = None
) -> tuple[FoundFault, ...]:
    """Open one backup of a register, with every file of it hashed, and say what is wrong."""
    return verify_backup(one, partial(_keys_of, workspace), tally or Tally())


def _one(
    workspace: Workspace, where: _Where, report: Report, cancelled: Cancelled
) -> BackupMadeNow:
    about = workspace.read(office)
    source = Source(
        workspace.place,
        workspace.read(lambda reader: header_now(reader.session, workspace.place)),
        partial(_data_key, workspace),
        about.name_en,
    )
    with workspace.gate.shared():  # nobody puts the register under new keys meanwhile
        written = write_backup(source, where.place, workspace.clock, report, cancelled)
    faults = verify_backup(
        written.set,
        partial(_keys_of, workspace),
        Tally(written.manifest.size, report, cancelled),
        brought_before=written.brought_before,
    )
    return BackupMadeNow(
        where.kind,
        written.set.path,
        written.set.made_at,
        written.manifest.size,
        written.seq,
        faults,
    )


def _thin(workspace: Workspace, place: BackupPlace) -> int:
    root = str(place.root)
    good = frozenset(
        one.name for one in workspace.read(noted_backups) if one.place == root and not one.fault
    )
    gone = thin(place, workspace.clock.now(), good)
    if gone:
        names = [one.path.name for one in gone]
        workspace.write(lambda uow: forget_backups(uow, root, names))
    return len(gone)


def _places(workspace: Workspace, dest: Path | None, *, needed: bool = True) -> Iterator[_Where]:
    if dest is not None:
        workspace.read(_allow)
        yield _Where(BackupPlaceKind.GIVEN, place_at(dest, workspace.register_id), dest)
        return
    at, second = workspace.place, workspace.read(backup_settings).second
    if isinstance(at, OpenVault):
        yield _Where(BackupPlaceKind.OWN, own_place(at.path), at.path)
    elif needed and not second:
        raise NoBackupPlace
    if second:
        disk = Path(second)
        yield _Where(BackupPlaceKind.SECOND, place_at(disk, workspace.register_id), disk)


def _allow(reader: Reader) -> None:
    reader.allow(Action.BACK_UP)


def _data_key(workspace: Workspace, epoch: int) -> bytes:
    keys = workspace.place.keys
    return workspace.read(lambda reader: epoch_data_key(reader.session, keys, epoch))


def _keys_of(workspace: Workspace, epoch: int) -> UnlockedKeys:
    now = workspace.place.keys
    return now.of(now.register_id, epoch, now.staff_id, now.pairs, _data_key(workspace, epoch))


def _size(one: BackupSet) -> int:
    try:
        return manifest_of(one).size
    except DamagedVault:
        return 0

"""Says how a register is, quickly, and checks all of it when a person asks to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.db import dialect, schema
from app.db.unit_of_work import Reader
from app.jobs.registers.backup import changed_since_backup, newest_at, verify_now
from app.jobs.registers.check import check_register
from app.queries.register.backups import NotedBackup, backup_settings, last_hash, noted_backups
from app.shapes.backups import BackupPlaceKind, KnownBackup
from app.shapes.checks import Fault
from app.shapes.health import Finding, HealthItem, HealthLine, HealthReport, HealthState
from app.shapes.progress import Cancelled, Report, never, silent
from app.vault.backups.copying import Tally
from app.vault.files import free_space
from app.vault.folder import OpenVault
from app.vault.reading_only import WhyReadOnly
from app.vault.surroundings import is_on_network, sync_service
from app.version import VERSION
from app.workspace import Warn, Workspace

YOUNG, STALE = timedelta(days=2), timedelta(days=14)
"""Where something was saved since, a backup is fresh up to the first, bad beyond the second."""

_GOOD, _ATTENTION, _BAD = HealthState.GOOD, HealthState.ATTENTION, HealthState.BAD


@dataclass(frozen=True, slots=True)
class Checked:
    """What "Check now" found: faults of the register, the newest backups, and the health after."""

    faults: tuple[Fault, ...]
    backups: tuple[KnownBackup, ...]
    health: HealthReport

    @property
    def in_order(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.faults and not any(one.faults for one in self.backups)


def health(workspace: Workspace) -> HealthReport:
    """Say how a register is; reads little and changes nothing."""
    lines = [_backup(workspace)]
    lines += _second(workspace)
    lines += [_history(workspace), _cipher(workspace), _folder(workspace)]
    lines += _space(workspace)
    lines.append(
        HealthLine(HealthItem.VERSION, _GOOD, Finding.CURRENT, words=f"{VERSION} · {schema.head()}")
    )
    return HealthReport(tuple(lines))


def check_now(
    workspace: Workspace, *, report: Report = silent, cancelled: Cancelled = never
) -> Checked:
    """Check every page and the whole history, and open the newest backup of each place.

    Raises:
        NotAllowed; Stopped.
    """
    faults = tuple(check_register(workspace, report=report, cancelled=cancelled))
    backups = []
    for kind, one in newest_at(workspace):
        found = verify_now(workspace, one, Tally(0, report, cancelled))
        backups.append(KnownBackup(kind, one.path, one.made_at, 0, found))
    return Checked(faults, tuple(backups), health(workspace))


def _backup(workspace: Workspace) -> HealthLine:
    noted = workspace.read(noted_backups)
    if noted and noted[0].fault:
        newest = noted[0]
        return HealthLine(
            HealthItem.BACKUP, _BAD, Finding.FAULTY, newest.made_at, words=newest.fault
        )
    return _of_age(
        HealthItem.BACKUP, noted, workspace.clock.now(), changed=changed_since_backup(workspace)
    )


def _of_age(
    item: HealthItem, noted: tuple[NotedBackup, ...], now: datetime, *, changed: bool
) -> HealthLine:
    last = next((one for one in noted if not one.fault), None)
    if last is None:
        return HealthLine(item, _BAD, Finding.NEVER)
    age = now - last.made_at
    if not changed or age <= YOUNG:
        return HealthLine(item, _GOOD, Finding.VERIFIED, last.made_at)
    return HealthLine(item, _BAD if age > STALE else _ATTENTION, Finding.OLD, last.made_at)


def _second(workspace: Workspace) -> list[HealthLine]:
    item, second = HealthItem.SECOND_DISK, workspace.read(backup_settings).second
    if not second:
        return [HealthLine(item, _ATTENTION, Finding.NOT_SET)]
    if not Path(second).is_dir():
        return [HealthLine(item, _ATTENTION, Finding.ABSENT, words=second)]
    noted = tuple(
        one for one in workspace.read(noted_backups) if Path(one.place).is_relative_to(second)
    )
    changed = changed_since_backup(workspace, BackupPlaceKind.SECOND)
    return [_of_age(item, noted, workspace.clock.now(), changed=changed)]


def _history(workspace: Workspace) -> HealthLine:
    seq, digest = workspace.read(last_hash)
    what = {one.what for one in workspace.warnings}
    item, mark = HealthItem.HISTORY, digest.hex()[:16]
    if Warn.OLDER_THAN_SEEN in what:
        return HealthLine(item, _BAD, Finding.OLDER, number=seq, words=mark)
    if Warn.HISTORY_REWRITTEN in what:
        return HealthLine(item, _BAD, Finding.REWRITTEN, number=seq, words=mark)
    return HealthLine(item, _GOOD, Finding.UNBROKEN, number=seq, words=mark)


def _cipher(workspace: Workspace) -> HealthLine:
    version = workspace.read(_cipher_of)
    if version:
        return HealthLine(HealthItem.CIPHER, _GOOD, Finding.ON, words=version)
    return HealthLine(HealthItem.CIPHER, _BAD, Finding.OFF)


def _cipher_of(reader: Reader) -> str:
    return dialect.cipher_of(reader.session)


def _folder(workspace: Workspace) -> HealthLine:
    item, place = HealthItem.FOLDER, workspace.place
    if not isinstance(place, OpenVault):
        return HealthLine(item, _GOOD, Finding.SERVER, words=place.profile.host)
    if place.read_only is WhyReadOnly.MEDIUM:
        return HealthLine(item, _ATTENTION, Finding.READ_ONLY)
    if is_on_network(place.path):
        return HealthLine(item, _BAD, Finding.NETWORK)
    service = sync_service(place.path)
    if service is not None:
        return HealthLine(item, _ATTENTION, Finding.SYNCED, words=service)
    if any(path.stat().st_mode & 0o077 for path in (place.path, *place.path.glob("*.*"))):
        return HealthLine(item, _BAD, Finding.OPEN_TO_OTHERS)
    return HealthLine(item, _GOOD, Finding.LOCAL)


def _space(workspace: Workspace) -> list[HealthLine]:
    place, second = workspace.place, workspace.read(backup_settings).second
    lines = []
    size = 0
    if isinstance(place, OpenVault):
        size = sum(path.stat().st_size for path in place.path.glob("*.db"))
        lines.append(_room(HealthItem.SPACE, place.path, size))
    if second and Path(second).is_dir():
        lines.append(_room(HealthItem.SECOND_SPACE, Path(second), size))
    return lines


def _room(item: HealthItem, path: Path, size: int) -> HealthLine:
    free = free_space(path)
    if free is None:
        return HealthLine(item, _GOOD, Finding.UNKNOWN)
    if free < size + _LEAST:
        return HealthLine(item, _BAD, Finding.NONE_LEFT, number=free)
    if free < 5 * size + 10 * _LEAST:
        return HealthLine(item, _ATTENTION, Finding.LOW, number=free)
    return HealthLine(item, _GOOD, Finding.ENOUGH, number=free)


_LEAST = 100_000_000
"""Bytes that must be free whatever the size of the vault."""

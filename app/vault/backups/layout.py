"""Where backups lie: a place holds evidence once, and sets that name what they need of it.

    PLACE/evidence/0001.<sha256>.db      a shard; a closed one is copied once
    PLACE/sets/20210310T060000Z/         vault.json, data.db, manifest.json

A set appears by one rename when it is complete and on the disk; until then it has a hidden name.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from app.vault.files import coded_failures

SETS = "sets"
EVIDENCE = "evidence"
MANIFEST = "manifest.json"
OWN_FOLDER = "backups"
PART = ".part-"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class BackupSet:
    """One backup: a folder named by the moment it was made."""

    path: Path

    @property
    def place(self) -> "BackupPlace":
        """Return the place that holds its evidence."""
        return BackupPlace(self.path.parent.parent)

    @property
    def made_at(self) -> datetime:
        """Return when it was made, in UTC."""
        return datetime.strptime(self.path.name.partition("-")[0], _STAMP).replace(tzinfo=UTC)

    @property
    def order(self) -> tuple[datetime, int]:
        """Return what sets are ordered by: two may be made within one second."""
        return self.made_at, int(self.path.name.partition("-")[2] or 0)


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """A folder that holds the backups of one register."""

    root: Path

    @property
    def sets_folder(self) -> Path:
        """Return the folder of the sets."""
        return self.root / SETS

    @property
    def evidence_folder(self) -> Path:
        """Return the folder of the shards."""
        return self.root / EVIDENCE

    def sets(self) -> list[BackupSet]:
        """List the complete sets, the newest first."""
        if not self.sets_folder.is_dir():
            return []
        found = [
            BackupSet(path)
            for path in self.sets_folder.iterdir()
            if _NAME.fullmatch(path.name) and path.is_dir()
        ]
        return sorted(found, key=lambda one: one.order, reverse=True)

    def free_name(self, made_at: datetime) -> Path:
        """Return a name for a set made at this moment that is not taken."""
        stamp = made_at.astimezone(UTC).strftime(_STAMP)
        path, n = self.sets_folder / stamp, 1
        while path.exists():
            n += 1
            path = self.sets_folder / f"{stamp}-{n}"
        return path

    def prepare(self) -> None:
        """Make the folders, for their owner alone, and clear what a crash left half written.

        Raises DiskFull, ReadOnlyVault, StorageFailed.
        """
        with coded_failures(self.root):
            for folder in (self.root, self.evidence_folder, self.sets_folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                folder.chmod(0o700)
        for left in (*self.sets_folder.glob(f"{PART}*"), *self.evidence_folder.glob(f"{PART}*")):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def place_at(disk: Path, register_id: UUID) -> BackupPlace:
    """Return a register's place on a disk; a place that was named itself stays what it is.

    The end of the id tells registers apart: its beginning is the moment they were founded.
    """
    if (disk / SETS).is_dir():
        return BackupPlace(disk)
    return BackupPlace(disk / f"homeward-{register_id.hex[-8:]}")


def own_place(vault: Path) -> BackupPlace:
    """Return the place inside a vault folder."""
    return BackupPlace(vault / OWN_FOLDER)


def sets_under(path: Path) -> list[BackupSet]:
    """List the sets a person may mean by a path, the newest first.

    A set itself, a place, a disk that holds places, or a vault with backups of its own.
    """
    if (path / MANIFEST).exists() or _NAME.fullmatch(path.name):
        return [BackupSet(path)] if path.is_dir() and _NAME.fullmatch(path.name) else []
    found = [one for place in _places_under(path) for one in place.sets()]
    return sorted(found, key=lambda one: one.order, reverse=True)


def _places_under(path: Path) -> Iterator[BackupPlace]:
    yield BackupPlace(path)
    yield own_place(path)
    if path.is_dir():
        yield from (BackupPlace(one) for one in path.glob("homeward-*") if one.is_dir())

"""What is said of backups: where they are, what was made, what verifying one found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupFault(StrEnum):
    """What verifying a backup found wrong; the code is kept in the register."""

    MANIFEST = "manifest"
    """`manifest.json` is missing, is altered, or was not sealed by this register's key."""
    MISSING = "missing"
    """A file the manifest names is not there."""
    ALTERED = "altered"
    """A file is not what was written."""
    KEYS = "keys"
    """`vault.json` does not agree with the members of staff inside."""
    REGISTER = "register"
    """It belongs to another register."""
    EPOCH = "epoch"
    """Its key was replaced since; only its own passphrases open it."""
    DAMAGED = "damaged"
    """A page of the data file, or its structure, is damaged."""
    REFERENCES = "references"
    """Rows point at what is not there."""
    COUNTS = "counts"
    """It has not as many rows as the register had."""
    HEAD = "head"
    """Its history does not end where the register's did."""
    EXHIBIT = "exhibit"
    """The original of an exhibit is not what was taken in."""


@dataclass(frozen=True, slots=True)
class FoundFault:
    """One thing wrong with a backup, and the file or table it was found in."""

    what: BackupFault
    where: str = ""


class BackupPlaceKind(StrEnum):
    """Which place a backup is kept at."""

    OWN = "own"
    """The vault's own folder of backups."""
    SECOND = "second"
    """The second disk the office chose."""
    GIVEN = "given"
    """A folder named for this once."""


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """What the office set: the second disk ("" is none) and how often while a register is open."""

    second: str = ""
    hours: int = 4


@dataclass(frozen=True, slots=True)
class BackupMadeNow:
    """A backup that was just written and verified; no faults is good."""

    kind: BackupPlaceKind
    path: Path
    made_at: datetime
    size: int
    seq: int
    faults: tuple[FoundFault, ...]


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """What asking for a backup came to."""

    made: tuple[BackupMadeNow, ...] = ()
    absent: tuple[Path, ...] = ()
    """Disks that are set but not there now: a calm warning, the next backup tries again."""
    thinned: int = 0
    """Older backups let go by day, week and month."""
    cancelled: bool = False

    @property
    def verified(self) -> bool:
        """Say whether every backup made is good, and one was made."""
        return bool(self.made) and not any(one.faults for one in self.made)


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup as it lies on a disk: `faults` is None where it was not verified now."""

    kind: BackupPlaceKind
    path: Path
    made_at: datetime
    size: int
    faults: tuple[FoundFault, ...] | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to."""

    path: Path
    backup: Path
    made_at: datetime
    seq: int
    passed_over: tuple[Path, ...] = ()
    """Newer backups that did not verify."""
    set_aside: Path | None = None
    """Where the broken folder stands now; nothing in it was deleted."""
    seen: int = 0
    """The last entry this computer had seen, if the backup ends before it; else 0."""

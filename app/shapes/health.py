"""How a register is: one line a question, each good, in need of attention, or bad (U-23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HealthState(StrEnum):
    """How well a line stands."""

    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


class HealthItem(StrEnum):
    """What a line is about, in the order in which they are shown."""

    BACKUP = "backup"
    SECOND_DISK = "second_disk"
    HISTORY = "history"
    CIPHER = "cipher"
    FOLDER = "folder"
    SPACE = "space"
    SECOND_SPACE = "second_space"
    VERSION = "version"


class Finding(StrEnum):
    """What was found; with the item it picks the sentence."""

    VERIFIED = "verified"
    """A good backup, and nothing was saved since, or it is young enough."""
    OLD = "old"
    """The last good backup is older than it should be, and something was saved since."""
    NEVER = "never"
    """There is no good backup."""
    FAULTY = "faulty"
    """The newest backup did not verify."""
    NOT_SET = "not_set"
    """No second disk was chosen."""
    ABSENT = "absent"
    """The second disk is not connected."""
    UNBROKEN = "unbroken"
    """The history ends where this computer last saw it end, or later."""
    OLDER = "older"
    """The history ends before the last entry this computer saw."""
    REWRITTEN = "rewritten"
    """The last entry this computer saw is another one now."""
    ON = "on"
    """The database, or the line to the server, is encrypted."""
    OFF = "off"
    """The line to the server is not encrypted."""
    LOCAL = "local"
    """The folder is on a disk of this computer, readable by its owner only."""
    OPEN_TO_OTHERS = "open_to_others"
    """Other users of this computer may read files of the folder."""
    SYNCED = "synced"
    """A service carries the folder elsewhere."""
    NETWORK = "network"
    """The folder is on a share."""
    READ_ONLY = "read_only"
    """The folder cannot be written."""
    SERVER = "server"
    """The register is on the server of the office."""
    ENOUGH = "enough"
    """There is room for the vault several times over."""
    LOW = "low"
    """Room is getting short."""
    NONE_LEFT = "none_left"
    """There is no room for one more backup."""
    UNKNOWN = "unknown"
    """It cannot be known here."""
    CURRENT = "current"
    """Program and schema belong together."""


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One line: what it is about, how it stands, and what its sentence needs."""

    item: HealthItem
    state: HealthState
    finding: Finding
    at: datetime | None = None
    number: int = 0
    """The last history entry, or bytes free."""
    words: str = ""
    """A hash, a version, a path, a service, the code of a backup's fault."""


@dataclass(frozen=True, slots=True)
class HealthReport:
    """All lines, and how the worst of them stands."""

    lines: tuple[HealthLine, ...]

    @property
    def state(self) -> HealthState:
        """Return the worst state of all lines."""
        order = list(HealthState)
        return max((line.state for line in self.lines), key=order.index)

    def line(self, item: HealthItem) -> HealthLine | None:
        """Return the line about something, None where it does not apply."""
        return next((line for line in self.lines if line.item is item), None)

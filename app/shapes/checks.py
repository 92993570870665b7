"""What a check of the register finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong."""

    FILE = "file"
    """A page of the database is damaged, or a row points nowhere."""
    HISTORY = "history"
    """The chain of changes is broken."""
    NO_SNAPSHOT = "no_snapshot"
    """A case was never computed."""
    STATUS = "status"
    """The status recorded is not what the events make."""
    LINE = "line"
    """The line in the register is not what was computed."""
    INDEX = "index"
    """A case is not found by what the register says of it."""
    SHARD = "shard"
    """An encrypted file of evidence is damaged."""
    EXHIBIT = "exhibit"
    """A kept file is missing, or is not what was taken in."""
    ORPHAN = "orphan"
    """A kept file that no exhibit names: what an interrupted intake left behind."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: of which kind, where, and what more is known of it."""

    what: FaultKind
    where: str
    more: str = ""

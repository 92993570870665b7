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


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: of which kind, where, and what more is known of it."""

    what: FaultKind
    where: str
    more: str = ""

"""What the history says, unsealed, and what is wrong with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

type Plain = str | int | float | bool | list[str] | None
"""A value as the history keeps it: dates in ISO, words by their code."""


class FieldState(StrEnum):
    """Whether a thing came, changed or went with an entry."""

    NEW = "+"
    CHANGED = "~"
    GONE = "-"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one thing before and after; None where there was or is nothing."""

    entity: str
    entity_id: UUID
    state: FieldState
    field: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry as it concerns one case. `readable` is false once the case was erased."""

    seq: int
    at: datetime
    actor_id: UUID
    actor: str
    action: str
    reason: str
    changes: tuple[FieldChange, ...]
    readable: bool = True


@dataclass(frozen=True, slots=True)
class ThingChange:
    """What one entry did to one thing: field by field before and after."""

    table: str
    id: UUID
    state: FieldState
    fields: dict[str, tuple[Plain, Plain]]


@dataclass(frozen=True, slots=True)
class EntryToUndo:
    """One entry unsealed, with the cases it touched, ready to be taken back."""

    seq: int
    action: str
    at: datetime
    cases: tuple[UUID, ...]
    things: tuple[ThingChange, ...]


class Wrong(StrEnum):
    """What can be wrong with a history."""

    MISSING = "missing"
    """Entries are gone from the middle."""
    BROKEN = "broken"
    """An entry does not follow the one before it."""
    ALTERED = "altered"
    """An entry, or what it sealed, is not what was signed."""
    FORGED = "forged"
    """The signature is not that of the member of staff named."""
    UNKNOWN_AUTHOR = "unknown_author"
    STRAY = "stray"
    """Sealed changes stand there without an entry."""
    CUT_OFF = "cut_off"
    """The history ends before the last entry this machine has seen."""
    REWRITTEN = "rewritten"
    """The entry this machine saw last is another one now."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the history, and the number of the entry where."""

    what: Wrong
    where: int

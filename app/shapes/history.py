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


class Undoing(StrEnum):
    """Whether an entry can be taken back, as far as its kind and the reader's role say."""

    POSSIBLE = "possible"
    TAKEN_BACK = "taken_back"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry as it concerns one case, or all of it. `readable` is false once it was erased.

    `numbers` names cases an entry of the whole register touched, the first few; `cases` counts
    all of them.
    """

    seq: int
    at: datetime
    actor_id: UUID
    actor: str
    action: str
    reason: str
    changes: tuple[FieldChange, ...]
    readable: bool = True
    undoing: Undoing = Undoing.NEVER
    numbers: tuple[str, ...] = ()
    cases: int = 0


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
    #: What the entry is about; of an undo, what was taken back by it.
    deed: str


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

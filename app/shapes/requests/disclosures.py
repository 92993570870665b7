"""What is asked for about papers that leave: approval, issue, refusal, a reprint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.shapes.papers import PaperOrder


@dataclass(frozen=True, slots=True)
class HistoryHead:
    """The newest entry of the history at a moment."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class ReadState:
    """Of which moment the facts of a paper are."""

    facts_as_of: datetime
    head: HistoryHead | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a copy bears: drawn when it is issued, never before."""

    number: str
    code: str
    copy: int
    copies: int
    issued_at: datetime
    approved_by: str = ""
    supersedes: str = ""
    reprint_of: str = ""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A copy as a file."""

    content: bytes
    sha256: str
    pages: int
    data_hash: str = ""


type MakePaper = Callable[[Stamp], MadePaper]
type MarkReprint = Callable[[bytes, Stamp], MadePaper]

#: Of each man: a salt, and what of his file a paper tells, as JSON of digests.
type Digests = Mapping[UUID, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class IssuedCopy:
    """A copy that was issued."""

    id: UUID
    number: str
    code: str
    sha256: str
    pages: int
    copy: int


@dataclass(frozen=True, slots=True)
class RecordIssue:
    """Let a paper leave: its order, of which moment its facts are, who approved by name.

    `handed_out`: its files leave the register in the same step.
    """

    order: PaperOrder
    read: ReadState
    digests: Digests = field(default_factory=dict)
    approved_by: str = ""
    handed_out: bool = False


@dataclass(frozen=True, slots=True)
class ApprovePaper:
    """Let a paper leave that somebody else asked for, as it was ordered."""

    request_id: UUID
    version: int
    read: ReadState
    digests: Digests = field(default_factory=dict)
    handed_out: bool = False


@dataclass(frozen=True, slots=True)
class RefusePaper:
    """Refuse a request, and say why."""

    request_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class TakeBackRequest:
    """Take back one's own request before anybody decided."""

    request_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RecordReprint:
    """Print an issued copy once more, for the same recipient, and say why."""

    disclosure_id: UUID
    reason: str

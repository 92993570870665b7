"""What the log of papers shows: copies and requests, what stands in the way, is one genuine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.codebook.consents import Blocked, Standings
from models.vocabulary.papers import (
    Audience,
    DisclosureState,
    LegalBasis,
    PaperFormat,
    PaperSection,
)


@dataclass(frozen=True, slots=True)
class ManToRelease:
    """What of a man decides whether a paper on him may leave."""

    case_id: UUID
    number: str
    version: int
    access_limited: bool = False
    do_not_transmit: bool = False
    do_not_transmit_reason: str = ""
    standings: Standings = field(default_factory=dict)
    speaks_of_death: bool = False
    told_in_person: bool = False
    missing: tuple[str, ...] = ()


class GateKind(StrEnum):
    """What can stand in the way of a paper."""

    NOT_AGREED = "not_agreed"
    DO_NOT_TRANSMIT = "do_not_transmit"
    DEATH_NOT_TOLD = "death_not_told"
    MINIMUM = "minimum"
    LIMITED = "limited"
    SECOND_PERSON = "second_person"
    OWN_PAPER = "own_paper"
    MAY_NOT_APPROVE = "may_not_approve"


class WhySecond(StrEnum):
    """Why a paper takes a second person."""

    READER = "reader"
    MANY = "many"
    LIMITED = "limited"


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that stands in the way; `number` is that of the man's case, if it is about one.

    `locks_draft` shuts the paper even as a draft; all others let it be looked at.
    """

    kind: GateKind
    number: str = ""
    consent: Blocked | None = None
    reason: str = ""
    missing: tuple[str, ...] = ()
    second: WhySecond | None = None
    who: str = ""

    @property
    def locks_draft(self) -> bool:
        """Say whether not even a draft may be made."""
        return self.kind is GateKind.DEATH_NOT_TOLD


@dataclass(frozen=True, slots=True)
class ManOnPaper:
    """A man on a paper, under the number his file had then."""

    case_id: UUID
    number: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """One copy, reprint or request as the log shows it; people by name, other papers by number."""

    id: UUID
    version: int
    paper_id: UUID
    number: str
    state: DisclosureState
    audience: Audience
    language: str
    paper_format: PaperFormat
    template: str
    template_version: str
    codebook_version: str
    sections: tuple[str, ...]
    recipient: str
    purpose: str
    basis: LegalBasis
    copy_no: int
    copies: int
    code: str
    sha256: str
    data_hash: str
    pages: int
    facts_as_of: datetime | None
    history_seq: int | None
    history_hash: str
    asked_at: datetime
    prepared_by: str
    prepared_by_id: UUID
    decided_by: str
    decided_at: datetime | None
    issued_by: str
    issued_at: datetime | None
    handed_out_at: datetime | None
    refusal_reason: str
    expires_on: date | None
    reprint_of: str
    supersedes: str
    superseded_by: str
    superseded_at: datetime | None
    #: The men on it whom the reader may see, and how many he may not.
    men: tuple[ManOnPaper, ...]
    hidden: int = 0

    @property
    def is_reprint(self) -> bool:
        """Say whether it is a copy printed again."""
        return bool(self.reprint_of)

    @property
    def named_by_another(self) -> bool:
        """Say whether whoever issued it named the second person, who did not do it himself."""
        return bool(self.decided_by) and self.issued_by not in {"", self.decided_by}

    def expired(self, today: date) -> bool:
        """Say whether it was to be confirmed anew before today."""
        return self.expires_on is not None and self.expires_on < today


class Genuine(StrEnum):
    """Three answers to a code."""

    GENUINE = "genuine"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A section of a man's file that says something else than the paper: how many facts do."""

    number: str
    section: PaperSection
    changed: int = 0
    added: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office knows of a code: whether it is genuine, and whether it still holds.

    `comparable` is false where what this program would print differs in more than facts, or
    where a file is not open to the reader: then nobody can say what changed.
    """

    answer: Genuine
    code: str
    paper: DisclosureLine | None = None
    reprints: tuple[DisclosureLine, ...] = ()
    expired: bool = False
    comparable: bool = True
    changed: tuple[ChangedFact, ...] = ()
    #: How many files cannot be read: in the bin, or closed to the reader.
    closed: int = 0

    @property
    def holds(self) -> bool:
        """Say whether it is genuine and nothing newer or different is known."""
        return (
            self.answer is Genuine.GENUINE
            and self.paper is not None
            and not (self.paper.superseded_by or self.expired or self.changed or self.closed)
        )


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which papers the log shows; empty: all."""

    text: str = ""
    audience: Audience | None = None
    state: DisclosureState | None = None
    case_id: UUID | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some lines of the log, newest first, and how many there are in all."""

    lines: tuple[DisclosureLine, ...]
    total: int

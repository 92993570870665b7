"""What a man who asks is answered: what is held on him, and everything that was passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.shapes.case_report import CaseReport
    from models.vocabulary.papers import AccessGround, LeftThing
    from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class AccessAsked:
    """Who asks what is held on a man: he himself, or who acts for him, by name."""

    case_id: UUID
    asker: str
    lang: str


@dataclass(frozen=True, slots=True)
class CopyPassedOn:
    """One copy of a paper on him; an empty recipient or purpose named somebody else."""

    number: str
    audience: str  # an `Audience`
    language: str
    template: str
    template_version: str
    sections: tuple[str, ...]  # `PaperSection`s; empty: all that its reader gets
    recipient: str
    purpose: str
    basis: str  # a `LegalBasis`
    facts_as_of: datetime | None
    issued_at: datetime | None
    handed_out: bool
    copy_no: int
    copies: int
    pages: int
    sha256: str
    reprint_of: str = ""
    supersedes: str = ""
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class ListPassedOn:
    """A version of a list of ours on which he stood."""

    number: str  # "L-014 v3"
    kind: str  # a `ListType`
    recipient: str
    passed_on: PartialDate
    sha256: str


@dataclass(frozen=True, slots=True)
class ExhibitPassedOn:
    """A copy of an exhibit on him that left; `why` is what the custody log says of it."""

    number: str
    action: str  # a `CustodyAction`
    at: datetime
    sha256: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class HeldOnHim:
    """All that is held on a man and all that was passed on, as read for one who asks.

    `names_kept` counts what named other people in recipients and purposes and is not in it.
    """

    case: CaseReport
    copies: tuple[CopyPassedOn, ...]
    lists: tuple[ListPassedOn, ...]
    exhibits: tuple[ExhibitPassedOn, ...]
    names_kept: int = 0


@dataclass(frozen=True, slots=True)
class KeptBack:
    """What is kept back on one ground, with how many facts of each; zero: no number is told."""

    ground: AccessGround
    things: tuple[tuple[LeftThing, int], ...]


@dataclass(frozen=True, slots=True)
class AccessAnswer:
    """What is left of it for him; `kept_back` says what is not and why."""

    asker: str
    held: HeldOnHim
    kept_back: tuple[KeptBack, ...]

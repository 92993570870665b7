"""What is asked for about return operations: who came, whom he is, what was done for him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.shapes.requests.evidence import UNKNOWN_DATE, SaidBy
from models.vocabulary.accounts import Channel
from models.vocabulary.handovers import ArrivalStep, FamilyWord, VerificationMethod
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Health


@dataclass(frozen=True, slots=True)
class RecordHandover:
    """One return operation; announced counts are claims that point at it."""

    occurred: PartialDate
    channel: Channel = Channel.OTHER
    headcount: int | None = None
    place_id: UUID | None = None
    incident_id: UUID | None = None
    route: str = ""
    route_hy: str = ""
    route_ru: str = ""
    number: str = ""
    remark: str = ""
    from_place_id: UUID | None = None
    transport: str = ""
    intermediary: str = ""
    agreed_for: str = ""


@dataclass(frozen=True, slots=True)
class ChangeHandover:
    """Save the form of a return operation; `version` is the one that was read (R-07)."""

    handover_id: UUID
    version: int
    handover: RecordHandover
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CloseHandover:
    """Close a return operation: everybody who came is through the checklist."""

    handover_id: UUID
    version: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ReopenHandover:
    """Open a closed return operation again."""

    handover_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class NewArrival:
    """Somebody who came, as he gave his name; with no case a provisional one is opened for him.

    A row of the manifest gives what is left empty here, and the case it was tied to.
    """

    name_as_told: str = ""
    father_as_told: str = ""
    birth: PartialDate = UNKNOWN_DATE
    case_id: UUID | None = None
    row_id: UUID | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RecordArrivals:
    """Who came with a return operation, and who says so.

    Where no source is named it is the office itself that saw them, here and in what follows.
    `receiver` took them over from the other side. `warning_reason` is filled in to save although
    a warning stands ("handover before capture").
    """

    handover_id: UUID
    arrived_at: datetime
    arrivals: tuple[NewArrival, ...]
    said_by: tuple[SaidBy, ...] = ()
    receiver: str = ""
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class MatchArrival:
    """Say who of the register somebody is who came."""

    arrival_id: UUID
    version: int
    case_id: UUID
    reason: str = ""
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawArrival:
    """He did not come after all; what his file says of this handover is withdrawn with it."""

    arrival_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class WaiveStep:
    """A step of the checklist does not apply to him, for a reason."""

    arrival_id: UUID
    version: int
    step: ArrivalStep
    reason: str


@dataclass(frozen=True, slots=True)
class Verification:
    """One way in which he was known: by what, and what it was ("passport AN 1", "his father")."""

    method: VerificationMethod
    by_what: str = ""


@dataclass(frozen=True, slots=True)
class VerifyIdentity:
    """He was seen in person and is who he is, by two different methods."""

    arrival_id: UUID
    first: Verification
    second: Verification
    verifier: str
    said_by: tuple[SaidBy, ...] = ()
    occurred: PartialDate = UNKNOWN_DATE
    place_id: UUID | None = None
    narrative: str = ""


@dataclass(frozen=True, slots=True)
class RecordMedicalCheck:
    """A physician looked at him; what was found is sensitive and never leaves on paper."""

    arrival_id: UUID
    facility: str
    health: Health
    findings: str
    said_by: tuple[SaidBy, ...] = ()
    occurred: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class RecordFamilyWord:
    """His family knows: they met, or somebody told them."""

    arrival_id: UUID
    how: FamilyWord
    narrative: str
    said_by: tuple[SaidBy, ...] = ()
    occurred: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class SeenThere:
    """Whom he saw or heard of in captivity: a lead on another man.

    With `heard_only` it is what he was told (E08), else what he saw himself (C19).
    """

    case_id: UUID
    when: PartialDate = UNKNOWN_DATE
    place_id: UUID | None = None
    place_as_reported: str = ""
    condition: str = ""
    words: str = ""
    knew_him: bool = False
    heard_only: bool = False


@dataclass(frozen=True, slots=True)
class RecordDebrief:
    """He was asked, with his consent, what he went through and whom else he saw."""

    arrival_id: UUID
    consent: str
    interviewer: str
    said_by: tuple[SaidBy, ...] = ()
    occurred: PartialDate = UNKNOWN_DATE
    narrative: str = ""
    seen: tuple[SeenThere, ...] = ()

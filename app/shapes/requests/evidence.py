"""What is asked for about events: who says so, how good it is, what is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EventTrait,
    EvidenceClass,
    IdentityBasis,
    Reliability,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.places import PlacePrecision

UNKNOWN_DATE = PartialDate.unknown()


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that the register does not know yet; `code` is given by the register if empty."""

    kind: SourceKind
    title: str
    title_hy: str = ""
    title_ru: str = ""
    code: str = ""
    confidential: bool = False
    sealed_name: str = ""
    contact: str = ""
    independence_group: str = ""
    url: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A source says so: who, on which day, in which words, how good. Default grade F6."""

    source: UUID | NewSource
    said: PartialDate = UNKNOWN_DATE
    words: str = ""
    words_lang: str = ""
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    independence_group: str = ""
    coerced: bool = False
    account: PartialDate = UNKNOWN_DATE
    account_place_id: UUID | None = None
    account_place_as_reported: str = ""
    account_condition: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """Something happened to one man, or to several at once (one event in each case).

    `says` is the facet value the event states where its code leaves it open (the health of a D28,
    the wording of a D21); `figure` ties an identification to the footage it is about.
    `warning_reason` is filled in to save although a warning stands ("handover before capture").
    """

    case_ids: tuple[UUID, ...]
    code: EventCode
    occurred: PartialDate = UNKNOWN_DATE
    place_id: UUID | None = None
    place_precision: PlacePrecision = PlacePrecision.UNKNOWN
    place_as_reported: str = ""
    narrative: str = ""
    narrative_releasable: str = ""
    particulars: Mapping[str, str] = field(default_factory=dict)
    figure: str = ""
    says: str = ""
    traits: frozenset[EventTrait] = frozenset()
    basis: IdentityBasis | None = None
    reply_due: date | None = None
    authenticity: Authenticity | None = None
    evidence_class: EvidenceClass | None = None
    name_only: bool = False
    homonym: bool = False
    signed_off: bool = False
    said_by: tuple[SaidBy, ...] = ()
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class AddAssertion:
    """One more source speaks of an event that is already recorded."""

    event_id: UUID
    said_by: SaidBy


@dataclass(frozen=True, slots=True)
class CorrectEvent:
    """Replace an event by a corrected one; the old one stays, struck through."""

    event_id: UUID
    version: int
    corrected: RecordEvent
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawEvent:
    """Take an event back; it stays visible, struck through."""

    event_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawAssertion:
    """Take back what a source is recorded to have said; it stays visible, struck through."""

    assertion_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class PreferAccount:
    """Decide between accounts of one event; None leaves it open again."""

    event_id: UUID
    version: int
    assertion_id: UUID | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CiteFact:
    """Tie a fact of a case to a source; `states` is what the source says where it differs."""

    case_id: UUID
    subject_id: UUID
    field: str
    said_by: SaidBy
    states: str = ""

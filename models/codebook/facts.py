"""Define what the codebook takes in and what it gives back; nothing here computes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EventTrait,
    EvidenceClass,
    EvidenceLevel,
    IdentityBasis,
    Reliability,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Chip, Facet, FacetValue, Headline


@dataclass(frozen=True, slots=True)
class AssertionFact:
    """A source says so: the grade, and the independence group it is counted in.

    An empty `group` means that nobody has said where the word comes from; all such
    assertions of an event are counted as one (P10, on the careful side).
    """

    reliability: Reliability
    credibility: Credibility
    group: str = ""
    id: str = ""
    coerced: bool = False
    withdrawn: bool = False
    source_kind: SourceKind | None = None


@dataclass(frozen=True, slots=True)
class EventFact:
    """Something happened to him, as far as the rules need to know it.

    `says` is the facet value the event states, where its code leaves it open: the health of
    a D28, the wording of a D21 (DENIED or NOT_IDENTIFIED), the form of a D20, the outcome of
    an L43 or L48. `place` is the id of the place where he was held, for stays that cannot
    overlap. `appearance` ties an identification (C13) to the footage it is about (C12).
    `evidence_class` overrides the class the program would derive (decisions.md, Status 6).
    `reply_due` is the day on which an unanswered D22 turns into NO_REPLY.
    """

    id: str
    code: EventCode
    date: PartialDate
    assertions: tuple[AssertionFact, ...] = ()
    evidence_class: EvidenceClass | None = None
    authenticity: Authenticity | None = None
    basis: IdentityBasis | None = None
    name_only: bool = False
    homonym: bool = False
    signed_off: bool = False
    withdrawn: bool = False
    supersedes: str | None = None
    appearance: str | None = None
    place: str | None = None
    says: FacetValue | None = None
    reply_due: dt.date | None = None
    closure_reason: ClosureReason | None = None
    traits: frozenset[EventTrait] = frozenset()


@dataclass(frozen=True, slots=True)
class Override:
    """A supervisor sets a value by hand until a review date (P13).

    `facet` None means the headline itself. `set_on` and `review_by` are days in the office.
    """

    id: str
    facet: Facet | None
    value: Headline | FacetValue
    reason: str
    evidence_ref: str
    set_on: dt.date
    review_by: dt.date
    lifted_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """Everything the codebook needs to know of one case, in any order."""

    events: tuple[EventFact, ...]
    overrides: tuple[Override, ...] = ()
    born: PartialDate | None = None
    urgent: bool = False
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class FacetState:
    """One computed answer with how well it stands and since when."""

    value: FacetValue
    level: EvidenceLevel = EvidenceLevel.L0
    since: PartialDate | None = None
    as_of: PartialDate | None = None
    contested: bool = False


class TraceLine(NamedTuple):
    """One reason: which rule said what of which event, with the grade it rests on.

    `key` names the sentence (app/wording/trace.py), `facet` the block it belongs to (None: the
    headline), `values` its placeholders as plain codes and numbers.
    """

    facet: Facet | None
    key: str
    rule: str = ""
    event_id: str = ""
    code: EventCode | None = None
    grade: str = ""
    values: tuple[str, ...] = ()
    date: PartialDate | None = None


_NO_FACETS: Mapping[Facet, FacetState] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Status:
    """The computed answers of one case on one day.

    `custody_ever_confirmed`, `acknowledged` and `remains_identified` are kept for the
    accounting sheet and the guards; `proof_of_life_at` is the day of the last sign of life at
    L2 or better (P5), `silent_from` the day from which on nothing is known of a man who is still
    sought (P5, contacts counted in), None for all others.
    """

    headline: Headline
    facets: Mapping[Facet, FacetState] = field(default_factory=lambda: _NO_FACETS)
    chips: tuple[Chip, ...] = ()
    trace: tuple[TraceLine, ...] = ()
    proof_of_life_at: PartialDate | None = None
    custody_ever_confirmed: bool = False
    acknowledged: bool = False
    remains_identified: bool = False
    codebook_version: str = "1.0"
    silent_from: dt.date | None = None

"""What a member of staff asks for: one request a use case, complete in itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.vocabulary.accounts import Channel, ClaimCategory, ClaimForm, ClosureReason, SourceKind
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
from models.vocabulary.people import (
    Gc3Category,
    IdentifierKind,
    NameKind,
    NameOrder,
    Relation,
    Script,
    ServiceType,
    Sex,
)
from models.vocabulary.places import (
    CoordinateConfidence,
    PlaceKind,
    PlaceNameKind,
    PlacePrecision,
)
from models.vocabulary.status import Facet

UNKNOWN_DATE = PartialDate.unknown()


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form of a name; parts may be empty where only the whole is known.

    `script` and `full_as_written` are found from the parts when they are left out.
    """

    family: str = ""
    given: str = ""
    patronymic: str = ""
    lang: str = ""
    script: Script | None = None
    kind: NameKind = NameKind.OFFICIAL
    patronymic_base: str = ""
    full_as_written: str = ""
    order: NameOrder = NameOrder.FGP
    is_primary: bool = True
    checked: bool = False


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
class PersonDetails:
    """Everything about the person that is edited in one form."""

    sex: Sex = Sex.UNKNOWN
    birth: PartialDate = UNKNOWN_DATE
    birth_place_id: UUID | None = None
    birth_place_as_reported: str = ""
    home_place_id: UUID | None = None
    home_address: str = ""
    nationality: str = ""
    occupation: str = ""
    gc3_category: Gc3Category = Gc3Category.UNKNOWN
    category_claimed_by_power: str = ""
    height_cm: int | None = None
    build: str = ""
    hair: str = ""
    eyes: str = ""
    marks: str = ""
    blood_group: str = ""
    do_not_transmit: bool = False
    do_not_transmit_reason: str = ""


@dataclass(frozen=True, slots=True)
class ServiceDetails:
    """One service record; the latest one stands on top."""

    service_type: ServiceType = ServiceType.UNKNOWN
    rank: str = ""
    rank_as_written: str = ""
    unit_id: UUID | None = None
    unit_as_written: str = ""
    duty: str = ""
    power_of_origin: str = ""
    since: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class IdentifierDetails:
    """A number that ties him to a paper or a list row."""

    kind: IdentifierKind
    value: str
    issuer: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class RelativeDetails:
    """One relative or contact."""

    relation: Relation
    full_name: str
    maiden_name: str = ""
    phone: str = ""
    address: str = ""
    languages: str = ""
    is_person_to_be_informed: bool = False
    is_notification_address: bool = False
    is_reporter: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RegisterMan:
    """Open a case on a man, named or not yet named (then `figure_label` says which figure).

    `report` is the first event, usually E01 "reported missing"; its `case_ids` stay empty.
    """

    names: tuple[NameForm, ...] = ()
    figure_label: str = ""
    details: PersonDetails = PersonDetails()
    service: ServiceDetails | None = None
    identifiers: tuple[IdentifierDetails, ...] = ()
    relatives: tuple[RelativeDetails, ...] = ()
    incident_id: UUID | None = None
    position_id: UUID | None = None
    circumstances: str = ""
    number: str = ""
    report: RecordEvent | None = None


@dataclass(frozen=True, slots=True)
class RegisteredCase:
    """The case that was opened."""

    case_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Save the identity form; `version` is the one that was read (R-07)."""

    case_id: UUID
    version: int
    details: PersonDetails
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeCase:
    """Save what the file itself says: incident, circumstances, steps, who is responsible."""

    case_id: UUID
    version: int
    incident_id: UUID | None
    position_id: UUID | None
    circumstances: str
    circumstances_releasable: str
    believed_responsible: str
    steps_taken: str
    remark: str
    access_limited: bool
    urgent: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveName:
    """Add a form of a name (no id) or correct one; naming an unnamed figure is this too."""

    case_id: UUID
    name: NameForm
    name_id: UUID | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveService:
    """Add a service record (no id) or correct one."""

    case_id: UUID
    service: ServiceDetails
    record_id: UUID | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveIdentifier:
    """Add a number (no id) or correct one."""

    case_id: UUID
    identifier: IdentifierDetails
    identifier_id: UUID | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveRelative:
    """Add a relative (no id) or correct one."""

    case_id: UUID
    relative: RelativeDetails
    relative_id: UUID | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CiteFact:
    """Tie a fact of a case to a source; `states` is what the source says where it differs."""

    case_id: UUID
    subject_id: UUID
    field: str
    said_by: SaidBy
    states: str = ""


@dataclass(frozen=True, slots=True)
class CloseCase:
    """Close a case for one of the allowed reasons (domain.md 3.8), with a note."""

    case_id: UUID
    version: int
    reason: ClosureReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReopenCase:
    """Open a closed case again."""

    case_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class SetOverride:
    """A supervisor sets a value by hand (P13): `reason` has 20 characters or more."""

    case_id: UUID
    facet: Facet | None
    value: str
    reason: str
    evidence_ref: str
    review_by: date


@dataclass(frozen=True, slots=True)
class LiftOverride:
    """Let the computed value stand again."""

    override_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class PlaceNameForm:
    """One name of a place."""

    lang: str
    name: str
    kind: PlaceNameKind = PlaceNameKind.VARIANT
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class AddPlace:
    """A place with its names; coordinates in decimal degrees, WGS 84."""

    kind: PlaceKind
    names: tuple[PlaceNameForm, ...]
    lat: float | None = None
    lon: float | None = None
    coord_precision_m: int | None = None
    coord_source: str = ""
    coord_confidence: CoordinateConfidence = CoordinateConfidence.NONE
    parent_id: UUID | None = None
    district: str = ""
    district_hy: str = ""
    district_ru: str = ""


@dataclass(frozen=True, slots=True)
class AddUnit:
    """A military unit."""

    name: str
    name_hy: str = ""
    name_ru: str = ""
    parent_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AddPosition:
    """A position held in an incident."""

    incident_id: UUID
    name: str
    name_hy: str = ""
    name_ru: str = ""
    unit_id: UUID | None = None
    place_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class OpenIncident:
    """One occurrence in which people were lost."""

    title: str
    title_hy: str = ""
    title_ru: str = ""
    occurred: PartialDate = UNKNOWN_DATE
    place_id: UUID | None = None
    place_as_reported: str = ""
    summary: str = ""
    summary_hy: str = ""
    summary_ru: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class ChangeIncident:
    """Save the incident form."""

    incident_id: UUID
    version: int
    incident: OpenIncident
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordClaim:
    """A published count, in its own words; a number is never made more exact than it was said."""

    category: ClaimCategory
    form: ClaimForm
    said_by: SaidBy
    number_from: int | None = None
    number_to: int | None = None
    scope: str = ""
    scope_hy: str = ""
    scope_ru: str = ""
    as_of: PartialDate = UNKNOWN_DATE
    incident_id: UUID | None = None
    handover_id: UUID | None = None
    supersedes_id: UUID | None = None


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

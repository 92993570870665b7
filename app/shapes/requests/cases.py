"""What is asked for about a man and his case: entering him, correcting a part of him, closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.shapes.requests.evidence import UNKNOWN_DATE, RecordEvent
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.families import MayBeTold
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
from models.vocabulary.status import Facet


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
    email: str = ""
    languages: str = ""
    reached_best: str = ""
    may_be_told: MayBeTold = MayBeTold.EVERYTHING
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
class SecondReport:
    """Somebody else reports a man who is in the register already: what is new of it.

    Names are kept as reported; what the file has already is passed over.
    """

    case_id: UUID
    names: tuple[NameForm, ...] = ()
    identifiers: tuple[IdentifierDetails, ...] = ()
    relatives: tuple[RelativeDetails, ...] = ()
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

"""One man on one screen: everything the case file shows, with ids and versions for editing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.shapes.overrides import OverrideView
from app.shapes.places import PlaceView
from app.shapes.requests.cases import (
    IdentifierDetails,
    NameForm,
    PersonDetails,
    RelativeDetails,
    ServiceDetails,
)
from models.codebook import Status
from models.vocabulary.accounts import ClosureReason, SourceKind
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
from models.vocabulary.status import Admin


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as it may be shown: a confidential one by its code and category only."""

    id: UUID
    code: str
    kind: SourceKind
    title: str
    title_hy: str
    title_ru: str
    confidential: bool
    independence_group: str = ""

    def shown(self, lang: str) -> str:
        """Give what may be printed of it in a language; the code where it is confidential."""
        if self.confidential:
            return self.code
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title


@dataclass(frozen=True, slots=True)
class AssertionView:
    """A source says so."""

    id: UUID
    version: int
    source: SourceView
    said: PartialDate
    entered_at: datetime
    words: str
    words_lang: str
    reliability: Reliability
    credibility: Credibility
    independence_group: str
    coerced: bool
    account: PartialDate
    account_place: PlaceView | None
    account_place_as_reported: str
    account_condition: str
    locator: str
    withdrawn_at: datetime | None
    withdrawn_reason: str

    @property
    def grade(self) -> str:
        """The pair as it is shown, "B2"."""
        return f"{self.reliability.value}{self.credibility.value}"


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened to him.

    `shown_date` is what papers and lists say: the preferred account, else the hull of the
    strongest ones, else the event's own date (decisions.md, Dates). `accounts_differ` is true
    while accounts of day or place contradict one another and nobody has decided.
    """

    id: UUID
    version: int
    code: EventCode
    occurred: PartialDate
    shown_date: PartialDate
    place: PlaceView | None
    place_precision: PlacePrecision
    place_as_reported: str
    narrative: str
    narrative_releasable: str
    particulars: Mapping[str, str]
    figure: str
    says: str
    traits: frozenset[EventTrait]
    basis: IdentityBasis | None
    reply_due: date | None
    authenticity: Authenticity | None
    evidence_class: EvidenceClass | None
    name_only: bool
    homonym: bool
    signed_off: bool
    assertions: tuple[AssertionView, ...]
    preferred_assertion_id: UUID | None
    accounts_differ: bool
    warning_reason: str
    supersedes_id: UUID | None
    superseded: bool
    withdrawn_at: datetime | None
    withdrawn_reason: str
    recorded_at: datetime
    recorded_by: str
    level: str

    @property
    def stands(self) -> bool:
        """True unless it was withdrawn or replaced by a corrected one."""
        return self.withdrawn_at is None and not self.superseded


@dataclass(frozen=True, slots=True)
class NameView:
    """A form of his name, with its place in the register."""

    id: UUID
    version: int
    form: NameForm


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service record."""

    id: UUID
    version: int
    details: ServiceDetails
    unit_en: str = ""
    unit_hy: str = ""
    unit_ru: str = ""

    def unit(self, lang: str) -> str:
        """Give the unit in a language, else as it was written."""
        own = {"hy": self.unit_hy, "ru": self.unit_ru}.get(lang, "")
        return own or self.unit_en or self.details.unit_as_written


@dataclass(frozen=True, slots=True)
class IdentifierView:
    """A number that ties him to a paper or a list row."""

    id: UUID
    version: int
    details: IdentifierDetails


@dataclass(frozen=True, slots=True)
class RelativeView:
    """A relative or contact."""

    id: UUID
    version: int
    details: RelativeDetails


@dataclass(frozen=True, slots=True)
class CitationView:
    """What ties a fact to a source; `states` differs from the accepted value, or is empty."""

    id: UUID
    version: int
    subject_id: UUID
    field: str
    source: SourceView
    said: PartialDate
    states: str
    words: str
    locator: str
    grade: str
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything about one man; lists keep their order of display.

    `events` come by date of occurrence (domain.md 5.5), struck-through ones among them.
    `gaps` are the codes of the minimum data set that are missing ("MIN.FATHER").
    """

    case_id: UUID
    version: int
    person_version: int
    number: str
    admin: Admin
    closure_reason: ClosureReason | None
    access_limited: bool
    urgent: bool
    figure_label: str
    names: tuple[NameView, ...]
    details: PersonDetails
    birth_place: PlaceView | None
    home_place: PlaceView | None
    service: tuple[ServiceView, ...]
    identifiers: tuple[IdentifierView, ...]
    relatives: tuple[RelativeView, ...]
    incident_id: UUID | None
    incident_number: str
    incident_title: str
    incident_title_hy: str
    incident_title_ru: str
    position_id: UUID | None
    position: str
    position_hy: str
    position_ru: str
    officer: str
    circumstances: str
    circumstances_releasable: str
    believed_responsible: str
    steps_taken: str
    remark: str
    status: Status
    events: tuple[EventView, ...]
    citations: tuple[CitationView, ...]
    gaps: tuple[str, ...]
    opened_at: datetime
    changed_at: datetime
    is_sample: bool
    #: Numbers of the files that were taken into this one.
    took_in: tuple[str, ...] = ()
    #: Decisions by hand, the newest first; those that stand no more among them (P13).
    overrides: tuple[OverrideView, ...] = ()

    def incident(self, lang: str) -> str:
        """Give the incident's title in a language."""
        own = {"hy": self.incident_title_hy, "ru": self.incident_title_ru}.get(lang, "")
        return own or self.incident_title

    def position_in(self, lang: str) -> str:
        """Give his position in the incident in a language."""
        return {"hy": self.position_hy, "ru": self.position_ru}.get(lang, "") or self.position

    def event(self, event_id: UUID) -> EventView | None:
        """Find one of the events."""
        return next((event for event in self.events if event.id == event_id), None)

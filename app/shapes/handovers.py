"""Return operations as screens and papers show them: announced, on the manifest, who came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.shapes.case_file import SourceView
from app.shapes.places import PlaceView
from models.vocabulary.accounts import Channel, ClaimCategory, ClaimForm
from models.vocabulary.handovers import VERIFY_WITHIN, ArrivalStep
from models.vocabulary.partial_date import PartialDate

UNDATED = PartialDate.unknown()


class StepState(StrEnum):
    """How a step of the checklist stands."""

    DONE = "DONE"
    WAIVED = "WAIVED"
    OPEN = "OPEN"


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One return operation in the list. `overdue`: arrivals whose 48 hours have passed."""

    id: UUID
    number: str
    occurred: PartialDate
    channel: Channel
    route: str
    route_hy: str
    route_ru: str
    place: PlaceView | None
    announced: int | None
    manifest: int | None
    arrived: int
    verified: int
    through: int
    overdue: int
    closed: bool

    def route_in(self, lang: str) -> str:
        """Give the route in a language."""
        return {"hy": self.route_hy, "ru": self.route_ru}.get(lang, "") or self.route


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """Somebody who came, whom he was found to be, and how far his checklist is.

    `hidden`: his case is not for whoever reads; then neither name nor number is here.
    """

    id: UUID
    version: int
    handover_id: UUID
    arrived_at: datetime
    name_as_told: str
    father_as_told: str
    birth: PartialDate
    row_id: UUID | None
    row_no: int | None
    case_id: UUID | None
    case_version: int
    number: str
    name: str
    provisional: bool
    hidden: bool
    steps: Mapping[ArrivalStep, StepState]
    waived: Mapping[ArrivalStep, str]
    remark: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""

    @property
    def verify_due(self) -> datetime:
        """Give the moment by which he is to be verified."""
        return self.arrived_at + VERIFY_WITHIN

    @property
    def next_step(self) -> ArrivalStep | None:
        """Name the first step that is open; None where he is through."""
        return next((s for s in ArrivalStep if self.steps[s] is StepState.OPEN), None)

    @property
    def missing(self) -> tuple[ArrivalStep, ...]:
        """Name the steps that are open."""
        return tuple(s for s in ArrivalStep if self.steps[s] is StepState.OPEN)

    def overdue(self, now: datetime) -> bool:
        """Say whether the time to verify him has passed."""
        return self.steps[ArrivalStep.VERIFIED] is StepState.OPEN and now > self.verify_due


@dataclass(frozen=True, slots=True)
class ManifestMan:
    """A row of the manifest; `hidden` as with arrivals."""

    row_id: UUID
    row_no: int
    name: str
    father: str = ""
    birth: PartialDate = UNDATED
    case_id: UUID | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """The newest version of the manifest of a return operation."""

    list_id: UUID
    named: str
    title: str
    dated: PartialDate
    men: tuple[ManifestMan, ...]
    #: The one who made the list: who says that they came.
    issuer_id: UUID | None = None


class Differs(StrEnum):
    """In what a row of the manifest and he who came differ."""

    NAME = "NAME"
    FATHER = "FATHER"
    BIRTH = "BIRTH"


@dataclass(frozen=True, slots=True)
class WrittenOtherwise:
    """One man, on the manifest and arrived, and in what the two differ; neither is altered."""

    on_paper: ManifestMan
    came: ArrivalView
    differs: tuple[Differs, ...]


@dataclass(frozen=True, slots=True)
class NameDifferences:
    """The three differences between a manifest and who came."""

    not_come: tuple[ManifestMan, ...] = ()
    not_on_manifest: tuple[ArrivalView, ...] = ()
    written_otherwise: tuple[WrittenOtherwise, ...] = ()
    both: int = 0

    @property
    def none(self) -> bool:
        """Say whether manifest and arrivals agree in everybody."""
        return not (self.not_come or self.not_on_manifest or self.written_otherwise)


@dataclass(frozen=True, slots=True)
class SaidCount:
    """A count that somebody published of this handover; `apart`: by how many it exceeds ours."""

    claim_id: UUID
    version: int
    category: ClaimCategory
    form: ClaimForm
    number_from: int | None
    number_to: int | None
    scope: str
    scope_hy: str
    scope_ru: str
    words: str
    words_lang: str
    as_of: PartialDate
    said: PartialDate
    source: SourceView
    grade: str
    apart: int | None
    superseded: bool = False
    withdrawn: bool = False

    def scope_in(self, lang: str) -> str:
        """Give the scope in a language."""
        return {"hy": self.scope_hy, "ru": self.scope_ru}.get(lang, "") or self.scope


@dataclass(frozen=True, slots=True)
class OwnSplit:
    """Our own composition of those who came, by how each serves; `unknown` says who is neither."""

    servicemen: int = 0
    civilians: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """Count them all."""
        return self.servicemen + self.civilians + self.unknown


@dataclass(frozen=True, slots=True)
class Announced:
    """What others announced of a handover, beside how many came by our record and who they are."""

    arrived: int
    claims: tuple[SaidCount, ...]
    split: OwnSplit


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """Everything the page of a return operation shows."""

    id: UUID
    version: int
    number: str
    incident_id: UUID | None
    incident_number: str
    occurred: PartialDate
    channel: Channel
    headcount: int | None
    from_place: PlaceView | None
    place: PlaceView | None
    route: str
    route_hy: str
    route_ru: str
    transport: str
    intermediary: str
    agreed_for: str
    remark: str
    closed_at: datetime | None
    closed_remark: str
    manifest: Manifest | None
    arrivals: tuple[ArrivalView, ...]
    withdrawn: tuple[ArrivalView, ...]
    differences: NameDifferences
    claims: tuple[SaidCount, ...]
    split: OwnSplit

    def route_in(self, lang: str) -> str:
        """Give the route in a language."""
        return {"hy": self.route_hy, "ru": self.route_ru}.get(lang, "") or self.route

    def count(self, step: ArrivalStep) -> int:
        """Count those for whom a step is done or waived."""
        return sum(a.steps[step] is not StepState.OPEN for a in self.arrivals)

    @property
    def unfinished(self) -> tuple[ArrivalView, ...]:
        """Name those who are not through the checklist."""
        return tuple(a for a in self.arrivals if a.missing)


@dataclass(frozen=True, slots=True)
class ArrivalToVerify:
    """Somebody who came and was not verified yet, for the page of the day."""

    arrival_id: UUID
    handover_id: UUID
    handover_number: str
    case_id: UUID | None
    number: str
    name: str
    arrived_at: datetime
    due: datetime
    overdue: bool


@dataclass(frozen=True, slots=True)
class ChecklistOpen:
    """Somebody who came, was verified or need not be, and for whom something is still to do."""

    arrival_id: UUID
    handover_id: UUID
    handover_number: str
    case_id: UUID | None
    number: str
    name: str
    arrived_at: datetime
    missing: tuple[ArrivalStep, ...]


@dataclass(frozen=True, slots=True)
class ClaimedTotal:
    """A claim of how many returned to date, beside our sum; `apart`: by how many it exceeds it."""

    claim_id: UUID
    form: ClaimForm
    number_from: int | None
    number_to: int | None
    words: str
    scope: str
    scope_hy: str
    scope_ru: str
    as_of: PartialDate
    source: SourceView
    apart: int | None

    def scope_in(self, lang: str) -> str:
        """Give the scope in a language."""
        return {"hy": self.scope_hy, "ru": self.scope_ru}.get(lang, "") or self.scope


@dataclass(frozen=True, slots=True)
class RunningSum:
    """The headcounts of all handovers up to a day, and what was claimed until the next one."""

    handover_id: UUID
    number: str
    occurred: PartialDate
    headcount: int | None
    sum: int
    #: Handovers up to that day of which no headcount is known.
    uncounted: int = 0
    claims: tuple[ClaimedTotal, ...] = field(default=())

"""What is shown of families: whom to ring, what they agreed to, every call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.shapes.case_file import RelativeView
from models.codebook.consents import Standings
from models.vocabulary.families import (
    SPOKEN,
    ConsentAnswer,
    ConsentForm,
    ConsentScope,
    ContactHow,
    ContactOutcome,
    DataSubject,
    MayBeTold,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Relation


@dataclass(frozen=True, slots=True)
class ConsentView:
    """One consent as it was given; a scope that is not among the answers was not asked."""

    id: UUID
    version: int
    subject: DataSubject
    by: str
    relation: Relation | None
    form: ConsentForm
    given: PartialDate
    language: str
    interpreter: str
    witness: str
    exhibit_id: UUID | None
    exhibit_number: str
    remark: str
    answers: Mapping[ConsentScope, ConsentAnswer]
    recorded_at: datetime
    recorded_by: str
    withdrawn_at: datetime | None
    withdrawn_reason: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """One call, visit or letter; `next_waits` while what was agreed for then is still to do."""

    id: UUID
    version: int
    relative_id: UUID | None
    who: str
    relation: Relation | None
    how: ContactHow
    outcome: ContactOutcome
    happened_at: datetime
    staff: str
    second_staff: str
    sensitive: bool
    told: str
    heard: str
    remark: str
    next_on: date | None
    next_about: str
    next_waits: bool
    warning_reason: str
    withdrawn_at: datetime | None
    withdrawn_reason: str

    @property
    def was_spoken(self) -> bool:
        """Tell whether somebody was really spoken with."""
        return self.withdrawn_at is None and self.outcome in SPOKEN


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff who may stand beside the one who tells sensitive news."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """All about the family of one man; calls newest first, consents newest first.

    `speaks_of_death` while his headline says that he is dead, or may be: then news is told face
    to face by two.
    """

    case_id: UUID
    number: str
    name: str
    relatives: tuple[RelativeView, ...]
    consents: tuple[ConsentView, ...]
    standings: Mapping[DataSubject, Standings]
    contacts: tuple[ContactView, ...]
    colleagues: tuple[Colleague, ...]
    speaks_of_death: bool
    told_in_person: bool
    gaps: tuple[str, ...]


class WhyCall(StrEnum):
    """Why a family is to be rung."""

    AGREED = "AGREED"
    SILENT = "SILENT"


class CallDue(NamedTuple):
    """A family that is to be rung: because a day was agreed, or because of a long silence.

    `since` is the day agreed, or the day of the last conversation. There may be thousands.
    """

    case_id: UUID
    number: str
    name: str
    officer_id: UUID | None
    why: WhyCall
    since: date
    relative_id: UUID | None
    who: str
    about: str


@dataclass(frozen=True, slots=True)
class ConsentConflict:
    """A man whose relatives disagree about some scopes: a supervisor is to speak with them."""

    case_id: UUID
    number: str
    name: str
    officer_id: UUID | None
    scopes: tuple[ConsentScope, ...]
    since: date


class WhichCalls(StrEnum):
    """Which families a call sheet names."""

    DUE = "DUE"
    MINE = "MINE"
    ALL = "ALL"


@dataclass(frozen=True, slots=True)
class ManToAsk:
    """One man about whom somebody is rung: what was agreed, and what his file still lacks."""

    case_id: UUID
    number: str
    name: str
    relative_id: UUID | None
    relative_name: str
    relation: Relation
    may_be_told: MayBeTold
    to_be_informed: bool
    last_spoken: date | None
    next_on: date | None
    next_about: str
    due: bool
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToRing:
    """Somebody to ring, perhaps about several men: brothers have one mother."""

    names: tuple[str, ...]
    phone: str
    email: str
    languages: str
    reached_best: str
    men: tuple[ManToAsk, ...]


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Whom to ring, by day and name; `left_out` men did not fit on the sheet."""

    which: WhichCalls
    day: date
    to_ring: tuple[ToRing, ...]
    left_out: int

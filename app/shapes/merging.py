"""What a face is told of files that were joined, may be joined, or are to be parted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.codebook.contradictions import Contradiction
from models.vocabulary.merging import MergeBar, MergeDoubt, MergeField
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind


@dataclass(frozen=True, slots=True)
class Bar:
    """A fact that forbids the merge, with what its sentence names."""

    what: MergeBar
    number_kind: IdentifierKind | None = None
    #: The two numbers, or the two places.
    first: str = ""
    second: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the merge needs a reason for, with what its sentence names."""

    what: MergeDoubt
    number_kind: IdentifierKind | None = None
    first: str = ""
    second: str = ""
    dates: tuple[PartialDate, PartialDate] | None = None
    misfit: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What came out of a merge."""

    merge_id: UUID
    survivor_id: UUID
    number: str
    absorbed_number: str


class Thing(StrEnum):
    """What of a file is counted when two are parted."""

    NAMES = "person_names"
    NUMBERS = "identifiers"
    SERVICE = "service_records"
    RELATIVES = "relatives"
    EVENTS = "events"
    ACCOUNTS = "assertions"
    CITATIONS = "citations"
    EXHIBITS = "exhibit_links"
    DECISIONS = "status_overrides"
    LISTS = "list_rows"
    ARRIVALS = "arrivals"
    SUBMISSIONS = "submission_people"
    PAPERS = "disclosed_cases"
    CONSENTS = "consents"
    CALLS = "family_contacts"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class SplitPreview:
    """What parting two files would do, told beforehand."""

    merge_id: UUID
    version: int
    number: str
    absorbed_number: str
    absorbed_name: str
    merged_at: datetime
    merged_by: str
    reason: str
    #: How many of each kind go back.
    goes_back: dict[Thing, int]
    #: How many of each kind were added since and stay with the survivor.
    stays: dict[Thing, int]
    #: Fields of the survivor that were changed since, and stay as they are.
    fields_stay: tuple[MergeField, ...]
    #: Why it cannot be done now: the number of the file that must be parted first.
    first_part_from: str = ""


@dataclass(frozen=True, slots=True)
class DecidedTwoMen:
    """Somebody decided that two files are two men."""

    first_id: UUID
    second_id: UUID
    at: datetime
    by: str
    reason: str

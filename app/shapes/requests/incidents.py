"""What is asked for about an incident: its units and positions, what was claimed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.shapes.requests.evidence import UNKNOWN_DATE, SaidBy
from models.vocabulary.accounts import ClaimCategory, ClaimForm
from models.vocabulary.partial_date import PartialDate


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
    """A published count, in its own words; a number is never made more exact than it was said.

    `counts` says whom it counts in the query language of the register, `place_id` narrows it to
    those last seen there; `list_version_id` is the list of names that came with the number.
    """

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
    counts: str = ""
    place_id: UUID | None = None
    list_version_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ChangeClaim:
    """Save the form of a claim; `claim` is what it says now."""

    claim_id: UUID
    version: int
    claim: RecordClaim
    reason: str = ""

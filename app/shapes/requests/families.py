"""What staff ask for about families: consents and contacts (domain.md 2.12, 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.vocabulary.families import (
    ConsentAnswer,
    ConsentForm,
    ConsentScope,
    ContactHow,
    ContactOutcome,
    DataSubject,
)
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """What somebody agreed to and refused; a scope that is not among the answers was not asked.

    It was given by a relative of the file or by somebody named in `given_by`.
    """

    case_id: UUID
    answers: Mapping[ConsentScope, ConsentAnswer]
    given: PartialDate
    relative_id: UUID | None = None
    given_by: str = ""
    subject: DataSubject = DataSubject.MISSING_MAN
    form: ConsentForm = ConsentForm.WRITTEN
    language: str = ""
    interpreter: str = ""
    witness: str = ""
    exhibit_id: UUID | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """A consent is taken back, in all its scopes; it stays visible."""

    consent_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class LogContact:
    """Somebody spoke, or tried to speak, with the family.

    `sensitive` says that sensitive news was told: then two were there. `remark` is class X and
    never leaves the office. `warning_reason` is given where it was told although the family had
    asked otherwise.
    """

    case_id: UUID
    how: ContactHow
    outcome: ContactOutcome
    happened_at: datetime
    relative_id: UUID | None = None
    spoke_with: str = ""
    second_staff_id: UUID | None = None
    sensitive: bool = False
    told: str = ""
    heard: str = ""
    remark: str = ""
    next_on: date | None = None
    next_about: str = ""
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawContact:
    """A contact that was logged by mistake is taken back; it stays visible."""

    contact_id: UUID
    version: int
    reason: str

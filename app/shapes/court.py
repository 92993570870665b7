"""What a person should know before a dossier goes to a court: one flaw, with its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class CourtFlaw(StrEnum):
    """What stands in the way of a dossier, or makes it weaker; none of them blocks it."""

    CONTACT_MISSING = "CONTACT_MISSING"
    STATE_MISSING = "STATE_MISSING"
    APPLICANT_MISSING = "APPLICANT_MISSING"
    APPLICANT_IN_OTHER_LETTERS = "APPLICANT_IN_OTHER_LETTERS"
    NAME_UNKNOWN = "NAME_UNKNOWN"
    NOTHING_TO_ASK = "NOTHING_TO_ASK"
    TOO_LONG_FOR_FAX = "TOO_LONG_FOR_FAX"
    OUT_OF_HOURS = "OUT_OF_HOURS"
    EXHIBIT_INCOMPLETE = "EXHIBIT_INCOMPLETE"
    FACT_WITHOUT_EXHIBIT = "FACT_WITHOUT_EXHIBIT"
    NO_RELEASABLE_TEXT = "NO_RELEASABLE_TEXT"
    OTHER_LANGUAGE = "OTHER_LANGUAGE"


@dataclass(frozen=True, slots=True)
class CourtWarning:
    """A flaw of one dossier; `opens` is the moment at which the Court can next be reached."""

    flaw: CourtFlaw
    named: tuple[str, ...] = ()  # exhibits by register number, paragraphs by number, a person
    figures: Mapping[str, int] = field(default_factory=dict)
    opens: datetime | None = None

"""One's own desk: forms that were begun and not saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class WaitingForm:
    """A form with a draft: which, on what, where that belongs, when it was kept."""

    form: str
    subject: str
    kept_at: datetime
    about: str = ""
    thing: UUID | None = None
    case_id: UUID | None = None
    incident_id: UUID | None = None
    handover_id: UUID | None = None
    list_id: UUID | None = None
    submission_id: UUID | None = None

"""What is shown of decisions by hand: who set which value, why, on what, and whether it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.vocabulary.status import Facet


class Standing(StrEnum):
    """Say what became of a decision by hand."""

    STANDS = "STANDS"
    EXPIRED = "EXPIRED"
    REPLACED = "REPLACED"
    LIFTED = "LIFTED"


@dataclass(frozen=True, slots=True)
class OverrideView:
    """A decision by hand; `facet` None means the headline itself."""

    id: UUID
    version: int
    case_id: UUID
    facet: Facet | None
    value: str
    reason: str
    evidence_ref: str
    set_on: date
    review_by: date
    lifted_on: date | None
    by: str
    standing: Standing

    @property
    def may_be_lifted(self) -> bool:
        """Tell whether somebody still has to say what becomes of it."""
        return self.standing in (Standing.STANDS, Standing.EXPIRED)

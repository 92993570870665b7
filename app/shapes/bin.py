"""The bin as a list: which cases lie in it, since when, by whom and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class BinRow:
    """One case in the bin."""

    case_id: UUID
    number: str
    name: str
    name_second: str
    removed_at: datetime
    removed_by: str
    reason: str

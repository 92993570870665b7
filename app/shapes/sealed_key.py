"""Who stands behind the codes of witnesses: the key that is kept apart from every paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class SealedWitness:
    """One code and whom it stands for, with the days on which they spoke of this man."""

    code: str
    kind: str  # a `SourceKind`
    name: str
    contact: str = ""
    spoke_on: tuple[PartialDate, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The key to the witness codes on the papers of one case."""

    case_number: str
    as_of: date
    witnesses: tuple[SealedWitness, ...]


@dataclass(frozen=True, slots=True)
class OpenSealedKey:
    """Who wants to know the names behind the codes of a case says why."""

    case_id: UUID
    reason: str

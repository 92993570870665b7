"""Two men of the register who may be one: as the machine keeps them, and as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.shapes.likeness import Comparison, Reason, Verdict
from models.vocabulary.partial_date import PartialDate

LIKELY = 0.5
"""From this score on a pair is put before a person unasked."""


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two register rows, the smaller first, and what came of comparing them."""

    first_row: int
    second_row: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class PairFilter:
    """What narrows the list of pairs; tiers by their numbers, empty for all."""

    min_score: float = LIKELY
    tiers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PairMan:
    """One of the two, in a few words."""

    case_id: UUID
    number: str
    name: str
    name_second: str
    born: PartialDate
    unit: str
    headline: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair as the list shows it; `tier` is None where the names do not agree at all."""

    a: PairMan
    b: PairMan
    score: float
    tier: int | None
    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> tuple[UUID, UUID]:
        """Tell this pair from others."""
        return (self.a.case_id, self.b.case_id)


@dataclass(frozen=True, slots=True)
class LikeMan:
    """A man of the register who resembles the one that is typed or stands in a list."""

    man: PairMan
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Looked:
    """What a walk over the register did: men looked at, pairs found."""

    men: int = 0
    pairs: int = 0

"""What of the register a plan must know: who carries which number, what is known of him."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.importing.rows import EventMark
from app.search.fold import fold_number
from app.shapes.requests.cases import IdentifierDetails
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind

type NumberKey = tuple[IdentifierKind, str, str]
"""Kind, scope, folded value: within these a number belongs to one man."""

MATCHING = frozenset(IdentifierKind) - {IdentifierKind.OTHER}


def number_key(number: IdentifierDetails) -> NumberKey | None:
    """Give the key by which a number is compared; None for numbers that tie nobody."""
    if number.kind not in MATCHING:
        return None
    value = fold_number(number.value)
    return (number.kind, number.scope, value) if value else None


@dataclass(frozen=True, slots=True)
class KnownCase:
    """What a case holds already of the things a list may bring."""

    case_id: UUID
    number: str
    birth: PartialDate
    names: frozenset[str] = frozenset()
    numbers: frozenset[tuple[IdentifierKind, str, str]] = frozenset()
    services: frozenset[tuple[str, str]] = frozenset()
    events: frozenset[EventMark] = frozenset()
    #: What citations say of his birth, as (EDTF, words).
    births_said: frozenset[tuple[str, str]] = frozenset()
    in_bin: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What of the register a plan must know: who carries which number, what is known of him."""

    by_number: Mapping[NumberKey, UUID] = field(default_factory=dict)
    cases: Mapping[UUID, KnownCase] = field(default_factory=dict)

"""What is ordered of a paper: who reads it, on whom, in which language, for whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from models.vocabulary.papers import Audience, LegalBasis, PaperFormat


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """A paper on one man or on several; `sections` None: all that its reader gets."""

    audience: Audience
    lang: str
    case_ids: tuple[UUID, ...]
    sections: frozenset[str] | None = None
    recipient: str = ""
    purpose: str = ""
    basis: LegalBasis | None = None
    copies: int = 1
    paper_format: PaperFormat = PaperFormat.A4
    list_version_id: UUID | None = None
    options: Mapping[str, str] = field(default_factory=dict)

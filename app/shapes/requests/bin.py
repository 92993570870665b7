"""What a face asks of the bin: put cases into it, take them out again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PutIntoBin:
    """Cases that do not belong into the register, and why; whole, with everything on them."""

    case_ids: tuple[UUID, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RestoreFromBin:
    """Cases that come back as they were."""

    case_ids: tuple[UUID, ...]
    reason: str = ""

"""What a text for outside the office may not carry, and where in it that stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PrivateKind(StrEnum):
    """What was found (`domain.md` 6.2 rule 2)."""

    EMAIL = "email"
    LINK = "link"
    HANDLE = "handle"
    COORDINATES = "coordinates"
    TELEPHONE = "telephone"
    ADDRESS = "address"
    DOCUMENT = "document"
    PERSON = "person"
    """Another person whom the register knows."""
    NAME = "name"
    """What reads like a person's name, whether the register knows him or not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage to look at: `text` stands in the whole from `start` to before `end`."""

    kind: PrivateKind
    start: int
    end: int
    text: str

"""What a face asks of two files that may be one man: join, part, remember that they are two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from models.vocabulary.merging import MergeField, Whose


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two files, as whoever merges has read it."""

    case_id: UUID
    version: int
    person_version: int


@dataclass(frozen=True, slots=True)
class MergeRequest:
    """Two files are one man. Fields not named in `choices` keep what is proposed for them."""

    survivor: MergeSide
    absorbed: MergeSide
    choices: Mapping[MergeField, Whose] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SplitCases:
    """Two files that were joined are two men after all."""

    merge_id: UUID
    version: int
    reason: str
    #: Remember that they are two men, so that nobody is asked about them again.
    remember: bool = False


@dataclass(frozen=True, slots=True)
class MarkNotSame:
    """Two files are two men, however alike they look."""

    first_id: UUID
    second_id: UUID
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UnmarkNotSame:
    """It is open again whether two files are two men."""

    first_id: UUID
    second_id: UUID
    reason: str = ""

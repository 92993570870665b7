"""Two files held against each other: what they say alike, what differs, what only one says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.shapes.case_file import CaseFile, EventView
from app.shapes.likeness import Comparison
from app.shapes.merging import Bar, DecidedTwoMen, Doubt, Thing
from app.shapes.places import PlaceView
from models.codebook.facts import Status
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.partial_date import PartialDate


class How(StrEnum):
    """How what two files say goes together."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """A place of the gazetteer, words, or both."""

    place: PlaceView | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code of a closed list, with words that belong to it."""

    vocabulary: str
    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Titled:
    """Something that has a title in three languages."""

    number: str
    en: str
    hy: str = ""
    ru: str = ""

    def title(self, lang: str) -> str:
        """Give the title in a language, or as it was entered where none is kept for it."""
        return {"hy": self.hy, "ru": self.ru}.get(lang, "") or self.en


type Said = str | PartialDate | PlaceSaid | Coded | Titled


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of which one file stands for the joined man; None where it says nothing."""

    field: MergeField
    how: How
    first: Said | None
    second: Said | None

    @property
    def is_chosen(self) -> bool:
        """Say whether a person chooses between the two."""
        return self.how is How.DIFFERS


@dataclass(frozen=True, slots=True)
class ListRow:
    """Things of which both files' are kept: forms of the name in one script, relatives, numbers."""

    thing: Thing
    kind: Coded | None
    how: How
    first: tuple[Said, ...]
    second: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SideEvent:
    """An event on the one time line: of the first or the second file."""

    which: int
    event: EventView


@dataclass(frozen=True, slots=True)
class Becoming:
    """What the joined man would be if this file stayed."""

    status: Status
    bars: tuple[Bar, ...]
    doubts: tuple[Doubt, ...]
    #: What is kept of each field unless a person chooses otherwise.
    proposed: Mapping[MergeField, Whose]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two files and all a person needs to decide whether they are one man."""

    first: CaseFile
    second: CaseFile
    fields: tuple[FieldRow, ...]
    lists: tuple[ListRow, ...]
    events: tuple[SideEvent, ...]
    comparison: Comparison
    if_first_stays: Becoming
    if_second_stays: Becoming
    #: The one that knows more of him; of two that know as much, the earlier.
    stays: UUID
    decided: DecidedTwoMen | None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What one of two joined files said of a field, where the other word is kept."""

    field: MergeField
    #: Number of the file that said so.
    number: str
    said: Said


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that was taken into this one."""

    merge_id: UUID
    absorbed_id: UUID
    number: str
    at: datetime
    by: str
    reason: str
    otherwise: tuple[Otherwise, ...]

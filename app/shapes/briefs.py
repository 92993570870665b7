"""Who a man is, in brief: what search, comparison and merging look at, whatever the script."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, NameKind, Script, Sex

_UNDATED = PartialDate.unknown()


@dataclass(frozen=True, slots=True)
class NameBrief:
    """One form of a name by its parts; only `full` where nobody has parted it."""

    full: str
    family: str = ""
    given: str = ""
    #: As written ("Արամի", "Арамович", "Aram oğlu", "A.").
    father: str = ""
    #: The father's given name in the nominative, where a person or a rule gave it.
    father_base: str = ""
    lang: str = ""
    script: Script = Script.OTHER
    kind: NameKind = NameKind.OFFICIAL


@dataclass(frozen=True, slots=True)
class PlaceBrief:
    """A place as it is known of him: from the gazetteer, in words, or both."""

    place_id: UUID | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberBrief:
    """A number that ties him to a paper; folded, within its series."""

    kind: IdentifierKind
    scope: str
    value: str


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """A man as the machine compares him with another; nothing here is a judgement.

    `case_id` is None for a man who is only being typed or stands in a row of a list.
    """

    names: tuple[NameBrief, ...]
    case_id: UUID | None = None
    number: str = ""
    sex: Sex = Sex.UNKNOWN
    birth: PartialDate = _UNDATED
    birth_place: PlaceBrief = PlaceBrief()
    home_place: PlaceBrief = PlaceBrief()
    #: Where he was last known to be.
    last_place: PlaceBrief = PlaceBrief()
    units: tuple[str, ...] = ()
    numbers: tuple[NumberBrief, ...] = ()
    incident_id: UUID | None = None
    figure_label: str = ""

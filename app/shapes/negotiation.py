"""A negotiation list as it goes out: a man a row, only what was agreed, two versions side by side.

Nothing else of a case is in these shapes, so nothing else can come onto the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from app.shapes.case_report import Wording
from models.vocabulary.lists import ListBasis
from models.vocabulary.partial_date import PartialDate

MOST_REMARK = 60
"""Letters of a remark (domain.md 6 (d))."""
NO_DATE, NO_WORDS = PartialDate.unknown(), Wording()


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name in one script, as that script writes it; `whole` where nobody has parted it."""

    family: str = ""
    given: str = ""
    father: str = ""
    whole: str = ""

    @property
    def upper(self) -> str:
        """Give the line in bold: the family name, or all of it."""
        return self.family or self.whole

    def __bool__(self) -> bool:
        """Tell whether there is one in this script."""
        return bool(self.family or self.given or self.whole)


NO_NAME = ListedName()


@dataclass(frozen=True, slots=True)
class ListedMan:
    """One man of a version; `number` is that of his case and is never printed."""

    number: str
    hy: ListedName = NO_NAME
    ru: ListedName = NO_NAME
    en: ListedName = NO_NAME
    born: PartialDate = NO_DATE
    rank: str = ""
    unit: Wording = NO_WORDS
    seen: PartialDate = NO_DATE
    #: The settlement, never more exact.
    place: Wording = NO_WORDS
    #: His name as his passport spells it, where that is not the English form.
    passport: str = ""
    basis: tuple[ListBasis, ...] = ()
    urgent: bool = False
    remark: str = ""


class Detail(StrEnum):
    """What of a man may be told otherwise from one version to the next."""

    NAME = "name"
    BORN = "born"
    RANK = "rank"
    UNIT = "unit"
    SEEN = "seen"
    PLACE = "place"
    BASIS = "basis"
    URGENT = "urgent"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """One version, frozen as it was sent; the men in the order in which they are numbered."""

    version_no: int
    dated: PartialDate
    men: tuple[ListedMan, ...]


@dataclass(frozen=True, slots=True)
class SentMen:
    """What is frozen of a version when it goes out: its men, and whom somebody left out.

    `left_out` names the cases of men who were chosen and then left out by decision.
    """

    men: tuple[ListedMan, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NegotiationList:
    """A version with the one before it, if there is one."""

    number: str
    now: ListedVersion
    before: ListedVersion | None = None
    sample: bool = False

    @property
    def with_units(self) -> bool:
        """Tell whether units were agreed upon too; else the rank alone is named."""
        return any(man.unit.best("en") for man in self.now.men)

    @property
    def named(self) -> str:
        """Name the version, "L-014 v3"; nothing where it is no list of the register yet."""
        return f"{self.number} v{self.now.version_no}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A man with the number under which a version has him."""

    no: int
    man: ListedMan


@dataclass(frozen=True, slots=True)
class ToldOtherwise:
    """A man on both versions of whom they do not say the same."""

    now: Numbered
    before: Numbered
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class ListChanges:
    """Who came onto a list, who went off it, of whom something is told otherwise."""

    added: tuple[Numbered, ...]
    removed: tuple[Numbered, ...]
    changed: tuple[ToldOtherwise, ...]

    def __bool__(self) -> bool:
        """Tell whether the two versions differ."""
        return bool(self.added or self.removed or self.changed)


def changes_between(before: ListedVersion, now: ListedVersion) -> ListChanges:
    """Say what changed from one version to the next; men are told apart by their cases."""
    then = {one.man.number: one for one in _numbered(before)}
    here = {one.man.number: one for one in _numbered(now)}
    both = [(then[number], one) for number, one in here.items() if number in then]
    told = [(old, new, _details(old.man, new.man)) for old, new in both]
    return ListChanges(
        added=tuple(one for number, one in here.items() if number not in then),
        removed=tuple(one for number, one in then.items() if number not in here),
        changed=tuple(ToldOtherwise(new, old, details) for old, new, details in told if details),
    )


def _numbered(version: ListedVersion) -> tuple[Numbered, ...]:
    return tuple(Numbered(no, man) for no, man in enumerate(version.men, start=1))


_DETAIL_OF = dict.fromkeys(("hy", "ru", "en", "passport"), Detail.NAME)


def _details(before: ListedMan, now: ListedMan) -> tuple[Detail, ...]:
    differ = [
        _DETAIL_OF.get(field.name) or Detail(field.name)
        for field in fields(ListedMan)
        if field.name != "number" and getattr(before, field.name) != getattr(now, field.name)
    ]
    return tuple(dict.fromkeys(differ))

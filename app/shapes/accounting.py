"""An accounting sheet: whom it accounts for, its lines that exclude one another, their men."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.shapes.case_list import CaseFilter
from models.vocabulary.status import AccountingLine


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a sheet accounts for: an incident, a unit, whom a filter lets through, or everybody.

    Several narrow one another. With none of them it is the whole register.
    """

    incident_id: UUID | None = None
    unit_id: UUID | None = None
    wanted: CaseFilter | None = None
    #: The place where he was last seen, or one that lies in it.
    place_id: UUID | None = None


WHOLE_REGISTER = Scope()


@dataclass(frozen=True, slots=True)
class ScopeName:
    """What a scope is called: number and title of an incident, a unit, a question; "": everybody.

    `question` is what narrows it further, in the words in which it was asked.
    """

    number: str = ""
    title: str = ""
    title_hy: str = ""
    title_ru: str = ""
    question: str = ""

    def title_in(self, lang: str) -> str:
        """Give the title in a language."""
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title


@dataclass(frozen=True, slots=True)
class SheetLine:
    """How many men stand on a line; `contested` of them are disputed.

    `headlines` parts them further, most first. `delta` is against the day the sheet names as
    `since`; None where it names none.
    """

    key: AccountingLine
    count: int
    contested: int
    headlines: tuple[tuple[str, int], ...] = ()
    delta: int | None = None

    def of_headlines(self, wanted: frozenset[str]) -> int:
        """Count the men of this line who have one of some headlines."""
        return sum(count for headline, count in self.headlines if headline in wanted)


@dataclass(frozen=True, slots=True)
class AccountingSheet:
    """The sum over a scope as it was known at the end of a day; None: as it is known now.

    `total` is counted by itself, not from the lines: a case that stands on no line shows as a
    difference. `outside_sum` counts files that are nobody's of the sum (S90). `unnamed` of the
    total are of limited access: counted by number, their names are shown to others only. With
    `without_limited` those cases are not counted at all.
    """

    scope: Scope
    as_known: date | None
    total: int
    lines: tuple[SheetLine, ...]
    outside_sum: int
    unnamed: int = 0
    without_limited: bool = False
    since: date | None = None
    total_delta: int | None = None

    @property
    def summed(self) -> int:
        """Give the sum of the lines."""
        return sum(line.count for line in self.lines)

    @property
    def differs_by(self) -> int:
        """Give how many men the lines lack, or have too many."""
        return self.total - self.summed

    @property
    def adds_up(self) -> bool:
        """Say whether the lines sum to the total."""
        return self.differs_by == 0

    def line(self, key: AccountingLine) -> SheetLine | None:
        """Give a line, or None where it is empty."""
        return next((line for line in self.lines if line.key is key), None)


@dataclass(frozen=True, slots=True)
class CountedMan:
    """A man behind a number of the sheet."""

    case_id: UUID
    number: str
    name: str
    name_second: str
    headline: str
    contested: bool


@dataclass(frozen=True, slots=True)
class LineNames:
    """Some of the men of a line, by case number; `total` have a name that may be shown here."""

    total: int
    men: Sequence[CountedMan]
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class FacetTable:
    """How many cases of a scope carry each value of a facet, those first that most carry."""

    facet: str
    rows: tuple[tuple[str, int], ...]

    def count(self, value: str) -> int:
        """Count the cases that carry a value."""
        return dict(self.rows).get(value, 0)


@dataclass(frozen=True, slots=True)
class AccountingPage:
    """A sheet with what its scope is called and the days on which its sum changed, last first."""

    name: ScopeName
    days: tuple[date, ...]
    sheet: AccountingSheet

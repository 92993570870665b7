"""A published count beside ours: how the two stand to one another, by name where a list came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.shapes.accounting import CountedMan


class Standing(StrEnum):
    """How our count stands to theirs."""

    SAME = "same"
    FITS = "fits"
    THEY_MORE = "they_more"
    WE_MORE = "we_more"
    #: Beyond what "about", "at least" or a range leaves room for; no number is made of it.
    OUTSIDE = "outside"
    #: "Several dozen" is no number: nothing is reckoned.
    NO_NUMBER = "no_number"


class Explains(StrEnum):
    """What could explain a difference; never more than could."""

    REPORTED_LATER = "reported_later"
    WIDER_SCOPE = "wider_scope"
    NARROWER_SCOPE = "narrower_scope"
    NO_LIST = "no_list"
    ROWS_UNTIED = "rows_untied"


@dataclass(frozen=True, slots=True)
class ListCompared:
    """A list of names against those we counted: on both, on theirs alone, on ours alone.

    `untied` rows mean nobody of ours yet: they can be on neither side.
    """

    both: int
    theirs_only: int
    ours_only: int
    untied: int

    @property
    def same_men(self) -> bool:
        """Say whether the list names exactly those we counted."""
        return not (self.theirs_only or self.ours_only or self.untied)


@dataclass(frozen=True, slots=True)
class Compared:
    """Our own count for the same words and day, and how theirs stands to it.

    `gap` is theirs less ours, of exact numbers alone. `later` of ours were registered only after
    that day.
    """

    ours: int
    standing: Standing
    gap: int
    explains: tuple[Explains, ...]
    later: int = 0
    named: ListCompared | None = None
    #: The day at whose end we counted; None: today.
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ListOfClaim:
    """The list of names that came with a number."""

    list_id: UUID
    version_id: UUID
    number: str
    version_no: int

    @property
    def shown(self) -> str:
        """Name the version: "L-014 v3"."""
        return f"{self.number} v{self.version_no}"


@dataclass(frozen=True, slots=True)
class ClaimMen:
    """The names behind the difference of a claim; `rows` of its list mean nobody of ours yet."""

    theirs_only: Sequence[CountedMan] = ()
    ours_only: Sequence[CountedMan] = ()
    later: Sequence[CountedMan] = ()
    rows: Sequence[str] = ()
    unnamed: int = 0

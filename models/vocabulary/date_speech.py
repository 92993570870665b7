"""What a language must be able to say about dates; each language says it in its own sentences."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from models.vocabulary.date_terms import DatePrecision, DateQualifier
from models.vocabulary.edtf_grammar import Point

NB = "\N{NO-BREAK SPACE}"
"""Stands between parts that no line may part (paper.md 11); becomes a plain space on demand."""


class Shared(IntEnum):
    """The largest part that several points can say once for all of them."""

    NOTHING = 0
    YEAR = 1
    MONTH = 2


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak: whole words for sentences, or the short forms of tables."""

    short: bool = False


class DateSpeech(Protocol):
    """One language: a method for every form a date can take, each a whole phrase."""

    def point(self, point: Point, manner: Manner) -> str:
        """Say a date that stands alone."""
        ...

    def once_between(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it happened on one of the days of a span."""
        ...

    def lasted(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it began, went on and ended."""
        ...

    def since(self, first: Point, manner: Manner) -> str:
        """Say that it began and goes on."""
        ...

    def begun(self, first: Point, manner: Manner) -> str:
        """Say that it began and that its end is not known."""
        ...

    def ended(self, last: Point, manner: Manner) -> str:
        """Say that it ended and that its beginning is not known."""
        ...

    def not_later(self, last: Point, manner: Manner) -> str:
        """Say the last day it can have been."""
        ...

    def not_earlier(self, first: Point, manner: Manner) -> str:
        """Say the first day it can have been."""
        ...

    def choice(self, points: tuple[Point, ...], manner: Manner) -> str:
        """Say that it was one of these."""
        ...

    def unknown(self) -> str:
        """Say that the date is not known."""
        ...


def shared(points: tuple[Point, ...]) -> Shared:
    """Tell what can be said once: `13 and 16 December 2020`; nothing where one is in doubt."""
    first = points[0]
    alike = all(point.precision is first.precision for point in points)
    plain = all(point.qualifier is DateQualifier.NONE for point in points)
    if not (alike and plain) or any(point.year != first.year for point in points):
        return Shared.NOTHING
    if first.precision is DatePrecision.DAY:
        same_month = all(point.month == first.month for point in points)
        return Shared.MONTH if same_month else Shared.YEAR
    return Shared.YEAR if first.precision is DatePrecision.MONTH else Shared.NOTHING


def listed(words: list[str], last_joint: str) -> str:
    """Join words with commas and the given joint before the last."""
    return f"{', '.join(words[:-1])}{last_joint}{words[-1]}"


def clock_time(point: Point) -> str:
    """Write the local time of a point, `23:40`."""
    return f"{point.minute_of_day // 60:02d}:{point.minute_of_day % 60:02d}"


def day_figures(point: Point) -> str:
    """Write an exact day in figures, always with four digits of the year: `13.12.2020`."""
    return f"{point.day:02d}.{point.month:02d}.{point.year:04d}"

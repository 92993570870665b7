"""Stretches of days: how they meet, how far "about" reaches, and the ages that follow."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from models.vocabulary.edtf_grammar import Point


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `earliest` to `latest`, both included; None is no bound."""

    earliest: date | None
    latest: date | None

    @property
    def first(self) -> date:
        """Give the first day for comparison."""
        return self.earliest or date.min

    @property
    def last(self) -> date:
        """Give the last day for comparison."""
        return self.latest or date.max

    def meets(self, other: "Span") -> bool:
        """Tell whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Span") -> bool:
        """Tell whether every day of the other is one of these."""
        starts = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends


@dataclass(frozen=True, slots=True)
class AgeBounds:
    """Completed years: at least `youngest`, at most `oldest`; None does not follow."""

    youngest: int | None
    oldest: int | None


@dataclass(frozen=True, slots=True)
class Padding:
    """How far "about" reaches when searching (domain.md 5.2; ours, not of EDTF)."""

    days: int = 3
    months: int = 1
    years: int = 1


def padded(point: Point, padding: Padding) -> Span:
    """Widen a point that is said to be approximate, doubly where it is uncertain as well."""
    first, last = point.earliest, point.latest
    if not point.qualifier.is_approximate:
        return Span(first, last)
    times = 2 if point.qualifier.is_uncertain else 1
    if point.day:
        return Span(_days_on(first, -padding.days * times), _days_on(last, padding.days * times))
    months = padding.months if point.month or point.season else padding.years * 12
    before = _months_on(first, -months * times)
    after = _months_on(last.replace(day=1), months * times)
    return Span(before, after.replace(day=monthrange(after.year, after.month)[1]))


def age_bounds(birth: Span, seen: Span) -> AgeBounds:
    """Give the ages that are possible for these days of birth on these days."""
    youngest = _completed_years(birth.latest, seen.earliest)
    oldest = _completed_years(birth.earliest, seen.latest)
    if youngest is not None:
        youngest = max(0, youngest)
    return AgeBounds(youngest, None if oldest is None else max(0, oldest))


def _completed_years(birth: date | None, on: date | None) -> int | None:
    if birth is None or on is None:
        return None
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def _days_on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _months_on(first_of_month: date, months: int) -> date:
    count = first_of_month.year * 12 + first_of_month.month - 1 + months
    if count < 12:
        return date.min
    if count >= 10_000 * 12:
        return date(9999, 12, 1)
    return date(count // 12, count % 12 + 1, 1)

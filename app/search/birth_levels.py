"""How two dates of birth agree: by what both may mean, and by the slips that lists make."""

from __future__ import annotations

from models.vocabulary.date_terms import DatePrecision
from models.vocabulary.partial_date import PartialDate

_DAYS_OF_A_YEAR = 366


def birth_level(a: PartialDate, b: PartialDate) -> str | None:
    """Name the level of `birth` on which two dates land; None where either is not known.

    Day and month in each other's place and one wrong figure are slips of the pen in whole dates;
    in bare years every second conscript would be a slip of another, so they are none there.
    """
    if not (a.is_known and b.is_known):
        return None
    if a.overlaps(b):
        return _meeting(a, b)
    if a.is_exact_day and b.is_exact_day:
        return _whole_dates_apart(a, b)
    return "near" if _near(a, b) else "apart"


def _meeting(a: PartialDate, b: PartialDate) -> str:
    if a.is_exact_day and b.is_exact_day:
        return "day"
    return "year" if _within_a_year(a) and _within_a_year(b) else "overlap"


def _within_a_year(when: PartialDate) -> bool:
    if when.precision is DatePrecision.OPEN or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days < _DAYS_OF_A_YEAR


def _whole_dates_apart(a: PartialDate, b: PartialDate) -> str:
    first, second = a.earliest, b.earliest
    if first is None or second is None:
        return "apart"
    if (first.year, first.month, first.day) == (second.year, second.day, second.month):
        return "turned"
    wrong = sum(x != y for x, y in zip(first.isoformat(), second.isoformat(), strict=True))
    return "slip" if wrong == 1 else "apart"


def _near(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether "about" bridges the gap, or bare years stand next to each other."""
    mine, theirs = a.search_bounds(), b.search_bounds()
    if mine.meets(theirs):
        return True
    years = DatePrecision.YEAR
    if a.precision is not years and b.precision is not years:
        return False
    if a.earliest is None or b.earliest is None:
        return False
    return abs(a.earliest.year - b.earliest.year) == 1

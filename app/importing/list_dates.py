"""Reads dates the way lists write them; what cannot be read is kept as it is, never guessed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from models.vocabulary.partial_date import NotADate, PartialDate

_TOO_LONG = 200
_DAY = r"(\d{1,2})\s*\.\s*/?\s*"
_DAY_MONTH = r"(\d{1,2})\s*\.\s*/\s*(\d{1,2})\s*\.\s*"
_UNTIL = r"\s*[-–]\s*"
_YEAR = r"(\d{4})\.?"
#: Offices of the Habsburg monarchy wrote "9./12. 1914", and "18.-30./12. 1914" for a span.
_ONE_DAY = re.compile(_DAY_MONTH + _YEAR)
_DAYS = re.compile(r"(\d{1,2})\s*\." + _UNTIL + _DAY_MONTH + _YEAR)
_DAYS_OVER_MONTHS = re.compile(_DAY_MONTH + _UNTIL + _DAY_MONTH + _YEAR)


@lru_cache(maxsize=65_536)
def read_list_date(text: str, *, dob: bool = False) -> PartialDate | None:
    """Read one date of a list; None where it cannot be read, unknown where it is empty.

    A span of days means: once in it. The words are kept with what was read.
    """
    flat = " ".join(text.split())
    if not flat:
        return PartialDate.unknown()
    if len(flat) > _TOO_LONG:
        return None
    try:
        return replace(PartialDate.parse_edtf(flat, dob=dob), text=flat)
    except NotADate:
        pass
    imperial = _imperial(flat)
    try:
        if imperial:
            return replace(PartialDate.parse_edtf(imperial), text=flat)
        return replace(PartialDate.read(flat, dob=dob), text=flat)
    except NotADate:
        return None


def _imperial(text: str) -> str:
    if found := _ONE_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        return f"{year:04d}-{month:02d}-{day:02d}"
    if found := _DAYS.fullmatch(text):
        first, last, month, year = map(int, found.groups())
        return f"[{year:04d}-{month:02d}-{first:02d}..{year:04d}-{month:02d}-{last:02d}]"
    if found := _DAYS_OVER_MONTHS.fullmatch(text):
        day, month, to_day, to_month, year = map(int, found.groups())
        start = year - 1 if month > to_month else year
        return f"[{start:04d}-{month:02d}-{day:02d}..{year:04d}-{to_month:02d}-{to_day:02d}]"
    return ""


@lru_cache(maxsize=65_536)
def once_between(
    not_before: PartialDate | None, not_after: PartialDate | None
) -> PartialDate | None:
    """Say that it happened once between two dates; None where that is no stretch of time.

    A day that is only known as a month or a year counts with all of it.
    """
    first = not_before.earliest if not_before else None
    last = not_after.latest if not_after else None
    if first is None and last is None:
        return PartialDate.unknown()
    if first is not None and last is not None and first > last:
        return None
    start = first.isoformat() if first else ""
    end = last.isoformat() if last else ""
    return PartialDate.parse_edtf(start if start == end else f"[{start}..{end}]")


@lru_cache(maxsize=65_536)
def lasted_between(first: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    """Say that it lasted from one date to another; None where that is no stretch of time.

    An end of which nothing is known stays unknown.
    """
    start = first.edtf if first and first.happened_once else None
    end = last.edtf if last and last.happened_once else None
    if not start and not end:
        return PartialDate.unknown()
    try:
        return PartialDate.parse_edtf(f"{start or ''}/{end or ''}")
    except NotADate:
        return None

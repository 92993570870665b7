"""Dates in Azerbaijani, as the table of domain.md 5.5 has them."""

from models.vocabulary.date_speech import (
    NB,
    Manner,
    Shared,
    clock_time,
    day_figures,
    listed,
    shared,
)
from models.vocabulary.date_terms import DatePrecision, DateQualifier
from models.vocabulary.edtf_grammar import Point
from models.vocabulary.month_names import MONTHS_AZ, SHORT_AZ

_SEASONS = {21: "yaz", 22: "yay", 23: "payız", 24: "qış"}
# The last word of a numeral decides the vowel of its ending: 2026 is "altı", so 2026-dan.
_BACK_DIGITS = {6, 9}
_BACK_TENS = {10, 30, 40, 60, 90}
_DECADE_ENDING = {
    **dict.fromkeys((20, 50, 70, 80), "ci"),
    **dict.fromkeys((40, 60, 90), "cı"),
    **dict.fromkeys((10, 30), "cu"),
}


class Azerbaijani:
    """Says dates in Azerbaijani."""

    def point(self, point: Point, manner: Manner) -> str:
        """Say a date that stands alone."""
        if manner.short and point.day and point.qualifier is DateQualifier.NONE:
            time = f", {clock_time(point)}" if point.minute_of_day >= 0 else ""
            return day_figures(point) + time
        return _said(point, "", manner)

    def once_between(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it happened on one of the days of a span."""
        years = first.precision is last.precision is DatePrecision.YEAR
        common = shared((first, last))
        joint = "–" if years or common is Shared.MONTH else " – "
        span = f"{_cut(first, common, manner)}{joint}{_said(last, '', manner)}"
        return span if manner.short and years else f"{span} arası"

    def lasted(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it began, went on and ended."""
        return f"{_from(first, manner)} {_said(last, '-dək', manner)}"

    def since(self, first: Point, manner: Manner) -> str:
        """Say that it began and goes on."""
        return _from(first, manner)

    def begun(self, first: Point, manner: Manner) -> str:
        """Say that it began and that its end is not known."""
        return f"{_from(first, manner)}, sonu məlum deyil"

    def ended(self, last: Point, manner: Manner) -> str:
        """Say that it ended and that its beginning is not known."""
        return f"{_said(last, '-dək', manner)}, başlanğıcı məlum deyil"

    def not_later(self, last: Point, manner: Manner) -> str:
        """Say the last day it can have been."""
        return f"{_from(last, manner)} gec olmayaraq"

    def not_earlier(self, first: Point, manner: Manner) -> str:
        """Say the first day it can have been."""
        return f"{_from(first, manner)} tez olmayaraq"

    def choice(self, points: tuple[Point, ...], manner: Manner) -> str:
        """Say that it was one of these."""
        common = shared(points)
        words = [_cut(point, common, manner) for point in points[:-1]]
        return listed([*words, _said(points[-1], "", manner)], " və ya ")

    def unknown(self) -> str:
        """Say that the date is not known."""
        return "tarixi məlum deyil"


def _from(point: Point, manner: Manner) -> str:
    return _said(point, f"-{_ablative(point.year)}", manner)


def _ablative(year: int) -> str:
    digit, tens = year % 10, year % 100
    is_back = digit in _BACK_DIGITS if digit else tens in _BACK_TENS
    return "dan" if is_back else "dən"


def _said(point: Point, ending: str, manner: Manner) -> str:
    said = _bare(point, manner) + ending
    if point.unspecified:
        said = f"{said}, günü məlum deyil"
    if point.minute_of_day >= 0:
        said = f"{said}, saat {clock_time(point)}"
    if point.qualifier.is_approximate:
        said = f"təxminən {said}"
    if not point.qualifier.is_uncertain:
        return said
    if manner.short and said == str(point.year):
        return f"{said}?"
    return f"{said} (dəqiq{NB}deyil)"


def _month(point: Point, manner: Manner) -> str:
    return (SHORT_AZ if manner.short else MONTHS_AZ)[point.month - 1]


def _cut(point: Point, common: Shared, manner: Manner) -> str:
    if common is Shared.MONTH:
        return str(point.day)
    if common is Shared.YEAR:
        month = _month(point, manner)
        return f"{point.day}{NB}{month}" if point.day else month
    return _said(point, "", manner)


def _bare(point: Point, manner: Manner) -> str:
    if point.day:
        return f"{point.day}{NB}{_month(point, manner)} {point.year}"
    if point.month:
        return f"{_month(point, manner)} {point.year}"
    if point.season:
        return f"{_SEASONS[point.season]} {point.year}"
    if point.is_decade:
        return f"{point.year}-{_decade_ending(point.year)}{NB}illər"
    return str(point.year)


def _decade_ending(year: int) -> str:
    tens = year % 100
    if tens:
        return _DECADE_ENDING[tens]
    return "ci" if year % 1000 == 0 else "cü"

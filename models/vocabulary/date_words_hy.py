"""Dates in Armenian, as the table of domain.md 5.5 has them, in the reformed orthography."""

from enum import StrEnum

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
from models.vocabulary.month_names import MONTHS_HY, SHORT_HY

_SEASONS = {21: "գարուն", 22: "ամառ", 23: "աշուն", 24: "ձմեռ"}
_SEASONS_IN = {21: "գարնանը", 22: "ամռանը", 23: "աշնանը", 24: "ձմռանը"}


class _Case(StrEnum):
    """The endings a date takes; before a vowel the article is ն."""

    PLAIN = ""
    OF = "ի"
    FROM = "ից"
    AT = "ին"
    THE = "ը"
    THE_BEFORE_VOWEL = "ն"


class Armenian:
    """Says dates in Armenian."""

    def point(self, point: Point, manner: Manner) -> str:
        """Say a date that stands alone."""
        if manner.short and point.day and point.qualifier is DateQualifier.NONE:
            time = f", {clock_time(point)}" if point.minute_of_day >= 0 else ""
            return day_figures(point) + time
        in_a_table = manner.short and point.precision is DatePrecision.YEAR
        if point.qualifier.is_approximate and not point.unspecified and not in_a_table:
            return _said(point, _Case.AT, manner)
        return _said(point, _Case.PLAIN, manner)

    def once_between(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it happened on one of the days of a span."""
        common = shared((first, last))
        if manner.short:
            if first.precision is last.precision is DatePrecision.YEAR:
                return f"{first.year}–{last.year}"
            start = _said(first, _Case.OF, manner)
            return f"{start} և {_cut(last, _Case.OF, common, manner)} միջև"
        start = _said(first, _Case.FROM, manner)
        return f"{start} {_cut(last, _Case.THE_BEFORE_VOWEL, common, manner)} ընկած օրերից մեկում"

    def lasted(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it began, went on and ended."""
        end = _cut(last, _Case.THE, shared((first, last)), manner)
        return f"{_said(first, _Case.FROM, manner)} մինչև {end}"

    def since(self, first: Point, manner: Manner) -> str:
        """Say that it began and goes on."""
        return _said(first, _Case.FROM, manner)

    def begun(self, first: Point, manner: Manner) -> str:
        """Say that it began and that its end is not known."""
        return f"{_said(first, _Case.FROM, manner)}, ավարտը հայտնի չէ"

    def ended(self, last: Point, manner: Manner) -> str:
        """Say that it ended and that its beginning is not known."""
        return f"մինչև {_said(last, _Case.THE, manner)}, սկիզբը հայտնի չէ"

    def not_later(self, last: Point, manner: Manner) -> str:
        """Say the last day it can have been."""
        return f"ոչ ուշ, քան {_said(last, _Case.THE, manner)}"

    def not_earlier(self, first: Point, manner: Manner) -> str:
        """Say the first day it can have been."""
        return f"ոչ շուտ, քան {_said(first, _Case.THE, manner)}"

    def choice(self, points: tuple[Point, ...], manner: Manner) -> str:
        """Say that it was one of these."""
        common = shared(points)
        words = [_cut(point, _Case.PLAIN, common, manner) for point in points[1:]]
        return listed([_said(points[0], _Case.PLAIN, manner), *words], " կամ ")

    def unknown(self) -> str:
        """Say that the date is not known."""
        return "ամսաթիվը հայտնի չէ"


def _said(point: Point, case: _Case, manner: Manner) -> str:
    about = "մոտ " if manner.short else "մոտավորապես "
    said = _bare(point, case, manner)
    if point.unspecified:
        said = f"{said}, օրն անհայտ է" if manner.short else f"{said}, օրը հայտնի չէ"
    if point.qualifier.is_approximate:
        said = about + said
    if not point.qualifier.is_uncertain:
        return said
    if not manner.short:
        return f"{said} (ճշտման{NB}ենթակա)"
    if said == str(point.year):
        return f"{said}?"
    return f"{said} (ճշտվում{NB}է)"


def _year(point: Point) -> str:
    return f"{point.year}{NB}թ."


def _bare(point: Point, case: _Case, manner: Manner) -> str:
    match point.precision:
        case DatePrecision.MINUTE:
            return f"{_year(point)} {_in_year(point, case, manner)}, ժամը{NB}{clock_time(point)}"
        case DatePrecision.DAY | DatePrecision.MONTH | DatePrecision.DAY_IN_MONTH:
            return f"{_year(point)} {_in_year(point, case, manner)}"
        case DatePrecision.SEASON:
            seasons = _SEASONS if case is _Case.PLAIN else _SEASONS_IN
            return f"{_year(point)} {seasons[point.season]}"
        case DatePrecision.DECADE if manner.short and case is _Case.PLAIN:
            return f"{point.year}-ական թթ."  # too wide for a narrow column in one piece
        case DatePrecision.DECADE:
            return f"{point.year}-ական{NB}թվականներ{case}"
        case _ if case is not _Case.PLAIN:
            return f"{point.year}{NB}թվական{case}"
        case _:
            return str(point.year) if manner.short and not point.unspecified else _year(point)


def _in_year(point: Point, case: _Case, manner: Manner) -> str:
    month = MONTHS_HY[point.month - 1]
    if not point.day:
        return SHORT_HY[point.month - 1] if manner.short and not case else month + case
    name = SHORT_HY[point.month - 1] if manner.short else f"{month}ի"
    return f"{name}{NB}{_day(point, case)}"


def _day(point: Point, case: _Case) -> str:
    return f"{point.day}-{case}" if case else str(point.day)


def _cut(point: Point, case: _Case, common: Shared, manner: Manner) -> str:
    if common is Shared.MONTH:
        return _day(point, case)
    if common is Shared.YEAR:
        return _in_year(point, case, manner)
    return _said(point, case, manner)

"""Dates in English, as the table of domain.md 5.5 has them."""

from models.vocabulary.date_speech import NB, Manner, Shared, clock_time, listed, shared
from models.vocabulary.date_terms import DatePrecision
from models.vocabulary.edtf_grammar import Point
from models.vocabulary.month_names import MONTHS_EN, SHORT_EN

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


class English:
    """Says dates in English."""

    def point(self, point: Point, manner: Manner) -> str:
        """Say a date that stands alone."""
        doubt = point.qualifier
        if point.unspecified:
            month = f"{MONTHS_EN[point.month - 1]} " if point.month else ""
            if doubt.is_approximate:
                said = f"about {month}{point.year}, day not known"
            else:
                said = f"a day in {month}{point.year}"
        else:
            about = "about " if doubt.is_approximate else ""
            said = f"{about}{_bare(point, manner)}"
        if not doubt.is_uncertain:
            return said
        if manner.short and said == str(point.year):
            return f"{said}?"
        return f"{said} (not{NB}certain)"

    def once_between(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it happened on one of the days of a span."""
        if manner.short and first.precision is last.precision is DatePrecision.YEAR:
            return f"{first.year}–{last.year}"
        start, end = self._pair(first, last, manner)
        return f"between {start} and {end}"

    def lasted(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it began, went on and ended."""
        start, end = self._pair(first, last, manner)
        return f"from {start} to {end}"

    def since(self, first: Point, manner: Manner) -> str:
        """Say that it began and goes on."""
        return f"since {self.point(first, manner)}"

    def begun(self, first: Point, manner: Manner) -> str:
        """Say that it began and that its end is not known."""
        return f"from {self.point(first, manner)}, end not known"

    def ended(self, last: Point, manner: Manner) -> str:
        """Say that it ended and that its beginning is not known."""
        return f"until {self.point(last, manner)}, beginning not known"

    def not_later(self, last: Point, manner: Manner) -> str:
        """Say the last day it can have been."""
        return f"not later than {self.point(last, manner)}"

    def not_earlier(self, first: Point, manner: Manner) -> str:
        """Say the first day it can have been."""
        return f"not earlier than {self.point(first, manner)}"

    def choice(self, points: tuple[Point, ...], manner: Manner) -> str:
        """Say that it was one of these."""
        common = shared(points)
        words = [_cut(point, common, manner) for point in points[:-1]]
        return listed([*words, _bare(points[-1], manner)], " or ")

    def unknown(self) -> str:
        """Say that the date is not known."""
        return "date unknown"

    def _pair(self, first: Point, last: Point, manner: Manner) -> tuple[str, str]:
        common = shared((first, last))
        start = _cut(first, common, manner) if common else self.point(first, manner)
        return start, self.point(last, manner)


def _month(point: Point, manner: Manner) -> str:
    return (SHORT_EN if manner.short else MONTHS_EN)[point.month - 1]


def _cut(point: Point, common: Shared, manner: Manner) -> str:
    if common is Shared.MONTH:
        return str(point.day)
    if common is Shared.YEAR:
        month = _month(point, manner)
        return f"{point.day}{NB}{month}" if point.day else month
    return _bare(point, manner)


def _bare(point: Point, manner: Manner) -> str:
    match point.precision:
        case DatePrecision.MINUTE:
            day = f"{point.day}{NB}{_month(point, manner)} {point.year}"
            return f"{day}, {clock_time(point)}"
        case DatePrecision.DAY:
            return f"{point.day}{NB}{_month(point, manner)} {point.year}"
        case DatePrecision.MONTH:
            return f"{_month(point, manner)} {point.year}"
        case DatePrecision.SEASON:
            return f"{_SEASONS[point.season]} {point.year}"
        case DatePrecision.DECADE:
            return f"the {point.year}s"
        case _:
            return str(point.year)

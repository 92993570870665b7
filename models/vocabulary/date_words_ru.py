"""Dates in Russian, as the table of domain.md 5.5 has them."""

from collections.abc import Callable

from models.vocabulary.date_speech import NB, Manner, Shared, clock_time, listed, shared
from models.vocabulary.date_terms import DatePrecision
from models.vocabulary.edtf_grammar import Point
from models.vocabulary.month_names import (
    MONTHS_RU,
    MONTHS_RU_IN,
    MONTHS_RU_OF,
    SHORT_RU,
    SHORT_RU_ALONE,
)

_SEASONS = {21: "весна", 22: "лето", 23: "осень", 24: "зима"}
_SEASONS_OF = {21: "весны", 22: "лета", 23: "осени", 24: "зимы"}


class Russian:
    """Says dates in Russian."""

    def point(self, point: Point, manner: Manner) -> str:
        """Say a date that stands alone."""
        if point.unspecified:
            said = _day_unknown(point, manner)
        elif point.qualifier.is_approximate:
            said = f"около {_of(point, manner)}"
        else:
            said = _alone(point, manner)
        return _in_doubt(point, said, manner)

    def once_between(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it happened on one of the days of a span."""
        if manner.short:
            return self._short_between(first, last, manner)
        if shared((first, last)) is Shared.MONTH:
            return f"в один из дней {first.day}–{_of(last, manner)}"
        return f"в один из дней {self.lasted(first, last, manner)}"

    def lasted(self, first: Point, last: Point, manner: Manner) -> str:
        """Say that it began, went on and ended."""
        about = "примерно " if last.qualifier.is_approximate else ""
        start = self._start(first, shared((first, last)), last, manner)
        return f"{start} по {about}{_in_doubt(last, _alone(last, manner), manner)}"

    def since(self, first: Point, manner: Manner) -> str:
        """Say that it began and goes on."""
        return _after("с", first, manner)

    def begun(self, first: Point, manner: Manner) -> str:
        """Say that it began and that its end is not known."""
        return f"{_after('с', first, manner)}, окончание неизвестно"

    def ended(self, last: Point, manner: Manner) -> str:
        """Say that it ended and that its beginning is not known."""
        about = "примерно " if last.qualifier.is_approximate else ""
        said = _in_doubt(last, _alone(last, manner), manner)
        return f"{about}по {said}, начало неизвестно"

    def not_later(self, last: Point, manner: Manner) -> str:
        """Say the last day it can have been."""
        return _after("не позднее", last, manner)

    def not_earlier(self, first: Point, manner: Manner) -> str:
        """Say the first day it can have been."""
        return _after("не ранее", first, manner)

    def choice(self, points: tuple[Point, ...], manner: Manner) -> str:
        """Say that it was one of these."""
        common = shared(points)
        words = [_cut(point, common, manner, _alone) for point in points[:-1]]
        return listed([*words, _alone(points[-1], manner)], " или ")

    def unknown(self) -> str:
        """Say that the date is not known."""
        return "дата неизвестна"

    def _start(self, first: Point, common: Shared, last: Point, manner: Manner) -> str:
        years = first.precision is last.precision is DatePrecision.YEAR
        if common:
            return f"{_from(first)} {_cut(first, common, manner, _of)}"
        if years and not first.qualifier.sign:
            return f"с {first.year}"
        return _after("с", first, manner)

    def _short_between(self, first: Point, last: Point, manner: Manner) -> str:
        if not (first.day and last.day):
            start = _cut(first, shared((first, last)), manner, _alone)
            joint = "–" if first.precision is last.precision is DatePrecision.YEAR else " – "
            return f"{start}{joint}{_alone(last, manner)}"
        start = _cut(first, shared((first, last)), manner, _of)
        return f"между {start} и {_of(last, manner)}"


def _from(point: Point) -> str:
    """Choose the preposition: со второго, but с третьего."""
    return "со" if point.day == 2 else "с"


def _after(preposition: str, point: Point, manner: Manner) -> str:
    about = "примерно " if point.qualifier.is_approximate else ""
    word = _from(point) if preposition == "с" else preposition
    return _in_doubt(point, f"{about}{word} {_of(point, manner)}", manner)


def _in_doubt(point: Point, said: str, manner: Manner) -> str:
    if not point.qualifier.is_uncertain:
        return said
    if manner.short and said == str(point.year):
        return f"{said}?"
    return f"{said} (не{NB}точно)"


def _year(point: Point, manner: Manner) -> str:
    return str(point.year) if manner.short else f"{point.year}{NB}г."


def _day_unknown(point: Point, manner: Manner) -> str:
    about = "около " if point.qualifier.is_approximate else ""
    if manner.short:
        month = f"{SHORT_RU_ALONE[point.month - 1]}{NB}" if point.month else ""
        return f"{about}{month}{point.year}, день неизв."
    if not point.month:
        where = "около" if about else "в"
        return f"{where} {_year(point, manner)}, день неизвестен"
    if about:
        return f"около {MONTHS_RU_OF[point.month - 1]}{NB}{point.year}{NB}г., день неизвестен"
    return f"в {MONTHS_RU_IN[point.month - 1]}{NB}{point.year}{NB}г., день неизвестен"


def _cut(
    point: Point, common: Shared, manner: Manner, whole: Callable[[Point, Manner], str]
) -> str:
    if common is Shared.MONTH:
        return str(point.day)
    if common is Shared.YEAR:
        return whole(point, manner).removesuffix(f"{NB}{_year(point, manner)}")
    return whole(point, manner)


def _alone(point: Point, manner: Manner) -> str:
    """Say it in the nominative, which is the accusative too."""
    if point.precision is DatePrecision.MONTH:
        months = SHORT_RU_ALONE if manner.short else MONTHS_RU
        return f"{months[point.month - 1]}{NB}{_year(point, manner)}"
    if point.precision is DatePrecision.SEASON:
        return f"{_SEASONS[point.season]} {_year(point, manner)}"
    if point.precision is DatePrecision.DECADE:
        return f"{point.year}-е{NB}{'гг.' if manner.short else 'годы'}"
    return _of(point, manner)


def _of(point: Point, manner: Manner) -> str:
    """Say it in the genitive."""
    months = SHORT_RU if manner.short else MONTHS_RU_OF
    match point.precision:
        case DatePrecision.DAY:
            return f"{point.day}{NB}{months[point.month - 1]}{NB}{_year(point, manner)}"
        case DatePrecision.MINUTE:
            day = f"{point.day}{NB}{months[point.month - 1]}{NB}{_year(point, manner)}"
            return f"{day}, {clock_time(point)}"
        case DatePrecision.MONTH:
            return f"{months[point.month - 1]}{NB}{_year(point, manner)}"
        case DatePrecision.SEASON:
            return f"{_SEASONS_OF[point.season]} {_year(point, manner)}"
        case DatePrecision.DECADE:
            return f"{point.year}-х{NB}годов"
        case _:
            return _year(point, manner)

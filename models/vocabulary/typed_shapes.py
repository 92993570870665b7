"""The sentences a date may stand in, from "between … and …" to "since …", as one EDTF form."""

import re
from calendar import monthrange
from dataclasses import replace

from models.vocabulary.date_phrases import Mark
from models.vocabulary.date_terms import DateFault, DateQualifier, NotADate
from models.vocabulary.edtf_grammar import Form, Gap, Kind, Point, check_order

# One `g` is a point; the capital letters are those of Mark. `13-ից 16-ը` happened once,
# `13-ից մինչև 16-ը` lasted, as the words on screen and paper have it.
_ONCE_BETWEEN = re.compile(r"WgNg|gNgW|W?gJ?-?gW|Wg-g|gJg")
_LASTED = re.compile(r"Sg[UY]g|gJYg|gJgY")
_SINCE = re.compile(r"Sg|gJS?|SgJ|gS")
_NOT_AFTER = re.compile(r"Bg|gJ?B|Yg|gY")
_NOT_BEFORE = re.compile(r"Pg|gJ?P")
_UNTIL = re.compile(r"[UY]g|gY")
_CHOICE = re.compile(r"g(?:[,R]g)*Rg")

_THIRDS = {Mark.EARLY: (1, 10), Mark.MIDDLE: (11, 20), Mark.LATE: (21, 31)}
_QUALIFIER_OF = {
    (False, False): DateQualifier.NONE,
    (True, False): DateQualifier.APPROX,
    (False, True): DateQualifier.UNCERTAIN,
    (True, True): DateQualifier.BOTH,
}


def form_of(shape: str, points: list[Point], flags: set[Mark], text: str, *, dob: bool) -> Form:
    """Join the points of a line by the marks that stood around them.

    Raises NotADate where the marks make no sentence, or one that can mean two things.
    """
    qualifier = _QUALIFIER_OF[(Mark.ABOUT in flags, Mark.NOT_CERTAIN in flags)]
    rest = flags - {Mark.ABOUT, Mark.NOT_CERTAIN, Mark.AT_UTC}
    if shape == "g":
        return _single(points[0], rest, qualifier, text)
    if _LASTED.fullmatch(shape) and not rest:
        return _span(Kind.LASTED, points, qualifier, text)
    once = _ONCE_BETWEEN.fullmatch(shape) is not None and not rest
    in_days = rest == {Mark.ONE_OF_THE_DAYS} and shape in {"g-g", "SgUg", "SgYg", "gJYg", "gJg"}
    if once or in_days or (dob and shape == "g-g" and not rest):
        return _span(Kind.ONCE_BETWEEN, points, qualifier, text)
    if _CHOICE.fullmatch(shape) and not rest:
        _refuse_doubt(qualifier, text)
        _refuse_time(points, text)
        return Form(Kind.ONE_OF, points[0], points[-1], tuple(points))
    if len(points) == 1:
        return _half_open(shape, points[0], rest, qualifier, text)
    if shape in {"g-g", "gUg", "gYg"}:
        raise NotADate(DateFault.ONCE_OR_LASTED, text=text)
    raise NotADate(DateFault.ALL_OF_SET if shape == "gNg" else DateFault.UNREADABLE, text=text)


def _single(point: Point, rest: set[Mark], qualifier: DateQualifier, text: str) -> Form:
    if len(rest) > 1:
        raise NotADate(DateFault.CONTRADICTS_ITSELF, text=text)
    if not rest:
        point = _qualified(point, qualifier, text)
        return Form(Kind.POINT, point, point)
    (mark,) = rest
    if mark in {Mark.SOME_DAY_IN, Mark.ONE_OF_THE_DAYS}:
        if point.day or point.is_decade:
            raise NotADate(DateFault.CONTRADICTS_ITSELF, text=text)
        unspecified = replace(point, unspecified=1 if point.month else 2, qualifier=qualifier)
        return Form(Kind.POINT, unspecified, unspecified)
    if mark not in _THIRDS:
        raise NotADate(DateFault.UNREADABLE, text=text)
    if point.day or not point.month:
        raise NotADate(DateFault.PART_OF_WHAT, text=text)
    _refuse_doubt(qualifier, text)
    first, last = _THIRDS[mark]
    end = min(last, monthrange(point.year, point.month)[1])
    return Form(Kind.ONCE_BETWEEN, replace(point, day=first), replace(point, day=end))


def _span(kind: Kind, points: list[Point], qualifier: DateQualifier, text: str) -> Form:
    _refuse_doubt(qualifier, text)
    _refuse_time(points, text)
    first, last = points
    check_order(first, last)
    return Form(kind, first, last)


def _half_open(
    shape: str, point: Point, rest: set[Mark], qualifier: DateQualifier, text: str
) -> Form:
    _refuse_time([point], text)
    if rest == {Mark.END_UNKNOWN} and _SINCE.fullmatch(shape):
        return Form(Kind.LASTED, _qualified(point, qualifier, text), Gap.UNKNOWN)
    if rest == {Mark.START_UNKNOWN} and _UNTIL.fullmatch(shape):
        return Form(Kind.LASTED, Gap.UNKNOWN, _qualified(point, qualifier, text))
    if rest:
        raise NotADate(DateFault.UNREADABLE, text=text)
    if _SINCE.fullmatch(shape):
        return Form(Kind.LASTED, _qualified(point, qualifier, text), Gap.OPEN)
    if _NOT_AFTER.fullmatch(shape):
        _refuse_doubt(qualifier, text)
        return Form(Kind.ONCE_BETWEEN, Gap.OPEN, point)
    if _NOT_BEFORE.fullmatch(shape):
        _refuse_doubt(qualifier, text)
        return Form(Kind.ONCE_BETWEEN, point, Gap.OPEN)
    if _UNTIL.fullmatch(shape):
        return Form(Kind.LASTED, Gap.UNKNOWN, _qualified(point, qualifier, text))
    raise NotADate(DateFault.UNREADABLE, text=text)


def _qualified(point: Point, qualifier: DateQualifier, text: str) -> Point:
    if qualifier is not DateQualifier.NONE and point.minute_of_day >= 0:
        raise NotADate(DateFault.TIME_MISPLACED, text=text)
    return replace(point, qualifier=qualifier)


def _refuse_doubt(qualifier: DateQualifier, text: str) -> None:
    if qualifier is not DateQualifier.NONE:
        raise NotADate(DateFault.QUALIFIER_MISPLACED, text=text)


def _refuse_time(points: list[Point], text: str) -> None:
    if any(point.minute_of_day >= 0 for point in points):
        raise NotADate(DateFault.TIME_MISPLACED, text=text)

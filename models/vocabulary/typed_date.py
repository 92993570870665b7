"""What a person types for a date, read day first and never guessed (domain.md 5.4)."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache

from models.vocabulary.date_phrases import Mark, marked
from models.vocabulary.date_terms import DateFault, NotADate
from models.vocabulary.edtf_grammar import (
    LONGEST,
    Form,
    Kind,
    Point,
    checked_day,
    minute_point,
    parse_form,
)
from models.vocabulary.month_names import MONTH_OF, MONTH_OF_ABLATIVE, ROMAN_MONTHS, folded
from models.vocabulary.typed_shapes import form_of

_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_PLAIN = re.compile(r"(\d{1,2})(?:[./ -]|\. )([^\W\d_]+)(?:[./ -]|\. )(\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d_]+)[./-](\d{4})")
_EDTF_LETTERS = re.compile(r"[\dXTZY?~%/.,+:\[\]{}-]+", re.ASCII)
_LIKELY_YEARS = range(1700, 2200)


@lru_cache(maxsize=8192)
def typed_form(text: str, *, dob: bool = False) -> Form | None:
    """Read typed text (or EDTF); None where it says that the date is unknown.

    Raises NotADate: two-digit years, missing years, a month before a day in figures, anything
    that can be read in two ways and anything not read to its last word.
    """
    text = text.strip()
    if not text:
        raise NotADate(DateFault.EMPTY)
    if len(text) > LONGEST:
        raise NotADate(DateFault.TOO_LONG)
    if (figures := _FIGURES.fullmatch(text)) is not None:
        return _alone(_figures_day(int(figures[1]), int(figures[3]), int(figures[4])))
    if (plain := _PLAIN.fullmatch(text)) and (month := _month_between(folded(plain[2]))):
        return _alone(checked_day(_likely(int(plain[3])), month, int(plain[1])))
    if (plain := _MONTH_YEAR.fullmatch(text)) and (month := MONTH_OF.get(folded(plain[1]))):
        return _alone(Point(_likely(int(plain[2])), month))
    if _EDTF_LETTERS.fullmatch(text) and (form := _as_edtf(text, dob=dob)):
        return form
    return _read_words(text, dob=dob)


def _alone(point: Point) -> Form:
    return Form(Kind.POINT, point, point)


def _month_between(word: str) -> int | None:
    # Lists typed on a Cyrillic keyboard have its х for the figure X.
    return MONTH_OF.get(word) or ROMAN_MONTHS.get(word.replace("х", "x"))


def _as_edtf(text: str, *, dob: bool) -> Form | None:
    try:
        form = parse_form(text, dob=dob)
    except NotADate as refused:
        if refused.reason is DateFault.UNREADABLE:
            return None
        raise
    if any(point.season for point in form.points):
        raise NotADate(DateFault.SEASON_NOT_TYPED, text=text)
    return form


@dataclass(slots=True)
class _Group:
    """The figures and the month that stand together, before they are one point."""

    numbers: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    decade: int = 0
    whole: Point | None = None
    minute: int = -1

    @property
    def is_bare(self) -> bool:
        return not (self.numbers or self.months or self.years or self.decade or self.whole)


@dataclass(slots=True)
class _Line:
    """One typed line taken apart: marks in their order, `g` for each group."""

    shape: str = ""
    groups: list[_Group] = field(default_factory=list)
    flags: set[Mark] = field(default_factory=set)
    weekday: int = -1


_TOKEN = re.compile(
    r"(?P<iso>(?<![\d-])\d{4}([-./])\d{1,2}\2\d{1,2}(?![\d-]))"
    r"|(?P<figures>(?<![\d.])\d{1,2}(?P<dot>[-./]) ?\d{1,2}(?P=dot) ?\d+)"
    r"|(?P<month_year>(?<!\d)\d{1,2}[./-]\d{4})(?!\d)"
    r"|(?P<time>\d{1,2}:\d\d(?::\d\d)?)(?![\d:])"
    r"|C(?P<decade>\d{3})|T(?P<weekday>\d)|(?P<number>\d+)|(?P<mark>[A-Z])"
    r"|(?P<word>[^\W\d_]+)|(?P<dash>-)|(?P<comma>,)|(?P<nothing>[ .]+)|(?P<other>.)"
)
_FLAGS = frozenset("AQDOEMLXVKG")
_REFUSED = {"Z": DateFault.RELATIVE_DAY, "F": DateFault.SEASON_NOT_TYPED}


def _read_words(text: str, *, dob: bool) -> Form | None:
    line = _taken_apart(text, marked(text))
    if Mark.UNKNOWN in line.flags:
        if line.groups or line.shape or len(line.flags) > 1:
            raise NotADate(DateFault.UNREADABLE, text=text)
        return None
    if not line.groups:
        reason = DateFault.RELATIVE_DAY if line.weekday >= 0 else DateFault.UNREADABLE
        raise NotADate(reason, text=text)
    points = _points(line, text, dob=dob)
    if line.weekday >= 0:
        _check_weekday(line.weekday, points, text)
    return form_of(line.shape, points, line.flags, text, dob=dob)


def _taken_apart(text: str, line: str) -> _Line:
    parts = _Line()
    tokens = [(found.lastgroup or "", found) for found in _TOKEN.finditer(line)]
    tokens = [token for token in tokens if token[0] != "nothing"]
    in_group = False
    for position, (kind, found) in enumerate(tokens):
        value = found.group(kind)
        if kind == "weekday":
            parts.weekday = int(value)
        elif kind == "mark" and value in _FLAGS:
            parts.flags.add(Mark(value))
        elif kind == "mark":
            if value in _REFUSED:
                raise NotADate(_REFUSED[value], text=text)
            parts.shape += value
            in_group = False
        elif kind in {"dash", "comma"}:
            if kind == "dash" or _parts_a_list(tokens[position + 1 :]):
                parts.shape += value
                in_group = False
        else:
            if not in_group:
                parts.groups.append(_Group())
                parts.shape += "g"
            in_group = not _add(parts.groups[-1], kind, value, text)
            parts.shape += "" if in_group else Mark.FROM_ENDING.value
    return parts


def _parts_a_list(ahead: list[tuple[str, re.Match[str]]]) -> bool:
    """Tell whether a comma parts choices: `12, 14 or 15`, not `December 13, 2020`."""
    if not any(kind == "mark" and found[0] == Mark.OR.value for kind, found in ahead):
        return False
    kind, found = ahead[0]
    return not (kind in {"time", "mark"} or (kind == "number" and len(found[0]) == 4))


def _add(group: _Group, kind: str, value: str, text: str) -> bool:
    """Put a token into its group; true where the month's own ending says "from"."""
    match kind:
        case "iso":
            year, month, day = (int(part) for part in re.split(r"[-./]", value))
            group.whole = checked_day(_likely(year), month, day)
        case "figures":
            group.whole = _figures(value, text)
        case "month_year":
            _add_month_and_year(group, value)
        case "time":
            group.minute = _minute(value, text)
        case "decade":
            group.decade = _likely(int(value) * 10)
        case "number" if len(value) <= 2:
            group.numbers.append(int(value))
        case "number" if len(value) == 4:
            group.years.append(_likely(int(value)))
        case "word" if value in MONTH_OF:
            group.months.append(MONTH_OF[value])
        case "word" if value in MONTH_OF_ABLATIVE:
            group.months.append(MONTH_OF_ABLATIVE[value])
            return True
        case _:
            raise NotADate(DateFault.UNREADABLE, text=text, part=value)
    return False


def _figures(value: str, text: str) -> Point:
    day, month, year = (part.strip() for part in re.split(r"[-./]", value))
    if len(year) == 2:
        raise NotADate(DateFault.TWO_DIGIT_YEAR, year=year)
    if len(year) != 4:
        raise NotADate(DateFault.UNREADABLE, text=text)
    return _figures_day(int(day), int(month), int(year))


def _add_month_and_year(group: _Group, value: str) -> None:
    month, year = re.split(r"[./-]", value)
    if not 1 <= int(month) <= 12:
        raise NotADate(DateFault.NO_SUCH_MONTH, month=month, year=year)
    group.months.append(int(month))
    group.years.append(_likely(int(year)))


def _points(line: _Line, text: str, *, dob: bool) -> list[Point]:
    groups = _with_time_joined(line, text)
    for group in groups:
        _inherit(group, groups)
    points = [_point(group, text, dob=dob) for group in groups]
    if Mark.AT_UTC in line.flags:
        points = [_from_utc(point, text) for point in points]
    return points


def _with_time_joined(line: _Line, text: str) -> list[_Group]:
    """Join a time that stands apart ("at 23:40 on 15 December 2020") to its only day."""
    times = [group for group in line.groups if group.is_bare]
    if times:
        rest = [group for group in line.groups if not group.is_bare]
        if len(times) != 1 or len(rest) != 1 or rest[0].minute >= 0:
            raise NotADate(DateFault.TIME_MISPLACED, text=text)
        rest[0].minute = times[0].minute
        line.groups, line.shape = rest, line.shape.replace("g", "", 1)
    return line.groups


def _inherit(group: _Group, groups: list[_Group]) -> None:
    """Take month and year said once for several days: `13 and 16 December 2020`."""
    if group.whole or group.decade:
        return
    others = [other for other in groups if other is not group]
    if group.numbers and not group.months:
        months = {month for other in others for month in _months(other)}
        if len(months) == 1:
            group.months = list(months)
    if (group.numbers or group.months) and not group.years:
        years = {year for other in others for year in _years(other)}
        if len(years) == 1:
            group.years = list(years)


def _months(group: _Group) -> list[int]:
    return [group.whole.month] if group.whole else group.months


def _years(group: _Group) -> list[int]:
    return [group.whole.year] if group.whole else group.years


def _point(group: _Group, text: str, *, dob: bool) -> Point:
    counts = (len(group.numbers), len(group.months), len(group.years))
    if group.whole or group.decade:
        if any(counts) or (group.whole and group.decade):
            raise NotADate(DateFault.UNREADABLE, text=text)
        if group.decade and not dob:
            raise NotADate(DateFault.DECADE_ONLY_FOR_BIRTH, text=text)
        point = group.whole or Point(group.decade, is_decade=True)
    else:
        point = _point_of_parts(group, counts, text)
    if group.minute < 0:
        return point
    if not point.day:
        raise NotADate(DateFault.TIME_MISPLACED, text=text)
    return Point(point.year, point.month, point.day, minute_of_day=group.minute)


def _point_of_parts(group: _Group, counts: tuple[int, int, int], text: str) -> Point:
    match counts:
        case (1, 1, 1):
            return checked_day(group.years[0], group.months[0], group.numbers[0])
        case (0, 1, 1):
            return Point(group.years[0], group.months[0])
        case (0, 0, 1):
            return Point(group.years[0])
        case (2, 1, 0):
            raise NotADate(DateFault.TWO_DIGIT_YEAR, year=f"{group.numbers[-1]:02d}")
        case (1, 1, 0) if group.numbers[0] > 31:
            raise NotADate(DateFault.TWO_DIGIT_YEAR, year=f"{group.numbers[0]:02d}")
        case (_, 1, 0):
            raise NotADate(DateFault.NO_YEAR, text=text)
        case (1, 0, 1):
            raise NotADate(DateFault.NO_MONTH, text=text)
        case _:
            raise NotADate(DateFault.UNREADABLE, text=text)


def _from_utc(point: Point, text: str) -> Point:
    if point.minute_of_day < 0:
        raise NotADate(DateFault.TIME_MISPLACED, text=text)
    hour, minute = divmod(point.minute_of_day, 60)
    return minute_point(datetime(point.year, point.month, point.day, hour, minute, tzinfo=UTC))


def _figures_day(day: int, month: int, year: int) -> Point:
    if month > 12 and 1 <= day <= 12 and month <= 31:
        raise NotADate(DateFault.DAY_COMES_FIRST, day=str(day), month=str(month), year=str(year))
    return checked_day(_likely(year), month, day)


def _minute(value: str, text: str) -> int:
    hour, minute = (int(part) for part in value.split(":")[:2])
    if hour > 23 or minute > 59:
        raise NotADate(DateFault.NO_SUCH_TIME, text=text)
    return hour * 60 + minute


def _likely(year: int) -> int:
    if year not in _LIKELY_YEARS:
        raise NotADate(DateFault.YEAR_OUT_OF_RANGE, year=f"{year:04d}")
    return year


def _check_weekday(weekday: int, points: list[Point], text: str) -> None:
    if len(points) != 1 or not points[0].day:
        raise NotADate(DateFault.UNREADABLE, text=text)
    point = points[0]
    if date(point.year, point.month, point.day).weekday() != weekday:
        raise NotADate(DateFault.WEEKDAY_DIFFERS, day=str(point))

"""Our own reading of exactly the EDTF subset that the register accepts (domain.md 5.1)."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache

from models.vocabulary.date_terms import DateFault, DatePrecision, DateQualifier, NotADate

LOCAL_ZONE = timezone(timedelta(hours=4))
"""Armenia, Karabakh and Azerbaijan: UTC+4 without summer time (domain.md 5.4)."""

LONGEST = 300
"""Longer texts are no dates; the reader does not spend time on them."""


class Gap(StrEnum):
    """An end that is not a day: left open on purpose, or not known."""

    OPEN = ".."
    UNKNOWN = ""


class Kind(StrEnum):
    """The four shapes a date may have."""

    POINT = "point"
    LASTED = "lasted"
    ONE_OF = "one_of"
    ONCE_BETWEEN = "once_between"


@dataclass(frozen=True, slots=True)
class Point:
    """One place in the calendar, as exact as it was said.

    `unspecified` counts the parts written XX (1 the day, 2 month and day); `season` is 0 or 21-24;
    `minute_of_day` is local time and -1 where no time was said.
    """

    year: int
    month: int = 0
    day: int = 0
    unspecified: int = 0
    season: int = 0
    is_decade: bool = False
    minute_of_day: int = -1
    qualifier: DateQualifier = DateQualifier.NONE

    @property
    def precision(self) -> DatePrecision:
        """Name how exact the point is."""
        if self.minute_of_day >= 0:
            return DatePrecision.MINUTE
        if self.day:
            return DatePrecision.DAY
        if self.season:
            return DatePrecision.SEASON
        if self.is_decade:
            return DatePrecision.DECADE
        if self.month:
            return DatePrecision.DAY_IN_MONTH if self.unspecified else DatePrecision.MONTH
        return DatePrecision.DAY_IN_YEAR if self.unspecified else DatePrecision.YEAR

    @property
    def earliest(self) -> date:
        """Give the first day it can be; a winter may have begun in the year before."""
        if self.season == 24:
            return date(self.year - 1, 12, 1) if self.year > 1 else date.min
        if self.season:
            return date(self.year, 3 * (self.season - 20), 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Give the last day it can be; a winter may end in the year after."""
        if self.day:
            return date(self.year, self.month, self.day)
        if self.season == 24:
            return _month_end(self.year + 1, 2) if self.year < 9999 else date.max
        if self.season:
            return _month_end(self.year, 3 * (self.season - 20) + 2)
        if self.is_decade:
            return date(self.year + 9, 12, 31)
        return _month_end(self.year, self.month or 12)

    def __str__(self) -> str:
        """Write the point in EDTF."""
        sign = self.qualifier.sign
        if self.is_decade:
            return f"{self.year // 10:03d}X{sign}"
        text = f"{self.year:04d}"
        if self.season:
            return f"{text}-{self.season}{sign}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        if self.minute_of_day >= 0:
            hour, minute = divmod(self.minute_of_day, 60)
            return f"{text}T{hour:02d}:{minute:02d}+04:00"
        return text + "-XX" * self.unspecified + sign


@dataclass(frozen=True, slots=True)
class Form:
    """A whole EDTF expression taken apart; `members` are the choices of a one-of set."""

    kind: Kind
    first: Point | Gap
    last: Point | Gap
    members: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Give every point that is written in it."""
        if self.members:
            return self.members
        ends = (self.first,) if self.kind is Kind.POINT else (self.first, self.last)
        return tuple(end for end in ends if isinstance(end, Point))

    def __str__(self) -> str:
        """Write the expression in EDTF, always in the same way."""
        match self.kind:
            case Kind.POINT:
                return str(self.first)
            case Kind.LASTED:
                return f"{_written(self.first)}/{_written(self.last)}"
            case Kind.ONE_OF:
                return f"[{','.join(map(str, self.members))}]"
            case Kind.ONCE_BETWEEN:
                start = "" if self.first is Gap.OPEN else str(self.first)
                end = "" if self.last is Gap.OPEN else str(self.last)
                return f"[{start}..{end}]"


def _written(end: Point | Gap) -> str:
    return end.value if isinstance(end, Gap) else str(end)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_POINT = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?", re.ASCII)
_DECADE = re.compile(r"(\d{3})X([?~%])?", re.ASCII)
_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?", re.ASCII
)
_LIKE_A_POINT = re.compile(r"[\dX?~%-]+", re.ASCII)


@lru_cache(maxsize=16384)
def parse_form(edtf: str, *, dob: bool = False) -> Form:
    """Take an EDTF text apart, strictly by domain.md 5.1; decades only where `dob`.

    Raises NotADate with the reason.
    """
    if (day := _DAY.fullmatch(edtf)) is not None:
        point = checked_day(int(day[1]), int(day[2]), int(day[3]))
        return Form(Kind.POINT, point, point)
    if not edtf:
        raise NotADate(DateFault.EMPTY)
    if len(edtf) > LONGEST:
        raise NotADate(DateFault.TOO_LONG)
    if edtf[0] == "{":
        raise NotADate(DateFault.ALL_OF_SET, text=edtf)
    if edtf[0] == "[" and edtf[-1] == "]":
        return _set_form(edtf[1:-1], edtf)
    if "/" in edtf:
        return _lasting_form(edtf)
    point = parse_point(edtf, dob=dob)
    return Form(Kind.POINT, point, point)


def parse_point(text: str, *, dob: bool = False) -> Point:
    """Take one point apart. Raises NotADate."""
    if (found := _POINT.fullmatch(text)) is not None:
        return _calendar_point(found, text)
    if (moment := _TIME.fullmatch(text)) is not None:
        return _minute_point(moment, text)
    if (decade := _DECADE.fullmatch(text)) is not None:
        if not dob:
            raise NotADate(DateFault.DECADE_ONLY_FOR_BIRTH, text=text)
        year = _checked_year(int(decade[1]) * 10)
        return Point(year, is_decade=True, qualifier=DateQualifier.of_signs(decade[2] or ""))
    raise _refusal_of(text)


def checked_day(year: int, month: int, day: int) -> Point:
    """Make a day that stands in the calendar. Raises NotADate: `2021-02-29` is none."""
    _checked_month(_checked_year(year), month)
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NotADate(DateFault.NO_SUCH_DAY, day=str(day), month=f"{year:04d}-{month:02d}")
    return Point(year, month, day)


def _calendar_point(found: re.Match[str], text: str) -> Point:
    year, month, day = _checked_year(int(found[1])), found[2], found[3]
    qualifier = DateQualifier.of_signs(found[4] or "")
    if month is None:
        return Point(year, qualifier=qualifier)
    if month == "XX":
        if day != "XX":
            raise NotADate(DateFault.X_MISPLACED, text=text)
        return Point(year, unspecified=2, qualifier=qualifier)
    if day is None and "21" <= month <= "24":
        return Point(year, season=int(month), qualifier=qualifier)
    _checked_month(year, int(month))
    if day is None:
        return Point(year, int(month), qualifier=qualifier)
    if day == "XX":
        return Point(year, int(month), unspecified=1, qualifier=qualifier)
    exact = checked_day(year, int(month), int(day))
    return Point(year, exact.month, exact.day, qualifier=qualifier)


def _minute_point(found: re.Match[str], text: str) -> Point:
    day = checked_day(int(found[1]), int(found[2]), int(found[3]))
    hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
    offset = _offset(found[7], text)
    if hour > 23 or minute > 59 or second > 59:
        raise NotADate(DateFault.NO_SUCH_TIME, text=text)
    stamp = datetime(day.year, day.month, day.day, hour, minute, tzinfo=offset)
    return minute_point(stamp)


def minute_point(stamp: datetime) -> Point:
    """Place an aware moment in the local day: 20:30 UTC is half past midnight of the next day.

    Raises NotADate where the moment has no local day, ValueError for a naive one.
    """
    if stamp.tzinfo is None:
        raise ValueError("a moment needs its offset")
    try:
        local = stamp.astimezone(UTC).astimezone(LOCAL_ZONE)
    except OverflowError as beyond:
        raise NotADate(DateFault.YEAR_OUT_OF_RANGE, year=str(stamp.year)) from beyond
    return Point(local.year, local.month, local.day, minute_of_day=local.hour * 60 + local.minute)


def _offset(text: str | None, whole: str) -> timezone:
    if text is None:
        return LOCAL_ZONE
    if text == "Z":
        return timezone(timedelta(0))
    hours, minutes = int(text[1:3]), int(text[4:6] or 0)
    if hours > 14 or minutes > 59:
        raise NotADate(DateFault.NO_SUCH_TIME, text=whole)
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _lasting_form(edtf: str) -> Form:
    if edtf.count("/") != 1:
        raise NotADate(DateFault.UNREADABLE, text=edtf)
    first, last = (_end(part) for part in edtf.split("/"))
    if isinstance(first, Gap) and isinstance(last, Gap):
        raise NotADate(DateFault.NO_BOUND, text=edtf)
    check_order(first, last)
    return Form(Kind.LASTED, first, last)


def _end(text: str) -> Point | Gap:
    if text in {"", ".."}:
        return Gap(text)
    point = parse_point(text)
    if point.minute_of_day >= 0:
        raise NotADate(DateFault.TIME_MISPLACED, text=text)
    if point.unspecified:
        raise NotADate(DateFault.X_MISPLACED, text=text)
    if point.season:
        raise NotADate(DateFault.SEASON_NOT_TYPED, text=text)
    return point


def _set_form(inside: str, edtf: str) -> Form:
    if ".." not in inside:
        points = {_member(text) for text in inside.split(",")}
        members = tuple(sorted(points, key=lambda point: (point.earliest, point.latest)))
        if len(members) == 1:
            return Form(Kind.POINT, members[0], members[0])
        latest = max(members, key=lambda point: point.latest)
        return Form(Kind.ONE_OF, members[0], latest, members)
    if "," in inside or inside.count("..") > 1 or "..." in inside:
        raise NotADate(DateFault.SET_MEMBER, text=edtf)
    start, _, end = inside.partition("..")
    if not start and not end:
        raise NotADate(DateFault.NO_BOUND, text=edtf)
    first = _member(start) if start else Gap.OPEN
    last = _member(end) if end else Gap.OPEN
    check_order(first, last)
    if isinstance(first, Point) and first == last:
        return Form(Kind.POINT, first, first)
    return Form(Kind.ONCE_BETWEEN, first, last)


def _member(text: str) -> Point:
    point = parse_point(text)
    if point.minute_of_day >= 0:
        raise NotADate(DateFault.TIME_MISPLACED, text=text)
    if point.unspecified or point.season or point.qualifier is not DateQualifier.NONE:
        raise NotADate(DateFault.SET_MEMBER, text=text)
    return point


def check_order(first: Point | Gap, last: Point | Gap) -> None:
    """Refuse a span that ends before it begins. Raises NotADate."""
    if isinstance(first, Gap) or isinstance(last, Gap):
        return
    if last.latest < first.earliest:
        raise NotADate(DateFault.END_BEFORE_START, first=str(first), last=str(last))
    if last.earliest < first.earliest:
        raise NotADate(DateFault.END_MAY_PRECEDE_START, first=str(first), last=str(last))


def _checked_year(year: int) -> int:
    if year < 1:
        raise NotADate(DateFault.YEAR_OUT_OF_RANGE, year=f"{year:04d}")
    return year


def _checked_month(year: int, month: int) -> None:
    if not 1 <= month <= 12:
        raise NotADate(DateFault.NO_SUCH_MONTH, month=str(month), year=str(year))


def _refusal_of(text: str) -> NotADate:
    year = text[1:].partition("-")[0]
    if text.startswith(("-", "Y")) and year.isdecimal():
        return NotADate(DateFault.YEAR_OUT_OF_RANGE, year=text[0].removeprefix("Y") + year)
    if _LIKE_A_POINT.fullmatch(text):
        if any(sign in text[:-1] for sign in "?~%"):
            return NotADate(DateFault.QUALIFIER_MISPLACED, text=text)
        if "X" in text:
            return NotADate(DateFault.X_MISPLACED, text=text)
    if "T" in text and text[-1] in "?~%":
        return NotADate(DateFault.TIME_MISPLACED, text=text)
    return NotADate(DateFault.UNREADABLE, text=text)

"""A date as exact as it was said, no more: kept, compared and sorted (domain.md 5)."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from models.vocabulary.date_bounds import AgeBounds, Padding, Span, age_bounds, padded
from models.vocabulary.date_terms import (
    FINER_FIRST,
    DateFault,
    DatePrecision,
    DateQualifier,
    NotADate,
)
from models.vocabulary.edtf_grammar import Form, Gap, Kind, Point, minute_point, parse_form
from models.vocabulary.typed_date import typed_form

__all__ = [
    "AgeBounds",
    "DateFault",
    "DatePrecision",
    "DateQualifier",
    "NotADate",
    "Padding",
    "PartialDate",
    "Span",
    "hull",
    "local_day",
]

_PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch
_SORTS_LAST = "9" * 22


@dataclass(frozen=True, slots=True)
class PartialDate:
    """What is known of a date, and the words it came in.

    Made by `parse_edtf`, `read`, `unknown`, `on`, `at_minute` or `restore`, never field by field.
    `earliest` and `latest` are the strict bounds of EDTF; a bound that is not known is None and
    is never invented (domain.md 5.2). `sort_key` is 22 digits that sort alike in every collation.
    """

    edtf: str | None
    text: str
    earliest: date | None
    latest: date | None
    precision: DatePrecision
    qualifier: DateQualifier
    sort_key: str

    @classmethod
    def parse_edtf(cls, edtf: str, text: str = "", *, dob: bool = False) -> "PartialDate":
        """Read EDTF of our subset; a decade (`199X`) only as a date of birth.

        Raises NotADate.
        """
        parsed = _from_edtf(edtf, dob)
        return replace(parsed, text=text) if text else parsed

    @classmethod
    def read(
        cls,
        text: str,
        *,
        lang: str | None = None,  # noqa: ARG003  # all languages are read at any time
        dob: bool = False,
    ) -> "PartialDate":
        """Read what a person typed, day first always; the words are kept (domain.md 5.4).

        A date of birth (`dob`) may be a decade, and a span of years means once. Raises NotADate
        rather than guess.
        """
        form = typed_form(text, dob=dob)
        if form is None:
            return cls.unknown(text.strip())
        return cls.parse_edtf(str(form), text.strip(), dob=dob)

    @classmethod
    def unknown(cls, text: str = "") -> "PartialDate":
        """Say that the date is not known, keeping what was said instead."""
        nothing = DatePrecision.UNKNOWN
        return cls(None, text, None, None, nothing, DateQualifier.NONE, _SORTS_LAST)

    @classmethod
    def on(cls, day: date, text: str = "") -> "PartialDate":
        """Make the date of one exact day."""
        return cls.parse_edtf(day.isoformat(), text)

    @classmethod
    def at_minute(cls, stamp: datetime, text: str = "") -> "PartialDate":
        """Make the local date of an aware moment, by the minute; 20:30 UTC is the next day.

        Raises ValueError for a naive moment.
        """
        return cls.parse_edtf(str(minute_point(stamp)), text)

    @classmethod
    def restore(cls, edtf: str | None, text: str) -> "PartialDate":
        """Make again what was stored, decades included. Raises NotADate for a damaged row."""
        return cls.unknown(text) if edtf is None else cls.parse_edtf(edtf, text, dob=True)

    @property
    def form(self) -> Form | None:
        """Give the expression taken apart; None for an unknown date."""
        return None if self.edtf is None else parse_form(self.edtf, dob=True)

    @property
    def is_known(self) -> bool:
        """Tell whether anything but words is known."""
        return self.edtf is not None

    @property
    def is_interval(self) -> bool:
        """Tell whether it lasted: the slash forms."""
        return self.edtf is not None and "/" in self.edtf

    @property
    def happened_once(self) -> bool:
        """Tell whether it happened on one day, though perhaps not known which."""
        return self.edtf is not None and "/" not in self.edtf

    @property
    def is_exact_day(self) -> bool:
        """Tell whether it is one day of the calendar without any doubt."""
        precise = self.precision in {DatePrecision.DAY, DatePrecision.MINUTE}
        return precise and self.qualifier is DateQualifier.NONE

    @property
    def is_open(self) -> bool:
        """Tell whether an end was left open (`..`), as in a detention that goes on."""
        return Gap.OPEN in self._ends()

    @property
    def has_unknown_end(self) -> bool:
        """Tell whether an end exists that nobody knows (`2020-12-13/`)."""
        return Gap.UNKNOWN in self._ends()

    @property
    def minute_of_day(self) -> int | None:
        """Give the local minute (0 to 1439) where a time was said."""
        if self.precision is not DatePrecision.MINUTE or self.edtf is None:
            return None
        return int(self.edtf[11:13]) * 60 + int(self.edtf[14:16])

    @property
    def spans(self) -> tuple[Span, ...]:
        """Give the stretches of days it can lie in: one, or one for each choice of a set."""
        form = self.form
        if form is None:
            return ()
        if form.kind is Kind.ONE_OF:
            return tuple(Span(point.earliest, point.latest) for point in form.members)
        return (Span(self.earliest, self.latest),)

    def search_bounds(self, padding: Padding | None = None) -> Span:
        """Give bounds for looking about: "about" widens them, `%` doubly, `?` not at all."""
        form = self.form
        if form is None:
            return Span(None, None)
        spans = [padded(point, padding or Padding()) for point in form.points]
        return Span(
            None if self.earliest is None else min(span.first for span in spans),
            None if self.latest is None else max(span.last for span in spans),
        )

    def overlaps(self, other: "PartialDate") -> bool:
        """Tell whether both can lie on one day, going by what is known; never for unknown dates."""
        return any(mine.meets(theirs) for mine in self.spans for theirs in other.spans)

    def may_overlap(self, other: "PartialDate") -> bool:
        """Tell whether nothing that is known keeps them apart; an unknown date may be any day."""
        return not (self.is_known and other.is_known) or self.overlaps(other)

    def contains(self, other: "PartialDate") -> bool:
        """Tell whether the other certainly lies within the bounds of this one.

        An end that exists but is not known holds nothing for certain.
        """
        if not other.spans or self.has_unknown_end:
            return False
        return all(any(mine.holds(theirs) for mine in self.spans) for theirs in other.spans)

    def definitely_before(self, other: "PartialDate") -> bool:
        """Tell whether all of it lies before the other on any reading."""
        if self.latest is None or other.earliest is None:
            return False
        if self.latest == other.earliest:
            mine, theirs = self.minute_of_day, other.minute_of_day
            return mine is not None and theirs is not None and mine < theirs
        return self.latest < other.earliest

    def definitely_after(self, other: "PartialDate") -> bool:
        """Tell whether all of it lies after the other on any reading."""
        return other.definitely_before(self)

    def age_on(self, when: "date | PartialDate") -> AgeBounds:
        """Give the least and the greatest age on a date of one born on this date.

        Years completed; a bound that does not follow from the dates is None. Born on 29 February,
        one is a year older on 1 March of a common year.
        """
        seen = PartialDate.on(when) if isinstance(when, date) else when
        return age_bounds(Span(self.earliest, self.latest), Span(seen.earliest, seen.latest))

    def _ends(self) -> tuple[Point | Gap, ...]:
        form = self.form
        return () if form is None else (form.first, form.last)


def hull(dates: "list[PartialDate] | tuple[PartialDate, ...]") -> PartialDate:
    """Give the narrowest date that holds all of them, as papers print it (decisions.md, Dates).

    Unknown ones say nothing and are left out. It lasted where one of them lasted; otherwise it
    happened once. The words of the accounts stay with the accounts.
    """
    known = [each for each in dates if each.is_known]
    if not known:
        return PartialDate.unknown()
    starts = [each.earliest for each in known]
    ends = [each.latest for each in known]
    first = None if None in starts else min(start for start in starts if start is not None)
    last = None if None in ends else max(end for end in ends if end is not None)
    if first is None and last is None:
        return PartialDate.unknown()
    lasted = any(each.is_interval for each in known)
    for each in known:
        widest = (each.earliest, each.latest) == (first, last) and each.is_interval == lasted
        if widest and all(_holds_all(each, other) for other in known):
            return replace(each, text="")
    if not lasted:
        return PartialDate.parse_edtf(_once_within(first, last))
    no_bound = ".." if any(each.is_open for each in known) else ""
    return PartialDate.parse_edtf(f"{first or no_bound}/{last or no_bound}")


def local_day(stamp: datetime) -> date:
    """Tell which day an aware moment was here: 2020-12-15T20:30Z was 16 December (UTC+4)."""
    point = minute_point(stamp)
    return date(point.year, point.month, point.day)


def _holds_all(wide: PartialDate, other: PartialDate) -> bool:
    return all(any(mine.holds(theirs) for mine in wide.spans) for theirs in other.spans)


def _once_within(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        for whole in (f"{first.isoformat()[:7]}-XX", f"{first.isoformat()[:4]}-XX-XX"):
            point = parse_form(whole).points[0]
            if (point.earliest, point.latest) == (first, last):
                return whole
    return f"[{first or ''}..{last or ''}]"


@lru_cache(maxsize=16384)
def _from_edtf(edtf: str, dob: bool) -> PartialDate:  # noqa: FBT001  # a key of the cache
    if _PLAIN_DAY(edtf) and (plain := _plain_day(edtf)):
        return plain
    form = parse_form(edtf, dob=dob)
    earliest, latest = _strict_bounds(form)
    precision = _precision(form)
    signs = "".join(point.qualifier.sign for point in form.points)
    return PartialDate(
        str(form),
        "",
        earliest,
        latest,
        precision,
        DateQualifier.of_signs(signs),
        _sort_key(earliest, latest, precision, form),
    )


def _plain_day(edtf: str) -> PartialDate | None:
    """Make the commonest date without taking it apart; None sends it to the grammar to refuse."""
    try:
        day = date.fromisoformat(edtf)
    except ValueError:
        return None
    digits = edtf.replace("-", "")
    sort_key = f"{digits}{digits}{FINER_FIRST[DatePrecision.DAY]:02d}0000"
    return PartialDate(edtf, "", day, day, DatePrecision.DAY, DateQualifier.NONE, sort_key)


def _strict_bounds(form: Form) -> tuple[date | None, date | None]:
    first = None if isinstance(form.first, Gap) else form.first.earliest
    return first, None if isinstance(form.last, Gap) else form.last.latest


def _precision(form: Form) -> DatePrecision:
    if isinstance(form.first, Gap) or isinstance(form.last, Gap):
        return DatePrecision.OPEN
    match form.kind:
        case Kind.POINT:
            return form.first.precision
        case Kind.LASTED:
            return DatePrecision.INTERVAL
        case Kind.ONE_OF | Kind.ONCE_BETWEEN:
            return DatePrecision.ONEOF


def _sort_key(
    earliest: date | None, latest: date | None, precision: DatePrecision, form: Form
) -> str:
    """Write earliest, latest, precision, minute; an open start sorts by the one day it has."""
    start = earliest or latest or date.max
    end = latest or date.max
    minute = max(0, form.points[0].minute_of_day)
    digits = f"{start}{end}".replace("-", "")
    return f"{digits}{FINER_FIRST[precision]:02d}{minute:04d}"

"""The closed lists dates are described with, and the one error a date can raise."""

from enum import StrEnum


class DatePrecision(StrEnum):
    """How exactly a date was said (domain.md 5.2; decisions.md, Dates).

    `DAY_IN_MONTH` is one unknown day of a month, which is not the month itself; `OPEN` is any date
    that lacks a bound.
    """

    MINUTE = "MINUTE"
    DAY = "DAY"
    ONEOF = "ONEOF"
    INTERVAL = "INTERVAL"
    DAY_IN_MONTH = "DAY_IN_MONTH"
    MONTH = "MONTH"
    SEASON = "SEASON"
    DAY_IN_YEAR = "DAY_IN_YEAR"
    YEAR = "YEAR"
    DECADE = "DECADE"
    OPEN = "OPEN"
    UNKNOWN = "UNKNOWN"


FINER_FIRST: dict[DatePrecision, int] = {
    precision: rank for rank, precision in enumerate(DatePrecision)
}
"""Rank of each precision in sorting: the finer, the smaller (domain.md 5.5)."""


class DateQualifier(StrEnum):
    """What the source left in doubt: EDTF `?`, `~`, `%`."""

    NONE = "NONE"
    UNCERTAIN = "UNCERTAIN"
    APPROX = "APPROX"
    BOTH = "BOTH"

    @property
    def sign(self) -> str:
        """Give the EDTF sign, empty for none."""
        return _SIGN_OF[self]

    @property
    def is_approximate(self) -> bool:
        """Tell whether "about" belongs to the date."""
        return self in {DateQualifier.APPROX, DateQualifier.BOTH}

    @property
    def is_uncertain(self) -> bool:
        """Tell whether "not certain" belongs to the date."""
        return self in {DateQualifier.UNCERTAIN, DateQualifier.BOTH}

    @classmethod
    def of_signs(cls, signs: str) -> "DateQualifier":
        """Join EDTF signs into one qualifier: `?` with `~` is `%`."""
        uncertain = "?" in signs or "%" in signs
        approximate = "~" in signs or "%" in signs
        if uncertain and approximate:
            return cls.BOTH
        if uncertain:
            return cls.UNCERTAIN
        return cls.APPROX if approximate else cls.NONE


_SIGN_OF = {
    DateQualifier.NONE: "",
    DateQualifier.UNCERTAIN: "?",
    DateQualifier.APPROX: "~",
    DateQualifier.BOTH: "%",
}


class DateFault(StrEnum):
    """Why something is not a date; a face makes a sentence of it (`date_refusals`)."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    TWO_DIGIT_YEAR = "two_digit_year"
    NO_YEAR = "no_year"
    NO_MONTH = "no_month"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    DAY_COMES_FIRST = "day_comes_first"
    END_BEFORE_START = "end_before_start"
    END_MAY_PRECEDE_START = "end_may_precede_start"
    ONCE_OR_LASTED = "once_or_lasted"
    CONTRADICTS_ITSELF = "contradicts_itself"
    RELATIVE_DAY = "relative_day"
    WEEKDAY_DIFFERS = "weekday_differs"
    PART_OF_WHAT = "part_of_what"
    SEASON_NOT_TYPED = "season_not_typed"
    X_MISPLACED = "x_misplaced"
    DECADE_ONLY_FOR_BIRTH = "decade_only_for_birth"
    QUALIFIER_MISPLACED = "qualifier_misplaced"
    TIME_MISPLACED = "time_misplaced"
    NO_BOUND = "no_bound"
    ALL_OF_SET = "all_of_set"
    SET_MEMBER = "set_member"


class DateSimplification(StrEnum):
    """What an imported date lost on its way into our subset; the words as they came are kept."""

    SEASON = "season"
    QUALIFIERS_JOINED = "qualifiers_joined"
    UNKNOWN_MONTH_WIDENED = "unknown_month_widened"
    UNKNOWN_DAY_WIDENED = "unknown_day_widened"
    SET_WIDENED = "set_widened"
    SECONDS_DROPPED = "seconds_dropped"
    DECADE = "decade"


class NotADate(ValueError):
    """The text is no date we accept: `reason` says why, `data` holds what a sentence needs.

    `str(error)` is code and reason alone, so that a log line carries no case data.
    """

    code = "not_a_date"

    def __init__(self, reason: DateFault, **data: str) -> None:
        super().__init__(f"{self.code}: {reason.value}")
        self.reason = reason
        self.data = data

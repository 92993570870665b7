"""Tell until when the UN working group takes a disappearance by its urgent procedure (2.11)."""

from datetime import date
from typing import NamedTuple

from models.codebook.legal_periods import add_months
from models.vocabulary.partial_date import PartialDate

URGENT_MONTHS = 3


class UrgentWindow(NamedTuple):
    """The last day of the window; `certain` where the day of the disappearance is known."""

    closes: date
    certain: bool

    def days_left(self, today: date) -> int:
        """Count the days that are left; 0 on the last day, less than 0 when it has closed."""
        return (self.closes - today).days

    def is_open(self, today: date) -> bool:
        """Say whether something sent today comes in time."""
        return self.closes >= today


def urgent_window(disappeared: PartialDate) -> UrgentWindow | None:
    """Reckon the window from the earliest day it can have been; None where none is known.

    An appeal sent too early loses nothing, one sent too late is no longer urgent: so where the
    day is not known, the first day it can be rules ("about" widens it), and the window may in
    truth stay open a little longer.
    """
    earliest = disappeared.search_bounds().earliest
    if earliest is None:
        return None
    return UrgentWindow(add_months(earliest, URGENT_MONTHS), disappeared.is_exact_day)

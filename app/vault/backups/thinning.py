"""Which backups stay: all of a day, then one a day, a week, a month, a year (R-42)."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

_DAY = timedelta(days=1)
_DAYS, _WEEKS, _MONTHS = 7, 5, 12


def to_keep(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Choose the backups that stay, by the moments they were made.

    All of the last 24 hours; the last one of a day for 7 days, of a week for 5 weeks, of a month
    for 12 months, of a year for ever. Days, weeks (from Monday) and months are those of UTC. What
    is dated after `now` stays: a clock was wrong, and that is no reason to let a backup go.
    """
    moments = sorted(made, reverse=True)
    kept = {moment for moment in moments if now - moment < _DAY}
    for period, count in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS), (_year, None)):
        kept |= _last_of_each(moments, period, count)
    return frozenset(kept)


def _last_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], count: int | None
) -> set[datetime]:
    """Choose the last one of each of the newest `count` periods that have any."""
    last: dict[Hashable, datetime] = {}
    for moment in newest_first:
        last.setdefault(period(moment), moment)
    return set(list(last.values())[:count])


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return (moment.year, moment.month)


def _year(moment: datetime) -> Hashable:
    return moment.year

"""The one source of the present moment, so that tests and the sample may choose it."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

OFFICE_ZONE = timezone(timedelta(hours=4))
"""Yerevan and Stepanakert: UTC+4 without summer time; decides which day "today" is."""


class Clock(Protocol):
    """Tells the present moment."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the day it is in the office."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251  # this is the clock everybody else asks

    def today(self) -> date:
        """Return the day it is in the office."""
        return self.now().astimezone(OFFICE_ZONE).date()


class FrozenClock:
    """A clock that moves only when told."""

    def __init__(self, start: datetime) -> None:
        self._now = _aware(start)

    def now(self) -> datetime:
        """Return the moment the clock stands at, aware, in UTC."""
        return self._now

    def today(self) -> date:
        """Return the day it is in the office at that moment."""
        return self._now.astimezone(OFFICE_ZONE).date()

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Move the clock forward."""
        self._now += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)

    def set(self, moment: datetime) -> None:
        """Put the clock to a moment."""
        self._now = _aware(moment)


class ShiftedClock:
    """A clock that runs as the machine's does, from a moment that was chosen."""

    def __init__(self, start: datetime, clock: Clock | None = None) -> None:
        self._machine = clock or SystemClock()
        self._shift = _aware(start) - self._machine.now()

    def now(self) -> datetime:
        """Return the shifted moment, aware, in UTC."""
        return self._machine.now() + self._shift

    def today(self) -> date:
        """Return the day it is in the office at that moment."""
        return self.now().astimezone(OFFICE_ZONE).date()


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("naive datetime refused")
    return moment.astimezone(UTC)

"""Clocks for tests that need another day than today."""

from datetime import timedelta

from app.clock import FrozenClock, SystemClock


def later(*, days: float) -> FrozenClock:
    """Stand so many days after now, by the clock of the machine."""
    return FrozenClock(SystemClock().now() + timedelta(days=days))

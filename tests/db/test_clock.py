from datetime import UTC, date, datetime

import pytest

from app.clock import FrozenClock, SystemClock


def test_a_late_evening_in_utc_is_the_next_day_in_the_office() -> None:
    clock = FrozenClock(datetime(2020, 12, 15, 20, 30, tzinfo=UTC))

    assert clock.today() == date(2020, 12, 16)


def test_a_frozen_clock_moves_only_when_told() -> None:
    clock = FrozenClock(datetime(2020, 12, 14, tzinfo=UTC))
    clock.advance(days=1, hours=2)

    assert clock.now() == clock.now() == datetime(2020, 12, 15, 2, tzinfo=UTC)
    clock.set(datetime(2021, 3, 10, tzinfo=UTC))
    assert clock.now() == datetime(2021, 3, 10, tzinfo=UTC)


def test_no_clock_is_naive() -> None:
    assert SystemClock().now().tzinfo is UTC
    with pytest.raises(ValueError, match="naive"):
        FrozenClock(datetime(2020, 12, 14))  # noqa: DTZ001  # that is the point

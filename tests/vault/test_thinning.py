"""R-42: a year of backups thins to exactly the set that was promised."""

from datetime import UTC, datetime, timedelta

from app.vault.backups.thinning import to_keep
from tests.metrics import record

START = datetime(2021, 1, 1, tzinfo=UTC)


def promised(made: list[datetime], now: datetime) -> set[datetime]:
    """Say anew, one backup at a time, what stays; shares nothing with the program."""
    stays = {one for one in made if now - one < timedelta(hours=24)}
    for form, count in (("%Y-%m-%d", 7), ("%G-W%V", 5), ("%Y-%m", 12), ("%Y", 10_000)):
        periods = {one: one.strftime(form) for one in made}
        for one, period in periods.items():
            newer = [its for other, its in periods.items() if other > one]
            if period not in newer and len(set(newer)) < count:
                stays.add(one)
    return stays


def test_a_year_of_backups_thins_to_what_was_promised() -> None:
    lying: list[datetime] = []
    wrong = 0
    for hour in range(0, 365 * 24, 4):
        now = START + timedelta(hours=hour)
        lying.append(now)
        kept = to_keep(lying, now)
        wrong += kept != promised(lying, now)
        lying = [one for one in lying if one in kept]
    last = START + timedelta(days=365, hours=-4)
    by_hand = {last - timedelta(hours=4 * n) for n in range(6)}
    by_hand |= {last - timedelta(days=n) for n in range(7)}
    by_hand |= {datetime(2021, 12, day, 20, tzinfo=UTC) for day in (31, 26, 19, 12, 5)}
    by_hand |= {
        datetime(2021, month + 1, 1, tzinfo=UTC) - timedelta(hours=4) for month in range(1, 12)
    }
    by_hand.add(last)
    days, exact = 365, wrong == 0 and set(lying) == by_hand
    record(
        "R-42",
        "thinning over 365 days with six backups a day",
        f"{wrong} of {days * 6} thinnings not as promised, {len(lying)} kept at the end",
        target="exactly the specified set",
        holds=exact,
    )
    assert wrong == 0
    assert set(lying) == by_hand


def test_an_office_that_rests_loses_no_backup_to_the_calendar() -> None:
    summer = [START + timedelta(days=n) for n in range(5)]

    assert to_keep(summer, START + timedelta(days=400)) == frozenset(summer)


def test_a_clock_set_back_lets_nothing_go() -> None:
    future = [START + timedelta(days=30, hours=n) for n in range(10)]

    assert to_keep(future, START) == frozenset(future)


def test_one_a_year_stays_for_ever() -> None:
    made = [START + timedelta(days=30 * n) for n in range(12 * 8)]
    kept = to_keep(made, made[-1])

    assert {one.year for one in kept} == {one.year for one in made}

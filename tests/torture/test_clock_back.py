from datetime import timedelta

from app.clock import FrozenClock
from app.i18n import Translator
from app.wording.clock import clock_behind
from app.workspace import Warn
from tests.registers import STARTED, Home
from tests.torture.clock_back import put_back, write


def test_a_clock_put_back_is_told_and_changes_no_order(home: Home) -> None:
    figures = put_back(home, 4)
    write(figures, home.kind)

    assert figures.times == 4
    assert figures.holds, figures


def test_clocks_of_one_office_may_differ_by_minutes(home: Home) -> None:
    for minutes, warned in ((-4, False), (-6, True)):
        with home.open(clock=FrozenClock(STARTED + timedelta(minutes=minutes))) as register:
            told = [one.what for one in register.warnings]
            assert told == ([Warn.CLOCK_BEHIND] if warned else [])


def test_the_sentence_says_both_moments_in_the_time_of_the_office() -> None:
    said = clock_behind(STARTED, STARTED - timedelta(days=1), Translator.open("en"))

    assert "10 March 2021, 10:00" in said
    assert "9 March 2021, 10:00" in said

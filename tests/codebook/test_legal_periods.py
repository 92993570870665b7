"""When a court may speak of a man, and until when a case is urgent, from dates as they came."""

from datetime import date

import pytest

from app.queries.submissions.periods import hostilities, period_rules
from models.codebook.legal_periods import (
    BeginRule,
    Circumstance,
    Declares,
    LegalPeriod,
    add_months,
    begin_of_period,
    legal_periods,
)
from models.codebook.urgent_window import urgent_window
from models.vocabulary.partial_date import PartialDate

D, DU, MU, NK = (
    BeginRule.DAY_KNOWN,
    BeginRule.DAY_UNKNOWN,
    BeginRule.MONTH_UNKNOWN,
    BeginRule.NOT_KNOWN,
)


def said(edtf: str | None) -> PartialDate:
    return PartialDate.unknown("nobody knows") if edtf is None else PartialDate.parse_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "begins", "rule"),
    [
        ("2020-12-13", "2020-12-13", D),
        ("2020-02-29", "2020-02-29", D),
        ("2020-12-15T23:40+04:00", "2020-12-15", D),
        ("2020-12-10/2020-12-13", "2020-12-13", D),
        ("2020-12-XX", "2021-01-01", DU),
        ("2020-12", "2021-01-01", DU),
        ("2020-02-XX", "2020-03-01", DU),
        ("[2020-12-13..2020-12-16]", "2021-01-01", DU),
        ("[2020-11-12,2020-11-28]", "2020-12-01", DU),
        ("2020-12-13~", "2021-01-01", DU),
        ("2020-11-13?", "2020-12-01", DU),
        ("2020-10/2020-11", "2020-12-01", DU),
        ("2020-11~", "2021-01-01", MU),
        ("[2020-11-28..2020-12-03]", "2021-01-01", MU),
        ("2020-21", "2021-01-01", MU),
        ("2020-XX-XX", "2021-01-01", MU),
        ("2020", "2021-01-01", MU),
        ("[2020-12-28..2021-01-03]", "2022-01-01", MU),
        ("2020-12-13/..", None, NK),
        ("[2020-12-13..]", None, NK),
        ("[..2020-12-16]", "2021-01-01", MU),
        (None, None, NK),
    ],
)
def test_a_period_runs_from_the_day_that_follows_from_what_was_said(
    edtf: str | None, begins: str | None, rule: BeginRule
) -> None:
    begin = begin_of_period(said(edtf))
    assert (begin.day.isoformat() if begin.day else None, begin.rule) == (begins, rule)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2020-11-30", 3, "2021-02-28"),
        ("2019-11-30", 3, "2020-02-29"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-12-31", 6, "2021-06-30"),
        ("2020-12-13", 3, "2021-03-13"),
    ],
)
def test_a_month_without_such_a_day_ends_on_its_last(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == later


def periods(edtf: str | None, on: str, jurisdiction: str = "AM") -> dict[Declares, LegalPeriod]:
    found = legal_periods(
        said(edtf),
        period_rules()[jurisdiction],
        {Circumstance.MILITARY},
        date.fromisoformat(on),
        hostilities(),
    )
    return {period.rule.declares: period for period in found}


@pytest.mark.parametrize(
    ("edtf", "on", "declares", "opens"),
    [
        # before HO-504-N a year, from 31 December 2020 three months
        ("2020-10-05", "2020-12-30", Declares.MISSING, "2021-10-05"),
        ("2020-10-05", "2020-12-31", Declares.MISSING, "2021-01-05"),
        ("2020-12-XX", "2021-03-10", Declares.MISSING, "2021-04-01"),
        ("2020", "2021-03-10", Declares.MISSING, "2021-04-01"),
        # death: two years, then one, after the end of hostilities
        ("2020-10-05", "2020-12-30", Declares.DEAD, "2022-11-10"),
        ("2020-10-05", "2021-03-10", Declares.DEAD, "2021-11-10"),
        # whoever was lost after them: never before his last news
        ("2020-12-13", "2021-03-10", Declares.DEAD, "2021-12-13"),
        (None, "2021-03-10", Declares.DEAD, None),
        ("2016-04-02", "2021-03-10", Declares.DEAD, None),
    ],
)
def test_the_law_of_armenia_speaks_as_it_stood_on_the_day(
    edtf: str | None, on: str, declares: Declares, opens: str | None
) -> None:
    found = periods(edtf, on)[declares].opens
    assert (found.isoformat() if found else None) == opens


def test_azerbaijan_asks_for_six_months_since_july_2023_and_for_two_years_before() -> None:
    before = periods("2020-10-05", "2023-06-30", "AZ")[Declares.DEAD]
    since = periods("2020-10-05", "2023-07-01", "AZ")[Declares.DEAD]
    assert (before.opens, since.opens) == (date(2022, 11, 10), date(2021, 5, 10))
    assert since.days_left(date(2021, 5, 1)) == 9


@pytest.mark.parametrize(
    ("edtf", "closes", "certain"),
    [
        ("2020-12-13", "2021-03-13", True),
        ("2020-11-30", "2021-02-28", True),
        ("2019-11-30", "2020-02-29", True),
        ("[2020-12-13..2020-12-16]", "2021-03-13", False),
        ("2020-12-XX", "2021-03-01", False),
        ("2020-12-13~", "2021-03-10", False),
        ("[2020-12-13..]", "2021-03-13", False),
        ("[..2020-12-16]", None, False),
        (None, None, False),
    ],
)
def test_the_urgent_window_closes_three_months_after_the_earliest_possible_day(
    edtf: str | None, closes: str | None, certain: bool
) -> None:
    window = urgent_window(said(edtf))
    if closes is None:
        assert window is None
        return
    assert window is not None
    assert (window.closes.isoformat(), window.certain) == (closes, certain)
    assert window.days_left(window.closes) == 0
    assert window.is_open(window.closes)

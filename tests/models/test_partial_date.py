"""Partial dates: the subset of EDTF, strict bounds, order, relations, ages (domain.md 5)."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from models.vocabulary.partial_date import (
    AgeBounds,
    DateFault,
    DatePrecision,
    DateQualifier,
    NotADate,
    Padding,
    PartialDate,
    Span,
    hull,
    local_day,
)

D = date
P = DatePrecision


def of(edtf: str) -> PartialDate:
    return PartialDate.parse_edtf(edtf)


def refusal(edtf: str, *, dob: bool = False) -> DateFault:
    with pytest.raises(NotADate) as caught:
        PartialDate.parse_edtf(edtf, dob=dob)
    return caught.value.reason


ACCEPTED = [
    ("2020-12-13", D(2020, 12, 13), D(2020, 12, 13), P.DAY),
    ("2020-12", D(2020, 12, 1), D(2020, 12, 31), P.MONTH),
    ("2020", D(2020, 1, 1), D(2020, 12, 31), P.YEAR),
    ("2020-12-15T23:40+04:00", D(2020, 12, 15), D(2020, 12, 15), P.MINUTE),
    ("2020-12-13?", D(2020, 12, 13), D(2020, 12, 13), P.DAY),
    ("2020-12-13~", D(2020, 12, 13), D(2020, 12, 13), P.DAY),
    ("2020-12-13%", D(2020, 12, 13), D(2020, 12, 13), P.DAY),
    ("2020-12-XX", D(2020, 12, 1), D(2020, 12, 31), P.DAY_IN_MONTH),
    ("2020-XX-XX", D(2020, 1, 1), D(2020, 12, 31), P.DAY_IN_YEAR),
    ("2020-12-13/2020-12-16", D(2020, 12, 13), D(2020, 12, 16), P.INTERVAL),
    ("2020-12-13/..", D(2020, 12, 13), None, P.OPEN),
    ("../2020-12-16", None, D(2020, 12, 16), P.OPEN),
    ("/2020-12-16", None, D(2020, 12, 16), P.OPEN),
    ("2020-12-13/", D(2020, 12, 13), None, P.OPEN),
    ("[2020-12-13,2020-12-15]", D(2020, 12, 13), D(2020, 12, 15), P.ONEOF),
    ("[2020-12-13..2020-12-16]", D(2020, 12, 13), D(2020, 12, 16), P.ONEOF),
    ("[..2020-12-16]", None, D(2020, 12, 16), P.OPEN),
    ("[2020-12-13..]", D(2020, 12, 13), None, P.OPEN),
    ("2021-02", D(2021, 2, 1), D(2021, 2, 28), P.MONTH),
    ("2020-21", D(2020, 3, 1), D(2020, 5, 31), P.SEASON),
    ("2020-23", D(2020, 9, 1), D(2020, 11, 30), P.SEASON),
    ("2020-24", D(2019, 12, 1), D(2021, 2, 28), P.SEASON),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precision"), ACCEPTED)
def test_every_form_keeps_its_strict_bounds_and_comes_back_the_same(
    edtf: str, earliest: date | None, latest: date | None, precision: DatePrecision
) -> None:
    read = of(edtf)
    assert (read.edtf, read.earliest, read.latest) == (edtf, earliest, latest)
    assert read.precision is precision
    assert PartialDate.parse_edtf(edtf) == read
    assert PartialDate.restore(read.edtf, read.text) == read


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2021-02-29", DateFault.NO_SUCH_DAY),
        ("2020-13", DateFault.NO_SUCH_MONTH),
        ("2020-12-00", DateFault.NO_SUCH_DAY),
        ("2020-12-16/2020-12-13", DateFault.END_BEFORE_START),
        ("[2020-12-16..2020-12-13]", DateFault.END_BEFORE_START),
        ("2020-12-13/2020-12", DateFault.END_MAY_PRECEDE_START),
        ("2020-12-1X", DateFault.X_MISPLACED),
        ("2020-XX-13", DateFault.X_MISPLACED),
        ("2020-XX-XX/2021", DateFault.X_MISPLACED),
        ("XXXX-03-14", DateFault.X_MISPLACED),
        ("199X", DateFault.DECADE_ONLY_FOR_BIRTH),
        ("2020?-12-13", DateFault.QUALIFIER_MISPLACED),
        ("?2020-12-13", DateFault.QUALIFIER_MISPLACED),
        ("2020-12-15T23:40+04:00~", DateFault.TIME_MISPLACED),
        ("2020-12-15T23:40/2020-12-16", DateFault.TIME_MISPLACED),
        ("2020-12-15T24:00", DateFault.NO_SUCH_TIME),
        ("2020-12-15T10:00+15:00", DateFault.NO_SUCH_TIME),
        ("../..", DateFault.NO_BOUND),
        ("/", DateFault.NO_BOUND),
        ("[..]", DateFault.NO_BOUND),
        ("{2020-12-13,2020-12-15}", DateFault.ALL_OF_SET),
        ("[2020-12-XX,2020-11]", DateFault.SET_MEMBER),
        ("[2020-12-13~..2020-12-16]", DateFault.SET_MEMBER),
        ("[2018,2019..2020]", DateFault.SET_MEMBER),
        ("2020-21/2021", DateFault.SEASON_NOT_TYPED),
        ("0000", DateFault.YEAR_OUT_OF_RANGE),
        ("-0004", DateFault.YEAR_OUT_OF_RANGE),
        ("Y170000002", DateFault.YEAR_OUT_OF_RANGE),
        ("0001-01-01T00:00+14:00", DateFault.YEAR_OUT_OF_RANGE),
        ("", DateFault.EMPTY),
        ("2020-12-13 ", DateFault.UNREADABLE),
        ("20201213", DateFault.UNREADABLE),
        ("2020-1-1", DateFault.UNREADABLE),
        ("२०२०", DateFault.UNREADABLE),
        ("2020-12-13/2020/2021", DateFault.UNREADABLE),
        ("x" * 400, DateFault.TOO_LONG),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(edtf: str, reason: DateFault) -> None:
    assert refusal(edtf) is reason


def test_an_error_carries_no_case_data_in_its_text() -> None:
    with pytest.raises(NotADate) as caught:
        PartialDate.read("captured with Aram, position five")
    assert str(caught.value) == "not_a_date: unreadable"


def test_a_decade_is_a_date_of_birth_only() -> None:
    born = PartialDate.parse_edtf("199X", dob=True)
    assert (born.earliest, born.latest) == (D(1990, 1, 1), D(1999, 12, 31))
    assert PartialDate.restore("199X", "") == born


def test_one_set_has_one_way_to_be_written() -> None:
    assert of("[2020-12-15,2020-12-13]").edtf == "[2020-12-13,2020-12-15]"
    assert of("[2020-12-13]").edtf == "2020-12-13"
    assert of("[2020-12-13..2020-12-13]").edtf == "2020-12-13"


def test_no_bound_is_invented() -> None:
    assert of("/2020-12-13").earliest is None
    assert of("/2020-12-13").has_unknown_end
    assert not of("/2020-12-13").is_open
    assert of("2020-12-13/..").is_open
    assert not of("2020-12-13/..").has_unknown_end


def test_the_doubt_of_either_end_is_the_doubt_of_the_date() -> None:
    assert of("2020-12-13~/2020-12-16?").qualifier is DateQualifier.BOTH
    assert of("2020-12-13~/..").qualifier is DateQualifier.APPROX


def test_once_and_lasting_are_told_apart() -> None:
    assert of("[2020-12-13..2020-12-16]").happened_once
    assert of("2020-12-13/2020-12-16").is_interval
    assert of("2020-12-13").happened_once
    unknown = PartialDate.unknown("մի օր")
    assert not any((unknown.happened_once, unknown.is_interval, unknown.is_known))
    assert unknown.edtf is None
    assert unknown.text == "մի օր"


def test_only_an_undoubted_day_is_exact() -> None:
    assert of("2020-12-13").is_exact_day
    assert not of("2020-12-13?").is_exact_day
    assert not of("2020-12-XX").is_exact_day


# --- local midnight (AT12)


def test_a_stamp_of_half_past_eight_in_the_evening_utc_is_the_next_day_here() -> None:
    stamp = datetime(2020, 12, 15, 20, 30, tzinfo=UTC)
    assert local_day(stamp) == D(2020, 12, 16)
    assert PartialDate.at_minute(stamp) == of("2020-12-15T20:30Z")
    assert of("2020-12-15T20:30Z").edtf == "2020-12-16T00:30+04:00"
    assert of("2020-12-15T19:59Z").earliest == D(2020, 12, 15)


@pytest.mark.parametrize(
    ("edtf", "kept"),
    [
        ("2020-12-13T17:40", "2020-12-13T17:40+04:00"),
        ("2020-12-13T13:40Z", "2020-12-13T17:40+04:00"),
        ("2020-12-13T17:40:00+04:00", "2020-12-13T17:40+04:00"),
        ("2020-12-13T16:40+03", "2020-12-13T17:40+04:00"),
    ],
)
def test_minutes_are_kept_in_local_time(edtf: str, kept: str) -> None:
    assert of(edtf).edtf == kept
    assert of(edtf).minute_of_day == 17 * 60 + 40


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        local_day(datetime(2020, 12, 15, 20, 30))  # noqa: DTZ001  # the fault under test


# --- order


def test_sorting_goes_by_first_day_then_last_day_then_precision() -> None:
    in_order = [
        "[..2020-11-30]",
        "2020-12-XX",
        "2020-12",
        "2020-XX-XX",
        "2020-12-13T09:00",
        "2020-12-13T10:00",
        "2020-12-13",
        "[2020-12-13,2020-12-15]",
        "2020-12-13/2020-12-15",
        "[2020-12-13..2020-12-16]",
        "2020-12-13/..",
        "2020-12-14",
        "[..2020-12-14]",
    ]
    # A day of 2020 starts in January: it comes before December, after November of 2019 only.
    in_order.remove("2020-XX-XX")
    dates = [of(edtf) for edtf in in_order]
    assert sorted(dates, key=lambda each: each.sort_key) == dates
    assert PartialDate.unknown().sort_key > max(each.sort_key for each in dates)


def test_sort_keys_are_of_one_length_and_only_digits() -> None:
    keys = [PartialDate.unknown().sort_key, *(of(row[0]).sort_key for row in ACCEPTED)]
    keys.append(of("0001-01-01").sort_key)
    assert {len(key) for key in keys} == {22}
    assert all(key.isdecimal() for key in keys)


# --- relations


def test_before_is_said_only_where_no_reading_denies_it() -> None:
    assert of("2020-12-13").definitely_before(of("2020-12-14"))
    assert not of("2020-12-13").definitely_before(of("2020-12-13"))
    assert not of("2020-12-XX").definitely_before(of("2020-12-14"))
    assert not of("2020-12-13/..").definitely_before(of("2021-12-14"))
    assert not PartialDate.unknown().definitely_before(of("2020"))
    assert of("2020-12-15T23:40").definitely_before(of("2020-12-15T23:41"))
    assert not of("2020-12-15T23:40").definitely_before(of("2020-12-15"))
    assert of("2021").definitely_after(of("[..2020-12-16]"))


def test_overlap_is_possible_and_containment_is_certain() -> None:
    window = of("2020-12-13/2020-12-16")
    assert window.overlaps(of("2020-12-XX"))
    assert not window.contains(of("2020-12-XX"))
    assert window.contains(of("[2020-12-13..2020-12-16]"))
    assert window.overlaps(of("2020-12-16/.."))
    assert not window.contains(of("2020-12-16/.."))
    assert of("2020-12-13/..").contains(of("2021-01"))
    assert not of("2020-12-13/").contains(of("2021-01"))
    assert of("2020-12-13/").overlaps(of("2021-01"))
    assert not window.overlaps(of("2020-12-17"))


def test_a_set_has_gaps() -> None:
    either = of("[2020-12-13,2020-12-15]")
    assert not either.overlaps(of("2020-12-14"))
    assert not either.contains(of("2020-12-14"))
    assert either.contains(of("2020-12-15"))


def test_an_unknown_date_overlaps_nothing_known_but_is_not_ruled_out() -> None:
    assert not PartialDate.unknown().overlaps(of("2020"))
    assert PartialDate.unknown().may_overlap(of("2020"))
    assert not of("2019").may_overlap(of("2020"))


def test_about_widens_the_search_and_never_the_bounds() -> None:
    assert of("2020-12-13~").search_bounds() == Span(D(2020, 12, 10), D(2020, 12, 16))
    assert of("2020-12-13%").search_bounds() == Span(D(2020, 12, 7), D(2020, 12, 19))
    assert of("2020-12-13?").search_bounds() == Span(D(2020, 12, 13), D(2020, 12, 13))
    assert of("2020-12~").search_bounds() == Span(D(2020, 11, 1), D(2021, 1, 31))
    assert of("2020~").search_bounds() == Span(D(2019, 1, 1), D(2021, 12, 31))
    assert of("2020-12-13~/..").search_bounds() == Span(D(2020, 12, 10), None)
    assert of("2020-12-13~").search_bounds(Padding(days=1)).earliest == D(2020, 12, 12)
    assert of("0001-01-01~").search_bounds().earliest == date.min
    assert of("9999~").search_bounds().latest == date.max
    assert of("0001~").search_bounds().earliest == date.min
    assert PartialDate.unknown().search_bounds() == Span(None, None)


# --- accounts that differ (AT6)


def test_the_hull_of_accounts_is_printed_without_false_precision() -> None:
    accounts = [of("2020-12-13"), of("[2020-12-13..2020-12-15]"), of("2020-12-16")]
    assert hull(accounts).edtf == "[2020-12-13..2020-12-16]"


@pytest.mark.parametrize(
    ("accounts", "together"),
    [
        (["2020-12-13", "2020-12-13"], "2020-12-13"),
        (["2020-12-XX", "2020-12-13"], "2020-12-XX"),
        (["2020-12-01", "2020-12-31"], "2020-12-XX"),
        (["2020-01-01", "2020-12-31"], "2020-XX-XX"),
        (["[2020-12-13,2020-12-16]", "2020-12-14"], "[2020-12-13..2020-12-16]"),
        (["2020-12-13/2020-12-15", "2020-12-14/2020-12-20"], "2020-12-13/2020-12-20"),
        (["2020-12-13/..", "2020-12-10/2020-12-20"], "2020-12-10/.."),
        (["2020-12-13/", "2020-12-10/2020-12-20"], "2020-12-10/"),
        (["[..2020-12-16]", "2020-12-13"], "[..2020-12-16]"),
        (["[..2020-12-16]", "[2020-12-13..]"], None),
    ],
)
def test_a_hull_holds_every_account(accounts: list[str], together: str | None) -> None:
    assert hull([of(each) for each in accounts]).edtf == together


def test_an_account_without_a_date_says_nothing() -> None:
    assert hull([PartialDate.unknown("a cold day"), of("2020-12-13")]).edtf == "2020-12-13"
    assert hull([PartialDate.unknown("a cold day")]) == PartialDate.unknown()
    assert hull([]) == PartialDate.unknown()


# --- ages


@pytest.mark.parametrize(
    ("born", "seen", "youngest", "oldest"),
    [
        ("2001-12-13", "2020-12-13", 19, 19),
        ("2001-12-14", "2020-12-13", 18, 18),
        ("2001", "2020-12-13", 18, 19),
        ("[2000..2002]", "2020-12-13", 17, 20),
        ("2000-02-29", "2021-02-28", 20, 20),
        ("2000-02-29", "2021-03-01", 21, 21),
        ("[..2002-12-13]", "2020-12-13", 18, None),
        ("2001", "2020-12-13/..", 18, None),
        ("2021", "2020-12-13", 0, 0),
    ],
)
def test_an_age_is_as_sure_as_its_dates(
    born: str, seen: str, youngest: int | None, oldest: int | None
) -> None:
    assert of(born).age_on(of(seen)) == AgeBounds(youngest, oldest)


def test_an_age_on_a_day_needs_no_partial_date() -> None:
    assert of("2001").age_on(D(2020, 12, 13)) == AgeBounds(18, 19)
    assert PartialDate.unknown().age_on(D(2020, 12, 13)) == AgeBounds(None, None)


def test_local_time_is_four_hours_ahead_whatever_the_offset_said() -> None:
    west = timezone(timedelta(hours=-5))
    assert local_day(datetime(2020, 12, 15, 15, 0, tzinfo=west)) == D(2020, 12, 16)

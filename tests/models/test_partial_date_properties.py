"""Properties that hold for every partial date."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary.date_reading import explain
from models.vocabulary.date_words import DATE_LANGUAGES, in_words
from models.vocabulary.partial_date import PartialDate, hull

days = st.dates(date(1800, 1, 1), date(2150, 12, 31)).map(date.isoformat)
signs = st.sampled_from(["", "?", "~", "%"])
parts = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))
points = st.one_of(
    st.builds(str.__add__, parts, signs),
    st.builds(lambda day, sign: f"{day[:7]}-XX{sign}", days, signs),
    st.builds(lambda day, sign: f"{day[:4]}-XX-XX{sign}", days, signs),
    st.builds(lambda day, hour: f"{day}T{hour:02d}:30", days, st.integers(0, 23)),
)


@st.composite
def _spans(draw: st.DrawFn) -> str:
    first, last = sorted((draw(days), draw(days)))
    pattern = draw(st.sampled_from(["[{}..{}]", "{}/{}", "[{},{}]"]))
    return pattern.format(first, last)


open_ended = st.builds(
    str.format, st.sampled_from(["[..{}]", "[{}..]", "{}/..", "../{}", "{}/", "/{}"]), parts
)
expressions = st.one_of(points, _spans(), open_ended)
dates = expressions.map(PartialDate.parse_edtf)


@given(dates)
def test_what_is_written_is_read_back_as_the_same_date(when: PartialDate) -> None:
    assert when.edtf is not None
    assert PartialDate.parse_edtf(when.edtf) == when


@given(dates)
def test_the_first_day_never_follows_the_last(when: PartialDate) -> None:
    assert when.earliest or when.latest
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@given(dates, dates)
def test_sort_keys_never_deny_the_order_of_days(one: PartialDate, other: PartialDate) -> None:
    if one.earliest and other.earliest and one.earliest < other.earliest:
        assert one.sort_key < other.sort_key
    if one.definitely_before(other) and one.earliest:
        assert one.sort_key < other.sort_key
    assert one.sort_key < PartialDate.unknown().sort_key


@given(dates, dates)
def test_what_contains_overlaps_and_what_is_before_does_not(
    one: PartialDate, other: PartialDate
) -> None:
    if one.contains(other):
        assert one.overlaps(other)
    if one.overlaps(other):
        assert other.overlaps(one)
        assert one.may_overlap(other)
    if one.definitely_before(other) and one.minute_of_day is None:
        assert not one.overlaps(other)
    assert not (one.definitely_before(other) and other.definitely_before(one))


@given(dates)
def test_the_search_looks_at_least_where_the_date_can_be(when: PartialDate) -> None:
    wide = when.search_bounds()
    if when.earliest:
        assert wide.earliest
        assert wide.earliest <= when.earliest
    if when.latest:
        assert wide.latest
        assert wide.latest >= when.latest


@given(st.lists(dates, min_size=1, max_size=4))
def test_a_hull_leaves_no_account_outside(accounts: list[PartialDate]) -> None:
    together = hull(accounts)
    if together.is_known:
        for each in accounts:
            assert together.earliest is None or (
                each.earliest is not None and together.earliest <= each.earliest
            )
            assert together.latest is None or (
                each.latest is not None and each.latest <= together.latest
            )


@given(dates, st.sampled_from(DATE_LANGUAGES), st.sampled_from(["sentence", "table", "figures"]))
def test_words_hold_no_number_that_the_date_does_not_have(
    when: PartialDate, lang: str, case: str
) -> None:
    said = in_words(when, lang, case=case)  # type: ignore[arg-type]  # drawn from the three
    own = {int(figure) for figure in re.findall(r"\d+", when.edtf or "")}
    assert {int(figure) for figure in re.findall(r"\d+", said)} <= own


@given(dates, st.sampled_from(DATE_LANGUAGES))
def test_sentences_can_be_typed_in_again(when: PartialDate, lang: str) -> None:
    if when.edtf is None or when.edtf.startswith("../"):
        return  # said in the words of the form that happened once
    assert PartialDate.read(in_words(when, lang)).edtf == when.edtf


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    explained = explain(text)
    assert (explained.error is None) == (explained.fault is None)


_HEAP = [
    *("12", "13", "2020", "98", "1", "декабря", "dekabr", "or", "between", "and", "с", "по"),
    *("մինչև", "և", "դեկտեմբերի", "13-ից", "about", "-", ",", "/", ".", "?", "~", "XX", "23:40"),
]


@given(st.lists(st.sampled_from(_HEAP), max_size=8))
def test_no_heap_of_date_words_breaks_the_reader(words: list[str]) -> None:
    explained = explain(" ".join(words))
    assert explained.error is None or "{" not in explained.error

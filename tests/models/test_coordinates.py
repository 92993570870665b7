"""Coordinates as people write them: read exactly, refused with a reason, asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary.coordinate_reading import looks_like_point, read_point
from models.vocabulary.coordinates import (
    CoordinateDoubt,
    CoordinateFault,
    NotCoordinates,
    Point,
    doubt_about,
    in_decimal,
    in_degrees,
    metres_between,
)

KHTSABERD = (39.5458, 46.7708)

WAYS = [
    "39.5458, 46.7708", "39.5458 46.7708", "39.5458,46.7708", "39,5458 46,7708",
    "39,5458; 46,7708", "39,5458, 46,7708", "39,5458,46,7708", "(39.5458, 46.7708)",
    "N39.5458 E46.7708", "39.5458N 46.7708E", "46.7708E, 39.5458N", "39.5458° N, 46.7708° E",
    "39°32′44.9″N 46°46′14.9″E", "39°32'44.9\"N, 46°46'14.9\"E", "39° 32' 44.9'' 46° 46' 14.9''",
    "39 32 44.9 46 46 14.9", "N39 32.748 E46 46.248", "39°32.748' 46°46.248'",
    "39°32,748′ с.ш. 46°46,248′ в.д.", "39,5458° с. ш., 46,7708° в. д.", "С39.5458 В46.7708",
    "Հս 39.5458, Ավ 46.7708", "39.5458 հս. լ. 46.7708 ավ. ե.", "39.5458° հս․ 46.7708° արլ․",
    "lat 39.5458 lon 46.7708", "Lat: 39.5458, Long: 46.7708", "39.5458/46.7708",
    "39.5458 северной широты 46.7708 восточной долготы",
]  # fmt: skip


@pytest.mark.parametrize("text", WAYS)
def test_a_point_is_read_in_each_usual_way_of_writing(text: str) -> None:
    point = read_point(text)
    assert (point.lat, point.lon) == pytest.approx(KHTSABERD, abs=6e-5)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("39.5458, 46.7708", 12), ("39.55, 46.77", 1114), ("39, 46", 111_320),
        ("39°32′45″N 46°46′15″E", 31), ("39°32′N 46°46′E", 1856), ("39.5, 46.770812", 11_132),
        ("39.54580001, 46.77080001", 1),
    ],
)  # fmt: skip
def test_precision_is_one_step_of_the_last_digit_of_the_coarser_angle(
    text: str, metres: int
) -> None:
    assert read_point(text).precision_m == metres


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", CoordinateFault.EMPTY), ("  ", CoordinateFault.EMPTY),
        ("Khtsaberd", CoordinateFault.UNREADABLE), ("39.5458", CoordinateFault.ONE_NUMBER),
        ("39,46", CoordinateFault.ONE_NUMBER), ("39.5N 46.7", CoordinateFault.ONE_LETTER),
        ("39.5N 46.7N", CoordinateFault.SAME_TWICE), ("39°72′N 46°46′E", CoordinateFault.SIXTY),
        ("39 32 60 46 46 15", CoordinateFault.SIXTY), ("139.5, 46.7", CoordinateFault.SWAPPED),
        ("95N 46E", CoordinateFault.OFF_THE_GLOBE), ("239, 246", CoordinateFault.OFF_THE_GLOBE),
        ("39.5 46.7 12", CoordinateFault.UNREADABLE), ("39.5°32.1′ 46", CoordinateFault.UNREADABLE),
        ("-39.5N 46.7E", CoordinateFault.UNREADABLE), ("1, 2, 3", CoordinateFault.UNREADABLE),
        ("№ 39.5, 46.7 🙂", CoordinateFault.UNREADABLE), ("9" * 5000, CoordinateFault.UNREADABLE),
        ("° ' \"", CoordinateFault.UNREADABLE), ("N E", CoordinateFault.ONE_NUMBER),
    ],
)  # fmt: skip
def test_what_is_no_point_is_refused_with_its_reason(text: str, fault: CoordinateFault) -> None:
    with pytest.raises(NotCoordinates) as refusal:
        read_point(text)
    assert refusal.value.fault is fault


@pytest.mark.parametrize(
    ("lat", "lon", "doubt"),
    [
        (39.5458, 46.7708, None), (40.409, 49.867, None), (39.62, -46.978, "mirrored_west"),
        (-39.62, 46.978, "mirrored_south"), (46.978, 39.62, "swapped"), (48.85, 2.35, "outside"),
    ],
)  # fmt: skip
def test_a_point_outside_the_theatre_is_asked_about_by_its_likely_slip(
    lat: float, lon: float, doubt: str | None
) -> None:
    assert doubt_about(lat, lon) == (CoordinateDoubt(doubt) if doubt else None)


def test_a_point_is_said_back_in_both_ways_with_the_digits_it_deserves() -> None:
    assert in_decimal(Point(39.5458, 46.7708, 12)) == "39.5458, 46.7708"
    assert in_decimal(Point(39.5, 46.75, 2000)) == "39.50, 46.75"
    assert in_decimal(Point(39.5167, 47.03, 500)) == "39.5167, 47.0300"
    assert in_decimal(read_point("39°32′45″N 46°46′15″E")) == "39.5458, 46.7708"
    assert (in_degrees(39.5458), in_degrees(-46.99999)) == ("39°32′45″", "47°00′00″")


def test_what_is_said_back_is_read_as_the_same_point() -> None:
    point = read_point("39.5458, 46.7708")
    assert read_point(in_decimal(point)) == point


@given(st.text(alphabet="0123456789.,;°′″'\" NSEWСЮВЗհսավ-+/", max_size=40))
def test_whatever_is_typed_is_a_point_on_the_globe_or_a_refusal(text: str) -> None:
    try:
        point = read_point(text)
    except NotCoordinates:
        return
    assert abs(point.lat) <= 90
    assert abs(point.lon) <= 180
    assert point.precision_m is not None
    assert point.precision_m >= 1


def test_the_distance_between_two_villages_of_one_name_is_known() -> None:
    assert metres_between(39.5389, 46.7117, 39.8233, 47.0178) == pytest.approx(41_100, rel=0.01)


@pytest.mark.parametrize(
    ("text", "is_point"),
    [("39.5, 46.7", True), ("139.5, 46.7", True), ("Hadrut", False), ("12", False), ("9 N", False)],
)
def test_a_name_is_never_taken_for_a_point(text: str, is_point: bool) -> None:
    assert looks_like_point(text) is is_point

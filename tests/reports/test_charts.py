"""What is drawn says nothing that is not known: times as exact as they were said, places too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from app.reports.chart_blocks import (
    BarChart,
    BarRow,
    PlaceMap,
    SpotKind,
    TimeEnd,
    TimelineBars,
    TimeShape,
)
from app.reports.document import Document
from app.reports.internal_file import internal_file
from app.reports.paper_words import PaperWords
from app.reports.papers import TEMPLATES, make_document
from app.reports.pdf.fonts import family
from app.reports.pdf.strips import Corners, Disc, Frame, Rule, Stroke, Words
from app.reports.pdf.typeset import Typesetter
from app.reports.render import write_pdf
from app.reports.sections.place_sketch import place_sketch
from app.reports.sections.time_bars import marks_of, time_bars
from app.reports.sketch.ground import ground_for
from app.shapes.case_report import CaseReport, EventLine, PlaceLine, PlaceWords, Wording
from models.vocabulary.coordinates import Point, metres_between
from models.vocabulary.papers import Audience, PaperSection
from models.vocabulary.partial_date import PartialDate
from tests.factories import papers
from tests.reports.page_faults import faults
from tests.reports.reading import text_of

LANGUAGES = ("en", "hy", "ru")
TODAY = date(2021, 3, 10)
EN = PaperWords("en")


def place(name: str, lat: float | None, lon: float = 46.8, **more: str) -> PlaceLine:
    """Invent a place where something happened."""
    point = None if lat is None else Point(lat, lon, 500)
    return PlaceLine(
        PlaceWords(Wording(en=name, hy=name, ru=name), **more),  # type: ignore[arg-type]  # words
        "C11",
        PartialDate.parse_edtf("2020-12-13"),
        point=point,
    )


def event(key: str, code: str, when: str) -> EventLine:
    """Invent something that happened."""
    return EventLine(key, code, PartialDate.parse_edtf(when), ())


def with_places(*lines: PlaceLine) -> CaseReport:
    """Return the model case with these places and nothing else that is long."""
    return replace(papers.model_case(), places=lines)


def drawn(case: CaseReport, lang: str = "en") -> Document:
    """Make the internal file of a case."""
    return internal_file(case, lang, papers.issued_context())


def only(document: Document, kind: type) -> Document:
    """Keep of a document what is drawn of one kind."""
    return replace(document, blocks=tuple(b for b in document.blocks if isinstance(b, kind)))


def strokes_of(document: Document) -> list[Stroke]:
    """Return what is drawn on the one page of a document of one chart."""
    (page,) = Typesetter(document, family()).pages()
    return [stroke for placed in page.placed for stroke in placed.strip.strokes]


def box(words: Words) -> tuple[float, float, float, float]:
    """Return the room that words take: left, top, right, bottom."""
    face = family().bold if words.bold else family().regular
    width = face.width(words.text) * words.size
    return words.x, words.y - 0.72 * words.size, words.x + width, words.y + 0.2 * words.size


def overlapping(strokes: list[Stroke]) -> list[tuple[str, str]]:
    """Name the words that lie on one another, however their lines lie."""
    words = [stroke for stroke in strokes if isinstance(stroke, Words) and stroke.text.strip()]
    found = []
    for one, other in combinations(words, 2):
        a, b = box(one), box(other)
        if a[0] < b[2] - 0.3 and b[0] < a[2] - 0.3 and a[1] < b[3] and b[1] < a[3]:
            found.append((one.text, other.text))
    return found


# --- times


@pytest.mark.parametrize(
    ("when", "shape", "start", "end"),
    [
        ("2020-12-13", TimeShape.DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13T17:40+04:00", TimeShape.DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13~", TimeShape.ABOUT_DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13?", TimeShape.ABOUT_DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-XX", TimeShape.ONCE, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12", TimeShape.ONCE, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("[2020-12-13..2020-12-16]", TimeShape.ONCE, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("[..2020-12-16]", TimeShape.ONCE, TimeEnd.NOT_KNOWN, TimeEnd.KNOWN),
        ("2020-12-13/2020-12-16", TimeShape.LASTED, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13~/2020-12-16", TimeShape.ABOUT_LASTED, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13/..", TimeShape.LASTED, TimeEnd.KNOWN, TimeEnd.GOES_ON),
        ("2020-12-13/", TimeShape.LASTED, TimeEnd.KNOWN, TimeEnd.NOT_KNOWN),
    ],
)
def test_a_time_is_drawn_as_exactly_as_it_was_said(
    when: str, shape: TimeShape, start: TimeEnd, end: TimeEnd
) -> None:
    (mark,) = marks_of(PartialDate.parse_edtf(when))
    assert (mark.shape, mark.start, mark.end) == (shape, start, end)
    bounds = PartialDate.parse_edtf(when)
    assert (mark.first, mark.last) == (bounds.earliest, bounds.latest)


def test_one_of_two_days_is_two_rings_and_never_a_dot() -> None:
    marks = marks_of(PartialDate.parse_edtf("[2020-12-13,2020-12-15]"))
    assert [mark.shape for mark in marks] == [TimeShape.ABOUT_DAY, TimeShape.ABOUT_DAY]
    assert [mark.first for mark in marks] == [date(2020, 12, 13), date(2020, 12, 15)]


def test_what_has_no_date_was_withdrawn_or_is_the_offices_work_is_not_drawn() -> None:
    chart = time_bars(
        [
            event("a", "E01", "2020-12-14"),
            event("b", "C11", "2020-12-16"),
            replace(event("c", "C12", "2020-12-20"), withdrawn=True),
            replace(event("d", "C13", "2020-12-20"), date=PartialDate.unknown("winter")),
            event("e", "A116", "2021-02-01"),
        ],
        EN,
        TODAY,
    )
    assert chart is not None
    assert [row.label for row in chart.rows] == ["Reported missing", "Capture witnessed"]
    assert (chart.first, chart.last) == (date(2020, 12, 14), date(2020, 12, 16))


def test_fewer_than_two_dated_things_are_not_drawn() -> None:
    assert time_bars([], EN, TODAY) is None
    assert time_bars([event("a", "E01", "2020-12-14")], EN, TODAY) is None
    both = [event("a", "E01", "2020-12-14"), event("b", "C11", "2020-12-14")]
    assert time_bars(both, EN, TODAY) is None
    thin = drawn(papers.thin_case())
    assert not any(isinstance(block, TimelineBars | PlaceMap) for block in thin.blocks)


def test_what_goes_on_reaches_the_day_of_the_paper_and_is_explained() -> None:
    chart = time_bars(
        [event("a", "E04", "2020-12-14"), event("b", "D25", "2020-12-20/..")], EN, TODAY
    )
    assert chart is not None
    assert chart.last >= TODAY
    explained = {entry.sign for entry in chart.key}
    assert explained == {TimeShape.DAY, TimeShape.LASTED, TimeEnd.GOES_ON}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("last", ["2020-12-20", "2021-03-01", "2023-05-05", "2045-01-01"])
def test_the_days_under_the_line_do_not_run_into_one_another(lang: str, last: str) -> None:
    events = (event("a", "E04", "2020-12-13"), event("b", "C11", last))
    case = replace(papers.model_case(), events=events)
    strokes = strokes_of(only(drawn(case, lang), TimelineBars))
    assert overlapping(strokes) == []
    ticks = [s for s in strokes if isinstance(s, Rule) and s.x1 == s.x2]
    assert len(ticks) > 1


def test_a_day_is_not_drawn_before_the_day_before_it() -> None:
    events = tuple(event(str(n), "C11", f"2020-12-{n:02d}") for n in (13, 14, 20))
    case = replace(papers.model_case(), events=(event("a", "E04", "2020-12-12"), *events))
    dots = [s.x for s in strokes_of(only(drawn(case), TimelineBars)) if isinstance(s, Disc)]
    first, *rest = dots[:-1]  # the last stands in the explanation
    assert [first, *rest] == sorted({first, *rest})


def test_a_hundred_kinds_of_events_stay_on_one_page_and_the_rest_is_counted() -> None:
    codes = ("E01", "E02", "E03", "E04", "E05", "E09", "C10", "C11", "C12", "C13", "C14", "C15",
             "C16", "C17", "C18", "C19", "D20", "D21")  # fmt: skip
    chart = time_bars(
        [event(code, code, f"2020-12-{n + 1:02d}") for n, code in enumerate(codes)], EN, TODAY
    )
    assert chart is not None
    more = len(codes) - len(chart.rows)
    assert chart.under == f"{more} more kinds of events are in the table only."


# --- places


def test_distances_on_the_sketch_are_those_on_the_ground() -> None:
    baku, village = Point(40.409, 49.867), Point(39.5458, 46.7708)
    ground = ground_for([baku, village], 460, 170)
    assert ground is not None
    (x1, y1), (x2, y2) = ground.place(baku.lat, baku.lon), ground.place(village.lat, village.lon)
    metres = ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 * ground.metres
    assert metres == pytest.approx(metres_between(40.409, 49.867, 39.5458, 46.7708), rel=0.01)
    assert x1 > x2
    assert y1 < y2  # Baku lies to the north-east: right and up
    assert 0 < ground.length(ground.scale_bar()) < 0.3 * ground.width


def test_a_ring_of_doubt_lies_within_the_frame_of_the_sketch() -> None:
    doubtful = replace(place("Village", 39.55), point=Point(39.55, 46.8, 9000))
    block = only(drawn(with_places(doubtful, place("Other", 39.6))), PlaceMap)
    strokes = strokes_of(block)
    frame = next(stroke for stroke in strokes if isinstance(stroke, Frame))
    rings = [s for s in strokes if isinstance(s, Disc) and s.dashed]
    ring = max(rings, key=lambda one: one.radius)
    assert frame.x <= ring.x - ring.radius
    assert ring.x + ring.radius <= frame.width
    assert frame.y <= ring.y - ring.radius
    assert ring.y + ring.radius <= frame.height


def test_a_district_is_never_drawn_as_one_spot() -> None:
    lines = (place("Village", 39.55), place("Hadrut", 39.52, 47.03, precision="DISTRICT"))
    sketch = place_sketch(lines, EN)
    assert sketch is not None
    assert [(spot.name, spot.kind) for spot in sketch.spots] == [
        ("Village", SpotKind.PLACE),
        ("Hadrut (in the district)", SpotKind.AREA),
    ]
    assert sketch.spots[1].within_m is None


def test_a_place_without_coordinates_is_named_and_not_drawn() -> None:
    sketch = place_sketch((place("Village", 39.55), place("Petrosashen", None)), EN)
    assert sketch is not None
    assert [spot.name for spot in sketch.spots] == ["Village"]
    assert "Not on the sketch, for want of coordinates: Petrosashen." in sketch.under


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (place("Nowhere", None),),
        (place("An island", 10.0, -150.0),),  # no town of ours near: one dot says nothing
        (place("Here", 39.5), place("Over the sea", 10.0, -150.0)),
    ],
    ids=["none", "no coordinates", "alone", "too far apart"],
)
def test_there_is_no_sketch_that_would_say_nothing(lines: tuple[PlaceLine, ...]) -> None:
    assert place_sketch(lines, EN) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_on_a_sketch_do_not_lie_on_one_another_however_near_the_places(lang: str) -> None:
    near = [
        place(f"{'Long name of a village ' * (n % 3)}{n}", 39.5 + n % 7 / 90, 46.8 + n % 5 / 70)
        for n in range(24)
    ]
    document = only(drawn(with_places(*near), lang), PlaceMap)
    assert overlapping(strokes_of(document)) == []
    text = text_of(write_pdf(document).content)
    assert all(line.place.names.en.strip() in text for line in near)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sketch_names_towns_in_the_language_of_the_paper_and_says_what_it_is(lang: str) -> None:
    text = text_of(write_pdf(drawn(papers.model_case(), lang)).content)
    town = {"en": "Hadrut", "hy": "Հադրութ", "ru": "Гадрут"}[lang]
    warned = {"en": "not to be used for navigation", "hy": "ճանապարհ գտնելու համար չէ",
              "ru": "не для прокладки пути"}[lang]  # fmt: skip
    assert town in text
    assert warned in text


def test_words_typed_into_a_place_are_words_on_the_sketch() -> None:
    typed = '<b>{n}</b> \u202e"(\\) \U0001f600 {places}\n\x00' + "x" * 300
    case = with_places(place(typed, 39.55), place("Other", 39.6))
    text = text_of(write_pdf(only(drawn(case), PlaceMap)).content)
    assert "<b>{n}</b>" in text
    assert "{places}" in text
    assert faults(drawn(case)) == []


# --- whole papers


@pytest.mark.parametrize("audience", [a for a in TEMPLATES if a is not Audience.INTERNAL])
def test_nothing_is_drawn_for_a_reader_who_gets_no_exact_places(audience: Audience) -> None:
    made = make_document(audience, (papers.model_case(),), "en", papers.issued_context())
    assert not any(isinstance(block, PlaceMap | TimelineBars) for block in made.document.blocks)


def test_a_section_that_was_not_chosen_is_not_drawn_either() -> None:
    def made(*sections: PaperSection) -> set[type]:
        chosen = frozenset({PaperSection.IDENTITY, *sections})
        case, context = papers.model_case(), papers.issued_context()
        document = make_document(Audience.INTERNAL, (case,), "en", context, chosen).document
        return {type(b) for b in document.blocks if isinstance(b, PlaceMap | TimelineBars)}

    assert made() == set()
    assert made(PaperSection.DETENTION) == {PlaceMap}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_drawings_are_the_same_every_time_and_faultless(lang: str) -> None:
    case = replace(
        papers.model_case(),
        places=(place("Village", 39.55), place("Town", 40.4, 49.87), place("Other", 39.6)),
    )
    assert faults(drawn(case, lang)) == []
    assert write_pdf(drawn(case, lang)).sha256 == write_pdf(drawn(case, lang)).sha256


def test_no_line_of_a_drawing_is_too_thin_for_a_fax() -> None:
    document = drawn(with_places(place("Village", 39.55), place("Other", 39.6)))
    for kind in (PlaceMap, TimelineBars):
        for stroke in strokes_of(only(document, kind)):
            if isinstance(stroke, Rule | Frame | Disc | Corners):
                assert stroke.weight >= 0.4


def test_bars_are_as_long_as_their_figures_and_start_at_one_line() -> None:
    rows = tuple(BarRow(f"line {count}", str(count), count) for count in (34, 17, 1, 0))
    document = replace(drawn(papers.thin_case()), blocks=(BarChart(rows, "together 52 men"),))
    bars = [s for s in strokes_of(document) if isinstance(s, Corners)]
    lengths = [bar.points[1][0] - bar.points[0][0] for bar in bars]
    assert len({bar.points[0][0] for bar in bars}) == 1
    assert lengths == pytest.approx([lengths[0], lengths[0] / 2, lengths[0] / 34])

"""A sketch shows places where they lie, no closer than they are known, and to nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.reports.chart_blocks import (
    PlaceMap,
    SpotKind,
    TimelineBars,
)
from app.reports.paper_words import PaperWords
from app.reports.papers import TEMPLATES, make_document
from app.reports.pdf.strips import Corners, Disc, Frame, Rule
from app.reports.render import write_pdf
from app.reports.sections.place_sketch import place_sketch
from app.reports.sketch.ground import ground_for
from app.shapes.case_report import CaseReport, PlaceLine, PlaceWords, Wording
from models.vocabulary.coordinates import Point, metres_between
from models.vocabulary.papers import Audience, PaperSection
from models.vocabulary.partial_date import PartialDate
from tests.factories import papers
from tests.reports.drawings import drawn, only, overlapping, strokes_of
from tests.reports.page_faults import faults
from tests.reports.reading import text_of

LANGUAGES = ("en", "hy", "ru")
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


def with_places(*lines: PlaceLine) -> CaseReport:
    """Return the model case with these places and nothing else that is long."""
    return replace(papers.model_case(), places=lines)


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

"""A form can be filled in by hand: every item is there, in its order, with room to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import permutations

import pytest

from app.i18n import LANGUAGES
from app.reports.document import Document
from app.reports.form_blocks import (
    AskedList,
    Continued,
    FormField,
    FormSection,
    Passage,
    Tick,
    Ticks,
    Written,
)
from app.reports.forms import capture_card, consent, intake, tracing_request
from app.reports.forms.blank import WHO_FILLS, BlankMaking, blank_form
from app.reports.forms.form_words import FormWords
from app.reports.forms.layout import Layout, filled_sections, numbers
from app.reports.paper_words import PaperWords
from app.reports.pdf.fonts import family
from app.reports.pdf.form_fields import CROSS, FREE_STEP, TOOTH_HEIGHT, TOOTH_WIDTH
from app.reports.pdf.forms import CARD_HEIGHT, CARD_WIDTH
from app.reports.pdf.geometry import MM
from app.reports.pdf.strips import Corners, Frame, Rule, Strip, Words
from app.reports.pdf.typeset import Typesetter
from app.reports.render import write_pdf
from app.shapes.case_report import Wording
from app.wording.vocabulary import codes
from models.vocabulary.forms import BlankForm
from models.vocabulary.papers import PaperFormat
from tests.factories.papers import YEREVAN
from tests.reports.reading import pages_of, text_of

MAKING = BlankMaking(datetime(2021, 3, 10, 18, 42, tzinfo=YEREVAN), Wording(en="Office of Rights"))
LAYOUTS = (tracing_request.LAYOUT, intake.LAYOUT, consent.WHO, consent.HOW)
PAIRS = (("en", "hy"), ("hy", "ru"), ("ru", "hy"), ("hy", ""))


def blank(form: BlankForm, lang: str = "en", second: str = "", third: str = "") -> Document:
    words = FormWords.of(lang, second)
    return blank_form(form, words, MAKING, PaperWords(third) if third else None)


def strips_of(document: Document) -> list[Strip]:
    pages = Typesetter(document, family()).pages()
    return [placed.strip for page in pages for placed in page.placed]


def of_fields(*fields: FormField, empty: bool = False, then: Document | None = None) -> Document:
    """Make a document of one row, and of what was too long for it."""
    section = FormSection("A", "Enquirer", (fields,), blank=empty, continued="see “Continued”")
    return replace(
        then or blank(BlankForm.TRACING), blocks=(section, Continued("Continued")), notes={}
    )


def words_of(strips: list[Strip]) -> list[str]:
    return [s.text for strip in strips for s in strip.strokes if isinstance(s, Words)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_items_of_a_form_are_numbered_in_order_by_the_letter_of_their_part(layout: Layout) -> None:
    for part in layout:
        inside = [item.number for row in part.rows for item in row]
        assert inside == [f"{part.letter}{n}" for n in range(1, len(inside) + 1)]
        assert all(sum(item.span for item in row) <= 6 for row in part.rows)


@pytest.mark.parametrize(("lang", "second"), PAIRS)
def test_the_blank_request_asks_every_item_in_each_of_its_languages(lang: str, second: str) -> None:
    pages = pages_of(write_pdf(blank(BlankForm.TRACING, lang, second)).content)
    assert len(pages) == 3
    told = " ".join(pages)
    places = [told.find(f" {number} ") for number in numbers(tracing_request.LAYOUT)]
    assert -1 not in places
    assert len(set(places)) == len(places)
    for one in filter(None, (lang, second)):
        assert PaperWords(one).say(tracing_request.TITLE) in told


def test_a_form_in_one_language_has_no_second_one() -> None:
    assert " / " not in text_of(write_pdf(blank(BlankForm.INTAKE, "hy", "hy")).content)


@pytest.mark.parametrize("form", BlankForm)
def test_a_blank_has_no_code_and_no_draft_mark_and_says_that_it_holds_no_facts(
    form: BlankForm,
) -> None:
    document = blank(form, "en", "hy")
    assert document.furniture.code == document.furniture.draft == ""
    told = text_of(write_pdf(document).content)
    assert "Blank form – no facts of any case" in told
    assert "Office of Rights" in told
    assert write_pdf(document).content == write_pdf(blank(form, "en", "hy")).content


@pytest.mark.parametrize("form", BlankForm)
@pytest.mark.parametrize(("lang", "second"), PAIRS)
def test_nothing_on_a_blank_runs_over_the_edge(form: BlankForm, lang: str, second: str) -> None:
    setter = Typesetter(blank(form, lang, second), family())
    width = 467.8
    for page in setter.pages():
        assert page.bottom <= 682.6
        for placed in page.placed:
            for stroke in placed.strip.strokes:
                if isinstance(stroke, Words):
                    end = stroke.x + setter.breaker.width(
                        stroke.text, stroke.size, bold=stroke.bold
                    )
                    assert stroke.x >= 0
                    assert end <= width + 0.1, stroke.text


def test_a_blank_row_leaves_more_room_than_a_filled_one() -> None:
    field = FormField("A1", "Family name", 3, Written())
    assert strips_of(of_fields(field, empty=True))[1].height == 36
    filled = replace(field, filling=Written("Nmushyan"))
    assert strips_of(of_fields(filled))[1].height == 29.25


def test_a_date_by_hand_has_a_box_for_each_figure() -> None:
    frames = [
        stroke
        for strip in strips_of(blank(BlankForm.TRACING))
        for stroke in strip.strokes
        if isinstance(stroke, Frame) and stroke.height == TOOTH_HEIGHT
    ]
    assert len(frames) == 4 * 8  # enquirer, man, last news, interview
    assert {frame.width for frame in frames} == {TOOTH_WIDTH}


@pytest.mark.parametrize(("crossed", "strokes"), [((), 0), (("YES",), 2), (("YES", "NO"), 4)])
def test_a_box_is_crossed_by_two_strokes_or_left_alone(
    crossed: tuple[str, ...], strokes: int
) -> None:
    ticks = Ticks(tuple(Tick(word, word in crossed) for word in ("YES", "NO")))
    row = strips_of(of_fields(FormField("A11", "Agrees", 2, ticks)))[1]
    rules = [s for s in row.strokes if isinstance(s, Rule) and s.weight == CROSS]
    assert len(rules) == strokes


def test_a_value_too_long_for_its_field_goes_whole_to_the_end_and_is_never_smaller() -> None:
    long = "Nmushyan " * 20
    strips = strips_of(of_fields(FormField("A8", "Identity document", 2, Written(long.strip()))))
    told = words_of(strips)
    assert "see “Continued”" in told
    assert " ".join(told).count("Nmushyan") == 20
    sizes = {s.size for strip in strips for s in strip.strokes if isinstance(s, Words)}
    assert sizes == {8, 10, 11.5}


def test_where_everything_fits_there_is_no_continued() -> None:
    told = words_of(strips_of(of_fields(FormField("A8", "Document", 2, Written("AN 0000000")))))
    assert not any("Continued" in words for words in told)


def test_running_text_without_a_space_goes_on_over_the_page() -> None:
    document = of_fields(FormField("C4", "How contact was lost", 6, Passage("ա" * 12_000)))
    assert write_pdf(document).pages > 2


def test_each_scope_of_consent_is_asked_with_yes_and_no() -> None:
    (asked,) = (b for b in blank(BlankForm.CONSENT, "ru").blocks if isinstance(b, AskedList))
    assert len(asked.rows) == len(codes("consent_scope"))
    assert all([t.word for t in row.ticks.ticks] == ["да", "нет"] for row in asked.rows)


@pytest.mark.parametrize(("lang", "second", "third"), list(permutations(LANGUAGES)))
def test_the_capture_card_holds_its_fourteen_items_in_the_size_of_the_convention(
    lang: str, second: str, third: str
) -> None:
    strips = strips_of(blank(BlankForm.CAPTURE_CARD, lang, second, third))
    front, back = strips[-2:]
    for side in (front, back):
        assert side.height == CARD_HEIGHT
        for stroke in side.strokes:
            assert not isinstance(stroke, Corners)
            bottom = stroke.y2 if isinstance(stroke, Rule) else stroke.y
            assert 0 <= bottom <= CARD_HEIGHT
    assert pytest.approx(15 / 10.5) == (CARD_WIDTH / CARD_HEIGHT)
    told = " ".join(words_of([back])).split()
    assert [word.partition("\u00a0")[0] for word in told if word[:1].isdigit()] == [
        str(n) for n in range(1, 15)
    ]
    boxes = [s for s in back.strokes if isinstance(s, Frame) and s.width == s.height]
    assert len(boxes) == len(codes("health_card")) == len(capture_card.HEALTH.codes)
    assert PaperWords(third).say("Rank") in " ".join(words_of([front]))


def test_a_filled_form_that_forgets_an_item_is_not_made() -> None:
    answers = {number: Written("x") for number in numbers(intake.LAYOUT) if number != "B4"}
    with pytest.raises((KeyError, TypeError)):
        list(filled_sections(intake.LAYOUT, FormWords.of("en"), answers, ""))


@pytest.mark.parametrize(("first", "second"), [*PAIRS, ("ru", "")])
def test_the_blank_request_says_how_and_by_whom_and_takes_three_pages(
    first: str, second: str
) -> None:
    pages = pages_of(write_pdf(blank(BlankForm.TRACING, first, second)).content)
    assert len(pages) == 3
    for lang in filter(None, (first, second)):
        assert PaperWords(lang).say(WHO_FILLS) in pages[0].replace("\u00a0", " ")


def test_an_address_by_hand_has_two_lines_as_far_apart_as_free_text() -> None:
    row = next(
        strip
        for strip in strips_of(blank(BlankForm.TRACING))
        if any(isinstance(one, Words) and one.text.endswith("Address") for one in strip.strokes)
    )
    lines = sorted({one.y1 for one in row.strokes if isinstance(one, Rule)})
    assert len(lines) == 2
    assert lines[1] - lines[0] == FREE_STEP


def test_a_head_takes_two_rows_of_its_section_along() -> None:
    strips = strips_of(blank(BlankForm.TRACING, "hy", "en"))
    head = next(n for n, strip in enumerate(strips) if strip.outline.startswith("A "))
    assert [one.keep_next for one in strips[head : head + 3]] == [True, True, False]


@pytest.mark.parametrize(("first", "second"), [*PAIRS, ("en", ""), ("ru", "en")])
def test_the_intake_takes_two_sides_of_one_sheet(first: str, second: str) -> None:
    assert write_pdf(blank(BlankForm.INTAKE, first, second)).pages == 2


@pytest.mark.parametrize("form", [BlankForm.INTAKE, BlankForm.TRACING, BlankForm.CONSENT])
def test_a_hand_has_eight_millimetres_above_every_line(form: BlankForm) -> None:
    for section in (one for one in blank(form, "hy", "en").blocks if isinstance(one, FormSection)):
        for row in section.rows:
            (strip,) = strips_of(of_fields(*row, empty=True))[1:2]
            words = [s.y for s in strip.strokes if isinstance(s, Words) and s.size == 8]
            lines = [s.y1 for s in strip.strokes if isinstance(s, Rule) and s.weight < 1]
            if words and lines:
                assert min(lines) - max(words) >= 8 * MM - 3  # the tails of the label


def test_the_blank_request_tells_what_an_army_a_sex_and_an_age_are_asked_of() -> None:
    told = text_of(write_pdf(blank(BlankForm.TRACING)).content).replace("\u00a0", " ")
    for asked in ("Army, rank, unit", "your sex", "or his age"):
        assert asked in told


@pytest.mark.parametrize("paper", PaperFormat)
@pytest.mark.parametrize(("first", "second"), [("en", ""), ("hy", ""), ("hy", "en"), ("ru", "hy")])
def test_whoever_signs_for_answers_has_them_on_the_same_page(
    first: str, second: str, paper: PaperFormat
) -> None:
    form = replace(blank(BlankForm.CONSENT, first, second), paper=paper)
    signed = pages_of(write_pdf(form).content)[-1]
    assert PaperWords(first).say(consent.SIGNATURE) in signed
    assert all(f"B{number}" in signed for number in range(1, len(codes("consent_scope")) + 1))

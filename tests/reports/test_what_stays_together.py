"""What belongs together stays on one line, and what is written by code is named in words."""

from __future__ import annotations

import pytest

from app.reports.document import literal
from app.reports.paper_words import PaperWords
from app.reports.pdf.fonts import family
from app.reports.pdf.hyphens import break_points
from app.reports.pdf.lines import LineBreaker
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.styles import TABLE
from app.reports.pdf.unbroken import NO_BREAK, held_together


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "telephone +374 00 000 000, fax +33 3 90 21 43 50",
            ("+374 00 000 000", "+33 3 90 21 43 50"),
        ),
        ("passport AN 0000123; ՆՄ 0000123", ("AN 0000123", "ՆՄ 0000123")),
        ("178 cm, § 12, p. 2", ("178 cm", "§ 12", "p. 2")),
        ("в один из дней и с ним", ("в один", "и с ним")),
        ("պահվում է։ Նա տանն է", ("պահվում է", "տանն է")),
        (
            "see paragraph 11, chapter II; см. пункт 8; տե՛ս 4 և 19-րդ կետերը",
            ("paragraph 11", "chapter II", "пункт 8", "19-րդ կետերը"),
        ),
        ("seen on 13 December 2020, silent for 85 days", ("13 December", "85 days")),
        ("видели 13 декабря 2020 г.", ("13 декабря 2020 г.",)),
        ("տեսել են 2020 թ. դեկտեմբերի 13-ին", ("2020 թ.", "դեկտեմբերի 13-ին")),
    ],
)
def test_what_belongs_together_is_held_together(text: str, whole: tuple[str, ...]) -> None:
    held = held_together(text)
    assert held.replace(NO_BREAK, " ") == text
    assert [one for one in whole if one.replace(" ", NO_BREAK) not in held] == []


def test_words_and_hashes_may_still_part() -> None:
    for text in ("in December 2020", "de95 4d52 e968 adbf", "I am here", "row 37 of 62 names"):
        assert held_together(text) == text


def test_a_short_last_word_takes_another_along() -> None:
    breaker = LineBreaker(family(), SafeText(family()))
    words = "Mother, at the Office, 16 December 2020."
    room = breaker.width("Mother, at the Office, 16 December", TABLE.size) + 2
    first, last = breaker.lines(literal(words), TABLE, room)
    told = [line[0].text.replace(NO_BREAK, " ") for line in (first, last)]
    assert told == ["Mother, at the Office,", "16 December 2020."]


def test_a_glide_stays_with_the_consonant_before_it() -> None:
    word = "տեսանյութերում"
    assert word.index("նյու") in break_points(word)
    assert word.index("յու") not in break_points(word)


def test_countries_and_languages_are_named_in_the_language_of_the_paper() -> None:
    hy, ru = PaperWords("hy"), PaperWords("ru")
    assert hy.country("Armenia") == hy.country("AM") == "Հայաստան"
    assert ru.country("Հայաստան") == "Армения"
    assert ru.country("stateless") == "stateless"
    assert ru.languages("hy, ru, Farsi") == "армянский, русский, Farsi"

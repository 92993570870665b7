"""Small rules of the page: codes, soft hyphens, names, redaction by audience, fingerprints."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from app.reports.document import Run, literal, plain
from app.reports.fingerprint import fingerprint
from app.reports.paper_code import ALPHABET, check_characters, in_groups, new_code, read_code
from app.reports.pdf.fonts import family
from app.reports.pdf.hyphens import break_points
from app.reports.pdf.lines import HYPHEN, LineBreaker
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.styles import TABLE
from tests.factories import papers


def test_a_code_reads_back_however_it_is_typed() -> None:
    code = new_code()
    assert len(code) == 12
    assert read_code(code) == code
    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code(code.replace("0", "O").replace("1", "l")) == code


def test_every_slip_of_one_character_and_swap_of_two_is_noticed() -> None:
    body = "7K4Q9MXT"
    code = body + check_characters(body)
    for place in range(10):
        for char in ALPHABET:
            slipped = code[:place] + char + code[place + 1 :]
            assert (read_code(slipped) is None) == (slipped != code)
    for place in range(9):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert (read_code(swapped) is None) == (swapped != code)


def test_groups_are_four_four_two() -> None:
    assert in_groups("7K4Q9MXT2R") == "7K4Q-9MXT-2R"


def _parted(word: str) -> list[str]:
    points = [0, *break_points(word), len(word)]
    return [word[a:b] for a, b in pairwise(points)]


def test_long_armenian_words_part_before_consonant_and_vowel() -> None:
    parts = _parted("իրադարձություններից")
    assert len(parts) > 2
    assert all(len(part) >= 2 for part in parts)
    assert not any(part.startswith("ւ") for part in parts)
    assert len(parts[0]) >= 3
    assert len(parts[-1]) >= 3


@pytest.mark.parametrize(
    "word", ["Լուսաձորյանական", "Задокументированов", "կարճ", "опубл", "E-2020"]
)
def test_names_and_short_words_never_part(word: str) -> None:
    assert break_points(word) == ()


def test_long_russian_words_part_by_the_dictionary() -> None:
    assert len(_parted("опубликованная")) > 2


def _lines(text: str, *, is_literal: bool) -> list[str]:
    breaker = LineBreaker(family(), SafeText(family()))
    run = literal(text) if is_literal else plain(text)
    return ["".join(piece.text for piece in line) for line in breaker.lines(run, TABLE, 80)]


def test_prose_is_hyphenated_and_data_is_not() -> None:
    words = "вот опубликованная запись"
    assert any(HYPHEN in line for line in _lines(words, is_literal=False))
    assert not any(HYPHEN in line for line in _lines(words, is_literal=True))


def test_no_break_spaces_hold() -> None:
    assert "13\u00a0December" in " ".join(_lines("on the day 13\u00a0December", is_literal=True))


def test_runs_without_a_space_between_them_stay_one_word() -> None:
    breaker = LineBreaker(family(), SafeText(family()))
    lines = breaker.lines((Run("aaa bbb"), Run("ccc", bold=True)), TABLE, 40)
    assert [piece.text for piece in lines[-1]] == ["bbb", "ccc"]


def test_a_fingerprint_changes_with_any_fact_and_with_nothing_else() -> None:
    case = papers.model_case()
    assert fingerprint(case) == fingerprint(papers.model_case())
    changed = replace(case, case_officer="somebody else")
    assert fingerprint(changed) != fingerprint(case)
    assert len(fingerprint(case)) == 19


def test_an_armenian_consonant_keeps_the_glide_behind_it() -> None:
    assert "թյունը" in _parted("ինքնությունը")[-1]
    assert not any(part.startswith("յուն") for part in _parted("ինքնությունը"))


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("Zorbthrumplickgwenwick", 90),
        ("Ստորակետյանհարությունյան", 90),
        ("Сторакетянарутюнянов", 80),
        ("Iiiiiiiiiiiiiiiiiiiiiiiiiiiiii", 40),
    ],
)
def test_a_name_wider_than_its_line_is_cut_with_a_hyphen(name: str, width: float) -> None:
    *cut, last = _cut(name, width)
    assert cut
    assert all(line.endswith("\u00ad") for line in cut)
    assert len(last) > 1
    assert "".join([*cut, last]).replace("\u00ad", "") == name


def test_a_double_name_is_cut_at_its_own_hyphen_and_a_code_gets_none() -> None:
    assert _cut("Harutyunyan-Storaketyan", 100)[0] == "Harutyunyan-"
    assert not any("\u00ad" in line for line in _cut("9f2c4e6a8b0d1f3357799bbddff02244", 60))


def _cut(name: str, width: float) -> list[str]:
    breaker = LineBreaker(family(), SafeText(family()))
    lines = breaker.lines(literal(name), TABLE, width)
    for line in lines:
        assert line[-1].x + line[-1].width <= width + 0.02
    return ["".join(piece.text for piece in line) for line in lines]


def test_a_column_narrower_than_a_letter_still_ends() -> None:
    breaker = LineBreaker(family(), SafeText(family()))
    lines = breaker.lines(literal("brother"), TABLE, 1.0)
    assert "".join(piece.text for line in lines for piece in line).replace(HYPHEN, "") == "brother"

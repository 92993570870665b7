"""The words a passphrase is drawn from: ten bits each, and read off paper without a doubt."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise

import pytest

from app import paths

LETTERS = {"en": "a-z", "hy": "ա-ֆ", "ru": "а-я"}
DOUBTFUL = {"en": (), "hy": ("և", "եւ"), "ru": ("ё",)}

pytestmark = pytest.mark.parametrize("lang", LETTERS)


def words(lang: str) -> list[str]:
    """Read one list as it is on the disk."""
    path = paths.resources() / "passphrase" / f"{lang}.txt"
    return path.read_text(encoding="utf-8").splitlines()


def with_a_letter_out(word: str, instead: str = "") -> set[str]:
    """Take each letter out of a word in turn and put `instead` in its place."""
    return {word[:place] + instead + word[place + 1 :] for place in range(len(word))}


def test_every_word_is_worth_ten_bits(lang: str) -> None:
    listed = words(lang)
    assert len(listed) == len(set(listed)) == 1024


def test_a_word_has_three_to_nine_small_letters_of_its_own_script(lang: str) -> None:
    fits = re.compile(f"[{LETTERS[lang]}]{{3,9}}")
    assert [word for word in words(lang) if not fits.fullmatch(word)] == []


def test_nobody_can_be_in_doubt_how_a_word_is_spelled(lang: str) -> None:
    doubtful = DOUBTFUL[lang]
    assert [word for word in words(lang) if any(sign in word for sign in doubtful)] == []


def test_a_slip_of_one_letter_never_makes_another_word(lang: str) -> None:
    listed = set(words(lang))
    assert [word for word in listed if with_a_letter_out(word) & listed] == []
    blanked = Counter(form for word in listed for form in with_a_letter_out(word, "?"))
    assert [form for form, times in blanked.items() if times > 1] == []


def test_no_word_begins_another(lang: str) -> None:
    listed = words(lang)
    assert [pair for pair in pairwise(listed) if pair[1].startswith(pair[0])] == []


def test_words_are_composed_and_in_order(lang: str) -> None:
    listed = words(lang)
    assert [word for word in listed if not unicodedata.is_normalized("NFC", word)] == []
    assert listed == sorted(listed)

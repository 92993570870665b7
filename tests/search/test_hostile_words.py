"""Whatever is typed or pasted: keys, a warning where due, never an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.keys import MOST_KEYS, Tier, tier_of, word_keys, words_tier
from models.vocabulary.people import Script

_LETTERS = "աբգևուՀՈյİıəәғҹabckhszжщйиьъ’՛-֊ 9"


@pytest.mark.parametrize("nothing", ["", " ", "!?…", "՛՜՞", "😀🇦🇲", "\u200b\ufeff", "‘’", "--֊--"])
def test_what_holds_no_word_has_no_key_and_meets_nothing(nothing: str) -> None:
    assert word_keys(nothing).first == frozenset()
    assert words_tier(nothing, nothing) is None
    assert words_tier(nothing, "Aram") is None


@pytest.mark.parametrize("letter", ["a", "Հ", "щ", "ə", "İ", "և"])
def test_one_letter_is_a_word(letter: str) -> None:
    assert word_keys(letter).first


@pytest.mark.parametrize("alphabet", ["ə", "ia", "ხ", "cjxq", "Հa", "г", "ու", "😀а", "\u0301"])
def test_five_thousand_letters_are_read_without_a_stall(alphabet: str) -> None:
    keys = word_keys(alphabet * (5_000 // len(alphabet)))
    assert len(keys.first) <= MOST_KEYS


def test_a_word_of_two_scripts_is_mended_and_says_so() -> None:
    pasted = word_keys("Հakoբյան")
    assert pasted.mixed
    assert tier_of(pasted, word_keys("Հակոբյան")) is Tier.SAME
    assert pasted.raw == "Հakoբյան"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ocкaнян", "Осканян"),  # Latin O, c, a within Cyrillic
        ("Hovaкimyan", "Hovakimyan"),
        ("Мəммəдов", "Мәммәдов"),  # Latin ə in Azerbaijani Cyrillic
        ("Məmmәdov", "Məmmədov"),  # and the other way round
        ("Աvետիսյան", "Ավետիսյան"),
    ],
)
def test_look_alikes_are_read_in_the_script_of_the_word(typed: str, meant: str) -> None:
    assert word_keys(typed).mixed
    assert tier_of(word_keys(typed), word_keys(meant)) is Tier.SAME


@pytest.mark.parametrize("name", ["აკოფიანი", "هاکوبیان", "Χατζηδάκης", "הגופיאן"])
def test_a_script_without_a_table_is_guessed_and_says_so(name: str) -> None:
    keys = word_keys(name)
    assert keys.guessed
    assert keys.script is Script.OTHER
    assert keys.first


def test_a_georgian_spelling_still_leads_to_the_man() -> None:
    assert words_tier("აკოფიან", "Акопян") in {Tier.SAME, Tier.CANDIDATE, Tier.LOOSE}


@pytest.mark.parametrize(
    "forms",
    [
        ("Գևորգ", "Գեւորգ", "Գեվորգ", "ԳԵՎՈՐԳ", "ԳԵՒՈՐԳ", "գևորգ"),
        ("ﬔթ", "մեթ"),
        ("Կիﬓ", "Կիմն"),
        ("İlqar", "ilqar", "ILQAR", "ılqar", "İLQAR"),
        ("Xaçatryan", "XAÇATRYAN", "Xac\u0327atryan"),
        ("Տեր՛յան", "Տերյան", "Տե՞րյան", "Տերյան՜"),
        ("T’at’ul", "Tatul", "T`at`ul", "Tʻatʻul", "Tʼatʼul", "T՚at՚ul"),
        ("Ана֊Мария", "Ана-Мария", "АнаМария"),
        ("Фёдор", "ФЁДОР", "Федор"),
        ("Թադևոս", "T̒adevos", "Tadevos"),
    ],
)
def test_signs_and_capitals_change_nothing(forms: tuple[str, ...]) -> None:
    for other in forms[1:]:
        assert words_tier(forms[0], other) is Tier.SAME


@given(st.text(max_size=40), st.text(alphabet=_LETTERS, max_size=20))
def test_any_two_texts_can_be_compared_and_the_order_does_not_matter(a: str, b: str) -> None:
    assert words_tier(a, b) == words_tier(b, a)
    assert len(word_keys(a).first) <= MOST_KEYS
    assert all(key.isascii() and key.isalnum() and key == key.lower() for key in word_keys(b).first)


@given(st.text(alphabet=_LETTERS, min_size=1, max_size=20))
def test_a_word_is_always_itself(word: str) -> None:
    assert words_tier(word, word) in {Tier.SAME, None}
    assert (words_tier(word, word) is None) == (not word_keys(word.strip()).first)

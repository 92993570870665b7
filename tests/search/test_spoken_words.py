"""Marks on letters are sounds: an index that drops them hears «Xaçatryan» wrongly."""

import pytest

from app.search.fold import folded_words, spoken_words
from app.search.index_words import KEY, name_words
from app.search.typed_words import begun_forms, looser_forms, typed_words


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Xaçatryan", "Խաչատրյան"),
        ("Şahbazyan", "Шахбазян"),
        ("Խաչատրյան", "Xaçatryan"),
        ("Çobanyan", "Չոբանյան"),
        ("Məmmədov", "Мамедов"),
        ("Xačatryan", "Խաչատրյան"),
    ],
)
def test_a_name_kept_in_one_alphabet_is_found_by_the_marks_of_another(
    kept: str, typed: str
) -> None:
    (word,) = typed_words(typed)
    asked = {form.word for form in looser_forms(word) if form.word.startswith(KEY)}
    assert asked & set(name_words(spoken_words(kept)[0]))


@pytest.mark.parametrize("kept", ["Xaçatryan", "Şahbazyan", "Երևանյան", "Фёдоров", "Çİftçi"])
def test_a_name_is_also_kept_as_a_keyboard_without_marks_types_it(kept: str) -> None:
    assert set(folded_words(kept)) <= set(name_words(spoken_words(kept)[0]))


@pytest.mark.parametrize("text", ["", "  ", "Հակոբյան Տիգրան, Արամի", "a-b'c «d»", "Հա՛յկ"])
def test_words_are_parted_alike_with_marks_and_without(text: str) -> None:
    assert len(spoken_words(text)) == len(folded_words(text))


def test_a_dotted_letter_made_small_elsewhere_is_the_same_word() -> None:
    assert typed_words("İlyas".lower()) == typed_words("ilyas") == typed_words("İlyas")


@pytest.mark.parametrize("text", ["zzzzzz", "աաա", "оооо"])
def test_a_key_held_down_is_not_heard_as_the_beginning_of_everybody(text: str) -> None:
    assert {form.word for form in (*begun_forms(text), *looser_forms(text))} == {text}

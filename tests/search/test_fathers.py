"""The father's name behind what is written of him, in four languages (domain.md 4.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.fathers import father_of
from models.vocabulary.people import Sex


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("Արամի", "Արամ"),
        ("Սերգեյի", "Սերգեյ"),
        ("Գևորգի", "Գևորգ"),
        ("Ալյոշայի", "Ալյոշա"),
        ("Կարոյի", "Կարո"),
        ("Վահեի", "Վահե"),
        ("Մկրտչի", "Մկրտիչ"),
        ("ՄԿՐՏՉԻ", "ՄԿՐՏԻՉ"),
        ("Րաֆֆիի", "Րաֆֆի"),
        ("Րաֆֆու", "Րաֆֆի"),
        ("Րաֆֆի", "Րաֆֆի"),
        ("Գրիգորի", "Գրիգոր"),
        ("Հովհաննեսի", "Հովհաննես"),
        ("Արամ", "Արամ"),
        ("Արամ Հակոբի", "Արամ"),
        ("Արամովիչ", "Արամ"),
        ("Սերգեևիչ", "Սերգեյ"),
        ("Арамович", "Арам"),
        ("АРАМОВИЧ", "АРАМ"),
        ("Арамовна", "Арам"),
        ("Сергеевич", "Сергей"),
        ("Мкртичевич", "Мкртич"),
        ("Мкртич", "Мкртич"),
        ("Юрьевич", "Юрий"),
        ("Никитич", "Никита"),
        ("Никитична", "Никита"),
        ("Ильич", "Илья"),
        ("Ильинична", "Илья"),
        ("Кузьмич", "Кузьма"),
        ("Павлович", "Павел"),
        ("Львович", "Лев"),
        ("Игоревич", "Игорь"),
        ("Ваганович", "Ваган"),
        ("Айкович", "Айк"),
        ("Вагеевич", "Ваге"),
        ("Карович", "Каро"),
        ("Sergeyevich", "Sergey"),
        ("Aramovitch", "Aram"),
        ("Aram oğlu", "Aram"),
        ("ARAM OĞLU", "ARAM"),
        ("Aramoğlu", "Aram"),
        ("Aram oglı", "Aram"),
        ("Arif qızı", "Arif"),
        ("Арам оглы", "Арам"),
        ("Арам-оглу", "Арам"),
        ("Гасан кызы", "Гасан"),
        ("Һәсән оғлу", "Һәсән"),
        ("Aram", "Aram"),
        ("Ani", "Ani"),
    ],
)
def test_the_fathers_name_is_found_and_not_in_doubt(written: str, base: str) -> None:
    found = father_of(written)
    assert found is not None
    assert found.bases == (base,)
    assert found.certain


@pytest.mark.parametrize(
    ("written", "bases"),
    [
        ("Arami", {"Aram", "Arami"}),  # a genitive in English letters, or a name that ends in i
        ("Vahei", {"Vahe", "Vahei"}),
        ("Mkrtchi", {"Mkrtich", "Mkrtchi"}),
        ("Григорьевич", {"Григорий", "Григор"}),  # of Григорий or of Գրիգոր
        ("Հովու", {"Հովի", "Հով"}),
    ],
)
def test_a_form_that_can_come_from_two_names_leaves_both_open(
    written: str, bases: set[str]
) -> None:
    found = father_of(written)
    assert found is not None
    assert set(found.bases) == bases
    assert not found.certain


@pytest.mark.parametrize(
    ("written", "sex"),
    [
        ("Арамович", Sex.MALE),
        ("Арамовна", Sex.FEMALE),
        ("Aram oğlu", Sex.MALE),
        ("Aram qızı", Sex.FEMALE),
        ("Арам кызы", Sex.FEMALE),
        ("Արամի", Sex.UNKNOWN),
    ],
)
def test_the_form_tells_the_sex_of_the_child_where_it_does(written: str, sex: Sex) -> None:
    found = father_of(written)
    assert found is not None
    assert found.sex is sex


def test_an_initial_is_a_letter_and_no_name() -> None:
    found = father_of("A.")
    assert found is not None
    assert found.initial
    assert not found.certain


@pytest.mark.parametrize("nothing", ["", "  ", "…", "-", "😀", "(?)"])
def test_nothing_written_is_no_father(nothing: str) -> None:
    assert father_of(nothing) is None


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for_a_father(text: str) -> None:
    found = father_of(text)
    assert found is None or found.bases

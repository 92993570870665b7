"""A passphrase counts for what a guesser would need, whatever its script."""

import math

import pytest

from app.errors import PassphraseRefused
from app.jobs.registers.opening import SAMPLE_PASSPHRASE
from app.vault.strength import (
    ENOUGH_BITS,
    LANGUAGES,
    Advice,
    generate_passphrase,
    new_passphrase,
    strength,
    word_list,
)
from tests.registers import PASSPHRASE

WEAK = [
    "password", "correct horse", "Tr0ub4dor&3", "qwertyuiop", "12345678901234567890",
    "йцукенгшщзхъ", "пароль пароль пароль пароль пароль пароль", "Пароль123!", "Երևան2020",
    "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ", "аааааааааааааааааааааааааааа", "1 2 3 4 5 6 7 8 9 10",
    "walnut walnut walnut walnut walnut walnut walnut", "մայր հայր քույր", "walnut river lantern",
    "abc abc abc abc abc abc abc abc", "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
]  # fmt: skip


@pytest.mark.parametrize("words", WEAK)
def test_what_is_easily_guessed_is_refused_when_it_is_set(words: str) -> None:
    with pytest.raises(PassphraseRefused) as refusal:
        new_passphrase(words)
    assert refusal.value.data["reason"] == "weak"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_program_draws_is_enough_and_counts_by_the_length_of_the_list(lang: str) -> None:
    for _ in range(100):
        drawn = generate_passphrase(lang)
        assert new_passphrase(drawn) == drawn
        assert strength(drawn).bits == pytest.approx(6 * math.log2(len(word_list(lang))))
        assert strength(drawn.upper()).bits == pytest.approx(ENOUGH_BITS)
        assert not strength(generate_passphrase(lang, 5)).enough


def test_a_word_in_another_script_counts_no_more_than_a_word() -> None:
    assert strength("непереводимость").bits <= 11
    assert strength("անթարգմանելիություն").bits <= 11
    assert strength("ածխածնաջրածին " * 9).bits < 20


def test_the_meter_says_what_to_think_of_it() -> None:
    assert strength("").advice is Advice.EMPTY
    assert strength("   ").advice is Advice.EMPTY
    assert strength("walnut").advice is Advice.WEAK
    assert strength(" ".join(word_list("hy")[:5])).advice is Advice.NEARLY
    assert strength(PASSPHRASE).advice is Advice.ENOUGH
    assert strength(SAMPLE_PASSPHRASE).advice is Advice.ENOUGH


def test_an_endless_passphrase_is_measured_at_once() -> None:
    assert strength("ж" * 1_000_000).bits < ENOUGH_BITS
    assert strength(" ".join(["слово"] * 100_000)).bits > 0

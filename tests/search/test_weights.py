"""Weights: what agreement says, and how data teaches it."""

from __future__ import annotations

import random

import pytest

from app.search.weights import Level, Pattern, Weights, chance_of, default_weights, estimate

TRUE = Weights(
    0.2,
    {
        "name": (Level("same", 0.85, 0.02), Level("near", 0.10, 0.08), Level("differs", 0.05, 0.9)),
        "year": (Level("same", 0.9, 0.05), Level("differs", 0.1, 0.95)),
        "place": (Level("same", 0.8, 0.1), Level("differs", 0.2, 0.9)),
    },
)
GUESS = Weights(
    0.5,
    {
        "name": (Level("same", 0.6, 0.2), Level("near", 0.2, 0.2), Level("differs", 0.2, 0.6)),
        "year": (Level("same", 0.6, 0.3), Level("differs", 0.4, 0.7)),
        "place": (Level("same", 0.6, 0.3), Level("differs", 0.4, 0.7)),
    },
)


def made_up(pairs: int) -> list[Pattern]:
    dice = random.Random(7)  # noqa: S311  # made-up data wants the same dice every day
    patterns = []
    for _ in range(pairs):
        one_man = dice.random() < TRUE.prior
        pattern: list[str | None] = []
        for levels in TRUE.fields.values():
            shares = [level.m if one_man else level.u for level in levels]
            level = dice.choices([level.name for level in levels], shares)[0]
            pattern.append(None if dice.random() < 0.1 else level)
        patterns.append(tuple(pattern))
    return patterns


def test_known_weights_are_learnt_from_pairs_that_nobody_labelled() -> None:
    learnt = estimate(made_up(40_000), GUESS)

    assert learnt.prior == pytest.approx(TRUE.prior, abs=0.03)
    for name, levels in TRUE.fields.items():
        for known, found in zip(levels, learnt.fields[name], strict=True):
            assert found.m == pytest.approx(known.m, abs=0.05), (name, known.name)
            assert found.u == pytest.approx(known.u, abs=0.05), (name, known.name)


def test_learning_is_the_same_every_time_and_however_pairs_are_counted() -> None:
    patterns = made_up(500)
    counted: dict[Pattern, int] = {}
    for pattern in patterns:
        counted[pattern] = counted.get(pattern, 0) + 1

    assert estimate(patterns, GUESS) == estimate(counted, GUESS)


def test_chance_measured_on_random_pairs_is_left_alone() -> None:
    measured = chance_of([("same", "differs", None)] * 9 + [("differs", None, "same")], GUESS)

    assert measured.fields["name"][0].u == pytest.approx((9 + 0.2) / 11)
    learnt = estimate(made_up(200), measured, keep_u=True)
    for name, levels in measured.fields.items():
        assert [level.u for level in learnt.fields[name]] == [level.u for level in levels]


def test_nothing_is_learnt_from_nothing_and_little_from_little() -> None:
    assert estimate([], GUESS) == GUESS
    start = default_weights()
    one_pair = tuple("differs" if name == "family" else None for name in start.fields)

    learnt = estimate([one_pair], start, faith=50)

    assert learnt.bits("family", "same") == pytest.approx(start.bits("family", "same"), abs=0.2)


def test_a_register_keeps_its_weights_as_text() -> None:
    learnt = estimate(made_up(300), GUESS)

    assert Weights.from_text(learnt.to_text()) == learnt


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", '{"prior": 2, "fields": {}}', '{"prior": 0.1, "fields": {"a": {"b": "c"}}}'],
)
def test_what_is_no_text_of_weights_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words come from json or from us
        Weights.from_text(text)


def test_a_sum_of_weights_is_a_probability_however_large() -> None:
    assert TRUE.chance(10_000) == 1.0
    assert TRUE.chance(-10_000) == 0.0
    assert TRUE.chance(0) == pytest.approx(TRUE.prior)


def test_in_a_large_register_two_people_are_hardly_ever_one() -> None:
    class Many:
        people = 100_000

        def share(self, field: str, word: str) -> float | None:
            return 0.5 if (field, word) == ("name", "common") else None

        def uses(self, field: str, word: str) -> int:
            return len(field + word)

    known = TRUE.knowing(Many())

    assert known.prior < 1 / 100_000 < TRUE.prior
    assert known.bits("name", "same", "common") < TRUE.bits("name", "same")
    assert known.bits("name", "same", "rare") == TRUE.bits("name", "same")
    assert known.bits("name", "differs", "common") == TRUE.bits("name", "differs")

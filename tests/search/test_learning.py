"""Weights are taught by pairs nobody labelled; what kin and misreading suggest is held in check."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

import pytest

from app.search.findings import FIELDS
from app.search.learning import ENOUGH, Patterns, learn
from app.search.weights import Pattern, Weights, default_weights

USUAL = default_weights()


def patterns(
    pairs: int, one_man: float, *, alike: tuple[str, ...] = (), turn: dict[str, str] | None = None
) -> Patterns:
    """Make pairs up by the usual weights: fields that all of them agree in, levels that turn."""
    dice = random.Random(5)  # noqa: S311  # made-up data wants the same dice every day
    made: Counter[Pattern] = Counter()
    for _ in range(pairs):
        same = dice.random() < one_man
        pattern = []
        for name, levels in USUAL.fields.items():
            shares = [level.m if same else level.u for level in levels]
            level = dice.choices([level.name for level in levels], shares)[0]
            level = levels[0].name if name in alike else level
            pattern.append((turn or {}).get(f"{name} {level}", level))
        made[tuple(pattern)] += 1
    return made


NAMES = ("family", "given", "father")
BIRTH = ("birth", "birthplace")
STRANGERS = patterns(4_000, 0)


def bits(weights: Weights) -> dict[tuple[str, str], float]:
    return {(f, level.name): level.bits for f in FIELDS for level in weights.fields[f]}


def test_what_all_pairs_were_chosen_by_teaches_nothing_of_itself() -> None:
    taught = learn(
        STRANGERS, patterns(800, 0.3, alike=NAMES), patterns(800, 0.3, alike=BIRTH), USUAL
    )
    before, after = bits(USUAL), bits(taught.weights)
    assert set(taught.fields) == set(FIELDS) - {"sex"}
    for field, level in (
        ("birth", "day"), ("birth", "apart"), ("birthplace", "same"), ("birthplace", "differs"),
        ("family", "same"), ("family", "differs"), ("father", "same"), ("father", "differs"),
    ):  # fmt: skip
        assert after[field, level] == pytest.approx(before[field, level], abs=0.8)
    assert taught.weights.prior == USUAL.prior


def test_a_list_that_knows_only_years_teaches_what_a_year_says() -> None:
    only_years = {"birth day": "year", "birth turned": "year", "birth slip": "year"}
    taught = learn(
        patterns(4_000, 0, turn=only_years),
        patterns(800, 0.3, alike=NAMES, turn=only_years),
        {},
        USUAL,
    )
    assert bits(taught.weights)["birth", "year"] > bits(USUAL)["birth", "year"] + 1
    assert set(taught.fields).isdisjoint(NAMES)


def test_a_field_of_which_too_little_was_seen_stays_as_it_was() -> None:
    few = patterns(ENOUGH - 5, 1, alike=NAMES)
    assert learn(STRANGERS, few, {}, USUAL).weights == USUAL
    assert learn(STRANGERS, {}, {}, USUAL).fields == ()
    no_unit = Counter(
        {(*one[: FIELDS.index("unit")], None, *one[FIELDS.index("unit") + 1 :]): times
         for one, times in patterns(800, 0.3, alike=NAMES).items()}
    )  # fmt: skip
    taught = learn(STRANGERS, no_unit, {}, USUAL)
    assert "birth" in taught.fields
    assert taught.weights.fields["unit"] == USUAL.fields["unit"]


def test_disagreement_never_comes_to_speak_for_one_man() -> None:
    wrong = {f"birth {level.name}": "apart" for level in USUAL.fields["birth"]}
    wrong |= {"number same": "differs", "unit same": "differs", "given same": "differs"}
    taught = learn(
        STRANGERS,
        patterns(800, 0.9, alike=NAMES, turn=wrong),
        patterns(800, 0.9, alike=BIRTH, turn=wrong),
        USUAL,
    )
    assert {"birth", "given"} <= set(taught.fields)
    for name, levels in taught.weights.fields.items():
        usual = USUAL.fields[name]
        assert levels[-1].bits < usual[-1].bits / 2 + 1e-9 < 0
        in_order = sorted((-old.bits, at) for at, old in enumerate(usual))
        said = [levels[at].bits for _, at in in_order]
        assert all(a > b - 1e-9 for a, b in pairwise(said)), name
        assert all(abs(new.bits - old.bits) < 3.01 for old, new in zip(usual, levels, strict=True))

"""How well a man answers what was typed, and by which form of his name or which fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.search.brief_text import KeptBrief
from app.search.fold import fold, folded_words, spoken_words
from app.search.index_words import KEY, birth_words, marked, name_words
from app.search.keys import Way, WordKeys, meeting, word_keys
from app.search.typed_words import SHORTEST_SLIP, is_slip_of
from app.shapes.briefs import NameBrief, PersonBrief

#: How much a word says where it is met whole: a number names one man, a place many.
_NUMBER, _IDENTIFIER, _BORN, _PLACE, _UNIT, _LABEL, _ALSO = 1.0, 0.98, 0.9, 0.75, 0.7, 0.8, 0.5
_BEGUN = 0.85
"""What remains of it where the word is only begun."""
_IN_ORDER, _FULL = 0.01, 0.02
GOOD = 0.8
"""From here on nobody need ask whether the finger slipped."""


@dataclass(frozen=True, slots=True)
class Rank:
    """How well an entry answers, from 0 to 1, and by what: `number`, `born`, or `name:` and it."""

    score: float
    why: str


def rank(kept: KeptBrief, typed: Sequence[str], *, slips: bool = False) -> Rank:
    """Say how well a man answers the typed words; `slips` forgives one slip in each of them."""
    man = kept.person
    figures = [any(map(str.isdigit, word)) for word in typed]
    if figures[-1] and _all_in(folded_words(man.number), typed):
        return Rank(1.0, "number")
    form, met = _best_name(man, typed, slips=slips)
    facts: list[_Fact] = []
    total, best_fact, best_score = 0.0, "", 0.0
    named = 0
    for word, in_name, is_figure in zip(typed, met, figures, strict=True):
        if in_name >= _ENOUGH:
            total, named = total + in_name, named + 1
            continue
        facts = facts or _facts(kept)
        fact, score = _best_fact(facts, fold(word), figures=is_figure, slips=slips)
        if in_name >= score:
            total, named = total + in_name, named + (in_name > 0)
            continue
        total += score
        if score > best_score:
            best_fact, best_score = fact, score
    score = total / len(typed)
    if form is not None and named:
        return Rank(min(score + _extra(form, typed, named), 0.99), f"name:{form.full}")
    return Rank(min(score, 0.99), best_fact or "file")


type _Fact = tuple[str, float, Sequence[str]]

_ENOUGH = 0.9


def rank_names(names: Iterable[str], typed: Sequence[str], *, slips: bool = False) -> Rank:
    """Say how well a thing answers by any one of its names."""
    best = Rank(0.0, "name")
    for name in names:
        words = spoken_words(name)
        score = sum(_best_word(words, word, slips=slips) for word in typed) / len(typed)
        if len(words) == len(typed):
            score = min(score + _FULL, 1.0)
        if score > best.score:
            best = Rank(score, f"name:{name}")
    return best


def _all_in(words: Sequence[str], typed: Sequence[str]) -> bool:
    return bool(words) and typed[-1] in words[-1:] and all(word in words for word in typed)


def _best_name(
    man: PersonBrief, typed: Sequence[str], *, slips: bool
) -> tuple[NameBrief | None, list[float]]:
    best: tuple[NameBrief | None, list[float]] = (None, [0.0] * len(typed))
    most = 0.0
    for name in man.names:
        words = _words_of(name)
        met = [_best_word(words, word, slips=slips) for word in typed]
        if sum(met) > most:
            best, most = (name, met), sum(met)
    return best


@lru_cache(maxsize=16_384)
def _words_of(name: NameBrief) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spoken_words(f"{name.full} {name.father_base}")))


def _best_word(words: Iterable[str], typed: str, *, slips: bool) -> float:
    best = max((likeness(typed, word) for word in words), default=0.0)
    if best or not slips:
        return best
    return max((_slipped(typed, word) for word in words), default=0.0)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A typed word made ready to be held against many."""

    keys: WordKeys
    begun: tuple[str, ...]
    #: What the entry of a word must share for the two to meet otherwise than by a beginning.
    shared: frozenset[str]


@lru_cache(maxsize=4_096)
def _asked(typed: str) -> _Asked:
    return _Asked(
        word_keys(typed),
        tuple(marked(KEY, word_keys(typed).first)),
        frozenset(name_words(typed)),
    )


@lru_cache(maxsize=262_144)
def likeness(typed: str, word: str) -> float:
    """Say how well a word answers a typed one: the same, sounding so, begun, looser."""
    if typed == word:
        return 1.0
    asked, there = _asked(typed), name_words(word)
    plain, written = fold(typed), fold(word)
    best = 0.8 + 0.1 * len(plain) / len(written) if plain and written.startswith(plain) else 0.0
    if not asked.shared.isdisjoint(there):
        met = meeting(asked.keys, word_keys(word))
        best = max(best, _MET.get(met.way, 0.0) if met else 0.0)
    elif not best:
        begun = [len(key) for key in there if key.startswith(asked.begun)]
        if begun:
            best = 0.78 + 0.1 * len(typed) / max(len(typed), *begun)
    return best


_MET = {
    Way.SOUND: 0.97, Way.ALIAS: 0.93, Way.GUTTURAL: 0.9, Way.SEX_FORM: 0.88, Way.PARTICLE: 0.88,
    Way.KIN: 0.75, Way.VOICE: 0.72, Way.CONSONANTS: 0.7,
}  # fmt: skip


@lru_cache(maxsize=65_536)
def _slipped(typed: str, word: str) -> float:
    """Say how well a word answers that may have been meant by one with a slip in it."""
    if len(typed) < SHORTEST_SLIP:
        return 0.0
    slipped = is_slip_of(fold(typed), fold(word)) or any(
        is_slip_of(one, whole)
        for one in word_keys(typed).first
        if len(one) >= SHORTEST_SLIP
        for whole in word_keys(word).first
    )
    return 0.6 + 0.05 * min(len(typed) / len(word), 1.0) if slipped else 0.0


def _facts(kept: KeptBrief) -> list[_Fact]:
    man = kept.person
    facts: list[_Fact] = [
        ("number", _NUMBER * 0.5, folded_words(man.number)),
        ("born", _BORN, birth_words(man.birth)),
        ("label", _LABEL, folded_words(man.figure_label)),
        ("file", _ALSO, kept.also.split()),
    ]
    for number in man.numbers:
        words = folded_words(number.value)
        facts.append(("identifier", _IDENTIFIER, (*words, "".join(words))))
    facts += [("unit", _UNIT, folded_words(unit)) for unit in man.units]
    for what, place in (
        ("birthplace", man.birth_place), ("home", man.home_place), ("place", man.last_place),
    ):  # fmt: skip
        facts += [(what, _PLACE, folded_words(name)) for name in place.names]
    return facts


def _best_fact(
    facts: Sequence[_Fact], typed: str, *, figures: bool, slips: bool
) -> tuple[str, float]:
    best, most = "", 0.0
    for what, weight, words in facts:
        if weight <= most:
            continue
        score = _met(words, typed, figures=figures, slips=slips) * weight
        if score > most:
            best, most = what, score
    return best, most


def _met(words: Sequence[str], typed: str, *, figures: bool, slips: bool) -> float:
    if typed in words:
        return 1.0
    if figures:
        return _BEGUN if any(_begins(word, typed) for word in words) else 0.0
    return _best_word(words, typed, slips=slips)


def _begins(word: str, typed: str) -> bool:
    return word.startswith(typed) or word.lstrip("0").startswith(typed)


def _extra(form: NameBrief, typed: Sequence[str], named: int) -> float:
    """Prefer whose name is typed whole, and who is typed in the order in which he is written."""
    words = _words_of(form)
    more = _FULL * named / max(len(words), named)
    first = words[0] if words else ""
    return more + (_IN_ORDER if likeness(typed[0], first) >= GOOD else 0.0)

"""How well a man answers what was typed, and by which form of his name or which fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from app.search.brief_text import KeptBrief, unpack, unpack_names
from app.search.fold import fold, folded_words, spoken_words
from app.search.index_words import (
    ALIAS,
    KEY,
    LOOSER,
    birth_words,
    heard,
    marked,
    marked_keys,
)
from app.search.keys import word_keys
from app.search.typed_words import SHORTEST_SLIP, is_slip_of
from app.shapes.briefs import NameBrief

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


class Answering:
    """A man made ready to be held against what is typed, letter after letter."""

    __slots__ = ("_facts", "_line", "_names", "_number")

    def __init__(self, line: str) -> None:
        """Read a packed brief; raises ValueError for a line of another form."""
        kept = unpack_names(line)
        sounds = dict(map(heard, kept.sounds.split()))
        self._line = line
        self._number = kept.number
        self._facts: list[_Fact] | None = None
        self._names = [
            (name, [(word, sounds.get(word, ())) for word in dict.fromkeys(_words_of(name))])
            for name in kept.names
        ]

    @property
    def number(self) -> tuple[str, ...]:
        """Give the words of his number: asked only where figures are typed."""
        return folded_words(self._number)

    @property
    def facts(self) -> list[_Fact]:
        """Give what else is known of him: asked only where his names do not answer."""
        if self._facts is None:
            self._facts = _facts(unpack(self._line))
        return self._facts

    def best_name(
        self, typed: Sequence[str], *, slips: bool
    ) -> tuple[NameBrief | None, list[float]]:
        """Give the form of his name that answers best, and how well each typed word is met."""
        best: tuple[NameBrief | None, list[float]] = (None, [0.0] * len(typed))
        most = 0.0
        for name, words in self._names:
            met = [_best_word(words, word, slips=slips) for word in typed]
            total = sum(met)
            if total > most:
                best, most = (name, met), total
        return best


@lru_cache(maxsize=4_096)
def answering(line: str) -> Answering:
    """Read a packed brief; whoever is typed for is met again at the next letter."""
    return Answering(line)


def rank(man: Answering, typed: Sequence[str], *, slips: bool = False) -> Rank:
    """Say how well a man answers the typed words; `slips` forgives one slip in each of them."""
    figures = [any(map(str.isdigit, word)) for word in typed]
    if figures[-1] and _all_in(man.number, typed):
        return Rank(1.0, "number")
    form, met = man.best_name(typed, slips=slips)
    total, best_fact, best_score = 0.0, "", 0.0
    named = 0
    for word, in_name, is_figure in zip(typed, met, figures, strict=True):
        if in_name >= _ENOUGH:
            total, named = total + in_name, named + 1
            continue
        fact, score = _best_fact(man.facts, fold(word), figures=is_figure, slips=slips)
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

_ENOUGH = 0.72
"""A word of a name that answers so well: facts hardly answer better, and names are mostly meant."""


def rank_names(names: Sequence[str], typed: Sequence[str], *, slips: bool = False) -> Rank:
    """Say how well a thing answers by one of its names; they are heard where none is read so."""
    spelt = _best_named(names, typed, _spelt_in)
    if spelt.score:
        return spelt
    return _best_named(names, typed, partial(_heard_in, slips=slips))


type _Meet = Callable[[str, str], float]


def _best_named(names: Sequence[str], typed: Sequence[str], meet: _Meet) -> Rank:
    best = Rank(0.0, "name")
    for name in names:
        met = [meet(name, word) for word in typed]
        if not all(met):
            continue
        score = sum(met) / len(typed)
        if len(spoken_words(name)) == len(typed):
            score = min(score + _FULL, 1.0)
        if score > best.score:
            best = Rank(score, f"name:{name}")
    return best


def _spelt_in(name: str, typed: str) -> float:
    return max((_spelt(typed, word) for word in spoken_words(name)), default=0.0)


def _heard_in(name: str, typed: str, *, slips: bool) -> float:
    return _best_word(_with_sounds(name), typed, slips=slips)


def _all_in(words: Sequence[str], typed: Sequence[str]) -> bool:
    return bool(words) and typed[-1] in words[-1:] and all(word in words for word in typed)


def _words_of(name: NameBrief) -> tuple[str, ...]:
    return spoken_words(f"{name.full} {name.father_base}")


@lru_cache(maxsize=32_768)
def _with_sounds(text: str) -> tuple[_Word, ...]:
    return tuple((word, marked_keys(word)) for word in spoken_words(text))


type _Word = tuple[str, tuple[str, ...]]
"""A spoken word, and its marked keys."""


def _best_word(words: Sequence[_Word], typed: str, *, slips: bool) -> float:
    best, known = 0.0, _reckoned(typed)
    for word, keys in words:
        score = known.get(word)
        if score is None:
            score = known[word] = likeness(typed, word, keys)
        best = max(best, score)
    if best or not slips:
        return best
    return max((_slipped(typed, *word) for word in words), default=0.0)


_TYPED_AT_ONCE, _WORDS_KEPT = 64, 4_096


def _reckoned(typed: str) -> dict[str, float]:
    """Lend how well the words met so far answer a typed one: the same names come row after row."""
    known = _all_reckoned(typed)
    if len(known) > _WORDS_KEPT:
        known.clear()
    return known


@lru_cache(maxsize=_TYPED_AT_ONCE)
def _all_reckoned(_typed: str) -> dict[str, float]:
    return {}


@dataclass(frozen=True, slots=True)
class _Asked:
    """The keys of a typed word made ready to be held against many."""

    first: frozenset[str]
    begun: tuple[str, ...]
    #: What the entry of a word must share for the two to meet otherwise than by a beginning.
    shared: frozenset[str]


@lru_cache(maxsize=4_096)
def _asked(typed: str) -> _Asked:
    first = marked(KEY, word_keys(typed).first)
    return _Asked(frozenset(first), tuple(first), frozenset(marked_keys(typed)))


def likeness(typed: str, word: str, keys: tuple[str, ...]) -> float:
    """Say how well a word answers a typed one: the same, sounding so, begun, looser."""
    best = _spelt(typed, word)
    if best >= _SAME:
        return best
    asked = _asked(typed)
    for key in keys:
        if key in asked.shared:
            best = max(best, 0.97 if key in asked.first else _BY_MARK[key[0]])
    if not best:
        begun = [len(key) for key in keys if key.startswith(asked.begun)]
        if begun:
            best = 0.78 + 0.1 * len(typed) / max(len(typed), *begun)
    return best


_SAME = 0.98


def _spelt(typed: str, word: str) -> float:
    """Say how well a word answers by its letters alone."""
    if typed == word:
        return 1.0
    plain, written = fold(typed), fold(word)
    if plain == written:
        return _SAME
    return 0.8 + 0.1 * len(plain) / len(written) if plain and written.startswith(plain) else 0.0


_BY_MARK = {KEY: 0.9, ALIAS: 0.88, LOOSER: 0.72}
"""What is left where two words share a key of one kind: but for a letter, by custom, loosely."""


@lru_cache(maxsize=65_536)
def _slipped(typed: str, word: str, keys: tuple[str, ...]) -> float:
    """Say how well a word answers that may have been meant by one with a slip in it."""
    if len(typed) < SHORTEST_SLIP:
        return 0.0
    slipped = is_slip_of(fold(typed), fold(word)) or any(
        is_slip_of(one, key)
        for one in _asked(typed).first
        if len(one) > SHORTEST_SLIP
        for key in keys
        if key[0] == KEY
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
    return _best_of(" ".join(words), typed, slips=slips)


@lru_cache(maxsize=32_768)
def _best_of(text: str, typed: str, *, slips: bool) -> float:
    return _spelt_in(text, typed) or _heard_in(text, typed, slips=slips)


def _begins(word: str, typed: str) -> bool:
    return word.startswith(typed) or word.lstrip("0").startswith(typed)


def _extra(form: NameBrief, typed: Sequence[str], named: int) -> float:
    """Prefer whose name is typed whole, and who is typed in the order in which he is written."""
    words = tuple(dict.fromkeys(_words_of(form)))
    more = _FULL * named / max(len(words), named)
    return more + (_IN_ORDER if words and words[0].startswith(typed[0]) else 0.0)

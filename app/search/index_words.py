"""The words under which an entry is kept in the index, in every script and by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from app.search.brief_text import KeptBrief
from app.search.fold import folded_words, spoken_words
from app.search.keys import WordKeys, word_keys
from app.search.name_parts import name_words_of
from app.shapes.briefs import NumberBrief, PersonBrief
from models.vocabulary.partial_date import PartialDate

KEY = "~"
"""Marks how a word sounds, whatever the script."""
LOOSER = "="
"""Marks what is left of the sound without its voice: consonants alone, or with few vowels."""
ALIAS = "+"
"""Marks the group of names that stand for one another."""
NUMBER = "#"
"""Marks a number that ties a man to a paper, within its series."""

LONGEST = 40
"""Letters of a word that are kept; nobody types more."""
_SHORTEST_LOOSE = 3
_MOST_YEARS = 12


@lru_cache(maxsize=131_072)
def name_words(word: str) -> tuple[str, ...]:
    """Give everything under which a spoken word of a name or a place is kept."""
    keys = word_keys(word)
    found = [
        *(plain[:LONGEST] for plain in folded_words(word)),
        *marked(KEY, keys.indexed | keys.family),
        *loose_keys(keys),
    ]
    return tuple(dict.fromkeys(found))


def loose_keys(keys: WordKeys) -> list[str]:
    """Give the marked keys under which names stand that are written or spoken otherwise."""
    bare = {key for key in keys.skeleton | keys.hollow if len(key) >= _SHORTEST_LOOSE}
    return marked(LOOSER, bare) + marked(ALIAS, keys.kin)


def marked(mark: str, keys: Iterable[str]) -> list[str]:
    """Give keys as the index keeps them."""
    return [f"{mark}{_NOT_KEPT.sub('_', key.lower())}"[:LONGEST] for key in sorted(keys) if key]


def number_word(number: NumberBrief) -> str:
    """Give the word that stands for a number within its series."""
    value = "".join(folded_words(number.value))
    scope = "".join(folded_words(number.scope))
    return f"{NUMBER}{number.kind.value.lower()}#{scope}#{value}"[: 3 * LONGEST]


def entry_words(kept: KeptBrief) -> frozenset[str]:
    """Give all words of a man's entry in the index."""
    man = kept.person
    found: set[str] = set()
    for word in _name_parts(man):
        found.update(name_words(word))
    for place in (man.birth_place, man.home_place, man.last_place):
        for name in place.names:
            found.update(_place_words(name))
    for text in (man.number, man.figure_label, *man.units):
        found.update(_plain_words(text))
    for word in kept.also.split():
        found.update(_plain(word))
    for number in man.numbers:
        found.add(number_word(number))
        words = folded_words(number.value)
        for word in (*words, "".join(words)):
            found.update(_plain(word))
    found.update(birth_words(man.birth))
    return frozenset(found)


def sounds_of(man: PersonBrief) -> str:
    """Give the words of a man's names, each with its marked keys behind it."""
    return " ".join(_sound(word) for word in dict.fromkeys(_name_parts(man)))


@lru_cache(maxsize=131_072)
def _sound(word: str) -> str:
    return "".join((word, *marked_keys(word)))


def marked_keys(word: str) -> tuple[str, ...]:
    """Give the marked keys under which a spoken word of a name is kept."""
    return tuple(kept for kept in name_words(word) if kept[0] in _MARKS)


@lru_cache(maxsize=131_072)
def heard(sound: str) -> tuple[str, tuple[str, ...]]:
    """Give a word and its marked keys, as `sounds_of` put them together."""
    word, *keys = _BEFORE_MARK.split(sound)
    return word, tuple(keys)


def thing_words(names: Iterable[str]) -> frozenset[str]:
    """Give all words of the entry of an incident, an exhibit, a source."""
    return frozenset(word for name in names for word in _place_words(name))


@lru_cache(maxsize=32_768)
def _place_words(name: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in spoken_words(name):
        found |= dict.fromkeys(_plain(word) if word.isdigit() else name_words(word))
    return tuple(found)


@lru_cache(maxsize=32_768)
def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(kept for word in folded_words(text) for kept in _plain(word))


def _plain(word: str) -> tuple[str, ...]:
    """Give a word as typed; a number also without the noughts before it."""
    if word.isdigit() and word.startswith("0"):
        return word[:LONGEST], word.lstrip("0")[:LONGEST] or "0"
    return (word[:LONGEST],)


def _name_parts(man: PersonBrief) -> Iterator[str]:
    for name in man.names:
        yield from spoken_words(name.full)
        for part in (name.family, name.given, name.father, name.father_base):
            if part not in name.full:  # mostly the whole is made of its parts
                yield from spoken_words(part)
    yield from sorted(name_words_of(man).father)


@lru_cache(maxsize=32_768)
def birth_words(birth: PartialDate) -> tuple[str, ...]:
    """Give the years in which a man may be born, and the day where it is known."""
    earliest, latest = birth.earliest, birth.latest
    if earliest is None or latest is None:
        only = earliest or latest
        return () if only is None else (str(only.year),)
    years = [str(year) for year in range(earliest.year, latest.year + 1)][:_MOST_YEARS]
    return (*years, day_word(earliest)) if earliest == latest else tuple(years)


def day_word(day: date) -> str:
    """Give the word that stands for a day."""
    return f"{day:%Y%m%d}"


def words_typed(words: Iterable[str]) -> Iterator[str]:
    """Give those of an entry's words that a slip of the finger may hit: no numbers, no groups."""
    for word in words:
        if (word[0] == KEY or word[0] not in _MARKS) and not any(map(str.isdigit, word)):
            yield word


_BEFORE_MARK = re.compile(f"(?=[{KEY}{LOOSER}{ALIAS}])")
#: The index parts words at every sign, and knows no capitals.
_NOT_KEPT = re.compile(r"\W")
_MARKS = frozenset((KEY, LOOSER, ALIAS, NUMBER))

"""Names of places by their sound: kept beside each name, asked for while one types, ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.search.fold import fold
from app.search.keys import KEYS_VERSION, Tier, WordKeys, word_keys, words_tier

_WORD = re.compile(r"[\w’'ʼʻ‘`՚\u0300-\u036f]+")
_LOOSE = "="
_ALIAS = "+"
_SHORTEST_LOOSE = 3
_SHORTEST_TIER = 3
"""Letters from which on a text is compared as a whole; fewer are the beginning of something."""
_MOST_WORDS = 8
LONGEST = 120
"""Letters of a typed name that are looked at; no place has a longer one."""


@lru_cache(maxsize=65_536)
def kept_sounds(name: str) -> str:
    """Give the keys of a name as they are kept: each between blanks, after the version of keys.

    A name of several words is kept as one word too: «Քարինտակ» is "Karin Tak".
    """
    found: dict[str, None] = {}
    for word in _each_and_joined(_words(name)):
        keys = word_keys(word)
        found |= dict.fromkeys(sorted(keys.indexed))
        found |= dict.fromkeys(_loose(keys))
    return f"{version_mark()}{' '.join(key.replace(' ', '_') for key in found)} "


def version_mark() -> str:
    """Give what keys of today begin with; others were made by older tables."""
    return f"{KEYS_VERSION}: "


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A typed word: in its own script, and the pieces of kept keys that it may be."""

    written: str
    pieces: tuple[str, ...]


@lru_cache(maxsize=4_096)
def asked_words(text: str) -> tuple[tuple[AskedWord, ...], ...]:
    """Give the ways to ask for a text: word by word, and as one word where there are several."""
    words = _words(text[:LONGEST])[:_MOST_WORDS]
    if not words:
        return ()
    ways = [tuple(map(_asked, words))]
    if len(words) > 1:
        ways.append((_asked("".join(words)),))
    return tuple(ways)


def rank(text: str, names: Iterable[str]) -> int:
    """Say how well a place answers a text by the best of its names: the smaller, the better.

    0 the name itself, 1 begins so, 2 sounds so, 3 a word begins so, 4 and 5 looser spellings.
    """
    wanted = text[:LONGEST]
    return min((_rank(wanted, name) for name in names), default=_NOT_AT_ALL)


_NOT_AT_ALL = 9
_BY_TIER = {Tier.SAME: 2, Tier.CANDIDATE: 4, Tier.LOOSE: 5, Tier.WEAK: 6}


def _rank(wanted: str, name: str) -> int:
    plain, whole = fold(wanted), fold(name)
    if plain == whole:
        return 0
    if whole.startswith(plain):
        return 1
    tier = words_tier(wanted, name) if len(plain) >= _SHORTEST_TIER else None
    met = _BY_TIER[tier] if tier else _NOT_AT_ALL
    if met > 3 and _begins(_words(wanted), _words(name)):
        return 3
    return met


def _begins(wanted: Sequence[str], name: Sequence[str]) -> bool:
    """Say whether each typed word begins some word of the name, as written or as it sounds."""
    return all(
        any(
            fold(there).startswith(fold(asked))
            or any(
                whole.startswith(one)
                for one in word_keys(asked).first
                for whole in word_keys(there).indexed
            )
            for there in name
        )
        for asked in wanted
    )


def _words(text: str) -> tuple[str, ...]:
    """Part a text into its words with all their marks: without them «ş» would sound as "s"."""
    return tuple(word for word in _WORD.findall(text) if fold(word))


def _asked(word: str) -> AskedWord:
    keys = word_keys(word)
    written = fold(word)
    begun = [f" {key}" for key in sorted(keys.first)]
    whole = [f" {key} " for key in (*sorted(keys.with_h), *_loose(keys))]
    return AskedWord(written, tuple(piece.replace("  ", " ") for piece in (*begun, *whole)))


def _loose(keys: WordKeys) -> list[str]:
    bones = [f"{_LOOSE}{key}" for key in sorted(keys.skeleton) if len(key) >= _SHORTEST_LOOSE]
    return bones + [f"{_ALIAS}{key}".replace(" ", "_") for key in sorted(keys.aliases)]


def _each_and_joined(words: Sequence[str]) -> list[str]:
    return [*words, "".join(words)] if len(words) > 1 else list(words)

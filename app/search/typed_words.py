"""What a typed text is looked for by: each word in every script, whole, begun or mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.db.word_index import Form
from app.search.collation import ALPHABETS
from app.search.fold import folded_words, spoken_words
from app.search.index_words import (
    KEY,
    LONGEST,
    loose_keys,
    marked,
)
from app.search.keys import word_keys

MOST_WORDS = 12
"""Words of a text that are looked for; nobody types more to find one man."""
MOST_LETTERS = 400
"""Letters of a text that are looked at: whole pages get pasted into a field."""
SHORTEST_SLIP = 4
"""Letters a word must have before a slip in it is forgiven: shorter ones become anything."""

_MOST_BEGUN, _MOST_LOOSE = 5, 24
"""Ways to sound that are looked for of one word: Latin letters may be read in a dozen."""

_MOST_ALIKE = 2
"""As often as one letter stands beside itself in a name."""

_DAY = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DOTTED_I = "i\u0307"
"""What many programs make of İ where they write it small."""
_KEY_LETTERS = "abcdefgijklmnopqrstuvxyz"


def typed_words(text: str) -> tuple[str, ...]:
    """Give the spoken words of a typed text; a day written in figures is one word."""
    some = text[:MOST_LETTERS].replace(_DOTTED_I, "i")
    some = _DAY.sub(lambda day: f"{day[3]}{int(day[2]):02}{int(day[1]):02}", some)
    some = _ISO_DAY.sub(lambda day: "".join(day.groups()), some)
    words = spoken_words(some)
    said = (word[:LONGEST] for word in words if _plain(word) and word.strip("_"))
    return tuple(dict.fromkeys(said))[:MOST_WORDS]


@lru_cache(maxsize=4_096)
def begun_forms(word: str) -> tuple[Form, ...]:
    """Give what a word may be the beginning of, as written or as it sounds."""
    if any(map(str.isdigit, word)):
        return (Form(word, prefix=True),)
    if len(word) > _MOST_ALIKE and len(set(word)) == 1:  # a finger that stayed on its key
        return tuple(Form(one, prefix=True) for one in _plain(word))
    keys = marked(KEY, word_keys(word).first)[:_MOST_BEGUN]
    return tuple(Form(one, prefix=True) for one in (*_plain(word), *keys))


def _plain(word: str) -> tuple[str, ...]:
    """Give a spoken word as it is written without marks; nothing where it was but marks."""
    return folded_words(word)[:1]


@lru_cache(maxsize=4_096)
def looser_forms(word: str) -> tuple[Form, ...]:
    """Give the forms of `begun_forms`, and what is written otherwise elsewhere for the word."""
    if any(map(str.isdigit, word)):
        return begun_forms(word)
    if len(word) > _MOST_ALIKE and len(set(word)) == 1:
        return begun_forms(word)
    keys = word_keys(word)
    more = loose_keys(keys) + marked(KEY, keys.first | keys.with_h | keys.family)
    return (*begun_forms(word), *map(Form, more[:_MOST_LOOSE]))


@lru_cache(maxsize=4_096)
def whole_forms(word: str) -> tuple[Form, ...]:
    """Give a word as a whole one, as written or as it sounds."""
    if any(map(str.isdigit, word)):
        return (Form(word),)
    return tuple(map(Form, (*_plain(word), *marked(KEY, word_keys(word).first))))


def slipped(word: str) -> tuple[str, ...]:
    """Give every beginning that a word may have been meant for, one slip of the finger away.

    A letter too much, too few, another one, or two in each other's place; as written, and as it
    sounds. The last letters of what was meant may still be to come.
    """
    if len(word) < SHORTEST_SLIP or any(map(str.isdigit, word)):
        return ()
    found = dict.fromkeys(slip for one in _plain(word) for slip in _slips(one, _alphabet_of(one)))
    for key in marked(KEY, word_keys(word).first):
        found.update(dict.fromkeys(f"{KEY}{one}" for one in _slips(key[1:], _KEY_LETTERS)))
    return tuple(found)


def _slips(word: str, alphabet: str) -> Iterator[str]:
    for at in range(len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        if after:
            yield before + after[0] + letter + after[1:]
        for other in alphabet:
            if other != letter:
                yield before + other + after
            yield before + other + letter + after


def _alphabet_of(word: str) -> str:
    return next((letters for letters in ALPHABETS if any(one in letters for one in word)), "")


def is_slip_of(typed: str, word: str) -> bool:
    """Say whether `word` begins with what was typed but for one slip."""
    at = 0
    most = min(len(typed), len(word))
    while at < most and typed[at] == word[at]:
        at += 1
    rest = typed[at:]
    if not rest:
        return True
    return (
        word[at + 1 :].startswith(rest)
        or word[at:].startswith(rest[1:])
        or word[at + 1 :].startswith(rest[1:])
        or (
            len(rest) > 1
            and word[at : at + 2] == rest[1] + rest[0]
            and word[at + 2 :].startswith(rest[2:])
        )
    )

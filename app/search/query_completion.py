"""Offers keys and values while somebody types a question into the filter box."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from app.search.fold import fold
from app.search.query_words import codes_of, key_of, key_words
from app.shapes.filter_query import QueryKey
from app.wording.filter_query import LISTS, list_of
from app.wording.vocabulary import label

_BEHIND: Final = re.compile(r"[^\s()]*$")
_MOST: Final = 9
_HIDDEN: Final = frozenset({QueryKey.SINCE, QueryKey.UNTIL})
"""Told in the help, not among the first that are offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A word to put in place of `text[start:end]`; `means` says what it asks."""

    start: int
    end: int
    word: str
    means: str


def offers(text: str, cursor: int, lang: str) -> tuple[Offer, ...]:
    """Give what may be meant by the piece before the cursor: keys, or values after a colon."""
    found = _BEHIND.search(text[:cursor])
    piece = found.group() if found else ""
    start = cursor - len(piece)
    if piece[:1] in ("-", '"'):
        start, piece = start + 1, piece[1:]
    name, colon, typed = piece.partition(":")
    if not colon:
        return _keys(name, start, cursor, lang)
    key = key_of(name)
    if key is None or key not in LISTS:
        return ()
    last = typed.rsplit(",", 1)[-1]
    return _values(key, last.strip('"'), cursor - len(last), cursor, lang)


def _keys(begun: str, start: int, end: int, lang: str) -> tuple[Offer, ...]:
    wanted = fold(begun)
    keys = [key for key in QueryKey if fold(key_words(key, lang)).startswith(wanted)]
    if not wanted:
        keys = [key for key in keys if key not in _HIDDEN]
    return tuple(
        Offer(start, end, f"{key_words(key, lang)}:", label("query_key", key, lang, "help"))
        for key in keys
    )


def _values(key: QueryKey, begun: str, start: int, end: int, lang: str) -> tuple[Offer, ...]:
    wanted = fold(begun)
    found = []
    for code in codes_of(key):
        said = label(list_of(key, code), code, lang)
        words = (*fold(said).split(), fold(code))
        if any(word.startswith(wanted) for word in words) or fold(said).startswith(wanted):
            found.append(Offer(start, end, _written(key, code, said), said))
    return tuple(found[:_MOST])


def _written(key: QueryKey, code: str, said: str) -> str:
    """Write a value as the box takes it: a headline by its code, all else in words."""
    if key is QueryKey.STATUS:
        return code
    return f'"{said}"' if " " in said else said

"""The parts of a man's names by their role, as keys: what counts as his family and given name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.search.fold import folded_words
from app.search.keys import word_keys
from app.shapes.briefs import NameBrief, PersonBrief


def family_words(man: PersonBrief) -> frozenset[str]:
    """Give the folded words of his family names, in every form."""
    return frozenset(_words(name.family or _first(name) for name in man.names))


def given_words(man: PersonBrief) -> frozenset[str]:
    """Give the folded words of his given names, in every form."""
    return frozenset(_words(name.given or _second(name) for name in man.names))


def family_keys(man: PersonBrief) -> frozenset[str]:
    """Give the keys of his family names, in every form."""
    return _keys(family_words(man))


def given_keys(man: PersonBrief) -> frozenset[str]:
    """Give the keys of his given names, in every form."""
    return _keys(given_words(man))


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key for word in words for key in word_keys(word).first)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from folded_words(text)


def _first(name: NameBrief) -> str:
    return "" if name.given else " ".join(folded_words(name.full)[:1])


def _second(name: NameBrief) -> str:
    return "" if name.family else " ".join(folded_words(name.full)[1:2])

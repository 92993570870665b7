"""The words of a man's names by their role: family, given, father, whoever parted them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.search.fathers import father_of
from app.search.fold import spoken_words
from app.search.keys import word_keys
from app.search.parts import read_name
from app.shapes.briefs import NameBrief, PersonBrief

_TER = frozenset({"տեր", "тер", "тэр", "ter", "der"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """The spoken words of one or all forms of a name, by role."""

    family: frozenset[str]
    given: frozenset[str]
    #: The father's given name in the nominative, where it can be told.
    father: frozenset[str]


def name_words_of(man: PersonBrief) -> NameWords:
    """Give the words of all forms of a man's name."""
    forms = [_form_words(name) for name in man.names]
    return NameWords(
        frozenset().union(*(form.family for form in forms)),
        frozenset().union(*(form.given for form in forms)),
        frozenset().union(*(form.father for form in forms)),
    )


@lru_cache(maxsize=65_536)
def _form_words(name: NameBrief) -> NameWords:
    if name.family or name.given:
        family, given = name.family, name.given
        bases = (name.father_base,) if name.father_base else _bases(name.father)
    else:
        read = read_name(name.full)
        family, given, bases = read.family, read.given, read.father_bases
    return NameWords(_words([family]) - _TER or _words([family]), _words([given]), _words(bases))


@lru_cache(maxsize=65_536)
def _bases(father: str) -> tuple[str, ...]:
    read = father_of(father)
    return () if read is None or read.initial else read.bases


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in spoken_words(text))


def first_keys(words: Iterable[str]) -> frozenset[str]:
    """Give how words sound: the keys under which names are counted."""
    return frozenset(key for word in words for key in word_keys(word).first)

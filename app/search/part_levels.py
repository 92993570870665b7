"""How one part of a name agrees with another: the level and the tier it lands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.search.keys import Tier, word_keys, words_tier

_CLASS = {
    sound: sounds[0]
    for sounds in ("bp", "gkx", "dt", "zsch", "qjw", "vou", "yei")
    for sound in sounds
}
"""First sounds that stand for one another between scripts and between East and West."""
_SILENT = {"", "0"}
"""Keys of a letter that other scripts may leave out: Հ, H."""
_CONSONANTS = re.compile(r"[^aeiouy]+")
_LEVELS = {1: "same", 2: "near", 3: "loose", 4: "weak", None: "differs"}


@dataclass(frozen=True, slots=True)
class PartMatch:
    """How one part agrees, and the words that were held against each other."""

    level: str
    tier: int | None
    a: str
    b: str
    #: The words that were compared, where they are not those written: fathers in the nominative.
    words: tuple[str, str] = ("", "")
    #: Only the consonants agree: Armen and Arman, but Сарг(и)сян too.
    vowels_differ: bool = False
    #: One of them is half of the other: Հակոբյան beside Հակոբյան-Պետրոսյան.
    is_half: bool = False

    @property
    def agrees(self) -> bool:
        """Tell whether the words may be one name (domain.md 4.5: up to the third tier)."""
        return self.level in {"same", "near", "loose", "initial"}

    @property
    def is_close(self) -> bool:
        """Tell whether they are one name but for a habit of writing."""
        return self.level in {"same", "near", "initial"}


@lru_cache(maxsize=131_072)
def part_match(a: str, b: str) -> PartMatch | None:
    """Hold one part against the other, initials by their letter; None where one is missing."""
    if not a or not b:
        return None
    if _is_initial(a) or _is_initial(b):
        return PartMatch("initial" if _initials_meet(a, b) else "differs", None, a, b, (a, b))
    tier = words_tier(a, b)
    number = None if tier is None else int(tier)
    differ = tier is Tier.LOOSE and _vowels(a).isdisjoint(_vowels(b))
    return PartMatch(_LEVELS[number], number, a, b, (a, b), vowels_differ=differ)


def _vowels(word: str) -> frozenset[str]:
    return frozenset(_CONSONANTS.sub("", key) for key in word_keys(word).first)


def _is_initial(word: str) -> bool:
    letters = sum(map(str.isalpha, word))
    return letters == 1 or (word.endswith(".") and letters <= 2)


def _initials_meet(a: str, b: str) -> bool:
    """Tell whether an initial may stand for a name, whichever script and habit each is in.

    Հ. may stand for a name that Russian begins with Г, with a vowel or with Х; a Western Տ. is D.
    """
    mine, other = _beginnings(a), _beginnings(b)
    return not mine or not other or not mine.isdisjoint(other)


def _beginnings(word: str) -> frozenset[str]:
    """Give the first sounds of a word by their class; none where it may begin with a silent h."""
    keys = word_keys(word.rstrip("."))
    found = {*keys.first, *keys.with_h}
    return frozenset() if _SILENT & found else frozenset(_CLASS.get(k[0], k[0]) for k in found)

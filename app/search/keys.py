"""One word in four scripts: its keys, and how near two words are (domain.md 4.5-4.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from itertools import permutations

from app.search.aliases import alias_names
from app.search.sounds import consonants, hollow, skeleton, sounds, without_guttural
from app.search.spelling import read_spelling
from models.vocabulary.people import Script

MOST_KEYS = 12
KEYS_VERSION = 3
"""Raised whenever a table or a rule gives other keys: what was indexed before is then stale."""

_FEWEST_CONSONANTS = 3
_SHORTEST_HOLLOW = 2
_SHORTEST_FOR_A_SLIP = 6
_WORDS_AT_MOST = 6
_TER = re.compile(r"(?<!\w)(?:ter|der|тер|տեր|տէր)[-֊ ]+(?=\w{4})", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[\s,;/()\[\]·«»\"]+")
#: Endings that change with sex or with the language of the paper, and what is left without them:
#: Алиева is Алиев, Каменская Каменский; Latvian and Lithuanian write Petrovs, Petrovas; and a
#: whole house is called Ашурбековы, Aşurbəyovlar.
_ENDINGS = (
    (re.compile(r"(?<=..[oe]v)(?:as?|s|ova)$|(?<=..in)(?:as|ova)$"), ""),
    (re.compile(r"(?<=....)iu?s$"), "i"),
    (re.compile(r"(?<=....)l[ae]r$|(?<=..[oe]v)i$"), ""),
    (re.compile(r"(?<=..)skie$"), "ski"),
    (re.compile(r"(?<=..)([sc])ka(?:ya)?$"), r"\1ki"),
    (re.compile(r"(?<=...[bcdfgklmnrtvzjqwxh])s$"), ""),
)
_BARE = re.compile("[cszCSZ]")
_DIGRAPH = re.compile("[cskgztCSKGZT][hH]|[tT][sS]|[sS][zZ]|[cC][zZ]")
_AN_H = re.compile("[հՀhHһҺ]|^[յՅ]")
_ENDED = frozenset("aeirs")
#: What surnames are made with; papers of another state change it: Հակոբյան, Акопов, Акопашвили.
_MADE_WITH = re.compile(
    r"(?<=...)(?:b[ae][kyg])?(?:yan|[oe]va?|awvili|zad[ae]|(?<=.)l[iu]|b[ae]yli|unc|enc)$"
)


class Tier(IntEnum):
    """How near two spellings are; none of them ever merges anything by itself."""

    SAME = 1
    CANDIDATE = 2
    LOOSE = 3
    WEAK = 4


class Way(StrEnum):
    """Why two words meet."""

    SOUND = "sound"
    ALIAS = "alias"
    SEX_FORM = "sex form"
    GUTTURAL = "guttural"
    KIN = "kin"
    ROOT = "root"
    VOICE = "voice"
    CONSONANTS = "consonants"
    MARKS = "marks"
    SHORT = "short"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Meeting:
    """How near two words are and why."""

    tier: Tier
    way: Way


@dataclass(frozen=True, slots=True)
class WordKeys:
    """What one written word is found and compared by; every key is small Latin letters."""

    raw: str
    script: Script
    #: How it sounds: more than one where letters are ambiguous.
    first: frozenset[str]
    #: The same with a g or kh left out, for Հ that Russian writes г or х, or not at all.
    with_h: frozenset[str]
    #: Consonants without voice; `y` at the end is -yan.
    skeleton: frozenset[str]
    #: Without voice and with three vowels: for names too short for a skeleton.
    hollow: frozenset[str]
    #: Without the ending of sex or case of a surname; empty where it has none.
    family: frozenset[str]
    #: What a surname is made from; empty for a word that has no such ending.
    root: frozenset[str]
    #: Names of the alias table: the same name by another tradition of spelling.
    aliases: frozenset[str] = frozenset()
    #: The same, with diminutives, Western and Russian-ised forms.
    kin: frozenset[str] = frozenset()
    #: Plain Latin letters that may have lost their marks: Sahbazyan for Şahbazyan.
    bare: bool = False
    #: Letters of two scripts in one word: worth a warning.
    mixed: bool = False
    #: A script that we have no table for, read by a general one.
    guessed: bool = False

    @property
    def indexed(self) -> frozenset[str]:
        """Give the keys by which an index finds the word at tiers 1 and 2."""
        return self.first | self.with_h


@lru_cache(maxsize=131_072)
def word_keys(word: str) -> WordKeys:
    """Give the keys of one word of any script; never fails, whatever is typed."""
    spelling = read_spelling(word)
    make = sounds().keys
    heard = [key for reading in spelling.readings for key in make(reading) if key]
    first = frozenset(heard[:MOST_KEYS])
    shorter = frozenset(short for key in first for short in without_guttural(key)) - first
    family = frozenset(
        p.sub(to, key)
        for key in first
        if key[-1] in _ENDED  # the patterns are slow, and most words need none of them
        for p, to in _ENDINGS
        if p.search(key)
    )
    free = frozenset(key for reading in spelling.loose for key in make(reading) if key)
    every = first.union(family, free, *map(without_guttural, free))
    hollows = frozenset(map(hollow, every))
    aliases, kin = alias_names(first, hollows)
    return WordKeys(
        raw=word,
        script=spelling.script,
        first=first,
        with_h=shorter,
        skeleton=frozenset(map(skeleton, every)),
        hollow=hollows,
        family=family,
        root=frozenset(
            hollow(key[: end.start()]) for key in first | family if (end := _MADE_WITH.search(key))
        ),
        aliases=aliases,
        kin=kin,
        bare=word.isascii() and bool(_BARE.search(word)) and not _DIGRAPH.search(word),
        mixed=spelling.mixed,
        guessed=spelling.guessed,
    )


def meeting(a: WordKeys, b: WordKeys) -> Meeting | None:
    """Tell how near two words are, and by what; None where nothing but chance is left."""
    if not a.first.isdisjoint(b.first):
        return Meeting(Tier.SAME, Way.SOUND)
    if not a.aliases.isdisjoint(b.aliases):
        return Meeting(Tier.SAME, Way.ALIAS)
    if _stands_for_h(a, b) or _stands_for_h(b, a):
        return Meeting(Tier.CANDIDATE, Way.GUTTURAL)
    if not (a.family.isdisjoint(b.first | b.family) and b.family.isdisjoint(a.first)):
        return Meeting(Tier.CANDIDATE, Way.SEX_FORM)
    return _loose_meeting(a, b)


def _stands_for_h(a: WordKeys, b: WordKeys) -> bool:
    """Tell whether a г or х of one is an h that the other writes, or dropped."""
    return _may_stand(a, b) and not a.with_h.isdisjoint(b.first)


def _may_stand(a: WordKeys, b: WordKeys) -> bool:
    """Tell whether a g or kh of one can be an h of the other: Armenian letters drop none."""
    if not a.with_h:
        return False
    scripts = {a.script, b.script}
    if Script.ARMENIAN not in scripts:
        return True
    return len(scripts) > 1 and _AN_H.search(b.raw) is not None


def _loose_meeting(a: WordKeys, b: WordKeys) -> Meeting | None:
    found = next((meets for meets in _LOOSELY if meets[1](a, b)), None)
    return Meeting(_TIERS.get(found[0], Tier.LOOSE), found[0]) if found else None


def _by_consonants(a: WordKeys, b: WordKeys) -> bool:
    return (
        _full(a.skeleton & b.skeleton)
        or (_may_stand(b, a) and _full(a.skeleton & _bones(b.with_h)))
        or (_may_stand(a, b) and _full(b.skeleton & _bones(a.with_h)))
    )


def _by_guttural(a: WordKeys, b: WordKeys) -> bool:
    return (_may_stand(b, a) and _sound_alike(a.hollow, _hollows(b.with_h))) or (
        _may_stand(a, b) and _sound_alike(b.hollow, _hollows(a.with_h))
    )


def _without_marks(a: WordKeys, b: WordKeys) -> bool:
    return (a.bare or b.bare) and _full(_stripped(a.skeleton) & _stripped(b.skeleton))


def _by_slip(a: WordKeys, b: WordKeys) -> bool:
    return any(_one_slip(one, other) for one in a.first for other in b.first)


_TIERS = {Way.SHORT: Tier.WEAK, Way.SLIP: Tier.WEAK}
#: The likelier first: the first that two words meet by is the one they are said to meet by.
_LOOSELY: tuple[tuple[Way, Callable[[WordKeys, WordKeys], bool]], ...] = (
    (Way.KIN, lambda a, b: not a.kin.isdisjoint(b.kin)),
    (Way.VOICE, lambda a, b: _sound_alike(a.hollow, b.hollow)),
    (Way.GUTTURAL, _by_guttural),
    (Way.CONSONANTS, _by_consonants),
    (Way.ROOT, lambda a, b: not a.root.isdisjoint(b.root)),
    (Way.MARKS, _without_marks),
    (Way.SHORT, lambda a, b: any(map(consonants, a.skeleton & b.skeleton))),
    (Way.SLIP, _by_slip),
)


def tier_of(a: WordKeys, b: WordKeys) -> Tier | None:
    """Give the tier at which two words meet."""
    met = meeting(a, b)
    return met.tier if met else None


def words_tier(a: str, b: str) -> Tier | None:
    """Give the tier at which two names of one or several words meet, word by word, in any order.

    Where the number of words differs they are compared as one: «Քարինտակ», "Karin Tak". Ter-
    before a surname is written or dropped at will: without it they are candidates at best.
    """
    tier = _tier_of_words(_words(a), _words(b))
    bare_a, bare_b = _TER.sub("", a), _TER.sub("", b)
    if tier in {Tier.SAME, Tier.CANDIDATE} or (bare_a, bare_b) == (a, b):
        return tier
    bare = _tier_of_words(_words(bare_a), _words(bare_b))
    found = [one for one in (tier, bare and max(bare, Tier.CANDIDATE)) if one]
    return min(found, default=None)


def _tier_of_words(mine: list[str], yours: list[str]) -> Tier | None:
    if not mine or not yours:
        return None
    if len(mine) != len(yours) or len(mine) > _WORDS_AT_MOST:
        return tier_of(word_keys("".join(mine)), word_keys("".join(yours)))
    if len(mine) == 1:
        return tier_of(word_keys(mine[0]), word_keys(yours[0]))
    tiers = [[tier_of(word_keys(one), word_keys(other)) for other in yours] for one in mine]
    return min(filter(None, map(_worst, _pairings(tiers))), default=None)


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(text) if word_keys(word).first]


def _pairings(tiers: list[list[Tier | None]]) -> list[list[Tier | None]]:
    size = len(tiers)
    return [[tiers[row][order[row]] for row in range(size)] for order in permutations(range(size))]


def _worst(tiers: list[Tier | None]) -> Tier | None:
    return None if None in tiers else max(filter(None, tiers))


def _full(bones: frozenset[str]) -> bool:
    return any(consonants(one) >= _FEWEST_CONSONANTS for one in bones)


def _sound_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return any(len(key) >= _SHORTEST_HOLLOW for key in a & b)


def _hollows(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(map(hollow, keys))


def _bones(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(map(skeleton, keys))


def _stripped(bones: frozenset[str]) -> frozenset[str]:
    """Give skeletons without what š and č tell: s for both, c and k for the other."""
    return frozenset(one.replace("w", "s").replace("q", to) for one in bones for to in "ck")


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two keys of six letters and more differ by one letter or one exchange."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_FOR_A_SLIP or len(long) - len(short) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]

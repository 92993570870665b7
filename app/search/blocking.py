"""Says which people of a register are worth comparing: those who share a key that few share.

To compare everybody with everybody would take days. So each man gets some keys (how his family and
given name sound without vowels and voice, what names stand for them, when and where he was born,
his numbers), and only who shares one is compared. A key that many share says little and costs much:
it is narrowed by a second one, and by a third; what is still crowded then holds nothing but
namesakes of whom nothing else is known.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations, permutations, product
from typing import Final

from app.search.birth_levels import birth_level
from app.search.fold import fold, fold_number, folded_words, spoken_words
from app.search.keys import word_keys
from app.shapes.briefs import NameBrief, PersonBrief
from models.vocabulary.partial_date import PartialDate

CROWD: Final = 40
"""People who may share a key; more of them, and it is narrowed."""
MOST_PAIRS: Final = 5_000_000
"""Pairs that are compared at most: 40 MB; those of the rarest keys first."""

_SIZES: Final = ((2, 4), (5, 12), (13, CROWD))
_SHARDS: Final = 64
_ROW_BITS: Final = 27
_ROW: Final = (1 << _ROW_BITS) - 1
_HASH: Final = (1 << (64 - _ROW_BITS)) - 1
_MOST_WORDS: Final = 4
_MOST_YEARS: Final = 3
_BEGINNING: Final = 2

type Pairs = array[int]
"""Two rows in each number: the one that is looked at in the upper half, the other in the lower."""
type KeysOf = Callable[[PersonBrief], frozenset[str]]


def block_keys(man: PersonBrief) -> frozenset[str]:
    """Give the keys of a man; two people who share none are not compared.

    One part of the name, the year and the place of birth are enough: a reader of old print takes
    Vogelnik for Kogelnik, and nothing but the other part and the birth leads to him then.
    """
    day = man.birth.edtf if man.birth.is_exact_day else None
    years = _years(man.birth)
    births = _births(man)
    found = {f"#{one.kind.value} {one.scope} {fold_number(one.value)}" for one in man.numbers}
    found |= name_keys(man)
    for name in man.names:
        for family, given in _roles(name):
            found.update(f"b{birth} f{token}" for birth in births for token in family)
            found.update(f"b{birth} g{token}" for birth in births for token in given)
            if day:
                found.update(f"d{day} {token}" for token in (*family, *given))
            for year in years:
                if not given:
                    found.update(f"y{year} {token}" for token in family)
                elif not family:
                    found.update(f"y{year} {token}" for token in given)
    return frozenset(found)


def name_keys(man: PersonBrief) -> frozenset[str]:
    """Give the keys that hold his name alone: who shares one is met whatever his birth."""
    return frozenset(
        f"n{f} {g}"
        for name in man.names
        for family, given in _roles(name)
        for f, g in product(family, given)
    )


def birth_keys(man: PersonBrief) -> frozenset[str]:
    """Give the keys that hold his birth alone: who shares one is met whatever his name."""
    found = {f"b{birth}" for birth in _births(man)}
    if man.birth.is_exact_day:
        found.add(f"d{man.birth.edtf}")
    return frozenset(found)


def narrowing_keys(man: PersonBrief) -> frozenset[str]:
    """Give what narrows a crowded key: birth, father, places, units."""
    found = {f"y{year}" for year in _years(man.birth)}
    for name in man.names:
        for father in (name.father_base, name.father):
            found.update(f"f{bone[:_BEGINNING]}" for bone in _bones(father))
    for place in (man.birth_place, man.home_place, man.last_place):
        found.update(f"p{bone}" for written in place.names for bone in _bones(written))
    for unit in man.units:
        found.update(f"u{word}" for word in folded_words(unit) if word.isdecimal())
    return frozenset(found)


def _roles(name: NameBrief) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Give family and given name as tokens; in every order where nobody has parted the name."""
    if name.family and name.given and not _is_initial(name.given):
        for family in spoken_words(name.family)[:_MOST_WORDS]:
            yield _tokens(family), _tokens(_first_word(name.given))
        return
    if name.family or name.given:
        family, given = _first_word(name.family), _first_word(name.given)
        yield _tokens(family), frozenset() if _is_initial(given) else _tokens(given)
        return
    words = [word for word in spoken_words(name.full) if not _is_initial(word)][:_MOST_WORDS]
    if len(words) == 1:
        yield _tokens(words[0]), frozenset()
    for family, given in permutations(words, 2):
        yield _tokens(family), _tokens(given)


def _first_word(text: str) -> str:
    words = spoken_words(text)
    return max(words, key=len) if words else ""


def _is_initial(word: str) -> bool:
    return len(fold(word)) < 2


@lru_cache(maxsize=131_072)
def _tokens(word: str) -> frozenset[str]:
    """Give what a word is met by at tiers 1 to 3: its bare consonants, the names it stands for."""
    keys = word_keys(word)
    return frozenset((*(bone for bone in keys.skeleton if bone), *(f"+{n}" for n in keys.kin)))


def _bones(text: str) -> frozenset[str]:
    word = _first_word(text)
    return frozenset(bone for bone in word_keys(word).skeleton if bone) if word else frozenset()


def _years(birth: PartialDate) -> range:
    first, last = birth.earliest, birth.latest
    if first is None or last is None or last.year - first.year >= _MOST_YEARS:
        return range(0)
    return range(first.year, last.year + 1)


def _births(man: PersonBrief) -> frozenset[str]:
    """Give each year in which he may be born together with each word for the place.

    Lists write the district after a comma: it is left out where the village is known.
    """
    places = {
        bone
        for written in man.birth_place.names
        for word in folded_words(written.partition(",")[0])[:_MOST_WORDS]
        for bone in word_keys(word).skeleton
        if len(bone) > 1
    }
    return frozenset(f"{year} {place}" for year in _years(man.birth) for place in places)


class Blocks:
    """Gathers who shares which key in eight bytes a key and man."""

    def __init__(self) -> None:
        self._shards: list[array[int]] = [array("Q") for _ in range(_SHARDS)]

    def add(self, row: int, keys: Iterable[str]) -> None:
        """Note the keys of the man in a row of the register (below 134 million)."""
        for key in keys:
            mark = key_mark(key)
            self._shards[mark % _SHARDS].append(mark << _ROW_BITS | row)

    def groups(self) -> Iterator[tuple[int, array[int]]]:
        """Give the mark of each key that more than one man has, with their rows, ascending."""
        for at, shard in enumerate(self._shards):
            self._shards[at] = array("Q", sorted(set(shard)))
            yield from _groups(self._shards[at])


def key_mark(key: str) -> int:
    """Give the number by which a key is known while this program runs."""
    return hash(key) & _HASH


def _groups(shard: array[int]) -> Iterator[tuple[int, array[int]]]:
    begin = 0
    while begin < len(shard):
        mark = shard[begin] >> _ROW_BITS
        end = begin + 1
        while end < len(shard) and shard[end] >> _ROW_BITS == mark:
            end += 1
        if end - begin > 1:
            yield mark, array("Q", (one & _ROW for one in shard[begin:end]))
        begin = end


class PairFinder:
    """Finds the pairs to compare: add everybody, then everybody in `crowded` again, then ask."""

    def __init__(self, is_new: Callable[[int], bool], keys_of: KeysOf = block_keys) -> None:
        self._is_new = is_new
        self._keys_of = keys_of
        self._first = Blocks()
        self._narrowed = Blocks()
        self._crowded: set[int] = set()

    def add(self, row: int, man: PersonBrief) -> None:
        """Note a man."""
        self._first.add(row, self._keys_of(man))

    def crowded_rows(self) -> set[int]:
        """Give the rows whose men share a key with too many: add them again by `narrow`."""
        rows: set[int] = set()
        for mark, members in self._first.groups():
            if len(members) > CROWD:
                self._crowded.add(mark)
                rows.update(members)
        return rows

    def narrow(self, row: int, man: PersonBrief) -> None:
        """Note a man once more, by his crowded keys together with what narrows them."""
        crowded = [key for key in self._keys_of(man) if key_mark(key) in self._crowded]
        if not crowded:
            return
        more = sorted(narrowing_keys(man))
        both = [f"{one}{other}" for one, other in combinations(more, 2)]
        self._narrowed.add(row, (f"{key}|{extra}" for key in crowded for extra in (*more, *both)))

    def pairs(self) -> Pairs:
        """Give every pair with somebody new in it once, in the order of the new rows."""
        found: set[int] = set()
        for least, most in _SIZES:
            for blocks in (self._first, self._narrowed):
                for _, members in blocks.groups():
                    if least <= len(members) <= most:
                        self._pair(members, found)
                    if len(found) >= MOST_PAIRS:
                        return array("Q", sorted(found))
        return array("Q", sorted(found))

    def _pair(self, members: array[int], found: set[int]) -> None:
        for one, other in combinations(members, 2):
            if self._is_new(one):
                found.add(one << 32 | other)
            elif self._is_new(other):
                found.add(other << 32 | one)


def are_born_apart(a: PersonBrief, b: PersonBrief) -> bool:
    """Tell whether birth alone keeps two men apart, so that nothing else need be compared.

    Not where they share a number: then a person has to look.
    """
    if birth_level(a.birth, b.birth) != "apart":
        return False
    ours, theirs = ({fold_number(one.value) for one in man.numbers} for man in (a, b))
    return not ours & theirs


def rows_of(pair: int) -> tuple[int, int]:
    """Give the two rows of a pair: the one looked at, and the other."""
    return pair >> 32, pair & 0xFFFF_FFFF

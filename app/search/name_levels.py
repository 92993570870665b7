"""How the names of two people agree, part by part, over all forms they are known in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, product

from app.search.keys import Tier, word_keys, words_tier
from app.search.name_forms import NameForm

_CLASS = {
    sound: sounds[0]
    for sounds in ("bp", "gkqhXG", "dtT", "zsZc", "CJS", "vwo", "yei")
    for sound in sounds
}
"""First sounds that stand for one another between scripts and between East and West."""
_HYPHEN = re.compile(r"[-֊–\s]+")
_CONSONANTS = re.compile(r"[^aeiouy]+")
_SHORTEST_HALF = 4
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


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two people agree in name; None for a part that one of them is not known by."""

    family: PartMatch | None = None
    given: PartMatch | None = None
    father: PartMatch | None = None
    #: A single word of unknown role was held against the best part of the other.
    lone: PartMatch | None = None
    ter: bool = False
    #: The parts agree only after family, given and father's name change places.
    reordered: bool = False
    #: The given name of each is the father's name of the other.
    mirror: bool = False
    forms: tuple[NameForm, NameForm] | None = None

    @property
    def parts(self) -> tuple[PartMatch, ...]:
        """Give the parts that could be compared."""
        return tuple(p for p in (self.family, self.given, self.father, self.lone) if p)

    @property
    def tier(self) -> int | None:
        """Give the tier of the worst part (domain.md 4.5); None where one does not agree."""
        if any(part.level == "differs" for part in self.parts):
            return None
        return self.tier_of_agreeing

    @property
    def tier_of_agreeing(self) -> int | None:
        """Give the tier of the worst part that agrees; initials have none."""
        return max((part.tier for part in self.parts if part.tier is not None), default=None)

    @property
    def is_lone_on_both_sides(self) -> bool:
        """Tell whether all that is known of either is one word."""
        return self.forms is not None and all(form.lone for form in self.forms)


def names_match(ours: Iterable[NameForm], theirs: Iterable[NameForm]) -> NameMatch:
    """Find the pair of forms that agrees best; the father is sought among all of them.

    A form without a father does not hide that another form names one who differs.
    """
    mine, other = tuple(ours), tuple(theirs)
    pairs = [_pair(a, b) for a, b in product(mine, other)]
    if not pairs:
        return NameMatch()
    best = max(pairs, key=_goodness)
    if best.father is not None and best.father.is_close:
        return best
    if best.reordered:
        return best
    father = _best_father(product(mine, other))
    mirror = best.mirror and (father is None or not father.agrees)
    return replace(best, father=father, mirror=mirror)


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


def _pair(a: NameForm, b: NameForm) -> NameMatch:
    if a.lone or b.lone:
        return _lone_pair(a, b)
    straight = NameMatch(
        family=_family_match(a, b),
        given=part_match(a.given, b.given),
        father=_father_match(a, b),
        ter=a.ter != b.ter,
        forms=(a, b),
    )
    if _parts_agree(straight):
        return _with_mirror(straight, a, b)
    orders = chain(((a, turned) for turned in _orders(b)), ((turned, b) for turned in _orders(a)))
    for mine, other in orders:
        family = part_match(mine.family, other.family)
        if family is None or not family.agrees:
            continue
        match = replace(
            straight,
            family=family,
            given=part_match(mine.given, other.given),
            father=_father_match(mine, other),
            reordered=True,
        )
        if _parts_agree(match) and (match.father is None or match.father.agrees):
            return match
    return _with_mirror(straight, a, b)


def _family_match(a: NameForm, b: NameForm) -> PartMatch | None:
    """Hold family names against each other, and halves of double ones where wholes differ."""
    whole = part_match(a.family, b.family)
    if whole is None or whole.agrees:
        return whole
    halves = product(_halves(a.family), _halves(b.family))
    found = (part_match(*pair) for pair in halves if pair != (a.family, b.family))
    best = min((one for one in found if one is not None and one.agrees), key=_rank, default=None)
    return whole if best is None else replace(best, a=a.family, b=b.family, is_half=True)


def _halves(family: str) -> tuple[str, ...]:
    """Give a family name and, of a double one, either half."""
    halves = [half for half in _HYPHEN.split(family) if len(half) >= _SHORTEST_HALF]
    return (family, *halves) if len(halves) > 1 else (family,)


def _parts_agree(match: NameMatch) -> bool:
    both = (match.family, match.given)
    return all(part is None or part.agrees for part in both) and any(both)


def _lone_pair(a: NameForm, b: NameForm) -> NameMatch:
    """Hold a single word against whichever part of the other it is likest."""
    found = [
        match
        for mine, other in product(_words(a), _words(b))
        if (match := part_match(mine, other)) is not None
    ]
    best = min(found, key=lambda match: match.tier or 9, default=None)
    return NameMatch(lone=best, ter=a.ter != b.ter, forms=(a, b))


def _words(form: NameForm) -> tuple[str, ...]:
    return (form.lone,) if form.lone else tuple(w for w in (form.family, form.given) if w)


def _orders(form: NameForm) -> Iterable[NameForm]:
    """Give the orders a careless list may have meant: never given and father turned round."""
    if not (form.family and form.given):
        return
    yield replace(form, family=form.given, given=form.family)
    if form.father:
        family, given, father = form.family, form.given, form.father
        yield replace(form, family=father, given=family, father=given, fathers=(given,))
        yield replace(form, family=given, given=father, father=family, fathers=(family,))


def _with_mirror(match: NameMatch, a: NameForm, b: NameForm) -> NameMatch:
    """Mark father and son: Արամ Տիգրանի beside Տիգրան Արամի (domain.md 4.2)."""
    if not (a.given and b.given and a.fathers and b.fathers):
        return match
    straight = match.given is not None and match.given.agrees
    if straight and match.father is not None and match.father.agrees:
        return match
    crossed = _any_close(a.fathers, (b.given,)) and _any_close(b.fathers, (a.given,))
    if not crossed or (match.family is not None and not match.family.agrees):
        return match
    return replace(match, mirror=True)


def _any_close(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    found = (part_match(a, b) for a, b in product(ours, theirs))
    return any(match is not None and match.level in {"same", "near"} for match in found)


def _best_father(pairs: Iterable[tuple[NameForm, NameForm]]) -> PartMatch | None:
    found = [match for a, b in pairs if (match := _father_match(a, b)) is not None]
    return min(found, key=_rank, default=None)


def _father_match(a: NameForm, b: NameForm) -> PartMatch | None:
    """Hold the fathers against each other by what they may be called in the nominative."""
    found = [
        match
        for mine, other in product(a.fathers or (a.father,), b.fathers or (b.father,))
        if (match := part_match(mine, other)) is not None
    ]
    best = min(found, key=_rank, default=None)
    return None if best is None else replace(best, a=a.father, b=b.father)


_RANKS = ("same", "near", "initial", "loose", "weak", "differs")


def _rank(match: PartMatch) -> int:
    return _RANKS.index(match.level)


def _goodness(match: NameMatch) -> tuple[int, ...]:
    """Rank pairs of forms by family and given name; words as written decide between equals."""
    parts = [part for part in (match.family, match.given, match.lone) if part is not None]
    differing = sum(part.level == "differs" for part in parts)
    agreeing = sum(part.agrees for part in parts)
    plain = int(not match.reordered) + int(not match.ter)
    ranks = sum(_rank(part) for part in parts)
    father = -1 if match.father is None else len(_RANKS) - _rank(match.father)
    as_written = sum(part.a == part.b for part in parts)
    return (-differing, agreeing, plain, -ranks, as_written, father)


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
    return frozenset() if "" in found else frozenset(_CLASS.get(k[0], k[0]) for k in found)

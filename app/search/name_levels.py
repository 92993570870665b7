"""How the names of two people agree, part by part, over all forms they are known in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from app.search.name_forms import NameForm
from app.search.part_levels import PartMatch, part_match

_HYPHEN = re.compile(r"[-֊–\s]+")
_SHORTEST_HALF = 4


class _Roles(NamedTuple):
    """The parts of a name in the roles they are tried in."""

    family: str
    given: str
    father: str
    fathers: tuple[str, ...]


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


def _pair(a: NameForm, b: NameForm) -> NameMatch:
    if a.lone or b.lone:
        return _lone_pair(a, b)
    straight = NameMatch(
        family=_family_match(a, b),
        given=part_match(a.given, b.given),
        father=_father_match(_roles(a), _roles(b)),
        ter=a.ter != b.ter,
        forms=(a, b),
    )
    if _parts_agree(straight):
        return _with_mirror(straight, a, b)
    for mine, other in _orders(a, b):
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


def _orders(a: NameForm, b: NameForm) -> Iterator[tuple[_Roles, _Roles]]:
    """Give the orders a careless list may have meant: never given and father turned round."""
    ours, theirs = _roles(a), _roles(b)
    for turned in _turned(theirs):
        yield ours, turned
    for turned in _turned(ours):
        yield turned, theirs


def _roles(form: NameForm) -> _Roles:
    return _Roles(form.family, form.given, form.father, form.fathers)


def _turned(roles: _Roles) -> Iterator[_Roles]:
    family, given, father, fathers = roles
    if family and given:
        yield _Roles(given, family, father, fathers)
    if family and given and father:
        yield _Roles(father, family, given, (given,))
        yield _Roles(given, father, family, (family,))


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
    found = [match for a, b in pairs if (match := _father_match(_roles(a), _roles(b))) is not None]
    return min(found, key=_rank, default=None)


def _father_match(a: _Roles, b: _Roles) -> PartMatch | None:
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

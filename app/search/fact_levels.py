"""How two people agree in what is not their name: numbers, sex, units, places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from app.search.fold import fold, fold_number
from app.search.keys import words_tier
from app.shapes.briefs import NumberBrief, PersonBrief, PlaceBrief
from models.vocabulary.people import IdentifierKind, Sex

_DIGITS = re.compile(r"\d+")
#: One list may name a man twice, and what "other" numbers are nobody knows.
_MANY_A_MAN = frozenset({IdentifierKind.LIST_ROW, IdentifierKind.OTHER})
_TOLD_APART = {Sex.MALE, Sex.FEMALE}
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class FactMatch:
    """The level a fact landed on, and how either side has it."""

    level: str
    a: str
    b: str


def number_match(a: PersonBrief, b: PersonBrief) -> FactMatch | None:
    """Hold their identity numbers against each other; None where no two can be."""
    theirs = {_number_key(number): number for number in b.numbers}
    shared = [number for number in a.numbers if _number_key(number) in theirs]
    if shared:
        mine = min(shared, key=lambda number: number.value)
        return FactMatch("same", mine.value, theirs[_number_key(mine)].value)
    for mine, other in product(a.numbers, b.numbers):
        if _of_one_series(mine, other):
            return FactMatch("differs", mine.value, other.value)
    return None


def _number_key(number: NumberBrief) -> tuple[IdentifierKind, str, str]:
    return (number.kind, number.scope, fold_number(number.value))


def _of_one_series(a: NumberBrief, b: NumberBrief) -> bool:
    return a.kind not in _MANY_A_MAN and (a.kind, a.scope) == (b.kind, b.scope)


def sex_level(a: Sex, b: Sex) -> str | None:
    """Give the level of `sex`; None unless both are said to be a man or a woman."""
    if a not in _TOLD_APART or b not in _TOLD_APART:
        return None
    return "same" if a is b else "differs"


def unit_match(a: PersonBrief, b: PersonBrief) -> FactMatch | None:
    """Hold their units against each other; None where one is of no known unit."""
    if not a.units or not b.units:
        return None
    for mine, other in product(a.units, b.units):
        if _one_unit(mine, other):
            return FactMatch("same", mine, other)
    return FactMatch("differs", a.units[0], b.units[0])


def _one_unit(a: str, b: str) -> bool:
    """Tell whether two ways of writing name one unit: its figures decide where it has any."""
    if fold(a) == fold(b):
        return bool(fold(a))
    figures = set(_DIGITS.findall(a)), set(_DIGITS.findall(b))
    if any(figures):
        return figures[0] == figures[1]
    tier = words_tier(a, b)
    return tier is not None and tier <= _CLOSE


def place_match(a: PlaceBrief, b: PlaceBrief) -> FactMatch | None:
    """Hold two places against each other; homonyms of the gazetteer are two places."""
    names = (a.names[0] if a.names else "", b.names[0] if b.names else "")
    if a.place_id is not None and b.place_id is not None:
        return FactMatch("same" if a.place_id == b.place_id else "differs", *names)
    if not a.names or not b.names:
        return None
    for mine, other in product(a.names, b.names):
        tier = words_tier(mine, other)
        if tier is not None and tier <= _CLOSE:
            return FactMatch("same", mine, other)
    return FactMatch("differs", *names)

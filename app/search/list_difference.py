"""Finds which rows of two lists mean one man, whatever the spelling; pure, one row to one row."""

from __future__ import annotations

import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final
from uuid import UUID

from app.search.blocking import PairFinder, are_born_apart, rows_of
from app.search.compare import compare
from app.search.fold import fold
from app.search.listed_man import ListedName, brief_of_row
from app.search.name_parts import first_keys, name_words_of
from app.search.name_shares import weights_in_register
from app.search.weights import Weights
from app.shapes.briefs import PersonBrief
from app.shapes.likeness import Comparison, Verdict
from app.shapes.lists import RowChange, RowPair, RowView
from models.vocabulary.lists import NO_MAN, RowState

_FIT: Final = frozenset({Verdict.SAME, Verdict.CANDIDATE})
_LIKE_ENOUGH: Final = 0.9
"""A second row that is so much as likely as the first leaves both to a person."""


@dataclass(slots=True)
class Matched:
    """Which rows mean one man; what is left of either side stands alone, or is not clear."""

    pairs: list[RowPair] = field(default_factory=list)
    only_a: list[RowView] = field(default_factory=list)
    only_b: list[RowView] = field(default_factory=list)
    unclear_a: list[RowView] = field(default_factory=list)
    unclear_b: list[RowView] = field(default_factory=list)
    left_out: int = 0


def match_rows(
    a: Sequence[RowView], b: Sequence[RowView], cases: Mapping[UUID, UUID], own: Weights
) -> Matched:
    """Match the rows of two lists: by what was decided, by equal words, then by how names sound.

    `cases` names the case of each row that is tied to one. A row that fits several is left to a
    person.
    """
    found = Matched()
    here = _Side([row for row in a if _is_a_man(row)])
    there = _Side([row for row in b if _is_a_man(row)])
    found.left_out = len(a) + len(b) - len(here.rows) - len(there.rows)
    _pair_alone(here, there, lambda row: cases.get(row.id), found, cases, by_decision=True)
    _pair_alone(here, there, _words, found, cases)
    _pair_alike(here, there, own, found, cases)
    order = {row.id: at for at, row in enumerate(b)}
    found.pairs.sort(key=lambda pair: (pair.a.row_no, order[pair.b.id]))
    return found


class _Side:
    """The rows of one list, and which of them are still to be matched."""

    def __init__(self, rows: list[RowView]) -> None:
        self.rows = rows
        self.left = dict(enumerate(rows))

    def briefs(self) -> dict[int, PersonBrief]:
        """Give the men of the rows that are left."""
        return {
            at: brief_of_row(
                ListedName(
                    row.name, row.family, row.given, row.father, row.birth, row.unit, row.document
                )
            )
            for at, row in self.left.items()
        }


def _is_a_man(row: RowView) -> bool:
    return row.state is not RowState.NOT_A_MAN and NO_MAN.isdisjoint(row.faults)


def _words(row: RowView) -> Hashable:
    name, birth = fold(row.name), row.birth.edtf or fold(row.birth.text)
    return (name, fold(row.father), birth) if name else None


def _pair_alone(
    here: _Side, there: _Side, key_of: Callable[[RowView], Hashable], found: Matched,
    cases: Mapping[UUID, UUID], *, by_decision: bool = False,
) -> None:  # fmt: skip
    """Match rows of one key where it stands once on either side."""
    mine, yours = _by_key(here, key_of), _by_key(there, key_of)
    for key, at in mine.items():
        other = yours.get(key)
        if at is None or other is None:
            continue
        a, b = here.left.pop(at), there.left.pop(other)
        found.pairs.append(RowPair(a, b, by_decision, changes_of(a, b, cases)))


def _by_key(side: _Side, key_of: Callable[[RowView], Hashable]) -> dict[Hashable, int | None]:
    found: dict[Hashable, int | None] = {}
    for at, row in side.left.items():
        key = key_of(row)
        if key is not None:
            found[key] = None if key in found else at
    return found


def _pair_alike(
    here: _Side, there: _Side, own: Weights, found: Matched, cases: Mapping[UUID, UUID]
) -> None:
    """Match what is left by how names sound, the likeliest first; what fits twice is unclear."""
    mine, yours = here.briefs(), there.briefs()
    weights = _weights([*mine.values(), *yours.values()], own)
    likely = _likely(_sounding_alike(mine, yours), mine, yours, weights)
    _settle(here, there, likely, found, cases)
    # Only what no name of the other list sounds like is looked for more loosely: that is slow.
    rest_a = {at: mine[at] for at in here.left}
    rest_b = {at: yours[at] for at in there.left}
    loosely = _likely(_loosely_alike(rest_a, rest_b), rest_a, rest_b, weights)
    _settle(here, there, loosely, found, cases)
    open_a = {at for at, other, _ in (*likely, *loosely) if at in here.left and other in there.left}
    open_b = {
        other for at, other, _ in (*likely, *loosely) if at in here.left and other in there.left
    }
    for at, row in here.left.items():
        (found.unclear_a if at in open_a else found.only_a).append(row)
    for at, row in there.left.items():
        (found.unclear_b if at in open_b else found.only_b).append(row)


type Likely = list[tuple[int, int, float]]


def _likely(
    pairs: Iterable[tuple[int, int]],
    mine: Mapping[int, PersonBrief],
    yours: Mapping[int, PersonBrief],
    weights: Weights,
) -> Likely:
    found = []
    for at, other in pairs:
        a, b = mine[at], yours[other]
        if not are_born_apart(a, b):
            comparison: Comparison = compare(a, b, weights)
            if comparison.verdict in _FIT:
                found.append((at, other, comparison.score))
    found.sort(key=lambda one: (-one[2], one[0], one[1]))
    return found


def _settle(
    here: _Side, there: _Side, likely: Likely, found: Matched, cases: Mapping[UUID, UUID]
) -> None:
    """Match pair after pair, the likeliest first, but none that has an equal rival."""
    of_a: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    of_b: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for at, other, score in likely:
        of_a[at].append((other, score))
        of_b[other].append((at, score))
    for at, other, score in likely:
        if at not in here.left or other not in there.left:
            continue
        rivals = [rival for rival, its in of_a[at] if _equals(rival, other, its, score, there)]
        rivals += [rival for rival, its in of_b[other] if _equals(rival, at, its, score, here)]
        if not rivals:
            a, b = here.left.pop(at), there.left.pop(other)
            found.pairs.append(RowPair(a, b, by_decision=False, changes=changes_of(a, b, cases)))


def _equals(rival: int, chosen: int, its: float, score: float, side: _Side) -> bool:
    return rival != chosen and rival in side.left and its >= score * _LIKE_ENOUGH


def _sounding_alike(
    mine: Mapping[int, PersonBrief], yours: Mapping[int, PersonBrief]
) -> Iterator[tuple[int, int]]:
    """Give the pairs whose family and given names sound alike."""
    there: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for other, brief in yours.items():
        for key in _name_sounds(brief):
            there[key].append(other)
    for at, brief in mine.items():
        beside = dict.fromkeys(other for key in _name_sounds(brief) for other in there.get(key, ()))
        yield from ((at, other) for other in beside)


def _name_sounds(brief: PersonBrief) -> list[tuple[str, str]]:
    words = name_words_of(brief)
    return list(product(sorted(first_keys(words.family)), sorted(first_keys(words.given))))


def _loosely_alike(
    mine: Mapping[int, PersonBrief], yours: Mapping[int, PersonBrief]
) -> Iterator[tuple[int, int]]:
    if not mine or not yours:
        return
    first = max(mine) + 1
    finder = PairFinder(lambda row: row >= first)
    for at, brief in mine.items():
        finder.add(at, brief)
    for other, brief in yours.items():
        finder.add(first + other, brief)
    for row in finder.crowded_rows():
        finder.narrow(row, mine[row] if row < first else yours[row - first])
    pairs: array[int] = finder.pairs()
    for pair in pairs:
        new, old = rows_of(pair)
        if old < first:
            yield (old, new - first)


def _weights(men: Sequence[PersonBrief], own: Weights) -> Weights:
    """Weigh names by how often they stand on the two lists."""
    counted: Counter[tuple[str, str]] = Counter()
    for man in men:
        words = name_words_of(man)
        counted.update(("family", key) for key in first_keys(words.family))
        counted.update(("given", key) for key in first_keys(words.given))
    return weights_in_register(own, len(men), lambda role, key: counted[role, key])


def changes_of(a: RowView, b: RowView, cases: Mapping[UUID, UUID]) -> frozenset[RowChange]:
    """Say how two rows differ that mean one man."""
    changes = set()
    if (a.name, a.father) != (b.name, b.father) and (
        _said(a.name, a.father) != _said(b.name, b.father)
    ):
        changes.add(RowChange.SPELLING)
    if (a.reply, a.reply_words) != (b.reply, b.reply_words):
        changes.add(RowChange.REPLY)
    mine, yours = _details(a), _details(b)
    if mine != yours and _said(*mine) != _said(*yours):
        changes.add(RowChange.DETAIL)
    one, other = cases.get(a.id), cases.get(b.id)
    if one is not None and other is not None and one != other:
        changes.add(RowChange.MAN)
    return frozenset(changes)


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(" ".join(unicodedata.normalize("NFC", text).casefold().split()) for text in texts)


def _details(row: RowView) -> tuple[str, ...]:
    birth = row.birth.edtf or row.birth.text
    return (birth, row.unit, row.rank, row.place, row.document, row.said)

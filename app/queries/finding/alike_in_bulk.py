"""Finds whom of the register each of many men resembles, all in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.queries.finding.briefs import brief_page, briefs_of, count_people
from app.queries.finding.candidates import candidates
from app.queries.finding.likeness import all_weights, few_weights
from app.search.blocking import PairFinder, are_born_apart, rows_of
from app.search.brief_text import unpack
from app.search.compare import compare
from app.search.fold import fold_number
from app.search.weights import Weights
from app.shapes.briefs import PersonBrief
from app.shapes.likeness import Comparison, Verdict
from models.vocabulary.people import IdentifierKind

CLOSE: Final = 2
"""Down to this tier a man bears the name (domain.md 3.6 P12)."""
_LOOKED_AT: Final = 40
_LEAST_SCORE: Final = 0.02
_AT_ONCE: Final = 2_000
_ROWS_A_QUESTION: Final = 60
"""To ask the index for one man takes as long as to walk past so many of the register."""
_FIRST_LISTED: Final = 1 << 26
"""The men of the list are numbered from here on, beyond every row of the register."""

type Found = dict[int, list[tuple[UUID, Comparison]]]


def alike_in_bulk(session: Session, men: Mapping[int, PersonBrief]) -> Found:
    """Give whom each may be and why, in no order; nobody is hidden: who shows them asks.

    A number of kind OTHER is held against the numbers of every kind: lists say a number, and not
    of which paper.
    """
    people = count_people(session) if men else 0
    if not people:
        return {}
    asks = len(men) * _ROWS_A_QUESTION < people
    return _ask(session, men) if asks else _walk(session, men)


def _ask(session: Session, new: Mapping[int, PersonBrief]) -> Found:
    """Ask the index man by man: for a short list in a long register."""
    weights = few_weights(session)
    found: Found = defaultdict(list)
    for at, brief in new.items():
        for _, man in candidates(session, brief, _LOOKED_AT):
            _compare(at, brief, man, weights, found)
    return found


def _walk(session: Session, new: Mapping[int, PersonBrief]) -> Found:
    """Walk once past everybody: for a long list."""
    finder = PairFinder(lambda row: row >= _FIRST_LISTED)
    for at, brief in new.items():
        finder.add(_FIRST_LISTED + at, brief)
    for row, man in _everybody(session):
        finder.add(row, man)
    crowded = finder.crowded_rows()
    for at, brief in new.items():
        if _FIRST_LISTED + at in crowded:
            finder.narrow(_FIRST_LISTED + at, brief)
    here = sorted(row for row in crowded if row < _FIRST_LISTED)
    for some in parts_of(here):
        for row, line in briefs_of(session, some).items():
            finder.narrow(row, unpack(line).person)
    pairs = [rows_of(pair) for pair in finder.pairs()]
    beside = [(row - _FIRST_LISTED, other) for row, other in pairs if other < _FIRST_LISTED]
    weights = all_weights(session)
    found: Found = defaultdict(list)
    for some_pairs in parts_of(beside):
        rows = sorted({other for _, other in some_pairs})
        men = {row: unpack(line).person for row, line in briefs_of(session, rows).items()}
        for at, other in some_pairs:
            if other in men:
                _compare(at, new[at], men[other], weights, found)
    return found


def _everybody(session: Session) -> Iterator[tuple[int, PersonBrief]]:
    after = -1
    while page := brief_page(session, after, _AT_ONCE):
        for one in page:
            yield one.row, unpack(one.brief).person
        after = page[-1].row


def _compare(at: int, brief: PersonBrief, man: PersonBrief, weights: Weights, found: Found) -> None:
    if are_born_apart(brief, man):
        return
    comparison = compare(_with_his_numbers(brief, man), man, weights)
    if man.case_id is not None and _is_worth_a_look(comparison):
        found[at].append((man.case_id, comparison))


def _with_his_numbers(brief: PersonBrief, man: PersonBrief) -> PersonBrief:
    said = {
        fold_number(number.value) for number in brief.numbers if number.kind is IdentifierKind.OTHER
    }
    if not said:
        return brief
    his = tuple(number for number in man.numbers if fold_number(number.value) in said)
    return replace(brief, numbers=(*brief.numbers, *his))


def _is_worth_a_look(comparison: Comparison) -> bool:
    if comparison.verdict is Verdict.DIFFERENT:
        return False
    return bears_the_name(comparison) or comparison.score >= _LEAST_SCORE


def bears_the_name(comparison: Comparison) -> bool:
    """Tell whether his name agrees closely (domain.md 3.6 P12)."""
    return comparison.tier is not None and comparison.tier <= CLOSE


def parts_of[T](things: list[T]) -> Iterator[list[T]]:
    """Part a long list into what a database is asked at once."""
    for start in range(0, len(things), _AT_ONCE):
        yield things[start : start + _AT_ONCE]

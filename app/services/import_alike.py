"""Finds whom of the register the new men of a list resemble; only a person ties them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader, UnitOfWork
from app.importing.planner import RowPlan
from app.importing.rows import ListedMan, RowNote
from app.queries.candidates import candidates
from app.queries.likeness import all_weights, few_weights
from app.queries.limited_access import cases_open_to
from app.queries.person_briefs import brief_page, briefs_of, count_people
from app.search.blocking import PairFinder, are_born_apart, rows_of
from app.search.brief_text import unpack
from app.search.compare import compare
from app.search.typed_briefs import name_briefs, number_briefs
from app.search.weights import Weights
from app.shapes.briefs import PersonBrief, PlaceBrief
from app.shapes.imports import Alike
from app.shapes.likeness import Comparison, Verdict
from models.cases import Case
from models.vocabulary.accounts import RowOutcome

_MOST: Final = 5
_LOOKED_AT: Final = 40
_LEAST_SCORE: Final = 0.02
_CLOSE: Final = 2
_AT_ONCE: Final = 2_000
_ROWS_A_QUESTION: Final = 60
"""To ask the index for one man takes as long as to walk past so many of the register."""
_FIRST_LISTED: Final = 1 << 26
"""The men of the list are numbered from here on, beyond every row of the register."""

type Found = dict[int, list[tuple[UUID, Comparison]]]


def find_alike(unit: Reader | UnitOfWork, plans: list[RowPlan]) -> list[RowPlan]:
    """Note at each new man whom he may be, the likeliest first.

    A man whose case is limited is not named to those who may not open it, nor one in the bin.
    """
    new = {
        at: brief_of_listed(plan.man)
        for at, plan in enumerate(plans)
        if plan.outcome is RowOutcome.NEW and plan.man is not None
    }
    people = count_people(unit.session) if new else 0
    if not people:
        return plans
    asks = len(new) * _ROWS_A_QUESTION < people
    found = _ask(unit.session, new) if asks else _walk(unit.session, new)
    hidden = _hidden(unit, found)
    for at, men in found.items():
        seen = sorted(
            (one for one in men if one[0] not in hidden), key=lambda one: -one[1].score
        )  # fmt: skip
        plans[at].alike = tuple(Alike(*one) for one in seen[:_MOST])
        if sum(_bears_the_name(comparison) for _, comparison in seen) > 1:
            plans[at].notes = (*plans[at].notes, RowNote.HOMONYMS)
    return plans


def brief_of_listed(man: ListedMan) -> PersonBrief:
    """Give the man of a row in brief."""
    return PersonBrief(
        names=name_briefs(man.names),
        birth=man.birth,
        birth_place=PlaceBrief(names=tuple(filter(None, [man.birth_place]))),
        home_place=PlaceBrief(names=tuple(filter(None, [man.home_address]))),
        units=tuple(filter(None, [man.service.unit_as_written])) if man.service else (),
        numbers=number_briefs(man.identifiers),
    )


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
    for some in _parts(here):
        for row, line in briefs_of(session, some).items():
            finder.narrow(row, unpack(line).person)
    pairs = [rows_of(pair) for pair in finder.pairs()]
    beside = [(row - _FIRST_LISTED, other) for row, other in pairs if other < _FIRST_LISTED]
    weights = all_weights(session)
    found: Found = defaultdict(list)
    for some_pairs in _parts(beside):
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
    comparison = compare(brief, man, weights)
    if man.case_id is not None and _is_worth_a_look(comparison):
        found[at].append((man.case_id, comparison))


def _is_worth_a_look(comparison: Comparison) -> bool:
    if comparison.verdict is Verdict.DIFFERENT:
        return False
    close = comparison.tier is not None and comparison.tier <= _CLOSE
    return close or comparison.score >= _LEAST_SCORE


def _bears_the_name(comparison: Comparison) -> bool:
    return comparison.tier is not None and comparison.tier <= _CLOSE


def _hidden(unit: Reader | UnitOfWork, found: Found) -> set[UUID]:
    """Give those of the men found whom the person at work may not see."""
    asked = {case_id for men in found.values() for case_id, _ in men}
    seen: set[UUID] = set()
    for some in _parts(sorted(asked)):
        seen.update(
            unit.session.scalars(
                select(Case.id).where(Case.id.in_(some), Case.id.in_(cases_open_to(unit)))
            )
        )
    return asked - seen


def _parts[T](things: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(things), _AT_ONCE):
        yield things[start : start + _AT_ONCE]

"""Finds whom of the register the new men of a list resemble; only a person ties them together."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.importing.planner import RowPlan
from app.importing.rows import ListedMan, RowNote
from app.queries.finding.alike_in_bulk import Found, alike_in_bulk, bears_the_name, parts_of
from app.queries.limited_access import cases_open_to
from app.search.typed_briefs import name_briefs, number_briefs
from app.shapes.briefs import PersonBrief, PlaceBrief
from app.shapes.imports import Alike
from models.cases import Case
from models.vocabulary.accounts import RowOutcome

_MOST: Final = 5


def find_alike(unit: Reader | UnitOfWork, plans: list[RowPlan]) -> list[RowPlan]:
    """Note at each new man whom he may be, the likeliest first.

    A man whose case is limited is not named to those who may not open it, nor one in the bin.
    """
    new = {
        at: brief_of_listed(plan.man)
        for at, plan in enumerate(plans)
        if plan.outcome is RowOutcome.NEW and plan.man is not None
    }
    found = alike_in_bulk(unit.session, new)
    hidden = _hidden(unit, found)
    for at, men in found.items():
        seen = sorted(
            (one for one in men if one[0] not in hidden), key=lambda one: -one[1].score
        )  # fmt: skip
        plans[at].alike = tuple(Alike(*one) for one in seen[:_MOST])
        if sum(bears_the_name(comparison) for _, comparison in seen) > 1:
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


def _hidden(unit: Reader | UnitOfWork, found: Found) -> set[UUID]:
    """Give those of the men found whom the person at work may not see."""
    asked = {case_id for men in found.values() for case_id, _ in men}
    seen: set[UUID] = set()
    for some in parts_of(sorted(asked)):
        seen.update(
            unit.session.scalars(
                select(Case.id).where(Case.id.in_(some), Case.id.in_(cases_open_to(unit)))
            )
        )
    return asked - seen

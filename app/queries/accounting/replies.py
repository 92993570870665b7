"""Counts what was answered about the men of a scope, and where the interim measures stand.

Each man is counted once in either table. What was answered: he came home; he is said to be dead;
else what his detaining power said of him (domain.md 2.10).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, exists, func, or_

from app.db.unit_of_work import Reader
from app.queries.accounting.counted import Counted
from app.queries.accounting.known_then import end_of, facet_was
from app.shapes.accounting import FacetTable, Scope
from app.shapes.accounting_paper import Answered, AnswerRow, BesideTheSum
from models.cases import CaseLine
from models.events import Event
from models.vocabulary.event_codes import EventCode
from models.vocabulary.roles import Action
from models.vocabulary.status import AccountingLine, Ack, Facet, Rule39

_HOME = (AccountingLine.RETURNED_VERIFIED, AccountingLine.RETURNED_UNVERIFIED)
_DEATH_SAID = (EventCode.X80, EventCode.X81, EventCode.X82)


class _Asked(NamedTuple):
    counted: Counted
    day: date


def beside_the_sum(reader: Reader, scope: Scope, as_known: date | None = None) -> BesideTheSum:
    """Read both tables of a scope, as known at the end of a day; None: today.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    return BesideTheSum(
        replies_table(reader, scope, as_known), measures_table(reader, scope, as_known)
    )


def replies_table(
    reader: Reader, scope: Scope, as_known: date | None = None
) -> tuple[AnswerRow, ...]:
    """Count what was answered about each man of a scope; answers nobody gave are left out.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    reader.allow(Action.READ_CASES)
    asked = _asked(reader, scope, as_known)
    counted = asked.counted
    answers: list[tuple[Answered, ColumnElement[bool]]] = [
        (Answered.REPATRIATED, or_(*(counted.on(line) for line in _HOME))),
        (Answered.DECEASED, _said_dead(asked.day)),
    ]
    answers += [(Answered(value.value), _facet(counted, Facet.ACK, value.value)) for value in Ack]
    which = case(*((when, key.value) for key, when in answers), else_="").label("answered")
    disputed = func.sum(case((counted.disputed, 1), else_=0))
    found = {
        key: (count, contested)
        for key, count, contested in reader.session.execute(
            counted.select(which, func.count(), disputed)
            .where(~counted.on(AccountingLine.OUTSIDE_THE_SUM))
            .group_by(which)
        )
    }
    return tuple(
        AnswerRow(key, *map(int, found[key.value])) for key in Answered if key.value in found
    )


def measures_table(reader: Reader, scope: Scope, as_known: date | None = None) -> FacetTable:
    """Count the men of a scope by where the interim measure stands (Rule 39).

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    reader.allow(Action.READ_CASES)
    counted = _asked(reader, scope, as_known).counted
    which = case(
        *((_facet(counted, Facet.R39, value.value), value.value) for value in Rule39), else_=""
    ).label("stands")
    found = dict(
        reader.session.execute(
            counted.select(which, func.count())
            .where(~counted.on(AccountingLine.OUTSIDE_THE_SUM))
            .group_by(which)
        ).all()
    )
    rows = ((value.value, found[value.value]) for value in Rule39 if value.value in found)
    return FacetTable(Facet.R39.value, tuple(rows))


def _asked(reader: Reader, scope: Scope, as_known: date | None) -> _Asked:
    # Facets are read from the last snapshot, of today too: a line keeps only some of them.
    day = as_known or reader.clock.today()
    return _Asked(Counted(reader, scope, day), day)


def _facet(counted: Counted, facet: Facet, value: str) -> ColumnElement[bool]:
    if counted.known is None:
        raise ValueError("facets are read from snapshots")
    return facet_was(counted.known, facet, value)


def _said_dead(day: date) -> ColumnElement[bool]:
    """Ask whether somebody said by then that he is dead, and did not take it back."""
    return exists().where(
        and_(
            Event.case_id == CaseLine.case_id,
            Event.code.in_(_DEATH_SAID),
            Event.created_at < end_of(day),
            Event.withdrawn_at.is_(None),
        )
    )

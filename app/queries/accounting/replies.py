"""Counts what was answered about the men of a scope, and where the interim measures stand.

Each man is counted once in either table. What was answered: he came home; he is said to be dead;
else what his detaining power said of him (domain.md 2.10).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, case, exists, func, or_
from sqlalchemy.orm import aliased

from app.db.unit_of_work import Reader
from app.queries.accounting.counted import Counted
from app.queries.accounting.known_then import end_of
from app.shapes.accounting import FacetTable, Scope
from app.shapes.accounting_paper import Answered, AnswerRow, BesideTheSum
from models.cases import CaseLine, FacetSnapshot
from models.events import Event
from models.vocabulary.event_codes import EventCode
from models.vocabulary.roles import Action
from models.vocabulary.status import AccountingLine, Ack, Facet, Rule39

_HOME = (AccountingLine.RETURNED_VERIFIED, AccountingLine.RETURNED_UNVERIFIED)
_DEATH_SAID = (EventCode.X80, EventCode.X81, EventCode.X82)


def beside_the_sum(reader: Reader, scope: Scope, as_known: date | None = None) -> BesideTheSum:
    """Count both of a scope, as known at the end of a day (None: today), in one pass.

    Answers nobody gave and states nobody is in are left out.

    Raises:
        NotAllowed; NotFound; BadInput.
    """
    reader.allow(Action.READ_CASES)
    # Facets are read from the last snapshot, of today too: a line keeps only some of them.
    day = as_known or reader.clock.today()
    counted = Counted(reader, scope, day)
    if counted.known is None:
        raise ValueError("facets are read from snapshots")
    # By a name of its own: what a filter asks of snapshots must not be taken for this one.
    snapshot = aliased(FacetSnapshot)

    def has(facet: Facet, value: str) -> ColumnElement[bool]:
        return snapshot.facets.contains(f'"{facet.value}":{{"value":"{value}"')

    answered = case(*((when, key.value) for key, when in _answers(counted, day, has)), else_="")
    stands = case(*((has(Facet.R39, value.value), value.value) for value in Rule39), else_="")
    asked, state = answered.label("answered"), stands.label("stands")
    men: Counter[str] = Counter()
    contested: Counter[str] = Counter()
    measures: Counter[str] = Counter()
    for key, value, count, disputed in reader.session.execute(
        counted.select(asked, state, func.count(), func.sum(case((counted.disputed, 1), else_=0)))
        .join(snapshot, snapshot.id == counted.known.c.id)
        .where(~counted.on(AccountingLine.OUTSIDE_THE_SUM))
        .group_by(asked, state)
    ):
        men[key] += count
        contested[key] += int(disputed)
        measures[value] += count
    return BesideTheSum(
        tuple(
            AnswerRow(key, men[key.value], contested[key.value])
            for key in Answered
            if key.value in men
        ),
        FacetTable(
            Facet.R39.value,
            tuple((one.value, measures[one.value]) for one in Rule39 if one.value in measures),
        ),
    )


def _answers(
    counted: Counted, day: date, has: Callable[[Facet, str], ColumnElement[bool]]
) -> Iterator[tuple[Answered, ColumnElement[bool]]]:
    """Give what may have been answered, the first that holds for a man counts."""
    yield Answered.REPATRIATED, or_(*(counted.on(line) for line in _HOME))
    yield Answered.DECEASED, _said_dead(day)
    for value in Ack:
        yield Answered(value.value), has(Facet.ACK, value.value)


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

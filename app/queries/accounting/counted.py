"""Finds the cases a sheet accounts for, and where each stood: today, or on a past day.

An incident and a unit count cases of limited access by number alone, as the page of an incident
does; a filter counts only what the reader may see, for by asking he could learn whom it counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple  # Any: columns of several types
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, func, or_, select

from app.db.unit_of_work import Reader
from app.queries.accounting.known_then import (
    carries,
    codes_then,
    last_snapshots,
    line_of_headline,
    stood_on,
    was_admitted,
)
from app.queries.cases.filter_query import has_chip
from app.queries.cases.lines import conditions
from app.queries.limited_access import lines_kept, lines_open_to
from app.shapes.accounting import Scope
from app.shapes.case_list import CaseFilter
from models.cases import Case, CaseLine
from models.codebook.accounting import HELD_EITHER_WAY
from models.incidents import Incident, Position, Unit
from models.people import ServiceRecord
from models.places import Place
from models.vocabulary.status import AccountingLine, Chip

_DISPUTED = (Chip.DISPUTED.value,)


class Counts(NamedTuple):
    """How many men stand where: (line, headline) to a number, and how many are disputed."""

    men: Mapping[tuple[AccountingLine | None, str], int]
    contested: Mapping[AccountingLine | None, int]

    def of(self, line: AccountingLine | None) -> int:
        """Count the men of a line; None: those that stand on none."""
        return sum(count for (key, _), count in self.men.items() if key is line)


class Counted:
    """The cases of a scope as they are known on a day: what to select from, and on which terms."""

    def __init__(self, reader: Reader, scope: Scope, as_known: date | None) -> None:
        self.reader = reader
        of_scope = _of_scope(reader, scope)
        self.known: Subquery | None = None
        if as_known is not None:
            narrowed = scope.incident_id is not None or scope.unit_id is not None
            some = select(CaseLine.case_id).where(*of_scope) if narrowed else None
            self.known = last_snapshots(as_known, some)
        self.terms = [*_seen(reader, scope), *of_scope]
        if scope.wanted is not None:
            then = None if self.known is None else codes_then(reader, self.known)
            # What may be seen is asked once more there: it costs nothing, and cannot be forgotten.
            self.terms += conditions(reader, scope.wanted, then)

    def select(self, *columns: Any) -> Any:  # Any: a select of columns of several types
        """Select columns of the cases."""
        found = select(*columns).select_from(CaseLine)
        if self.known is not None:
            found = found.join(self.known, self.known.c.case_id == CaseLine.case_id)
        return found.where(*self.terms)

    @property
    def columns(self) -> tuple[Any, Any, Any]:  # Any: see above
        """Give the line, the headline and the chips, as known."""
        if self.known is None:
            return CaseLine.accounting, CaseLine.headline, CaseLine.chips
        return self.known.c.accounting, self.known.c.headline, self.known.c.chips

    @property
    def disputed(self) -> ColumnElement[bool]:
        """Ask whether accounts stand against one another."""
        return has_chip(_DISPUTED) if self.known is None else carries(self.columns[2], _DISPUTED)

    def on(self, line: AccountingLine) -> ColumnElement[bool]:
        """Ask whether a case stands on a line."""
        if self.known is None:
            here: ColumnElement[bool] = CaseLine.accounting == line.value
            return here
        return stood_on(self.known, line)

    def counts(self) -> Counts:
        """Count the cases of each line and headline."""
        line, headline, chips = self.columns
        men: Counter[tuple[AccountingLine | None, str]] = Counter()
        contested: Counter[AccountingLine | None] = Counter()
        for code, head, marks, count in self.reader.session.execute(
            self.select(line, headline, chips, func.count()).group_by(line, headline, chips)
        ):
            for key, some in self._lines(code, head, marks, count):
                men[key, head] += some
                if _DISPUTED[0] in marks.split(","):
                    contested[key] += some
        return Counts(men, contested)

    def _lines(
        self, code: str, headline: str, chips: str, count: int
    ) -> Iterable[tuple[AccountingLine | None, int]]:
        if code in set(AccountingLine):
            return ((AccountingLine(code), count),)
        if code or self.known is None:
            return ((None, count),)
        if headline not in HELD_EITHER_WAY:
            return ((line_of_headline(headline), count),)
        held, head, marks = self.columns
        of_these = self.select(func.count()).where(
            held == "", head == headline, marks == chips, was_admitted(self.known)
        )
        admitted = self.reader.session.scalar(of_these) or 0
        return (
            (AccountingLine.HELD_ACKNOWLEDGED, admitted),
            (AccountingLine.HELD_NOT_ACKNOWLEDGED, count - admitted),
        )


def counts_by_number(scope: Scope) -> bool:
    """Say whether limited cases count by number: where nobody chose whom to count by asking."""
    asked = scope.wanted is not None and scope.wanted != CaseFilter()
    return not asked and (scope.incident_id is not None or scope.unit_id is not None)


def _seen(reader: Reader, scope: Scope) -> list[ColumnElement[bool]]:
    return [lines_kept()] if counts_by_number(scope) else lines_open_to(reader)


def _of_scope(reader: Reader, scope: Scope) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if scope.incident_id is not None:
        reader.get(Incident, scope.incident_id)
        found.append(CaseLine.incident_id == scope.incident_id)
    if scope.unit_id is not None:
        found.append(_of_unit(reader, scope.unit_id))
    if scope.place_id is not None:
        found.append(CaseLine.place_id.in_(_places_within(reader, scope.place_id)))
    return found


def _of_unit(reader: Reader, unit_id: UUID) -> ColumnElement[bool]:
    """Ask whether a man served in a unit or one below it, or held a position of it."""
    reader.get(Unit, unit_id)
    below: dict[UUID | None, list[UUID]] = defaultdict(list)
    for one, parent in reader.session.execute(select(Unit.id, Unit.parent_id)):
        below[parent].append(one)
    units, wave = {unit_id}, [unit_id]
    while wave:
        wave = [one for parent in wave for one in below[parent] if one not in units]
        units.update(wave)
    held = select(Case.id).join(Position, Position.id == Case.position_id)
    return or_(
        CaseLine.case_id.in_(
            select(ServiceRecord.person_id).where(ServiceRecord.unit_id.in_(units))
        ),
        CaseLine.case_id.in_(held.where(Position.unit_id.in_(units))),
    )


def _places_within(reader: Reader, place_id: UUID) -> set[UUID]:
    places, wave = {place_id}, {place_id}
    while wave:
        wave = set(reader.session.scalars(select(Place.id).where(Place.parent_id.in_(wave))))
        wave -= places
        places |= wave
    return places

"""Reads the ledger of claims: each beside our own count of the same words on the same day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from app.db.unit_of_work import Reader
from app.queries.accounting.counted import Counted, Counts
from app.queries.accounting.differences import compare
from app.queries.accounting.known_then import end_of
from app.queries.case_history import batches
from app.queries.limited_access import lines_kept, lines_open_to
from app.queries.places import places_of
from app.queries.sources import source_view
from app.shapes.accounting import CountedMan, Scope
from app.shapes.case_list import CaseFilter
from app.shapes.claims import ClaimMen, Compared, ListCompared, ListOfClaim
from app.shapes.incidents import ClaimView
from models.cases import CaseLine, FacetSnapshot
from models.claims import Claim
from models.handovers import Handover
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.accounts import ClaimCategory
from models.vocabulary.deeds import ReadKind
from models.vocabulary.lists import TIED, RowState
from models.vocabulary.roles import Action
from models.vocabulary.status import AccountingLine, Headline

_L = AccountingLine
NAMES = 500
"""Names shown of one side of a difference; more are a matter for the list itself."""


class Definition(NamedTuple):
    """Whom we count under a category: some lines of the sheet, of them some headlines or all."""

    lines: frozenset[AccountingLine]
    headlines: frozenset[str] | None = None


#: Our own count under the definition of a claim's category; of the others we keep none.
OWN_COUNT: dict[ClaimCategory, Definition] = {
    ClaimCategory.MISSING: Definition(frozenset(_L) - {_L.OUTSIDE_THE_SUM}),
    ClaimCategory.CAPTURED: Definition(
        frozenset(
            {
                _L.HELD_ACKNOWLEDGED,
                _L.HELD_NOT_ACKNOWLEDGED,
                _L.CAPTURE_INDICATED,
                _L.RETURNED_VERIFIED,
                _L.RETURNED_UNVERIFIED,
                _L.RELEASED_OR_ESCAPED,
            }
        )
    ),
    ClaimCategory.ACKNOWLEDGED: Definition(frozenset({_L.HELD_ACKNOWLEDGED})),
    ClaimCategory.RETURNED: Definition(frozenset({_L.RETURNED_VERIFIED, _L.RETURNED_UNVERIFIED})),
    ClaimCategory.DEAD: Definition(
        frozenset({_L.DEAD_NO_REMAINS, _L.REMAINS_FOUND, _L.REMAINS_WITH_FAMILY})
    ),
    ClaimCategory.HELD: Definition(frozenset({_L.HELD_ACKNOWLEDGED, _L.HELD_NOT_ACKNOWLEDGED})),
    ClaimCategory.CONVICTED: Definition(
        frozenset({_L.HELD_ACKNOWLEDGED, _L.HELD_NOT_ACKNOWLEDGED}), frozenset({Headline.S26.value})
    ),
}


def claims_of(
    reader: Reader, incident_id: UUID, *, of_handovers: bool = True
) -> list[tuple[UUID | None, ClaimView]]:
    """Give the claims of an incident and of its returns, by the day said, with the return.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = [Claim.incident_id == incident_id]
    if of_handovers:
        returns = select(Handover.id).where(Handover.incident_id == incident_id)
        wanted.append(Claim.handover_id.in_(returns))
    found = reader.session.scalars(
        select(Claim).where(or_(*wanted)).order_by(Claim.said.sort_key, Claim.id)
    ).all()
    replaced = {claim.supersedes_id for claim in found if claim.withdrawn_at is None}
    places = places_of(reader.session, (claim.place_id for claim in found))
    lists = _lists(reader, (claim.list_version_id for claim in found))
    beside = _Beside(reader)
    return [
        (
            claim.handover_id,
            ClaimView(
                id=claim.id,
                version=claim.version,
                category=claim.category,
                form=claim.form,
                number_from=claim.number_from,
                number_to=claim.number_to,
                scope=claim.scope,
                scope_hy=claim.scope_hy,
                scope_ru=claim.scope_ru,
                counts=claim.counts,
                place=places.get(claim.place_id) if claim.place_id else None,
                names=lists.get(claim.list_version_id) if claim.list_version_id else None,
                words=claim.words,
                words_lang=claim.words_lang,
                as_of=claim.as_of,
                said=claim.said,
                source=source_view(claim.source),
                grade=f"{claim.reliability.value}{claim.credibility.value}",
                compared=beside.compared(claim),
                superseded=claim.id in replaced,
                supersedes_id=claim.supersedes_id,
                withdrawn_at=claim.withdrawn_at,
                withdrawn_reason=claim.withdrawn_reason,
            ),
        )
        for claim in found
    ]


def list_versions(reader: Reader) -> tuple[ListOfClaim, ...]:
    """Name the versions of all lists, the newest first: one of them may have come with a number.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.execute(
        select(NameList.id, ListVersion.id, NameList.number, ListVersion.version_no)
        .join(ListVersion, ListVersion.list_id == NameList.id)
        .order_by(ListVersion.created_at.desc(), ListVersion.id)
        .limit(NAMES)
    )
    return tuple(ListOfClaim(*row) for row in rows)


def claim_men(reader: Reader, claim_id: UUID) -> ClaimMen:
    """Give the names behind the difference of a claim: only theirs, only ours, registered later.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    claim = reader.get(Claim, claim_id)
    asked = _Asked.of(reader, claim)
    if asked is None:
        return ClaimMen()
    now = Counted(reader, asked.scope, None)
    later: tuple[CountedMan, ...] = ()
    if asked.day is not None:
        later = _men(reader, now, and_(_on(now, asked.definition), _came_after(asked.day)))
    if claim.list_version_id is None:
        return ClaimMen(later=later)
    then = Counted(reader, asked.scope, asked.day)
    theirs = _tied(claim.list_version_id)
    ours = then.select(CaseLine.case_id).where(_on(then, asked.definition))
    beside = Counted(reader, Scope(), None)
    named = select(ListRow.verbatim).where(
        ListRow.version_id == claim.list_version_id, ListRow.state == RowState.OPEN
    )
    return ClaimMen(
        theirs_only=_men(
            reader, beside, and_(CaseLine.case_id.in_(theirs), CaseLine.case_id.not_in(ours))
        ),
        ours_only=_men(
            reader, then, and_(_on(then, asked.definition), CaseLine.case_id.not_in(theirs))
        ),
        later=later,
        rows=tuple(
            " · ".join(cell for cell in json.loads(row) if cell)
            for row in reader.session.scalars(named.order_by(ListRow.row_no).limit(NAMES))
        ),
    )


class _Asked(NamedTuple):
    """Whom to count for a claim, under which definition, as known on which day."""

    scope: Scope
    definition: Definition
    day: date | None

    @classmethod
    def of(cls, reader: Reader, claim: Claim) -> _Asked | None:
        definition = OWN_COUNT.get(claim.category)
        if claim.handover_id is not None or definition is None:
            return None
        wanted = CaseFilter(text=claim.counts) if claim.counts.strip() else None
        scope = Scope(incident_id=claim.incident_id, wanted=wanted, place_id=claim.place_id)
        return cls(scope, definition, _day_of(claim, reader.clock.today()))


def _day_of(claim: Claim, today: date) -> date | None:
    """Give the latest day a claim may speak of; None where that is today, or nobody said it."""
    told = claim.as_of.latest or claim.said.latest
    return None if told is None or told >= today else told


class _Beside:
    """Counts our own beside claims, each scope on each day once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._counts: dict[tuple[Scope, date | None], Counts] = {}

    def compared(self, claim: Claim) -> Compared | None:
        asked = _Asked.of(self._reader, claim)
        if asked is None or claim.withdrawn_at is not None:
            return None
        found = compare(
            claim.form,
            claim.number_from,
            claim.number_to,
            self._ours(asked),
            later=self._later(asked),
            other_words=bool(claim.scope and not claim.counts),
            named=self._named(claim.list_version_id, asked),
        )
        return replace(found, day=asked.day)

    def _ours(self, asked: _Asked) -> int:
        key = (asked.scope, asked.day)
        if key not in self._counts:
            self._counts[key] = Counted(self._reader, *key).counts()
        lines, headlines = asked.definition
        return sum(
            count
            for (line, head), count in self._counts[key].men.items()
            if line in lines and (headlines is None or head in headlines)
        )

    def _later(self, asked: _Asked) -> int:
        if asked.day is None:
            return 0
        now = Counted(self._reader, asked.scope, None)
        came = now.select(func.count()).where(_on(now, asked.definition), _came_after(asked.day))
        return self._reader.session.scalar(came) or 0

    def _named(self, version_id: UUID | None, asked: _Asked) -> ListCompared | None:
        if version_id is None:
            return None
        session = self._reader.session
        then = Counted(self._reader, asked.scope, asked.day)
        ours = set(
            session.scalars(then.select(CaseLine.case_id).where(_on(then, asked.definition)))
        )
        kept = select(CaseLine.case_id).where(lines_kept())
        theirs = set(session.scalars(_tied(version_id).where(ListRow.case_id.in_(kept))))
        untied = session.scalar(
            select(func.count()).where(
                ListRow.version_id == version_id, ListRow.state == RowState.OPEN
            )
        )
        return ListCompared(
            both=len(ours & theirs),
            theirs_only=len(theirs - ours),
            ours_only=len(ours - theirs),
            untied=untied or 0,
        )


def _tied(version_id: UUID) -> Select[UUID | None]:
    return select(ListRow.case_id).where(
        ListRow.version_id == version_id, ListRow.state.in_(TIED), ListRow.case_id.is_not(None)
    )


def _on(counted: Counted, definition: Definition) -> ColumnElement[bool]:
    on_lines = or_(*(counted.on(line) for line in sorted(definition.lines)))
    if definition.headlines is None:
        return on_lines
    return and_(on_lines, counted.columns[1].in_(definition.headlines))


def _came_after(day: date) -> ColumnElement[bool]:
    """Ask whether a case came into the register only after a day."""
    return ~exists().where(
        FacetSnapshot.case_id == CaseLine.case_id, FacetSnapshot.recorded_at < end_of(day)
    )


def _men(reader: Reader, counted: Counted, which: ColumnElement[bool]) -> tuple[CountedMan, ...]:
    rows = reader.session.execute(
        counted.select(
            CaseLine.case_id,
            CaseLine.number,
            CaseLine.name,
            CaseLine.name_second,
            counted.columns[1],
            counted.disputed,
        )
        .where(which, *lines_open_to(reader))
        .order_by(CaseLine.number_key, CaseLine.row)
        .limit(NAMES)
    )
    men = tuple(CountedMan(*row) for row in rows)
    reader.shows(ReadKind.FOUND, (man.case_id for man in men))
    return men


def _lists(reader: Reader, versions: Iterable[UUID | None]) -> dict[UUID, ListOfClaim]:
    found: dict[UUID, ListOfClaim] = {}
    wanted: Sequence[UUID] = sorted({one for one in versions if one is not None})
    for some in batches(wanted):
        for row in reader.session.execute(
            select(NameList.id, ListVersion.id, NameList.number, ListVersion.version_no)
            .join(ListVersion, ListVersion.list_id == NameList.id)
            .where(ListVersion.id.in_(some))
        ):
            found[row[1]] = ListOfClaim(*row)
    return found

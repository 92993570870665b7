"""Reads what the printed accounting sheet says, in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.db.unit_of_work import Reader
from app.queries.accounting.claims import claims_of
from app.queries.accounting.replies import beside_the_sum
from app.queries.accounting.running_sums import running_sums
from app.queries.accounting.sheet import accounting_sheet, numbers_of_lines, scope_name
from app.shapes.accounting import Scope
from app.shapes.accounting_paper import AccountingPaper
from models.incidents import Incident
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action


def accounting_paper(
    reader: Reader,
    scope: Scope,
    as_known: date | None = None,
    how: ReadKind = ReadKind.PRINTED,
) -> AccountingPaper:
    """Read the sum with its case numbers, what was answered, and, of an incident, the claims.

    A claim that was withdrawn or replaced is not printed, nor what came after the day asked for.
    `how` goes into the log of readings.

    Raises:
        NotAllowed; NotFound; BadInput: a day yet to come.
    """
    paper = _everything(reader, scope, as_known, how)
    return paper if as_known is None else _told_by(paper, as_known)


def _everything(
    reader: Reader, scope: Scope, as_known: date | None, how: ReadKind
) -> AccountingPaper:
    reader.allow(Action.READ_CASES)
    incident = reader.get(Incident, scope.incident_id) if scope.incident_id is not None else None
    claims = claims_of(reader, incident.id, of_handovers=False) if incident is not None else []
    beside = beside_the_sum(reader, scope, as_known)
    return AccountingPaper(
        name=scope_name(reader, scope),
        occurred=incident.occurred if incident is not None else PartialDate.unknown(),
        sheet=accounting_sheet(reader, scope, as_known),
        numbers=numbers_of_lines(reader, scope, as_known, how),
        answers=beside.answers,
        measures=beside.measures,
        returns=running_sums(reader, incident.id) if incident is not None else (),
        claims=tuple(
            view for _, view in claims if view.withdrawn_at is None and not view.superseded
        ),
    )


def _told_by(paper: AccountingPaper, day: date) -> AccountingPaper:
    """Leave out returns and claims that were later: a sheet of then tells of nothing later."""
    return replace(
        paper,
        returns=tuple(
            replace(one, claims=tuple(c for c in one.claims if _was_by(c.as_of, day)))
            for one in paper.returns
            if _was_by(one.occurred, day)
        ),
        claims=tuple(claim for claim in paper.claims if _was_by(claim.said, day)),
    )


def _was_by(when: PartialDate, day: date) -> bool:
    return when.earliest is None or when.earliest <= day

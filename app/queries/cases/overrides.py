"""Reads the decisions by hand of a case, and what would hold if one were set or lifted (P13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader, UnitOfWork
from app.queries.case_history import histories, override_fact
from app.queries.cases.filter_query import has_chip
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.queries.merged import refuse_merged
from app.shapes.overrides import OverrideView, Standing
from models.cases import CaseLine, StatusOverride
from models.codebook import compute
from models.codebook.facts import CaseHistory, Status
from models.codebook.overrides import SHORTEST_REASON
from models.staff import Staff
from models.vocabulary.roles import Action
from models.vocabulary.status import Chip, Facet


def overrides_of(
    session: Session, case_ids: Sequence[UUID], today: date
) -> dict[UUID, tuple[OverrideView, ...]]:
    """Give the decisions by hand of cases a query was allowed to show, the newest first."""
    rows = session.execute(
        select(StatusOverride, Staff.name)
        .outerjoin(Staff, Staff.id == StatusOverride.created_by)
        .where(StatusOverride.case_id.in_(case_ids))
        .order_by(StatusOverride.set_on.desc(), StatusOverride.id.desc())
    )
    decided: set[tuple[UUID, Facet | None]] = set()
    found: defaultdict[UUID, list[OverrideView]] = defaultdict(list)
    for row, name in rows:
        question = (row.case_id, row.facet)
        standing = _standing(row, today, newer=question in decided)
        found[row.case_id].append(_view(row, name or "", standing))
        decided.add(question)
    return {case_id: tuple(views) for case_id, views in found.items()}


def preview_override(reader: Reader, case_id: UUID, facet: Facet | None, value: str) -> Status:
    """Give the status a case would have if a value were set by hand today.

    Raises:
        NotAllowed; CaseInBin; CaseMerged.
    """
    reader.allow(Action.READ_CASES)
    history, today = _history(reader, case_id), reader.clock.today()
    # Reason and evidence are asked for when it is saved; what is shown does not wait for them.
    stood_in = "-" * SHORTEST_REASON
    typed = replace(
        override_fact(case_id, facet, value, stood_in, stood_in, today, today, None), id="typed"
    )
    return compute(replace(history, overrides=(*history.overrides, typed)), today)


def preview_lift(reader: Reader, override_id: UUID) -> Status:
    """Give the status its case would have if a decision by hand were lifted today.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged.
    """
    reader.allow(Action.READ_CASES)
    row = reader.get(StatusOverride, override_id)
    history, today = _history(reader, row.case_id), reader.clock.today()
    lifted = tuple(
        replace(one, lifted_on=today) if one.id == str(override_id) else one
        for one in history.overrides
    )
    return compute(replace(history, overrides=lifted), today)


def expired_unnoticed(reader: Reader | UnitOfWork) -> list[UUID]:
    """List the cases whose line still shows a decision by hand that has expired since.

    It names nobody: what is found is computed anew, whoever opens the register first that day.
    """
    rows = reader.session.execute(
        select(StatusOverride.case_id, StatusOverride.review_by, CaseLine.changed_at)
        .join(CaseLine, CaseLine.case_id == StatusOverride.case_id)
        .where(
            StatusOverride.lifted_on.is_(None),
            StatusOverride.review_by < reader.clock.today(),
            has_chip([Chip.MANUAL]),
        )
    )
    return sorted(
        {one for one, review_by, at in rows if at.astimezone(OFFICE_ZONE).date() <= review_by}
    )


def _history(reader: Reader, case_id: UUID) -> CaseHistory:
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    return histories(reader.session, [case_id])[case_id]


def _standing(row: StatusOverride, today: date, *, newer: bool) -> Standing:
    if row.lifted_on is not None:
        return Standing.LIFTED
    if newer:
        return Standing.REPLACED
    return Standing.EXPIRED if row.review_by < today else Standing.STANDS


def _view(row: StatusOverride, by: str, standing: Standing) -> OverrideView:
    return OverrideView(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        facet=row.facet,
        value=row.value,
        reason=row.reason,
        evidence_ref=row.evidence_ref,
        set_on=row.set_on,
        review_by=row.review_by,
        lifted_on=row.lifted_on,
        by=by,
        standing=standing,
    )

"""Keeps the file of an import exactly as received, the batch, and every row verbatim."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert

from app.db.unit_of_work import UnitOfWork
from app.importing.planner import RowPlan
from app.importing.profile_text import profile_text
from app.importing.request import ImportRequest
from app.services.exhibits.received_files import keep_file
from app.services.importing.report import case_of, kept_reason
from app.services.importing.rows import BatchStamp, SourceInUse
from app.services.typed_text import line
from app.shapes.requests.evidence import NewSource
from models.imports import ImportBatch, ImportRow
from models.incidents import Incident
from models.vocabulary.accounts import RowOutcome

_CHUNK = 1_000


def keep_file_and_batch(
    uow: UnitOfWork,
    request: ImportRequest,
    plans: Sequence[RowPlan],
    sources: dict[NewSource, SourceInUse],
) -> BatchStamp:
    """Keep the file as received and the batch; the batch carries the id of its history entry."""
    session = uow.session
    incident = uow.get(Incident, request.incident_id) if request.incident_id else None
    kept = keep_file(
        uow,
        request.content,
        request.file_name,
        media_type=request.table.kind,
        received_from=request.received_from,
    )
    counted = dict.fromkeys(RowOutcome, 0)
    for plan in plans:
        counted[plan.outcome] += 1
    only = next(iter(sources.values())).id if len(sources) == 1 else None
    batch = ImportBatch(
        id=uow.history.entry_id,
        file_id=kept.id,
        source_id=only,
        incident_id=request.incident_id,
        profile=line(request.profile.name, "profile", limit=100),
        profile_text=profile_text(request.profile),
        rows=len(plans),
        new=counted[RowOutcome.NEW],
        matched=counted[RowOutcome.MATCHED],
        updated=counted[RowOutcome.UPDATED],
        refused=counted[RowOutcome.REFUSED],
    )
    session.add(batch)
    session.flush()
    words = (
        f"{incident.number} {incident.title} {incident.title_hy} {incident.title_ru}"
        if incident
        else ""
    )
    return BatchStamp(batch.id, uow.stamps(), request.incident_id, words, sources)


def write_rows(uow: UnitOfWork, batch_id: UUID, plans: Sequence[RowPlan]) -> None:
    """Keep every row verbatim, with what became of it."""
    rows = [
        {
            "batch_id": batch_id,
            "row_no": plan.record.row,
            "outcome": plan.outcome,
            "reason": kept_reason(plan),
            "case_id": case_of(plan),
            "verbatim": json.dumps(plan.record.verbatim, ensure_ascii=False),
        }
        for plan in plans
    ]
    for start in range(0, len(rows), _CHUNK):
        uow.session.execute(
            insert(ImportRow.__table__),  # type: ignore[arg-type]  # mapped classes have a Table
            rows[start : start + _CHUNK],
        )

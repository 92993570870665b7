"""Reads past imports, and what a plan must know of the register before a list comes in."""

from __future__ import annotations

import json
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.shapes.imports import ImportBatchView, RowReport
from models.cases import Case
from models.imports import ImportBatch, ImportRow, KeptFile, KeptFileChunk
from models.staff import Staff

_IN_ONE_QUERY = 500


def import_batches(reader: Reader) -> tuple[ImportBatchView, ...]:
    """Give all past imports, the newest first."""
    rows = reader.session.execute(
        select(ImportBatch, KeptFile, Staff.name)
        .join(KeptFile, KeptFile.id == ImportBatch.file_id)
        .outerjoin(Staff, Staff.id == ImportBatch.created_by)
        .order_by(ImportBatch.created_at.desc(), ImportBatch.id.desc())
    )
    return tuple(
        ImportBatchView(
            id=batch.id,
            file_name=kept.original_name,
            sha256=kept.sha256,
            profile=batch.profile,
            imported_at=batch.created_at,
            imported_by=name or "",
            rows=batch.rows,
            new=batch.new,
            matched=batch.matched,
            updated=batch.updated,
            refused=batch.refused,
            undone_at=batch.undone_at,
        )
        for batch, kept, name in rows
    )


def import_rows(reader: Reader, batch_id: UUID) -> tuple[RowReport, ...]:
    """Give what became of each row of an import, in the order of the file, verbatim."""
    rows = reader.session.execute(
        select(ImportRow, Case.number)
        .outerjoin(Case, Case.id == ImportRow.case_id)
        .where(ImportRow.batch_id == batch_id)
        .order_by(ImportRow.row_no)
    )
    return tuple(_row_report(row, number or "") for row, number in rows)


def _row_report(row: ImportRow, number: str) -> RowReport:
    reason, detail, notes = (*row.reason.split("\t"), "", "", "")[:3]
    return RowReport(
        row=row.row_no,
        outcome=row.outcome,
        reason=reason,
        detail=detail,
        case_id=row.case_id,
        number=number,
        notes=tuple(notes.split(",")) if notes else (),
        verbatim=tuple(json.loads(row.verbatim)),
    )


def kept_file(reader: Reader, batch_id: UUID) -> bytes:
    """Give the file of an import exactly as it was received."""
    batch = reader.get(ImportBatch, batch_id)
    return b"".join(
        reader.session.scalars(
            select(KeptFileChunk.content)
            .where(KeptFileChunk.file_id == batch.file_id)
            .order_by(KeptFileChunk.position)
        )
    )

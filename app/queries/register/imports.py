"""Reads past imports, and what a plan must know of the register before a list comes in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.limited_access import lines_open_to, refuse_limited
from app.shapes.imports import ImportBatchView, Namesake, RowReport
from models.cases import Case, CaseLine
from models.imports import ImportBatch, ImportRow, KeptFile, KeptFileChunk
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_IN_ONE_QUERY = 500


def import_batches(reader: Reader) -> tuple[ImportBatchView, ...]:
    """Give all past imports, the newest first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
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
    """Give what became of each row of an import, in the order of the file, verbatim.

    Of a row that is about a limited case, those who may not open it learn that there is a row and
    nothing of the man.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.execute(
        select(ImportRow, Case.number, Case.access_limited)
        .outerjoin(Case, Case.id == ImportRow.case_id)
        .where(ImportRow.batch_id == batch_id)
        .order_by(ImportRow.row_no)
    )
    found = tuple(
        RowReport(row.row_no, row.outcome)
        if limited and not reader.sees_limited
        else _row_report(row, number or "")
        for row, number, limited in rows
    )
    reader.shows(ReadKind.FOUND, {row.case_id for row in found if row.case_id is not None})
    return found


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


def namesakes(reader: Reader, case_ids: Iterable[UUID]) -> dict[UUID, Namesake]:
    """Say who the men are whom rows of a list resemble.

    A man whose case is limited is none of them for those who may not open it: the row comes in as
    a new man, as it would for somebody who is not here. Nor is one whose case lies in the bin.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found = {
        line.case_id: Namesake(
            line.case_id, line.number, line.name, PartialDate.restore(line.born_edtf, "")
        )
        for ids in batches(case_ids)
        for line in reader.session.scalars(
            select(CaseLine).where(CaseLine.case_id.in_(ids), *lines_open_to(reader))
        )
    }
    reader.shows(ReadKind.FOUND, found)
    return found


def kept_file(reader: Reader, batch_id: UUID) -> bytes:
    """Give the file of an import exactly as it was received.

    Raises:
        NotAllowed: also where a row of it is about a limited case; nothing can be left out of it.
    """
    reader.allow(Action.READ_CASES)
    rows = select(ImportRow.case_id).where(ImportRow.batch_id == batch_id)
    limited = select(Case.id).where(Case.id.in_(rows), Case.access_limited)
    about = reader.session.scalars(limited).all()
    refuse_limited(reader, about)
    reader.shows(ReadKind.VIEWED, about)
    batch = reader.get(ImportBatch, batch_id)
    return b"".join(
        reader.session.scalars(
            select(KeptFileChunk.content)
            .where(KeptFileChunk.file_id == batch.file_id)
            .order_by(KeptFileChunk.position)
        )
    )

"""Says what became of each row of a list, to the person who asked and to the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.importing.planner import RowPlan
from app.shapes.imports import ImportReport, RowReport
from models.vocabulary.accounts import RowOutcome

SAMPLE_ROWS = 20


def case_of(plan: RowPlan) -> UUID | None:
    """Give the case a row ended in, also where an earlier row of the file made it."""
    if plan.case_id is None and plan.first is not None:
        return plan.first.case_id
    return plan.case_id


def kept_reason(plan: RowPlan) -> str:
    """Write reason, detail and notes of a row as they are kept, parted by tabs."""
    notes = ",".join(note.value for note in plan.notes)
    kept = f"{plan.reason}\t{plan.detail[:100]}\t{notes}"
    return kept.rstrip("\t")


def report_of(
    plans: Sequence[RowPlan],
    numbers: Mapping[UUID, str],
    *,
    dry_run: bool,
    batch_id: UUID | None = None,
    everything: bool = False,
) -> ImportReport:
    """Count what became of the rows; a preview gives every row, an import the first few."""
    rows = [_row_report(plan, numbers) for plan in plans]
    by_outcome = dict.fromkeys(RowOutcome, 0)
    for row in rows:
        by_outcome[row.outcome] += 1
    taken = [row for row in rows if row.outcome is not RowOutcome.REFUSED]
    return ImportReport(
        rows=len(rows),
        new=by_outcome[RowOutcome.NEW],
        matched=by_outcome[RowOutcome.MATCHED],
        updated=by_outcome[RowOutcome.UPDATED],
        refused=tuple(row for row in rows if row.outcome is RowOutcome.REFUSED),
        proposed=sum(bool(plan.alike) for plan in plans),
        dry_run=dry_run,
        batch_id=batch_id,
        sample=tuple(taken if everything else taken[:SAMPLE_ROWS]),
    )


def _row_report(plan: RowPlan, numbers: Mapping[UUID, str]) -> RowReport:
    case_id = case_of(plan)
    return RowReport(
        row=plan.record.row,
        outcome=plan.outcome,
        reason=plan.reason,
        detail=plan.detail,
        case_id=case_id,
        number=plan.number or (numbers.get(case_id, "") if case_id else ""),
        name=plan.man.name if plan.man else "",
        notes=tuple(note.value for note in plan.notes),
        verbatim=plan.record.verbatim,
        alike=plan.alike,
    )

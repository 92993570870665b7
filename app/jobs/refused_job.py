"""Keeps the rows that an import refused in a file, to be corrected there and brought in again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.exporting.refused_rows import handed_out
from app.exporting.tables import table_as_csv, table_as_xlsx
from app.jobs.papers.report import keep
from app.shapes.imports import ImportReport, RowReport


def keep_refused(
    report: ImportReport, target: Path, head: str, reason: Callable[[RowReport], str]
) -> None:
    """Write the refused rows verbatim, their reasons last; XLSX by that ending, CSV by any other.

    Raises:
        DiskFull; OSError: the folder cannot be written.
    """
    rows = [row.verbatim for row in report.refused]
    reasons = [reason(row) for row in report.refused]
    if report.head:
        rows, reasons = [report.head, *rows], [head, *reasons]
    table = handed_out(rows, reasons)
    as_sheet = target.suffix.lower() == ".xlsx"
    keep(target, table_as_xlsx(table, report.sheet) if as_sheet else table_as_csv(table))

"""Hands the list of cases out as a table: the filter, order and columns of whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.db.unit_of_work import Reader
from app.exporting.tables import table_as_csv, table_as_xlsx
from app.i18n import Translator
from app.jobs.papers.report import keep
from app.queries.cases.lines import count_cases
from app.queries.cases.table import case_pages
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.evidence import refuse_if_stopped
from app.wording.case_table import COLUMNS, cells, heads, sheet_name
from app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TableWanted:
    """Which cases, in which order, with which columns of the screen."""

    cases: CaseFilter
    sort: CaseSort = CaseSort.NUMBER
    descending: bool = False
    columns: Sequence[str] = COLUMNS


def write_case_table(
    workspace: Workspace,
    wanted: TableWanted,
    target: Path,
    t: Translator,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> int:
    """Write the cases a filter lets through; XLSX by that ending, CSV by any other. Gives how many.

    The cells are in the language of `t`; none of them can act as a formula (R-35).

    Raises:
        NotAllowed; Stopped; DiskFull; OSError: the folder cannot be written.
    """

    def read(reader: Reader) -> list[list[str]]:
        table = [heads(wanted.columns, t)]
        total = count_cases(reader, wanted.cases)
        pages = case_pages(reader, wanted.cases, wanted.sort, descending=wanted.descending)
        for page in pages:
            refuse_if_stopped(cancelled)
            table += [cells(row, wanted.columns, t) for row in page]
            report(Progress(len(table) - 1, total, "export"))
        return table

    table = workspace.read(read)
    as_sheet = target.suffix.lower() == ".xlsx"
    keep(target, table_as_xlsx(table, sheet_name(t)) if as_sheet else table_as_csv(table))
    return len(table) - 1

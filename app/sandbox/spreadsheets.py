"""Read sheets of XLSX and ODS files as text, after the archive was looked through."""

import datetime as dt
import io
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from app.sandbox.archives import look_through
from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.text_tables import MAX_COLUMNS, MAX_ROWS, checked

type Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def kind_of_archive(content: bytes) -> str:
    """Say by its contents whether an archive is `xlsx` or `ods`. Raises `JobRefused` otherwise."""
    names = look_through(content)
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and b"opendocument.spreadsheet" in content[:200]:
        return "ods"
    raise JobRefused(FileFault.NOT_A_LIST, found="zip")


def open_sheet(content: bytes, wanted: str) -> tuple[tuple[str, ...], CalamineSheet]:
    """Return the names of all sheets and the one wanted, or the first that holds anything."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = tuple(book.sheet_names)
        if not names:
            raise JobRefused(FileFault.EMPTY)
        if wanted and wanted not in names:
            raise JobRefused(FileFault.NO_SUCH_SHEET, sheet=wanted)
        for name in (wanted,) if wanted else names:
            sheet = book.get_sheet_by_name(name)
            if wanted or sheet.end is not None:
                return names, _bounded(sheet)
    except CalamineError as error:
        raise JobRefused(FileFault.DAMAGED) from error
    raise JobRefused(FileFault.EMPTY)


def _bounded(sheet: CalamineSheet) -> CalamineSheet:
    if sheet.end is not None and sheet.end[1] >= MAX_COLUMNS:
        raise JobRefused(
            FileFault.TOO_MANY_COLUMNS, row=1, found=sheet.end[1] + 1, limit=MAX_COLUMNS
        )
    if sheet.end is not None and sheet.end[0] >= MAX_ROWS:
        raise JobRefused(FileFault.TOO_MANY_ROWS, limit=MAX_ROWS)
    return sheet


def rows_of_sheet(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Give the rows as text, from the first row of the sheet on; formulas as their last value."""
    # The library gives blank rows above the first cell, but not blank columns left of it.
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield checked(margin + [as_text(cell) for cell in row], number)


def as_text(cell: Cell) -> str:
    """Write a cell the way it would stand in a text file: no rounding, days as ISO dates."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
        case dt.datetime():
            midnight = cell.time() == dt.time()
            return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
        case dt.date() | dt.time():
            return cell.isoformat()
        case _:
            return str(cell)

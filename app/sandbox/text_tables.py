"""Cut a text file into rows and cells, exactly as they were written."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from app.sandbox.faults import FileFault, JobRefused

MAX_CELL = 32_767
MAX_COLUMNS = 1_000
MAX_ROWS = 1_000_000

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 60


def find_delimiter(text: str) -> str:
    """Choose the sign that cuts the first rows into the same number of cells, most of them."""
    sample = text[:200_000]
    best = (0.0, ",")
    for delimiter in _DELIMITERS:
        counts: list[int] = []
        try:
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
                if row:
                    counts.append(len(row))
                if len(counts) >= _LOOKED_AT:
                    break
        except csv.Error:
            continue
        if not counts:
            continue
        width, how_often = Counter(counts).most_common(1)[0]
        if width > 1:
            best = max(best, (how_often / len(counts) + min(width, 50) / 1000, delimiter))
    return best[1]


def rows_of(text: str, delimiter: str, *, quotes: bool) -> Iterator[list[str]]:
    """Give the rows as lists of strings, blank lines as empty lists.

    Raises `JobRefused` with the row, counted from 1, where quotes do not close, a cell is too
    long, or there are too many columns or rows.
    """
    # Far above the limit of a cell, so that a long one is named with its column by `checked`.
    csv.field_size_limit(100 * MAX_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        strict=True,
        quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE,
    )
    number = 0
    try:
        for row in reader:
            number += 1
            yield checked(row, number)
    except csv.Error as error:
        too_long = "field larger" in str(error)
        raise JobRefused(
            FileFault.CELL_TOO_LONG if too_long else FileFault.BAD_QUOTES,
            row=number + 1,
            limit=MAX_CELL,
        ) from error


def checked(row: list[str], number: int) -> list[str]:
    """Let a row through if it keeps to the limits. Raises `JobRefused` otherwise."""
    if number > MAX_ROWS:
        raise JobRefused(FileFault.TOO_MANY_ROWS, limit=MAX_ROWS)
    if len(row) > MAX_COLUMNS:
        raise JobRefused(FileFault.TOO_MANY_COLUMNS, row=number, found=len(row), limit=MAX_COLUMNS)
    for place, cell in enumerate(row, start=1):
        if len(cell) > MAX_CELL:
            raise JobRefused(FileFault.CELL_TOO_LONG, row=number, column=place, limit=MAX_CELL)
    return row

"""Write tables that other programs open: no cell of them can act as a formula (R-35).

A cell that a spreadsheet would reckon with gets an apostrophe before it, and so does one that
begins with apostrophes and such a sign; so the mark can be taken away again, and what was written
comes back letter for letter. Signs that no spreadsheet can hold are shown by their picture.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

MARK = "'"
_ACTING = frozenset("=+-@\t\r\n|%＝＋－＠﹢﹣﹦﹫")
#: What XML and CSV cannot hold: control characters become their pictures (␀ ␁ …).
_PICTURES = {code: 0x2400 + code for code in (*range(9), 11, 12, *range(14, 32))} | {127: 0x2421}
_LONGEST_SHEET = 31
_NOT_IN_SHEETS = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

type Table = Iterable[Sequence[str]]


def neutral(cell: str) -> str:
    """Give a cell that no spreadsheet reckons with."""
    shown = cell.translate(_PICTURES)
    return MARK + shown if _would_act(cell) else shown


def restored(cell: str) -> str:
    """Give a cell as it was before `neutral` marked it."""
    return cell[1:] if cell.startswith(MARK) and _would_act(cell) else cell


def _would_act(cell: str) -> bool:
    """Tell whether a cell begins with a sign that acts, behind blanks, marks and hidden signs."""
    for letter in cell:
        if letter in _ACTING:
            return True
        hidden = letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf"}
        if letter != MARK and not hidden:
            return False
        if ord(letter) in _PICTURES:
            return True
    return False


def table_as_csv(rows: Table, delimiter: str = ",") -> bytes:
    """Write a table as CSV in UTF-8 with its mark, so that every office program reads it."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])
    return kept.getvalue().encode("utf-8-sig", "replace")


def table_as_xlsx(rows: Table, sheet: str = "") -> bytes:
    """Write a table as XLSX, every cell as text; nothing in it is reckoned or linked."""
    import xlsxwriter  # noqa: PLC0415  # half a tenth of a second that no start should wait for

    kept = io.BytesIO()
    book = xlsxwriter.Workbook(
        kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    page = book.add_worksheet(sheet.translate(_NOT_IN_SHEETS).strip("' ")[:_LONGEST_SHEET] or None)
    text = book.add_format({"num_format": "@"})
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            page.write_string(down, across, neutral(cell), text)
    book.close()
    return kept.getvalue()

"""Reads a list that came in, shut in, up to what the form shows before it is kept."""

from __future__ import annotations

from typing import Final

from app.errors import BadInput
from app.importing.list_columns import find_head, guess_columns
from app.sandbox.calls import ForeignTable, TableHints, read_table
from app.sandbox.faults import FileFault
from app.search.scripts import LANG_OF_SCRIPT, script_of
from app.shapes.lists import ReceivedRows
from app.shapes.requests.lists import ListColumn
from models.vocabulary.lists import ColumnMeaning, ListOrigin

_ORIGINS: Final = {"xlsx": ListOrigin.XLSX, "ods": ListOrigin.ODS, "pfif": ListOrigin.PFIF}
_M: Final = ColumnMeaning
#: What the fields of PFIF hold, 1.4 and those of before (domain.md 2.9).
_PFIF: Final = {
    "person_record_id": _M.ROW_ID,
    "full_name": _M.NAME,
    "family_name": _M.FAMILY,
    "given_name": _M.GIVEN,
    "last_name": _M.FAMILY,
    "first_name": _M.GIVEN,
    "date_of_birth": _M.BIRTH,
    "home_city": _M.PLACE,
    "description": _M.SAID,
    "other": _M.SAID,
}
_NEVER_WRITTEN: Final = "\x1f"
"""Parts no line: a list of one name a line has one column, commas and all."""


def read_received(content: bytes, name: str, hints: TableHints | None = None) -> ReceivedRows:
    """Read a file as it was received; what the columns hold is guessed.

    Raises BadInput: it is empty, damaged or no list.
    """
    table = read_table(content, name, hints)
    return _received(table, _ORIGINS.get(table.kind, ListOrigin.CSV))


def read_pasted(text: str) -> ReceivedRows:
    """Read what was pasted: cells parted by tabs or semicolons, else one name a line.

    Raises BadInput: nothing stands in it.
    """
    delimiter = next((sign for sign in "\t;" if sign in text), _NEVER_WRITTEN)
    quotes = delimiter != _NEVER_WRITTEN
    hints = TableHints(encoding="utf-8", delimiter=delimiter, quotes=quotes)
    try:
        content = text.encode()
    except UnicodeEncodeError:
        raise BadInput("rows", "not_text") from None
    return _received(read_table(content, "pasted.txt", hints), ListOrigin.PASTED)


def _received(table: ForeignTable, origin: ListOrigin) -> ReceivedRows:
    at = 0 if origin is ListOrigin.PFIF else find_head(table.rows)
    head = table.rows[at] if at is not None else ()
    rows = tuple(
        row for here, row in enumerate(table.rows) if here != at and any(map(str.strip, row))
    )
    if not rows:
        raise BadInput("file", FileFault.EMPTY.value)
    columns = guess_columns(head, rows)
    if origin is ListOrigin.PFIF:
        columns = tuple(ListColumn(one, _PFIF.get(one, _M.NOTHING)) for one in head)
    script = script_of(" ".join(cell for row in rows[:200] for cell in row))
    return ReceivedRows(
        rows=rows,
        columns=columns,
        origin=origin,
        head_row=0 if at is None else at + 1,
        language=LANG_OF_SCRIPT.get(script, ""),
        encoding=table.encoding,
        certain=table.certain,
        delimiter="" if table.delimiter == _NEVER_WRITTEN else table.delimiter,
        sheets=table.sheets,
        sheet=table.sheet,
    )

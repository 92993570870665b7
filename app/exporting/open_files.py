"""Write tables as JSON Lines with twins in CSV and XLSX, row by row, hashing what is written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from app.exporting.hashed_file import HashedFile
from app.exporting.sheet_file import SheetFile
from app.exporting.tables import neutral

type Value = str | int | float | bool | None

_BUFFER = 1024 * 1024
_UTF8_MARK = b"\xef\xbb\xbf"


class TwinTable:
    """One table in three files: JSON Lines for programs, CSV and XLSX for people; the same rows.

    No cell of the CSV or the XLSX can act as a formula (R-35); JSON keeps every sign as it is.
    """

    def __init__(
        self, columns: Sequence[str], lines: HashedFile, cells: HashedFile, sheet: SheetFile
    ) -> None:
        self._columns = tuple(columns)
        self._lines, self._cells, self._sheet = lines, cells, sheet
        self._text = io.StringIO(newline="")
        self._csv = csv.writer(self._text, quoting=csv.QUOTE_ALL)
        self._json: list[str] = []
        self._csv.writerow(self._columns)
        self.rows = 0
        cells.write(_UTF8_MARK)

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        """Write some rows; call `close` when there are no more."""
        for row in rows:
            self._json.append(
                json.dumps(dict(zip(self._columns, row, strict=True)), ensure_ascii=False)
            )
            shown = [_cell(value) for value in row]
            self._csv.writerow(shown)
            self._sheet.add((shown,))
            self.rows += 1
        if self._text.tell() > _BUFFER:
            self._flush()

    def close(self) -> None:
        """Write what waits."""
        self._flush()

    def _flush(self) -> None:
        if self._json:
            self._lines.write(("\n".join(self._json) + "\n").encode("utf-8", "replace"))
            self._json.clear()
        self._cells.write(self._text.getvalue().encode("utf-8", "replace"))
        self._text.seek(0)
        self._text.truncate()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def manifest(files: Iterable[tuple[str, str]]) -> bytes:
    """Write the hashes of files as `sha256sum -c` reads them."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(files)).encode()

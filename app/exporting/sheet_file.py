"""Write a table of any length as XLSX, row by row into a stream: nothing of it is held in memory.

Every cell is text, so nothing is reckoned, linked or turned into a date; who calls neutralises
what would act (R-35). A table longer than one sheet goes on in the next, under the same heads.
"""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import IO, Final, Self

from app.exporting.hashed_file import HashedFile

MOST_ROWS: Final = 1_048_576
"""Rows a sheet may have, its heads among them."""
MOST_SIGNS: Final = 32_767
"""Signs a cell may have; a longer one is cut, and ends with an ellipsis."""

_MOST_BYTES: Final = 1 << 30  # of one sheet unpacked: well below what an archive holds in 32 bits
_AT_ONCE: Final = 1 << 16
_ALONE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" xfId="0"/>'
    '<xf numFmtId="49" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_HEAD = (
    f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>"
)


class SheetFile:
    """One table as a workbook: `with SheetFile(…) as sheet: sheet.add(rows)`."""

    def __init__(self, file: HashedFile, name: str, columns: Sequence[str]) -> None:
        self._name = name
        self._heads = _row(columns, style=2)
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self._count = 0
        try:
            self._sheet = self._next()
        except OSError:
            _give_up(self._archive)
            raise

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        """Write some rows of neutral cells."""
        for row in rows:
            if self._sheet.full:
                self._sheet.end()
                self._sheet = self._next()
            self._sheet.put(_row(row, style=1))

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Write what waits and what binds the sheets to one book; after a fault nothing more."""
        try:
            if kind is None:
                self._bind()
        finally:  # a whole archive is closed already
            _give_up(self._sheet, self._archive)

    def _bind(self) -> None:
        self._sheet.end()
        sheets = range(1, self._count + 1)
        self._write("xl/styles.xml", _STYLES)
        self._write("xl/workbook.xml", _book(self._name, sheets))
        self._write("xl/_rels/workbook.xml.rels", _parts_of_book(sheets))
        self._write("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        self._write("[Content_Types].xml", _kinds(sheets))
        self._archive.close()

    def _next(self) -> _Sheet:
        self._count += 1
        sheet = _Sheet(self._archive.open(_path(self._count), "w"))
        sheet.put(self._heads)
        return sheet

    def _write(self, path: str, text: str) -> None:
        with self._archive.open(path, "w") as part:
            part.write(text.encode())


class _Sheet:
    """One sheet while it is written."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self._rows = self._written = self._wait = 0
        self._waiting = [_HEAD]

    @property
    def full(self) -> bool:
        """Tell whether no more rows fit."""
        return self._rows >= MOST_ROWS or self._written > _MOST_BYTES

    def put(self, row: str) -> None:
        """Write a row."""
        self._waiting.append(row)
        self._rows += 1
        self._wait += len(row)
        if self._wait > _AT_ONCE:
            self._flush()

    def end(self) -> None:
        """Write what waits, and the end."""
        self._waiting.append("</sheetData></worksheet>")
        self._flush()
        self.close()

    def close(self) -> None:
        """Write nothing more."""
        self._part.close()

    def _flush(self) -> None:
        self._written += self._part.write("".join(self._waiting).encode())
        self._waiting.clear()
        self._wait = 0


def _give_up(*parts: _Sheet | zipfile.ZipFile) -> None:
    """Let go of what is written of an archive, so that nothing of it is written later."""
    for part in parts:
        with contextlib.suppress(OSError, ValueError):
            part.close()


def _row(cells: Sequence[str], style: int) -> str:
    open_cell = f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">'
    told = [f"{open_cell}{_text(cell)}</t></is></c>" if cell else "<c/>" for cell in cells]
    return f"<row>{''.join(told)}</row>"


def _text(cell: str) -> str:
    if len(cell) > MOST_SIGNS:
        cell = cell[: MOST_SIGNS - 1] + "…"
    return escape(_ALONE.sub("\N{REPLACEMENT CHARACTER}", cell), quote=False)


def _path(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _book(name: str, numbers: Iterable[int]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name if number == 1 else f"{name} {number}")}" '
        f'sheetId="{number}" r:id="rId{number}"/>'
        for number in numbers
    )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    )


def _parts_of_book(numbers: Iterable[int]) -> str:
    sheets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    return _relations([*sheets, ("styles", "styles.xml")])


def _relations(parts: Iterable[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(parts, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _kinds(numbers: Iterable[int]) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/{_path(number)}", "worksheet") for number in numbers]
    told = "".join(
        f'<Override PartName="{path}" ContentType="{_KINDS}.{kind}+xml"/>' for path, kind in parts
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )

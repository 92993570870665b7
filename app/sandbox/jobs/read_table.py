"""Read a list: CSV in any common encoding, XLSX, ODS or PFIF, told apart by what they contain."""

import itertools
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from app.sandbox.encodings import decode
from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.file_types import type_by_start
from app.sandbox.pfif import is_pfif, read_pfif
from app.sandbox.protocol import Json, Message
from app.sandbox.spreadsheets import kind_of_archive, open_sheet, rows_of_sheet
from app.sandbox.text_tables import find_delimiter, rows_of

MAX_FILE = 200 * 1024 * 1024
_BATCH = 2_000
_BATCH_SIGNS = 4_000_000

_ENDINGS = {
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
    ".tab": "text",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".ods": "ods",
    ".xml": "pfif",
    ".pfif": "pfif",
}
#: What else people send by mistake, by its first bytes.
_STRANGERS = (
    (b"%PDF", "pdf"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "document"),
    (b"SQLite format 3", "database"),
)

_MARKUP = {"application/xml": "xml", "image/svg+xml": "xml", "text/html": "web page"}
_HEAD = 65_536


def run(asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Give first the facts of the file, then its rows in batches.

    Asked: `name`, and as hints `encoding`, `delimiter`, `quotes`, `sheet`. Facts: `kind`,
    `encoding`, `certain`, `delimiter`, `sheets`, `sheet`. Raises `JobRefused`.
    """
    (content,) = blobs
    if not content.strip():
        raise JobRefused(FileFault.EMPTY)
    if len(content) > MAX_FILE:
        raise JobRefused(FileFault.TOO_BIG, found=len(content), limit=MAX_FILE)
    kind = _kind(content)
    ending = PurePath(_word(asked, "name")).suffix.lower()
    if _ENDINGS.get(ending, kind) != kind:
        raise JobRefused(FileFault.NOT_WHAT_NAME_SAYS, ending=ending, found=kind)
    facts: dict[str, Json]
    if kind == "text":
        decoded = decode(content, _word(asked, "encoding"))
        if not decoded.text.strip():
            raise JobRefused(FileFault.EMPTY)
        delimiter = _word(asked, "delimiter") or find_delimiter(decoded.text)
        facts = {
            "kind": kind,
            "encoding": decoded.encoding,
            "certain": decoded.certain,
            "delimiter": delimiter,
        }
        rows = rows_of(decoded.text, delimiter, quotes=asked.get("quotes") is not False)
    elif kind == "pfif":
        version, heads, people = read_pfif(content)
        facts = {"kind": kind, "certain": True, "sheet": f"PFIF {version}"}
        rows = itertools.chain([heads], people)
    else:
        sheets, sheet = open_sheet(content, _word(asked, "sheet"))
        facts = {"kind": kind, "certain": True, "sheets": list(sheets), "sheet": sheet.name}
        rows = rows_of_sheet(sheet)
    yield Message(facts)
    yield from _in_batches(rows)


def _in_batches(rows: Iterator[list[str]]) -> Iterator[Message]:
    batch: list[Json] = []
    signs = 0
    for row in rows:
        batch.append(list(row))
        signs += sum(map(len, row))
        if len(batch) >= _BATCH or signs >= _BATCH_SIGNS:
            yield Message({"rows": batch})
            batch, signs = [], 0
    if batch:
        yield Message({"rows": batch})


def _kind(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return kind_of_archive(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise JobRefused(FileFault.OLD_OR_LOCKED_SPREADSHEET)
    head = content[:64].lstrip()
    for start, found in _STRANGERS:
        if head.startswith(start):
            raise JobRefused(FileFault.NOT_A_LIST, found=found)
    # KML, GPX, web pages: in any encoding, by content and not by name.
    if (media_type := type_by_start(content[:_HEAD])) in _MARKUP:
        if media_type == "application/xml" and is_pfif(content):
            return "pfif"
        raise JobRefused(FileFault.NOT_A_LIST, found=_MARKUP[media_type])
    return "text"


def _word(asked: Mapping[str, Json], key: str) -> str:
    value = asked.get(key)
    return value if isinstance(value, str) else ""

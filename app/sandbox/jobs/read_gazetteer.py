"""Read a country file of GeoNames: a text of 19 columns, by itself or in its archive."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from app.sandbox.archives import look_through
from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.protocol import Json, Message

MAX_FILE = 200 * 1024 * 1024
MAX_LINES = 500_000
"""Lines of one file; the largest country of the region, Russia, has 370,000."""
MAX_LINE = 40_000
"""Letters of one line; the names of a capital fill 12,000."""
COLUMNS = 19
#: geonameid, name, alternatenames, latitude, longitude, class, code, country, admin1, population.
_WANTED = (0, 1, 3, 4, 5, 6, 7, 8, 10, 14)
_CLASS = 6
_BATCH = 2_000
_MARK = "\ufeff"


def run(asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Give the places of the classes asked for, in batches, and at the end the count of lines.

    Asked: `classes`, the letters of GeoNames to keep ("PATS"). A place is a list: the number of its
    line, then ten of the columns. A line with another number of columns is a list of its number
    alone. Raises `JobRefused`.
    """
    (content,) = blobs
    classes = str(asked.get("classes", ""))
    batch: list[Json] = []
    number = 0
    passed = 0
    for number, line in enumerate(_lines(content), start=1):
        if number > MAX_LINES:
            raise JobRefused(FileFault.TOO_MANY_ROWS, limit=MAX_LINES)
        if len(line) > MAX_LINE:
            raise JobRefused(FileFault.CELL_TOO_LONG, row=number, column=4, limit=MAX_LINE)
        cells = line.split("\t")
        if number == 1 and len(cells) != COLUMNS:
            raise JobRefused(FileFault.NOT_A_GAZETTEER, found=len(cells), limit=COLUMNS)
        if not line:
            continue
        if len(cells) != COLUMNS:
            batch.append([number])
        elif cells[_CLASS] in classes:
            batch.append([number, *(cells[at] for at in _WANTED)])
        else:
            passed += 1
        if len(batch) >= _BATCH:
            yield Message({"places": batch})
            batch = []
    yield Message({"places": batch, "lines": number, "passed": passed})


def _lines(content: bytes) -> Iterator[str]:
    if not content.strip():
        raise JobRefused(FileFault.EMPTY)
    if len(content) > MAX_FILE:
        raise JobRefused(FileFault.TOO_BIG, found=len(content), limit=MAX_FILE)
    if content.startswith(b"PK\x03\x04"):
        content = _out_of_archive(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise JobRefused(FileFault.UNKNOWN_ENCODING) from error
    if "\x00" in text:
        raise JobRefused(FileFault.NOT_TEXT)
    stream = io.StringIO(text.removeprefix(_MARK), newline="\n")
    return (line.rstrip("\r\n") for line in stream)


def _out_of_archive(content: bytes) -> bytes:
    """Give the one list in an archive; the file that explains it is passed over."""
    names = [
        name
        for name in sorted(look_through(content))
        if PurePath(name).suffix.lower() == ".txt" and PurePath(name).stem.lower() != "readme"
    ]
    if len(names) != 1:
        raise JobRefused(FileFault.NOT_A_GAZETTEER, found=len(names), limit=1)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(names[0])

"""What the rest of the program asks of the sandbox, as functions with plain answers."""

import hashlib
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from app.errors import BadInput, PassphraseRefused
from app.sandbox.catalogue import Job
from app.sandbox.faults import FileFault
from app.sandbox.process import Worker
from app.sandbox.protocol import Json, Message

MOST_KEY_BYTES = 127
"""As many bytes of a passphrase as a locked PDF keeps (ISO 32000-2, 7.6.4.3.3)."""


@dataclass(frozen=True, slots=True)
class TableHints:
    """What is known of a list beforehand; empty means: find out."""

    encoding: str = ""
    delimiter: str = ""
    quotes: bool = True
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A list as it was written: every row of the file, blank ones as empty tuples.

    `kind` is `text`, `xlsx`, `ods` or `pfif`; `certain` is False where another encoding reads as
    well. The first row of `pfif` names its fields; what others noted of a man is JSON in `notes`.
    """

    rows: tuple[tuple[str, ...], ...]
    kind: str
    encoding: str = ""
    certain: bool = True
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """Pixels of one byte each, 0 black to 255 white, row by row, upright."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page as RGB, three bytes a pixel, row by row; `pages` is how many the document has."""

    width: int
    height: int
    pixels: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class WordHit:
    """Where words stand: the page, from 0, and a box for each line they run over.

    A box is left, top, right, bottom, as parts of the page from its upper left corner.
    """

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


def read_table(content: bytes, name: str, hints: TableHints | None = None) -> ForeignTable:
    """Read a foreign list in a worker of its own.

    Raises `BadInput(field="file")` with a reason of `FileFault` where it cannot be taken.
    """
    hints = hints or TableHints()
    asked: dict[str, Json] = {
        "name": name,
        "encoding": hints.encoding,
        "delimiter": hints.delimiter,
        "quotes": hints.quotes,
        "sheet": hints.sheet,
    }
    with Worker(Job.READ_TABLE) as worker:
        parts = worker.ask(asked, content)
        facts = next(parts).head
        rows = tuple(_rows(parts))
    sheets = facts.get("sheets")
    return ForeignTable(
        rows=rows,
        kind=str(facts.get("kind", "")),
        encoding=str(facts.get("encoding", "")),
        certain=facts.get("certain") is True,
        delimiter=str(facts.get("delimiter", "")),
        sheets=tuple(map(str, sheets)) if isinstance(sheets, list) else (),
        sheet=str(facts.get("sheet", "")),
    )


def _rows(parts: Iterator[Message]) -> Iterator[tuple[str, ...]]:
    for part in parts:
        batch = part.head.get("rows")
        for row in batch if isinstance(batch, list) else ():
            yield tuple(map(str, row)) if isinstance(row, list) else ()


@dataclass(frozen=True, slots=True)
class ForeignGazetteer:
    """What a file of GeoNames holds: the columns of each place of the classes asked for.

    `places` are (number of the line, its ten columns), without columns where the line has not 19;
    `passed` counts lines of other classes, `lines` all.
    """

    places: tuple[tuple[int, tuple[str, ...]], ...]
    lines: int
    passed: int


def read_gazetteer(content: bytes, classes: str) -> ForeignGazetteer:
    """Read a country file of GeoNames, or the archive it comes in, in a worker of its own.

    Raises `BadInput(field="file")` with a reason of `FileFault` where it cannot be taken.
    """
    places: list[tuple[int, tuple[str, ...]]] = []
    lines = passed = 0
    with Worker(Job.READ_GAZETTEER) as worker:
        for part in worker.ask({"classes": classes}, content):
            batch = part.head.get("places")
            places += [
                (row[0], tuple(map(str, row[1:])))
                for row in (batch if isinstance(batch, list) else ())
                if isinstance(row, list) and row and isinstance(row[0], int)
            ]
            if "lines" in part.head:
                lines, passed = _number(part.head, "lines"), _number(part.head, "passed")
    return ForeignGazetteer(tuple(places), lines, passed)


def regrey_picture(content: bytes, longest: int = 0) -> GreyPicture:
    """Make a foreign picture into grey pixels, its longer side at most `longest` (0: as it is).

    Raises `BadInput(field="file")` where it is no picture or has more than 50 million pixels.
    """
    with Worker(Job.REGREY_PICTURE) as worker:
        answer = _only(worker.ask({"longest": longest}, content))
    return GreyPicture(
        _number(answer.head, "width"), _number(answer.head, "height"), answer.blobs[0]
    )


def lock_pdf(content: bytes, passphrase: str) -> bytes:
    """Lock a PDF with AES-256, so that only this passphrase opens it.

    Raises `BadInput(field="file")` where it is no PDF, `PassphraseRefused` where the format
    cannot keep the passphrase: it takes 127 bytes, 63 Armenian or Russian letters.
    """
    key = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    if not 0 < len(key) <= MOST_KEY_BYTES:
        raise PassphraseRefused("too_long" if key else "empty")
    with Worker(Job.LOCK_PDF) as worker:
        return _only(worker.ask({}, content, key)).blobs[0]


def mark_pdf(content: bytes, strip: bytes, subject: str) -> tuple[bytes, int]:
    """Lay a strip, itself a PDF, over the head of every page; gives the file and its pages.

    Raises `BadInput(field="file")` where one of them is no PDF.
    """
    with Worker(Job.MARK_PDF) as worker:
        answer = _only(worker.ask({"subject": subject}, content, strip))
    return answer.blobs[0], _number(answer.head, "pages")


class PageRenderer:
    """A warm worker that turns pages of PDF documents into pixels; close it when done."""

    def __init__(self) -> None:
        self._worker = Worker(Job.RENDER_PDF_PAGE)
        self._sent = ("", 0)
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def render_pdf_page(self, pdf: bytes, page: int, dpi: float) -> PagePixels:
        """Render one page, counted from 0, at so many dots an inch.

        Raises `BadInput(field="file")` where it is no PDF, has no such page, or is too big.
        """
        answer = _only(self._ask(pdf, {"page": page, "dpi": dpi}))
        return PagePixels(
            _number(answer.head, "width"),
            _number(answer.head, "height"),
            answer.blobs[0],
            _number(answer.head, "pages"),
        )

    def find_words(self, pdf: bytes, words: str) -> tuple[WordHit, ...]:
        """Find words in the text of all pages, in any case and over the ends of lines.

        Raises `BadInput(field="file")` where it is no PDF.
        """
        hits: list[WordHit] = []
        for part in self._ask(pdf, {"find": words}):
            found = part.head.get("hits")
            page = _number(part.head, "page")
            hits += [
                WordHit(page, tuple(_box(box) for box in hit if isinstance(box, list)))
                for hit in (found if isinstance(found, list) else ())
                if isinstance(hit, list)
            ]
        return tuple(hits)

    def _ask(self, pdf: bytes, asked: Mapping[str, Json]) -> Iterator[Message]:
        digest = hashlib.sha256(pdf).hexdigest()
        with self._lock:
            known = self._worker.running and self._sent == (digest, self._worker.starts)
            # Whatever goes wrong now, the worker may have let go of what it held.
            self._sent = ("", 0)
            answers = [*self._worker.ask({"digest": digest, **asked}, *(() if known else (pdf,)))]
            self._sent = (digest, self._worker.starts)
        return iter(answers)

    def close(self) -> None:
        """End the worker."""
        self._worker.close()


def _only(parts: Iterator[Message]) -> Message:
    answers = list(parts)
    if len(answers) != 1 or len(answers[0].blobs) != 1:
        raise BadInput("file", FileFault.READER_FAILED.value)
    return answers[0]


def _box(box: list[Json]) -> tuple[float, float, float, float]:
    sides = [float(part) for part in box if isinstance(part, int | float)]
    if len(sides) != 4:
        raise BadInput("file", FileFault.READER_FAILED.value)
    return sides[0], sides[1], sides[2], sides[3]


def _number(head: Mapping[str, Json], key: str) -> int:
    value = head.get(key)
    if not isinstance(value, int):
        raise BadInput("file", FileFault.READER_FAILED.value)
    return value

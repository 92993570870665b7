"""Look through a zip archive before anything opens it: no bombs, no tricks (R-33, R-34)."""

import contextlib
import io
import stat
import zipfile
import zlib
from typing import override
from xml.sax import SAXException  # nosec B406  # the name of an error
from xml.sax.handler import ContentHandler  # nosec B406  # defusedxml does the parsing

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from app.sandbox.faults import FileFault, JobRefused

MAX_ENTRIES = 2_000
MAX_EXPANDED = 200 * 1024 * 1024
MAX_RATIO = 200
#: Below this size a high ratio harms nobody: an empty sheet packs well.
_SMALL = 1024 * 1024
_ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_PIECE = 1024 * 1024


def look_through(content: bytes) -> frozenset[str]:
    """Return the names in an archive after counting what it really unpacks to.

    Raises `JobRefused`: `ARCHIVE_BOMB` beyond the limits, `ARCHIVE_TRICK` for paths that climb
    out, links, locked or nested archives, `XML_TRICK` for any document type declaration.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise JobRefused(FileFault.DAMAGED) from error
    with archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise JobRefused(FileFault.ARCHIVE_BOMB, found=len(entries), limit=MAX_ENTRIES)
        names = [entry.filename for entry in entries]
        if len(set(names)) < len(names):
            raise JobRefused(FileFault.ARCHIVE_TRICK, what="twice")
        _check_declared(entries, len(content))
        total = 0
        for entry in entries:
            _check_path(entry)
            total += _check_entry(archive, entry, MAX_EXPANDED - total)
    return frozenset(names)


def _check_declared(entries: list[zipfile.ZipInfo], packed: int) -> None:
    declared = sum(entry.file_size for entry in entries)
    if declared > MAX_EXPANDED:
        raise JobRefused(FileFault.ARCHIVE_BOMB, found=declared, limit=MAX_EXPANDED)
    if declared > _SMALL and declared > MAX_RATIO * packed:
        raise JobRefused(FileFault.ARCHIVE_BOMB, found=declared // packed, limit=MAX_RATIO)


def _check_path(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    climbs = name.startswith(("/", "\\")) or "\\" in name or ":" in name
    if climbs or ".." in name.split("/"):
        raise JobRefused(FileFault.ARCHIVE_TRICK, what="path")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise JobRefused(FileFault.ARCHIVE_TRICK, what="link")
    if entry.flag_bits & 0x1:
        raise JobRefused(FileFault.ARCHIVE_TRICK, what="locked")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> int:
    size = 0
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    scan = _PrologScan() if is_xml else None
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(_PIECE):
                if not size and piece.startswith(_ARCHIVES):
                    raise JobRefused(FileFault.ARCHIVE_TRICK, what="nested")
                size += len(piece)
                grown = size > _SMALL and size > MAX_RATIO * max(1, entry.compress_size)
                if size > room or size > entry.file_size or grown:
                    raise JobRefused(FileFault.ARCHIVE_BOMB, found=size, limit=MAX_EXPANDED)
                if scan is not None:
                    scan.feed(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise JobRefused(FileFault.DAMAGED) from error
    return size


class _PrologOver(SAXException):
    """The root element began: from here on no document type can be declared."""


class _StopAtRoot(ContentHandler):
    @override
    def startElement(self, name: str, attrs: object) -> None:
        raise _PrologOver("root")


class _PrologScan:
    """Read an XML part up to its root element; entities can only be declared before it."""

    def __init__(self) -> None:
        self._parser = make_parser()
        self._parser.forbid_dtd = True
        self._parser.setContentHandler(_StopAtRoot())
        self._over = False

    def feed(self, piece: bytes) -> None:
        """Look at the next piece. Raises `JobRefused` for a document type or broken XML."""
        if self._over:
            return
        try:
            with contextlib.suppress(_PrologOver):
                self._parser.feed(piece)
                return
        except DefusedXmlException as trick:
            raise JobRefused(FileFault.XML_TRICK) from trick
        except SAXException as error:
            raise JobRefused(FileFault.DAMAGED) from error
        self._over = True

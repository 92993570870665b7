"""Say what an archive or an office file is and what it carries; nothing of it is kept."""

import io
import zipfile
from pathlib import PurePath

from app.sandbox.archives import look_through
from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.file_oddities import MACRO_ENDINGS, RUNNING
from app.sandbox.file_types import OLE, PROGRAMS, ZIP
from app.shapes.files import FileWarning

_OFFICE = "application/vnd.openxmlformats-officedocument."
_EXECUTABLE_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"dex\n",
    b"L\x00\x00\x00\x01",
)
_MOST_ENTRIES_SEEN = 500
_MSI_CLASS = bytes.fromhex("84100c0000000000c000000000000046")


def look_into_zip(content: bytes) -> tuple[str, list[FileWarning]]:
    """Say what an archive really is, and what is odd inside; nothing of it is unpacked whole."""
    found: list[FileWarning] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            first = _first_words(archive, entries)
            if any(entry.flag_bits & 1 for entry in entries):
                found.append(FileWarning.LOCKED)
            shifted = bool(entries) and min(entry.header_offset for entry in entries) > 0
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return ZIP, [FileWarning.DAMAGED]
    media_type = _type_by_names(names, first)
    if media_type in PROGRAMS:
        found.append(FileWarning.PROGRAM)
    elif any(_runs(name, first.get(name, b"")) for name in names):
        found.append(FileWarning.CARRIES_PROGRAM)
    if any(name.casefold().endswith(("vbaproject.bin", "/basic/script-lc.xml")) for name in names):
        found.append(FileWarning.MACROS)
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        found.append(FileWarning.MACROS)
    if shifted and not content.startswith(b"PK"):
        found.append(FileWarning.POLYGLOT)
    if FileWarning.LOCKED not in found and _is_bomb(content):
        found.append(FileWarning.BOMB)
    return media_type, found


def _first_words(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    words: dict[str, bytes] = {}
    for entry in entries[:_MOST_ENTRIES_SEEN]:
        if entry.flag_bits & 1 or entry.is_dir():
            continue
        try:
            with archive.open(entry) as stream:
                words[entry.filename] = stream.read(128)
        except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, ValueError):
            words[entry.filename] = b""
    return words


def _runs(name: str, first: bytes) -> bool:
    ending = PurePath(name).suffix.removeprefix(".").casefold()
    # Office files keep settings of printers as .bin; what starts like a program is one anyway.
    by_name = ending in RUNNING - MACRO_ENDINGS - {"bin", "img", "inf"}
    return by_name or first.startswith(_EXECUTABLE_STARTS)


def _type_by_names(names: set[str], first: dict[str, bytes]) -> str:
    if "AndroidManifest.xml" in names or "classes.dex" in names:
        return "application/vnd.android.package-archive"
    if "META-INF/MANIFEST.MF" in names or any(name.endswith(".class") for name in names):
        return "application/java-archive"
    for part, kind in (
        ("word/document.xml", "wordprocessingml.document"),
        ("xl/workbook.xml", "spreadsheetml.sheet"),
        ("xl/workbook.bin", "spreadsheetml.sheet"),
        ("ppt/presentation.xml", "presentationml.presentation"),
    ):
        if part in names:
            return _OFFICE + kind
    said = first.get("mimetype", b"").decode("ascii", "replace").strip()
    if said.startswith(("application/vnd.oasis.opendocument.", "application/epub+zip")):
        return said
    return ZIP


def _is_bomb(content: bytes) -> bool:
    try:
        look_through(content)
    except JobRefused as refused:
        return refused.fault in {FileFault.ARCHIVE_BOMB, FileFault.XML_TRICK} or (
            refused.fault is FileFault.ARCHIVE_TRICK and refused.data.get("what") != "nested"
        )
    return False


def look_into_ole(content: bytes) -> tuple[str, list[FileWarning]]:
    """Say what a file of the old office kind is, by the names of its parts."""

    def holds(word: str) -> bool:
        return word.encode("utf-16-le") in content

    if _MSI_CLASS in content[:65_536] or _MSI_CLASS in content:
        return "application/x-msi", [FileWarning.PROGRAM]
    found = [FileWarning.MACROS] if holds("_VBA_PROJECT") or holds("Macros") else []
    if holds("EncryptedPackage"):
        return OLE, [*found, FileWarning.LOCKED]
    for part, media_type in (
        ("WordDocument", "application/msword"),
        ("Workbook", "application/vnd.ms-excel"),
        ("__substg1.0_", "application/vnd.ms-outlook"),
    ):
        if holds(part):
            return media_type, found
    return OLE, found

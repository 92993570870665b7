"""Find what is odd in a file: a second format inside it, a name that lies, scripts, programs."""

import re
import unicodedata
from pathlib import PurePath

from app.sandbox.file_types import ENDINGS, NOTHING_KNOWN, PROGRAMS
from app.shapes.files import FileWarning

_RUN = """
    apk app appimage bat bin chm cmd com command cpl deb desktop dll dmg docm dotm exe gadget hta
    img inf ins ipa iso jar js jse jsp ksh lnk msc msh msi msix msp mst pif pkg pl potm ppam ppsm
    pptm ps1 psm1 py pyw rb reg rpm run scf scr sct sh shb shs sys url vb vbe vbs vhd vhdx wasm
    website ws wsc wsf wsh xbap xlam xll xlsm xltm
"""
#: Endings that a computer answers by running something.
RUNNING = frozenset(_RUN.split())
#: Documents whose ending only says that macros are inside: told by `MACROS`, not as programs.
MACRO_ENDINGS = frozenset({"docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "ppsm"})
_KNOWN_ENDINGS = frozenset(ending for endings in ENDINGS.values() for ending in endings)
_PICTURES = ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp", "image/tiff")
_TEXTS = ("text/", "application/xml", "application/json", "message/", "image/svg+xml")
_EOCD = 65_557

_SECOND_STARTS = (
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"This program cannot be run in DOS mode",
    b"__HALT_COMPILER",
)
#: Formats that stand at a place of their own, so that another one fits before them.
_AT_FIXED_PLACES = (
    (b"%PDF-", 0, "application/pdf"),
    (b"ustar", 257, "application/x-tar"),
    (b"CD001", 0x8001, "application/x-iso9660-image"),
)
_MARKUP = re.compile(
    rb"<script[\s>]|<\?php\s|<html[\s>]|<!doctype html|<hta:|javascript:", re.IGNORECASE
)
_PAGE_SCRIPTS = re.compile(
    rb"<script[\s>/]|javascript:|vbscript:|<iframe[\s>]|<object[\s>]|<embed[\s>]|<applet[\s>]"
    rb"|\son[a-z]{3,20}\s*=|<foreignobject[\s>]|http-equiv\s*=\s*[\"']?refresh|<!entity",
    re.IGNORECASE,
)
_PDF_SCRIPTS = re.compile(
    rb"/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|RichMedia)[\s/<(\[]"
)
_RTF_OBJECTS = re.compile(rb"\\(objdata|objupdate|object|ddeauto|dde)\b", re.IGNORECASE)


def odd_name(name: str, media_type: str) -> list[FileWarning]:
    """Say what is wrong with a name; its ending is read as a computer would, left to right."""
    found: list[FileWarning] = []
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"} for letter in name):
        found.append(FileWarning.NAME_HIDES)
    ending = PurePath(name.rstrip(" .")).suffix.removeprefix(".").casefold()
    if ending in RUNNING - MACRO_ENDINGS:
        found.append(FileWarning.RUNS_BY_NAME)
    if ending and _says_something(ending) and ending not in _fitting(media_type):
        found.append(FileWarning.WRONG_EXTENSION)
    return found


def _says_something(ending: str) -> bool:
    return ending in _KNOWN_ENDINGS or (len(ending) <= 5 and ending.isascii() and ending.isalpha())


def _fitting(media_type: str) -> frozenset[str]:
    if media_type in PROGRAMS:
        return RUNNING
    if media_type == NOTHING_KNOWN:
        return frozenset({"bin", "dat"})
    return frozenset(ENDINGS.get(media_type, ()))


def odd_content(content: bytes, media_type: str) -> list[FileWarning]:
    """Find programs, scripts, macros, locks and second formats in a file."""
    found: list[FileWarning] = []
    if media_type in PROGRAMS:
        found.append(FileWarning.PROGRAM)
    if _has_second_format(content, media_type):
        found.append(FileWarning.POLYGLOT)
    elif media_type in _PICTURES and _goes_on_after_its_end(content, media_type):
        found.append(FileWarning.TRAILING)
    if _runs_scripts(content, media_type):
        found.append(FileWarning.SCRIPTS)
    return found


def _runs_scripts(content: bytes, media_type: str) -> bool:
    match media_type:
        case "text/html" | "image/svg+xml" | "application/xml" | "message/rfc822":
            return _PAGE_SCRIPTS.search(content) is not None
        case "application/pdf":
            return _PDF_SCRIPTS.search(content) is not None
        case "application/rtf":
            return _RTF_OBJECTS.search(content) is not None
    return False


# --- two formats in one


def _has_second_format(content: bytes, media_type: str) -> bool:
    if media_type.startswith(_TEXTS):
        # Text that speaks of formats is text; a whole PDF below a page is not.
        return b"%PDF-" in content[:1024] and b"%%EOF" in content
    if _ends_as_archive(content) and not _is_zip(content, media_type):
        return True
    for start, at, own in _AT_FIXED_PLACES:
        if media_type != own and start in content[at : at + (1024 if at == 0 else len(start))]:
            return True
    if media_type in _PICTURES or media_type.startswith(("video/", "audio/")):
        return _is_more_than_a_picture(content, media_type)
    if media_type == "application/pdf":
        return _MARKUP.search(content[:2048]) is not None or _markup_after_pdf(content)
    return False


def _is_more_than_a_picture(content: bytes, media_type: str) -> bool:
    # A comment of JavaScript opened inside the header makes the picture a program for browsers.
    if b"/*" in content[2:10] or _MARKUP.search(content):
        return True
    after = _end_of(content, media_type)
    tail = content[after:] if after else b""
    return any(start in tail for start in _SECOND_STARTS) or tail[:2] in {b"MZ", b"\x1f\x8b"}


def _is_zip(content: bytes, media_type: str) -> bool:
    return content.startswith(b"PK") or media_type == "application/x-tar"


def _ends_as_archive(content: bytes) -> bool:
    tail = content[-_EOCD:]
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        return False
    start_of_end = len(content) - len(tail) + at
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    return content[start_of_end - size :][:4] == b"PK\x01\x02" or size == 0


def _markup_after_pdf(content: bytes) -> bool:
    at = content.rfind(b"%%EOF")
    return at >= 0 and _MARKUP.search(content[at:]) is not None


def _goes_on_after_its_end(content: bytes, media_type: str) -> bool:
    end = _end_of(content, media_type)
    # Phones put a second, larger picture or a short film behind a JPEG: known, and no trick.
    return bool(end) and media_type != "image/jpeg" and bool(content[end:].strip(b"\x00\r\n"))


def _end_of(content: bytes, media_type: str) -> int:
    """Say where a picture ends by its own account; 0 where that cannot be told."""
    match media_type:
        case "image/png":
            return _end_of_png(content)
        case "image/jpeg":
            at = content.find(b"\xff\xd9", _start_of_scan(content))
            return at + 2 if at > 0 else 0
        case "image/webp":
            return int.from_bytes(content[4:8], "little") + 8
        case "image/bmp":
            return int.from_bytes(content[2:6], "little")
        case "image/gif":
            return _end_of_gif(content)
    return 0


def _end_of_png(content: bytes) -> int:
    at = 8
    while at + 12 <= len(content):
        size = int.from_bytes(content[at : at + 4])
        kind = content[at + 4 : at + 8]
        at += 12 + size
        if kind == b"IEND":
            return at
    return 0


def _start_of_scan(content: bytes) -> int:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        if content[at + 1] == 0xDA:
            return at
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return at


def _end_of_gif(content: bytes) -> int:
    def after_table(at: int, flags: int) -> int:
        return at + 3 * (2 << (flags & 7)) if flags & 0x80 else at

    def after_blocks(at: int) -> int:
        while at < len(content) and content[at]:
            at += 1 + content[at]
        return at + 1

    at = after_table(13, content[10]) if len(content) > 13 else 0
    while 0 < at < len(content):
        if content[at] == 0x3B:
            return at + 1
        if content[at] == 0x21:
            at = after_blocks(at + 2)
        elif content[at] == 0x2C and at + 10 < len(content):
            at = after_blocks(after_table(at + 10, content[at + 9]) + 1)
        else:
            return 0
    return 0

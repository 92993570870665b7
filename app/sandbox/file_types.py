"""Say by its bytes what a file is; its name is never asked (R-38).

A table of our own and no library: filetype and puremagic give the first match and stop, while here
every second format inside a file must be found too, and the same table serves both questions.
"""

import re
from dataclasses import dataclass

from app.shapes.files import FileKind

NOTHING_KNOWN = "application/octet-stream"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class _Sign:
    media_type: str
    start: bytes
    at: int = 0


_SIGNS = (
    _Sign("image/jpeg", b"\xff\xd8\xff"),
    _Sign("image/png", b"\x89PNG\r\n\x1a\n"),
    _Sign("image/gif", b"GIF87a"),
    _Sign("image/gif", b"GIF89a"),
    _Sign("image/tiff", b"II*\x00"),
    _Sign("image/tiff", b"MM\x00*"),
    _Sign("image/webp", b"WEBP", 8),
    _Sign("video/x-msvideo", b"AVI ", 8),
    _Sign("audio/wav", b"WAVE", 8),
    _Sign("application/pdf", b"%PDF-"),
    _Sign(OLE, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    _Sign(ZIP, b"PK\x03\x04"),
    _Sign(ZIP, b"PK\x05\x06"),
    _Sign("application/vnd.rar", b"Rar!\x1a\x07"),
    _Sign("application/x-7z-compressed", b"7z\xbc\xaf\x27\x1c"),
    _Sign("application/gzip", b"\x1f\x8b\x08"),
    _Sign("application/x-bzip2", b"BZh"),
    _Sign("application/x-xz", b"\xfd7zXZ\x00"),
    _Sign("application/vnd.ms-cab-compressed", b"MSCF\x00\x00\x00\x00"),
    _Sign("application/rtf", b"{\\rtf"),
    _Sign("application/vnd.sqlite3", b"SQLite format 3\x00"),
    _Sign("application/x-elf", b"\x7fELF"),
    _Sign("application/x-mach-binary", b"\xfe\xed\xfa\xce"),
    _Sign("application/x-mach-binary", b"\xfe\xed\xfa\xcf"),
    _Sign("application/x-mach-binary", b"\xce\xfa\xed\xfe"),
    _Sign("application/x-mach-binary", b"\xcf\xfa\xed\xfe"),
    _Sign("application/x-mach-binary", b"\xca\xfe\xba\xbf"),
    _Sign("application/java-vm", b"\xca\xfe\xba\xbe"),
    _Sign("application/x-ms-shortcut", b"L\x00\x00\x00\x01\x14\x02\x00"),
    _Sign("application/vnd.android.dex", b"dex\n03"),
    _Sign("application/wasm", b"\x00asm\x01\x00\x00\x00"),
    _Sign("application/x-rpm", b"\xed\xab\xee\xdb"),
    _Sign("application/vnd.debian.binary-package", b"!<arch>\ndebian"),
    _Sign("application/x-shockwave-flash", b"FWS"),
    _Sign("application/x-shockwave-flash", b"CWS"),
    _Sign("application/x-shockwave-flash", b"ZWS"),
    _Sign("application/vnd.ms-htmlhelp", b"ITSF\x03\x00\x00\x00"),
    _Sign("video/x-matroska", b"\x1aE\xdf\xa3"),
    _Sign("video/x-flv", b"FLV\x01"),
    _Sign("video/mpeg", b"\x00\x00\x01\xba"),
    _Sign("video/mpeg", b"\x00\x00\x01\xb3"),
    _Sign("video/x-ms-asf", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
    _Sign("audio/ogg", b"OggS"),
    _Sign("audio/flac", b"fLaC"),
    _Sign("audio/amr", b"#!AMR"),
    _Sign("audio/mpeg", b"ID3"),
)

#: Formats that a computer runs, or that exist to bring programs onto it.
PROGRAMS = frozenset(
    {
        "application/vnd.microsoft.portable-executable",
        "application/x-elf",
        "application/x-mach-binary",
        "application/java-vm",
        "application/java-archive",
        "application/vnd.android.package-archive",
        "application/x-ms-shortcut",
        "application/x-msi",
        "application/hta",
        "application/vnd.android.dex",
        "application/wasm",
        "application/x-rpm",
        "application/vnd.debian.binary-package",
        "application/x-shockwave-flash",
        "application/vnd.ms-htmlhelp",
        "text/x-script",
    }
)

_KINDS = {
    "application/pdf": FileKind.DOCUMENT,
    _DOCX: FileKind.DOCUMENT,
    _PPTX: FileKind.DOCUMENT,
    _ODF + "text": FileKind.DOCUMENT,
    _ODF + "presentation": FileKind.DOCUMENT,
    "application/msword": FileKind.DOCUMENT,
    "application/rtf": FileKind.DOCUMENT,
    "message/rfc822": FileKind.DOCUMENT,
    "text/plain": FileKind.DOCUMENT,
    "text/html": FileKind.DOCUMENT,
    "text/csv": FileKind.LIST,
    _XLSX: FileKind.LIST,
    "application/vnd.ms-excel": FileKind.LIST,
    _ODF + "spreadsheet": FileKind.LIST,
    "image/svg+xml": FileKind.UNKNOWN,
}
_KINDS_OF_FAMILIES = {"image": FileKind.PHOTO, "video": FileKind.VIDEO, "audio": FileKind.AUDIO}

_BRANDS = {
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"avif": "image/avif",
    b"avis": "image/avif",
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), "image/heic"),
}

#: Endings that may stand behind a type; the first is the one to give a copy.
ENDINGS: dict[str, tuple[str, ...]] = {
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/png": ("png",),
    "image/gif": ("gif",),
    "image/tiff": ("tif", "tiff"),
    "image/webp": ("webp",),
    "image/bmp": ("bmp", "dib"),
    "image/heic": ("heic", "heif", "hif"),
    "image/avif": ("avif",),
    "image/svg+xml": ("svg",),
    "video/mp4": ("mp4", "m4v", "mp4v"),
    "video/quicktime": ("mov", "qt"),
    "video/3gpp": ("3gp", "3g2"),
    "video/x-msvideo": ("avi",),
    "video/x-matroska": ("mkv", "mka"),
    "video/webm": ("webm", "weba"),
    "video/x-flv": ("flv",),
    "video/mpeg": ("mpg", "mpeg", "vob"),
    "video/mp2t": ("ts", "mts", "m2ts"),
    "video/x-ms-asf": ("wmv", "wma", "asf"),
    "audio/mp4": ("m4a", "m4b", "mp4"),
    "audio/mpeg": ("mp3",),
    "audio/aac": ("aac",),
    "audio/ogg": ("ogg", "oga", "opus", "ogv"),
    "audio/wav": ("wav",),
    "audio/flac": ("flac",),
    "audio/amr": ("amr",),
    "application/pdf": ("pdf",),
    "application/rtf": ("rtf", "doc"),
    "application/msword": ("doc", "dot"),
    "application/vnd.ms-excel": ("xls", "xlt"),
    "application/vnd.ms-outlook": ("msg",),
    _DOCX: ("docx", "docm", "dotx"),
    _XLSX: ("xlsx", "xlsm"),
    _PPTX: ("pptx", "pptm"),
    _ODF + "text": ("odt",),
    _ODF + "spreadsheet": ("ods",),
    _ODF + "presentation": ("odp",),
    "application/epub+zip": ("epub",),
    ZIP: ("zip",),
    "application/vnd.rar": ("rar",),
    "application/x-7z-compressed": ("7z",),
    "application/gzip": ("gz", "tgz"),
    "application/x-bzip2": ("bz2",),
    "application/x-xz": ("xz",),
    "application/x-tar": ("tar",),
    "application/vnd.sqlite3": ("db", "sqlite", "sqlite3"),
    "application/xml": ("xml", "kml", "gpx", "rss"),
    "application/json": ("json", "geojson"),
    "text/html": ("html", "htm", "xhtml", "mht"),
    "text/csv": ("csv", "tsv", "txt", "tab"),
    "text/plain": ("txt", "csv", "tsv", "md", "log", "srt", "vtt", "eml", "vcf", "ics", "text"),
    "message/rfc822": ("eml", "mht", "txt"),
}

_HEAD = 65_536
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|script|iframe|meta)[\s>/]", re.IGNORECASE)
_XML = re.compile(rb"<\?xml|<!doctype\s|<[a-z][^<>]{0,300}>", re.IGNORECASE)
_HTA = re.compile(rb"<hta:application|<script[^>]{0,200}vbscript", re.IGNORECASE)
_MAIL = re.compile(
    rb"^(from|received|return-path|mime-version|message-id|subject|date|to):", re.IGNORECASE
)
_SCRIPT_TEXT = re.compile(
    rb"\A(\s*@echo\s+off|\s*<\?php|\s*\[InternetShortcut\]|\s*\[Desktop Entry\]"
    rb"|\s*Windows Registry Editor|\s*REGEDIT4|\s*<\?xml[^>]*>\s*<job\b|\s*<package>|\s*<job\b"
    rb"|\s*\[Shell\]\s)"
    rb"|CreateObject\s*\(|WScript\.|ActiveXObject\s*\(|Invoke-Expression|powershell(\.exe)?\s+-"
    rb"|Set-ExecutionPolicy|__HALT_COMPILER",
    re.IGNORECASE,
)


def kind_of(media_type: str) -> FileKind:
    """Say what a type of file most likely is to the office."""
    by_family = _KINDS_OF_FAMILIES.get(media_type.split("/", 1)[0], FileKind.UNKNOWN)
    return _KINDS.get(media_type, by_family)


def type_by_start(head: bytes) -> str:
    """Say by its first bytes what a file is; archives and office files are not looked into."""
    for sign in _SIGNS:
        if head.startswith(sign.start, sign.at):
            return _nearer(sign.media_type, head)
    if head.startswith(b"BM") and head[6:10] == bytes(4) and len(head) > 26:
        return "image/bmp"
    if head[4:8] == b"ftyp":
        return _type_by_brand(head)
    if head.startswith(b"MZ") and _is_program(head):
        return "application/vnd.microsoft.portable-executable"
    return _type_by_inner_sign(head) or _type_of_text(head)


def _type_by_inner_sign(head: bytes) -> str:
    """Know formats without a beginning of their own; asked last, for another may stand before."""
    if head.startswith(b"ustar", 257):
        return "application/x-tar"
    if head.startswith(b"CD001", 0x8001):
        return "application/x-iso9660-image"
    if _is_transport_stream(head):
        return "video/mp2t"
    if head[:2] in {b"\xff\xf1", b"\xff\xf9"}:
        return "audio/aac"
    if head[:1] == b"\xff" and head[1:2] in {b"\xfb", b"\xf3", b"\xf2", b"\xfa"}:
        return "audio/mpeg"
    return ""


def _nearer(media_type: str, head: bytes) -> str:
    if media_type in {"image/webp", "video/x-msvideo", "audio/wav"} and head[:4] != b"RIFF":
        return NOTHING_KNOWN
    if media_type == "video/x-matroska" and b"webm" in head[:64]:
        return "video/webm"
    # The two share a magic number; a fat binary counts its parts where Java keeps its version.
    if media_type == "application/java-vm" and int.from_bytes(head[4:8]) < 20:
        return "application/x-mach-binary"
    return media_type


def _is_program(head: bytes) -> bool:
    at = int.from_bytes(head[60:64], "little")
    new = head[at : at + 2] if 0 < at < len(head) - 2 else b""
    return new in {b"PE", b"NE", b"LE", b"LX"} or not _is_text(head)


def _type_by_brand(head: bytes) -> str:
    brand = head[8:12]
    if brand in _BRANDS:
        return _BRANDS[brand]
    return "video/3gpp" if brand[:2] == b"3g" else "video/mp4"


def _is_transport_stream(head: bytes) -> bool:
    return len(head) > 4 * 188 and all(head[at * 188] == 0x47 for at in range(4))


def _type_of_text(head: bytes) -> str:
    if not head.strip() or not _is_text(head):
        return NOTHING_KNOWN
    text = _plain(head)
    start = text[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTA.search(text):
        return "application/hta"
    if start.startswith(b"#!") or _SCRIPT_TEXT.search(text):
        return "text/x-script"
    if start.startswith(b"<"):
        return _type_of_markup(text, start)
    if start[:1] in {b"{", b"["} and b'"' in start:
        return "application/json"
    if _MAIL.match(start):
        return "message/rfc822"
    return "text/csv" if _looks_like_a_table(text) else "text/plain"


def _type_of_markup(text: bytes, start: bytes) -> str:
    if b"<svg" in text[:4096]:
        return "image/svg+xml"
    if _HTML.search(text[:4096]):
        return "text/html"
    return "application/xml" if _XML.match(start) else "text/plain"


def _is_text(head: bytes) -> bool:
    plain = _plain(head)
    odd = sum(plain.count(bytes([code])) for code in (*range(9), *range(14, 27), 28, 29, 30, 31))
    return odd == 0


def _plain(head: bytes) -> bytes:
    """Turn UTF-16 into UTF-8, so that one search serves both."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return head[:_HEAD].decode("utf-16", "replace").encode("utf-8", "replace")
    return head[:_HEAD]


def _looks_like_a_table(text: bytes) -> bool:
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    whole = lines[:-1] if len(lines) > 3 else lines
    if len(whole) < 2:
        return False
    for sign, least in ((b"\t", 1), (b";", 1), (b",", 2), (b"|", 2)):
        counts = {line.count(sign) for line in whole}
        if min(counts) >= least and max(counts) - min(counts) <= min(counts):
            return True
    return False

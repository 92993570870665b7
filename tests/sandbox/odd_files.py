"""Files that are not what they seem: mislabelled, two formats in one, programs in disguise."""

import io
import zipfile
from dataclasses import dataclass

import pikepdf
from PIL import Image

from app.shapes.files import FileWarning as W

SCRIPT = b"<script>location='//example.invalid'</script>"


@dataclass(frozen=True, slots=True)
class OddFile:
    """A file, what it truly is, and what must be told of it at least."""

    name: str
    content: bytes
    media_type: str
    warnings: frozenset[W]
    runs: bool = False


def picture(kind: str, size: int = 24) -> bytes:
    """Write a small ordinary picture."""
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((size, size)).convert("RGB").save(kept, kind)
    return kept.getvalue()


def pdf(extra: dict[str, object] | None = None) -> bytes:
    """Write a PDF of one blank page."""
    document, kept = pikepdf.new(), io.BytesIO()
    document.add_blank_page(page_size=(200, 200))
    for key, value in (extra or {}).items():
        document.Root[key] = value
    document.save(kept)
    return kept.getvalue()


def zipped(*entries: tuple[str, bytes]) -> bytes:
    """Write an archive."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return kept.getvalue()


def windows_program() -> bytes:
    """Write the head of a program for Windows."""
    head = b"MZ" + bytes(58) + (64).to_bytes(4, "little")
    return head + b"PE\0\0d\x86" + bytes(200) + b"This program cannot be run in DOS mode"


def old_office(*parts: str, inside: bytes = b"") -> bytes:
    """Write what looks like a file of the old office kind with parts of these names."""
    names = b"".join(part.encode("utf-16-le") + bytes(64) for part in parts)
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + names + inside + bytes(512)


JAR = zipped(("META-INF/MANIFEST.MF", b"Main-Class: X"), ("X.class", b"\xca\xfe\xba\xbe\0\0\0\x41"))
APK = zipped(("AndroidManifest.xml", b"\x03\0"), ("classes.dex", b"dex\n035\0"))
DOCX = (("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>"))
XLSX = (("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"))
ELF = b"\x7fELF\x02\x01\x01" + bytes(60)
MACH = b"\xcf\xfa\xed\xfe\x07\0\0\x01" + bytes(60)
FAT = b"\xca\xfe\xba\xbe\0\0\0\x02" + bytes(60)
LINK = bytes.fromhex("4c0000000114020000000000c000000000000046") + bytes(60)
MSI = old_office("Root Entry", inside=bytes.fromhex("84100c0000000000c000000000000046"))
RAR, SEVEN = b"Rar!\x1a\x07\x01\x00" + bytes(40), b"7z\xbc\xaf\x27\x1c" + bytes(40)
PE, OFFICE = (
    "application/vnd.microsoft.portable-executable",
    "application/vnd.openxmlformats-officedocument.",
)
WORD, SHEET = OFFICE + "wordprocessingml.document", OFFICE + "spreadsheetml.sheet"


def programs() -> list[OddFile]:
    """Give programs under names of records."""

    def one(name: str, content: bytes, kind: str, *more: W) -> OddFile:
        warnings = {W.PROGRAM, W.WRONG_EXTENSION, *more}
        return OddFile(name, content, kind, frozenset(warnings), runs=True)

    hta = b"<html><hta:application id=x><script language=vbscript>x</script></html>"
    job = b'<?xml version="1.0"?><job><script>WScript.Echo(1)</script></job>'
    shell = 'CreateObject("WScript.Shell").Run "calc"'
    return [
        one("photo.jpg", windows_program(), PE),
        one("photo.jpg", b"MZ\x90\x00" + bytes(90), PE),
        one("letter.pdf", ELF, "application/x-elf"),
        one("film.mp4", MACH, "application/x-mach-binary"),
        one("film.mov", FAT, "application/x-mach-binary"),
        one("list.csv", b"#!/bin/sh\nrm -rf /\n", "text/x-script"),
        one("list.xlsx", JAR, "application/java-archive"),
        one("film.mp4", APK, "application/vnd.android.package-archive"),
        one("letter.docx", LINK, "application/x-ms-shortcut"),
        one("letter.doc", MSI, "application/x-msi"),
        one("page.html", hta, "application/hta"),
        one("note.txt", b"@echo off\r\ndel *.*\r\n", "text/x-script"),
        one("note.txt", shell.encode(), "text/x-script"),
        one("note.txt", shell.encode("utf-16"), "text/x-script"),
        one("note.txt", b"powershell -enc SQBFAFgA", "text/x-script"),
        one("page.xml", job, "text/x-script"),
        one("link.txt", b"[InternetShortcut]\r\nURL=file:///x", "text/x-script"),
        one("x.jpg", b"[Desktop Entry]\nExec=sh", "text/x-script"),
        one("x.txt", b"Windows Registry Editor Version 5.00\r\n", "text/x-script"),
        one("X.class.png", b"\xca\xfe\xba\xbe\0\0\0\x41" + bytes(60), "application/java-vm"),
        one("x.png", b"dex\n035\0" + bytes(60), "application/vnd.android.dex"),
        one("x.gif", b"FWS\x0a" + bytes(60), "application/x-shockwave-flash"),
        one("x.doc", b"ITSF\x03\0\0\0" + bytes(60), "application/vnd.ms-htmlhelp"),
        one("x.pdf", b"\0asm\x01\0\0\0" + bytes(9), "application/wasm"),
    ]


def by_name() -> list[OddFile]:
    """Give names that run, or that hide what they are."""

    def one(name: str, content: bytes, kind: str, *warnings: W) -> OddFile:
        return OddFile(name, content, kind, frozenset(warnings), W.RUNS_BY_NAME in warnings)

    jpeg, plain = picture("JPEG"), "Սիրելի մայրիկ".encode()
    run, hide, wrong = W.RUNS_BY_NAME, W.NAME_HIDES, W.WRONG_EXTENSION
    return [
        one("photo.jpg.exe", jpeg, "image/jpeg", run, wrong),
        one("photo\u202egpj.exe", jpeg, "image/jpeg", run, hide, wrong),
        one("letter.pdf.scr", pdf(), "application/pdf", run, wrong),
        one("letter.txt.js", plain, "text/plain", run, wrong),
        one("letter.cmd ", plain, "text/plain", run, wrong),
        one("letter\u200b.txt", plain, "text/plain", hide),
        one("photo.png", jpeg, "image/jpeg", wrong),
        one("photo.jpg", picture("PNG"), "image/png", wrong),
        one("photo.heic", picture("WEBP"), "image/webp", wrong),
        one("list.csv", pdf(), "application/pdf", wrong),
        one("letter.docx", pdf(), "application/pdf", wrong),
        one("letter.pdf", zipped(*DOCX), WORD, wrong),
        one("list.csv", zipped(*XLSX), SHEET, wrong),
        one("photo.jpg", plain, "text/plain", wrong),
        one("film.mp4", bytes(range(256)), "application/octet-stream", wrong),
        one("letter.doc", b"<html><body>x</body></html>", "text/html", wrong),
        one("map.png", b"<svg xmlns='x'><script>1</script></svg>", "image/svg+xml", wrong),
        one("track.jpg", b"<?xml version='1.0'?><gpx/>", "application/xml", wrong),
    ]


def two_in_one() -> list[OddFile]:
    """Give files of two formats."""

    def one(name: str, content: bytes, kind: str, *more: W, runs: bool = False) -> OddFile:
        return OddFile(name, content, kind, frozenset({W.POLYGLOT, *more}), runs)

    inside = zipped(("a.txt", b"hidden"))
    jpeg, png, gif = picture("JPEG"), picture("PNG"), picture("GIF")
    gif_js = b"GIF89a/*" + gif[8:] + b"*/=1;alert(1)"
    jpeg_js = jpeg[:2] + b"\xff\xe0/*" + bytes(0x2F2A - 2) + jpeg[2:]
    film = (20).to_bytes(4) + b"ftypisom" + bytes(8) + (8).to_bytes(4) + b"mdat"
    commented = jpeg[:2] + b"\xff\xfe" + (len(SCRIPT) + 2).to_bytes(2) + SCRIPT + jpeg[2:]
    tarred = (windows_program() + bytes(600))[:257] + b"ustar\x0000" + bytes(300)
    return [
        one("letter.pdf", pdf() + inside, "application/pdf"),
        one("letter.pdf", pdf() + JAR, "application/pdf"),
        one("photo.jpg", jpeg + inside, "image/jpeg"),
        one("photo.png", png + inside, "image/png"),
        one("photo.gif", gif + JAR, "image/gif"),
        one("photo.webp", picture("WEBP") + inside, "image/webp"),
        one("photo.bmp", picture("BMP") + RAR, "image/bmp"),
        one("photo.png", png + RAR, "image/png"),
        one("photo.png", png + SEVEN, "image/png"),
        one("photo.jpg", jpeg + windows_program(), "image/jpeg"),
        one("photo.gif", gif_js, "image/gif"),
        one("photo.jpg", jpeg_js, "image/jpeg"),
        one("photo.jpg", commented, "image/jpeg"),
        one("photo.png", png + b"<?php system($_GET[0]); ?>", "image/png"),
        one("photo.jpg", jpeg + pdf(), "image/jpeg"),
        one("letter.pdf", b"<html><script>1</script></html>\n" + pdf(), "text/html", W.SCRIPTS),
        one("film.mp4", film + inside, "video/mp4"),
        one("photo.jpg", tarred, PE, W.PROGRAM, runs=True),
        one("photo.tif", picture("TIFF") + inside, "image/tiff"),
        one("letter.pdf", pdf() + b"\n" + SCRIPT, "application/pdf"),
    ]


def laden() -> list[OddFile]:
    """Give documents and archives that carry something."""

    def one(name: str, content: bytes, kind: str, *warnings: W, runs: bool = True) -> OddFile:
        return OddFile(name, content, kind, frozenset(warnings), runs)

    macros = (*DOCX, ("word/vbaProject.bin", b"\xd0\xcf"))
    sheet = (*XLSX, ("xl/vbaProject.bin", b"\xd0\xcf"))
    odt = (("mimetype", b"application/vnd.oasis.opendocument.text"), ("Basic/script-lc.xml", b"x"))
    return [
        one("letter.docm", zipped(*macros), WORD, W.MACROS),
        one("letter.docx", zipped(*macros), WORD, W.MACROS),
        one("list.xlsm", zipped(*sheet), SHEET, W.MACROS),
        one("l.odt", zipped(*odt), "application/vnd.oasis.opendocument.text", W.MACROS),
        one("l.doc", old_office("WordDocument", "_VBA_PROJECT"), "application/msword", W.MACROS),
        one("z.zip", zipped(("a.exe", windows_program())), "application/zip", W.CARRIES_PROGRAM),
        one("photos.zip", zipped(("a.jpg", ELF)), "application/zip", W.CARRIES_PROGRAM),
        one("photos.zip", zipped(("a.js", b"x")), "application/zip", W.CARRIES_PROGRAM),
        one("l.pdf", pdf({"/OpenAction": pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")}),
            "application/pdf", W.SCRIPTS),
        one("l.rtf", rb"{\rtf1{\object\objdata 01}}", "application/rtf", W.SCRIPTS),
        one("p.html", b"<html>" + SCRIPT + b"</html>", "text/html", W.SCRIPTS),
        one("m.svg", b"<svg onload='x()'/>", "image/svg+xml", W.SCRIPTS),
        one("l.xlsx", old_office("EncryptedPackage"), "application/x-ole-storage", W.LOCKED,
            runs=False),
        one("z.zip", zipped(("a", bytes(30_000_000))), "application/zip", W.BOMB, runs=False),
    ]  # fmt: skip


def ordinary() -> list[tuple[str, bytes, str]]:
    """Give files that are what they say, so that nothing is told of them."""
    text = "Անուն;Ծնված\nԱրամ;1999\nՏիգրան;1998\n"
    kinds = (("JPEG", "jpg"), ("PNG", "PNG"), ("GIF", "gif"), ("WEBP", "webp"), ("TIFF", "tif"))
    sound = b"RIFF" + (36).to_bytes(4, "little") + b"WAVEfmt " + bytes(24)
    pictures = [(f"a.{end}", picture(kind), f"image/{kind.lower()}") for kind, end in kinds]
    return [
        *pictures,
        ("ԱԱԾ 13.12.2020.jpg", picture("JPEG"), "image/jpeg"),
        ("scan.12.2020", picture("BMP"), "image/bmp"),
        ("letter.pdf", pdf(), "application/pdf"),
        ("letter.docx", zipped(*DOCX), WORD),
        ("list.xlsx", zipped(*XLSX), SHEET),
        ("list.csv", text.encode(), "text/csv"),
        ("letter.txt", "Дорогая мама, я жив.".encode("cp1251"), "text/plain"),
        ("letter", "Սիրելի մայրիկ".encode(), "text/plain"),
        ("page.html", b"<!doctype html><p>a page</p>", "text/html"),
        ("photos.zip", zipped(("a.jpg", picture("JPEG"))), "application/zip"),
        ("voice.ogg", b"OggS\0\2" + bytes(40), "audio/ogg"),
        ("voice.amr", b"#!AMR\n" + bytes(40), "audio/amr"),
        ("voice.wav", sound, "audio/wav"),
        ("film.mkv", b"\x1aE\xdf\xa3" + bytes(40), "video/x-matroska"),
        ("mail.eml", b"From: a@example.invalid\r\nSubject: x\r\n\r\nhello", "message/rfc822"),
    ]

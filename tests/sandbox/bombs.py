"""Files made to eat memory, time or secrets: none is larger than some hundred kilobytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image

SECRET = "PLANTED-SECRET-OF-THE-DISK"
HEIC = Path(__file__).with_name("planted.heic")


def chunk(kind: bytes, words: bytes) -> bytes:
    """Write a chunk of a PNG."""
    return len(words).to_bytes(4) + kind + words + zlib.crc32(kind + words).to_bytes(4)


def png(width: int, height: int, *more: bytes) -> bytes:
    """Write a PNG of one bit a pixel, all its rows there, packed a thousand to one."""
    rows = zlib.compress(bytes((width + 7) // 8 + 1) * height, 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def of_pixels(kind: str, width: int, height: int) -> bytes:
    """Write a small picture and make its head claim so many pixels."""
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((64, 64)).convert("RGB").save(kept, kind)
    content = bytearray(kept.getvalue())
    match kind:
        case "GIF":
            content[6:10] = struct.pack("<HH", width, height)
        case "JPEG":
            at = content.index(b"\xff\xc0") + 5
            content[at : at + 4] = struct.pack(">HH", height, width)
        case "BMP":
            content[18:26] = struct.pack("<ii", width, height)
        case "WEBP":
            at = content.index(b"\x9d\x01\x2a") + 3
            content[at : at + 4] = struct.pack("<HH", width & 0x3FFF, height & 0x3FFF)
    return bytes(content)


def tiff(width: int, height: int, *, looped: bool = False) -> bytes:
    """Write a TIFF that claims so many pixels, or whose directories follow each other for ever."""
    tags = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: height, 279: 64}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    after = 8 if looped else 0
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + struct.pack("<I", after)


def heic(width: int, height: int) -> bytes:
    """Make a photo of a phone claim so many pixels."""
    content = HEIC.read_bytes()
    at = content.index(b"ispe") + 8
    return content[:at] + struct.pack(">II", width, height) + content[at + 8 :]


def pictures() -> Iterator[tuple[str, bytes]]:
    """Give pictures of far too many pixels, and broken ones that never end."""
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(60_000_000), 9))
    profile = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(60_000_000), 9))
    yield "png 13000 x 13000", png(13_000, 13_000)
    yield "png 100000 x 100000", png(100_000, 100_000)[:4_000]
    yield "png text of 60 MB", png(8, 8, text)
    yield "png profile of 60 MB", png(8, 8, profile)
    yield "gif 65535 x 65535", of_pixels("GIF", 65_535, 65_535)
    yield "jpeg 65500 x 65500", of_pixels("JPEG", 65_500, 65_500)
    yield "bmp 40000 x 40000", of_pixels("BMP", 40_000, 40_000)
    yield "bmp of negative size", of_pixels("BMP", -2, -(2**31))
    yield "webp 16383 x 16383", of_pixels("WEBP", 16_383, 16_383)
    yield "tiff 100000 x 100000", tiff(100_000, 100_000)
    yield "tiff without end", tiff(60_000, 60_000, looped=True)
    yield "heic 60000 x 60000", heic(60_000, 60_000)


def pdf_of(page: dict[str, object], streams: tuple[bytes, ...] = ()) -> bytes:
    """Write a PDF with a page of these entries."""
    document, kept = pikepdf.new(), io.BytesIO()
    document.add_blank_page(page_size=(200, 200))
    for key, value in page.items():
        document.pages[0].obj[key] = value
    for content in streams:
        document.pages[0].obj["/Contents"] = pikepdf.Stream(document, content)
    document.save(kept)
    return kept.getvalue()


def documents() -> Iterator[tuple[str, bytes]]:
    """Give PDF files of endless pages, forms that hold themselves, and packed emptiness."""
    yield "pdf page of 10 km", pdf_of({"/MediaBox": pikepdf.Array([0, 0, 1_000_000_000, 1])})
    yield "pdf page of no size", pdf_of({"/MediaBox": pikepdf.Array([0, 0, 0, 0])})
    loops = pikepdf.new()
    loops.add_blank_page(page_size=(200, 200))
    form = pikepdf.Stream(loops, b"/X Do " * 50)
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = pikepdf.Array([0, 0, 9, 9])
    form = loops.make_indirect(form)
    form["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    loops.pages[0].obj["/Resources"] = form["/Resources"]
    loops.pages[0].obj["/Contents"] = pikepdf.Stream(loops, b"/X Do")
    kept = io.BytesIO()
    loops.save(kept)
    yield "pdf form inside itself", kept.getvalue()
    packed = zlib.compress(zlib.compress(bytes(400_000_000), 9), 9)
    many = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(packed)
    body = (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj"
    )
    yield "pdf packed 400 MB", body + many + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    yield (
        "pdf of nested arrays",
        b"%PDF-1.7\n1 0 obj " + b"[" * 200_000 + b"\ntrailer<</Root 1 0 R>>",
    )
    tree = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    tree += b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\n"
    yield "pdf tree that holds itself", tree + b"trailer<</Root 1 0 R>>\n%%EOF"


def films() -> Iterator[tuple[str, bytes]]:
    """Give films whose boxes hold themselves or never end."""
    start = (20).to_bytes(4) + b"ftypisom" + bytes(8)
    yield "mp4 of nested boxes", start + b"\0\0\0\0moov" * 100_000
    yield "mp4 of empty boxes", start + (8).to_bytes(4) + b"free" + (b"\0\0\0\x08free" * 200_000)


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """Write an archive."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in entries:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def lying(content: bytes, size: int, said: int) -> bytes:
    """Make an archive say less of a part than is in it."""
    true, false = size.to_bytes(4, "little"), said.to_bytes(4, "little")
    return content.replace(true, false)


#: The office formats that are opened: ending, part with the text, and what must stand around it.
OFFICE: dict[str, tuple[str, tuple[tuple[str, bytes], ...]]] = {
    "docx": ("word/document.xml", (("[Content_Types].xml", b"<Types/>"),)),
    "xlsx": ("xl/workbook.xml", (("[Content_Types].xml", b"<Types/>"),)),
    "odt": ("content.xml", (("mimetype", b"application/vnd.oasis.opendocument.text"),)),
    "ods": ("content.xml", (("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),)),
}


def office(kind: str, text: bytes, *more: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """Write an office file of that kind with this as its text."""
    part, around = OFFICE[kind]
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, content in around:
            archive.writestr(name, content)
        archive.writestr(part, text, zipfile.ZIP_DEFLATED)
        for extra, content in more:
            archive.writestr(extra, content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def archives() -> Iterator[tuple[str, bytes]]:
    """Give office files that unpack to too much, hold too many parts, or reach outside."""
    link = zipfile.ZipInfo("xl/link")
    link.external_attr = 0o120777 << 16
    huge = bytes(30_000_000)
    for kind in OFFICE:
        ending = "xml" if kind in {"docx", "xlsx"} else "bin"
        yield f"{kind} ratio", office(kind, b"<x/>", ("big.bin", huge))
        yield f"{kind} of spaces", office(kind, b"<x>" + b" " * 30_000_000 + b"</x>")
        yield (
            f"{kind} count",
            office(kind, b"<x/>", *((f"p{n}.{ending}", b"") for n in range(2100))),
        )
        yield f"{kind} nested", office(kind, b"<x/>", ("in.zip", zipped(("a", b"b"))))
        yield f"{kind} path", office(kind, b"<x/>", ("../../etc/passwd", b"x"))
        yield f"{kind} root path", office(kind, b"<x/>", ("/etc/passwd", b"x"))
        yield f"{kind} drive", office(kind, b"<x/>", ("C:\\x", b"x"))
        yield f"{kind} link", office(kind, b"<x/>", (link, b"/etc/passwd"))
        lie = lying(office(kind, b"<x/>", ("big.bin", bytes(700_001))), 700_001, 10)
        yield f"{kind} false size", lie


def xml_tricks(secret: Path) -> Iterator[tuple[str, bytes]]:
    """Give texts that grow, or that fetch a file of this computer, when their XML is believed."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    yield "billion laughs", f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><x>&a9;</x>'.encode()
    block = "ha" * 50_000
    quadratic = f'<!DOCTYPE x [<!ENTITY a "{block}">]><x>{"&a;" * 5_000}</x>'
    yield "quadratic", quadratic.encode()
    yield (
        "external entity",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><x>&e;</x>'.encode(),
    )
    yield "external type", f'<!DOCTYPE x SYSTEM "{secret.as_uri()}"><x>ha</x>'.encode()
    inner = f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]><x>ha</x>'
    yield "parameter entity", inner.encode()
    yield "in utf-16", inner.encode("utf-16")


#: Formats of XML that are never opened: the first words of each.
FOREIGN_XML = {
    "kml": "kml",
    "gpx": "gpx",
    "pfif": "pfif:pfif",
    "svg": "svg",
    "xml": "list",
}

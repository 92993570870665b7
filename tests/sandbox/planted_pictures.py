"""Pictures with everything in them that could betray a man, and an eye that finds it.

The eye walks segments, chunks and tags by hand and shares no code with the program (R-50).
"""

import io
import struct
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

MARK = b"PLANTED"
QUARTERS = ((200, 30, 30), (30, 160, 30), (30, 30, 200), (220, 220, 40))
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
HEIC = Path(__file__).with_name("planted.heic")


def upright(width: int = 64, height: int = 48) -> Image.Image:
    """Draw four quarters of four colours, so that every turn and mirroring shows."""
    picture = Image.new("RGB", (width, height))
    for at, colour in enumerate(QUARTERS):
        x, y = at % 2 * width // 2, at // 2 * height // 2
        picture.paste(colour, (x, y, x + width // 2, y + height // 2))
    return picture


def stored(orientation: int) -> Image.Image:
    """Store the upright picture as a camera held so would: by the table of the EXIF standard.

    Row 0 of what is stored is the named side of what is seen, and column 0 the other one.
    """
    seen = upright()
    width, height = seen.size
    row0, column0 = {
        1: ("top", "left"),
        2: ("top", "right"),
        3: ("bottom", "right"),
        4: ("bottom", "left"),
        5: ("left", "top"),
        6: ("right", "top"),
        7: ("right", "bottom"),
        8: ("left", "bottom"),
    }[orientation]
    lying = row0 in {"left", "right"}
    kept = Image.new("RGB", (height, width) if lying else (width, height))
    for y in range(kept.height):
        for x in range(kept.width):
            down, right = (x, y) if lying else (y, x)
            sides = {row0, column0}
            kept.putpixel(
                (x, y),
                _rgb(
                    seen,
                    width - 1 - right if "right" in sides else right,
                    height - 1 - down if "bottom" in sides else down,
                ),
            )
    return kept


def _rgb(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    pixel = picture.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return pixel


def planted(kind: str, orientation: int = 1) -> bytes:
    """Write a picture with EXIF, GPS, maker note, thumbnail, XMP, IPTC, ICC, comments and C2PA."""
    exif = Image.Exif()
    exif[0x010F] = "PLANTED maker"
    exif[0x0112] = orientation
    camera = exif.get_ifd(0x8769)
    camera[0x9003] = "2020:12:13 08:30:00"
    camera[0x927C] = MARK + b" maker note"
    camera[0xA431] = "PLANTED serial"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (39.0, 40.0, 0.0), "E", (46.0, 40.0, 0.0)
    picture, kept = stored(orientation), io.BytesIO()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>PLANTED xmp</x:xmpmeta>"
    profile = swapped_profile(swap=False)
    match kind:
        case "JPEG":
            picture.save(kept, kind, exif=exif, icc_profile=profile, comment=MARK, quality=95)
            return _into_jpeg(kept.getvalue(), xmp)
        case "PNG":
            picture.save(kept, kind, exif=exif, icc_profile=profile)
            return _into_png(kept.getvalue(), xmp)
        case "WEBP":
            picture.save(kept, kind, exif=exif, icc_profile=profile, xmp=xmp, lossless=True)
            c2pa = _riff(b"C2PA", MARK + b" c2pa jumbf")
            content = kept.getvalue() + c2pa
            return content[:4] + (len(content) - 8).to_bytes(4, "little") + content[8:]
        case _:
            tags = {700: xmp, 33723: MARK + b" iptc", 34377: MARK + b" 8bim", 52545: MARK}
            more = ImageFileDirectory_v2()
            for tag, words in {**dict(exif), **tags, 34665: camera, 34853: place}.items():
                more[tag] = words
            picture.save(kept, "TIFF", tiffinfo=more, icc_profile=profile)
            return kept.getvalue()


def _into_jpeg(content: bytes, xmp: bytes) -> bytes:
    def segment(number: int, words: bytes) -> bytes:
        return bytes((0xFF, number)) + (len(words) + 2).to_bytes(2) + words

    small = io.BytesIO()
    upright(16, 12).save(small, "JPEG", comment=MARK)
    iptc = b"\x1c\x02\x69" + (7).to_bytes(2) + MARK
    more = (
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp)
        + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(iptc).to_bytes(4) + iptc)
        + segment(0xEB, b"JP\0\1\0\0\0\1" + (40).to_bytes(4) + b"jumbc2pa" + MARK)
        + segment(0xE1, b"Exif\0\0" + _thumbnail_directory(small.getvalue()))
    )
    first = content.index(b"\xff\xdb")
    return content[:first] + more + content[first:] + MARK + b" behind the end"


def _thumbnail_directory(small: bytes) -> bytes:
    """Write a TIFF whose second directory holds a little JPEG, as cameras do."""
    entries = struct.pack("<HHIIHHII", 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small))
    second = struct.pack("<H", 2) + entries + bytes(4)
    return b"II*\0" + struct.pack("<IHI", 8, 0, 14) + second + small


def _into_png(content: bytes, xmp: bytes) -> bytes:
    from zlib import crc32

    def chunk(kind: bytes, words: bytes) -> bytes:
        return len(words).to_bytes(4) + kind + words + crc32(kind + words).to_bytes(4)

    more = (
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp)
        + chunk(b"tEXt", b"Raw profile type iptc\0" + MARK)
        + chunk(b"tEXt", b"Comment\0" + MARK)
        + chunk(b"caBX", MARK + b" jumbf c2pa")
    )
    end = content.index(b"IEND") - 4
    return content[:end] + more + content[end:]


def _riff(kind: bytes, words: bytes) -> bytes:
    return kind + len(words).to_bytes(4, "little") + words + b"\0" * (len(words) % 2)


def swapped_profile(*, swap: bool) -> bytes:
    """Build a colour profile by hand; with `swap` its red is green and its green is red."""

    def s15(value: float) -> bytes:
        return round(value * 65536).to_bytes(4, signed=True)

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(s15, values))

    red, green, blue = (
        (0.4361, 0.2225, 0.0139),
        (0.3851, 0.7169, 0.0971),
        (0.1431, 0.0606, 0.7141),
    )
    if swap:
        red, green = green, red
    curve = b"curv\0\0\0\0" + (1).to_bytes(4) + (563).to_bytes(2) + b"\0\0"
    name = MARK + b" profile serial\0"
    told = b"desc\0\0\0\0" + len(name).to_bytes(4) + name + bytes(78)
    tags = {
        b"desc": told + bytes(-len(told) % 4),
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(*red),
        b"gXYZ": xyz(*green),
        b"bXYZ": xyz(*blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
        b"cprt": b"text\0\0\0\0" + MARK + b"\0",
    }
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for tag, words in tags.items():
        table += tag + (at + len(body)).to_bytes(4) + len(words).to_bytes(4)
        body += words
    body = len(tags).to_bytes(4) + table + body
    head = (128 + len(body)).to_bytes(4) + bytes(4) + bytes.fromhex("02400000") + b"mntrRGB XYZ "
    head += struct.pack(">6H", 2020, 12, 13, 0, 0, 0) + b"acsp" + bytes(28)
    head += s15(0.9642) + s15(1.0) + s15(0.8249)
    return head.ljust(128, b"\0") + body


# --- the eye


def tags_in(content: bytes) -> list[str]:
    """Name everything in a picture that is not needed to show its pixels."""
    if content.startswith(b"\xff\xd8"):
        return list(_jpeg_tags(content))
    if content.startswith(b"\x89PNG"):
        return list(_png_tags(content))
    if content.startswith(b"RIFF"):
        return list(_riff_tags(content))
    return list(_tiff_tags(content))


def _jpeg_tags(content: bytes) -> Iterator[str]:
    at = 2
    while content[at + 1] != 0xDA:
        number, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        words = content[at + 4 : at + 2 + size]
        plain_jfif = number == 0xE0 and words[:5] == b"JFIF\0" and words[12:] == b"\0\0"
        if (0xE0 <= number <= 0xEF and not plain_jfif) or number == 0xFE:
            yield f"segment {number:02X} {words[:8]!r}"
        at += 2 + size
    if content[content.rindex(b"\xff\xd9") + 2 :]:
        yield "more behind the end"


def _png_tags(content: bytes) -> Iterator[str]:
    at = 8
    while at < len(content):
        kind = content[at + 4 : at + 8]
        if kind not in {b"IHDR", b"PLTE", b"IDAT", b"IEND"}:
            yield f"chunk {kind!r}"
        at += 12 + int.from_bytes(content[at : at + 4])


def _riff_tags(content: bytes) -> Iterator[str]:
    at = 12
    while at + 8 <= len(content):
        kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if kind not in {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}:
            yield f"chunk {kind!r}"
        at += 8 + size + size % 2


def _tiff_tags(content: bytes) -> Iterator[str]:
    order = "<" if content[:2] == b"II" else ">"
    at = struct.unpack_from(order + "I", content, 4)[0]
    count = struct.unpack_from(order + "H", content, at)[0]
    needed = {*range(254, 260), 262, 273, *range(277, 285), 296, 317, 338, 339}
    for entry in range(count):
        tag = struct.unpack_from(order + "H", content, at + 2 + 12 * entry)[0]
        if tag not in needed:
            yield f"tag {tag}"

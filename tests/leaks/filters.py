"""Undoes every filter a stream may wear, keeping what shows after each of them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

from tests.leaks.syntax import Dictionary, Name, Unreadable, Value, from_hex

PICTURES = frozenset({"DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"})


def undone(entries: Dictionary, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (filter, bytes) after each filter of a stream, the last one fully undone.

    Formats of pictures are the end of the chain: their bytes are looked into as they are.
    Raises Unreadable for a filter that is not known or data that it does not fit.
    """
    names = _listed(entries.get("Filter", entries.get("F")))
    parameters = _listed(entries.get("DecodeParms", entries.get("DP")))
    content = raw
    for place, name in enumerate(names):
        if not isinstance(name, Name):
            raise Unreadable(f"filter {name!r}")
        if name in PICTURES:
            yield name, content
            return
        if name not in UNDO:
            raise Unreadable(f"filter {name}")
        asked = parameters[place] if place < len(parameters) else None
        content = UNDO[name](content, asked if isinstance(asked, dict) else {})
        yield name, content
    if not names:
        yield "no filter", content


def _listed(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _number(entries: Dictionary, key: str, otherwise: int) -> int:
    value = entries.get(key)
    return int(value) if isinstance(value, float) else otherwise


def flate(content: bytes, asked: Dictionary) -> bytes:
    """Inflate as far as the data goes; what stands behind its end is kept, too."""
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(content) + machine.flush()
    except zlib.error as error:
        raise Unreadable(f"FlateDecode: {error}") from error
    return predicted(plain, asked) + machine.unused_data.strip(b"\r\n")


def lzw(content: bytes, asked: Dictionary) -> bytes:
    """Undo LZW: nine to twelve bits a code, most significant bit first."""
    early = _number(asked, "EarlyChange", 1)
    table: list[bytes] = []
    out = bytearray()
    width, held, bits = 9, 0, 0
    before = b""
    for byte in content:
        held, bits = (held << 8) | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits
        held &= (1 << bits) - 1
        if code == 257:
            break
        if code == 256:
            table, width, before = [bytes((n,)) for n in range(256)] + [b"", b""], 9, b""
            continue
        if code > len(table) or (code == len(table) and not before):
            raise Unreadable("LZWDecode: a code that was never made")
        entry = table[code] if code < len(table) else before + before[:1]
        out += entry
        if before:
            table.append(before + entry[:1])
        before = entry
        width = min(12, max(9, (len(table) + early).bit_length()))
    return predicted(bytes(out), asked)


def predicted(content: bytes, asked: Dictionary) -> bytes:
    """Undo the predictor of PNG (10 to 15) or TIFF (2), if one was used."""
    predictor = _number(asked, "Predictor", 1)
    if predictor == 1:
        return content
    colours, depth = _number(asked, "Colors", 1), _number(asked, "BitsPerComponent", 8)
    wide = (_number(asked, "Columns", 1) * colours * depth + 7) // 8
    step = max(1, colours * depth // 8)
    if predictor == 2:
        if depth != 8:
            raise Unreadable(f"TIFF predictor of {depth} bits")
        return _tiff(content, wide, step)
    return _png(content, wide, step)


def _tiff(content: bytes, wide: int, step: int) -> bytes:
    out = bytearray(content)
    for start in range(0, len(out), wide):
        for at in range(start + step, min(start + wide, len(out))):
            out[at] = (out[at] + out[at - step]) & 255
    return bytes(out)


def _png(content: bytes, wide: int, step: int) -> bytes:
    out = bytearray()
    above = bytes(wide)
    for start in range(0, len(content), wide + 1):
        kind, row = content[start], bytearray(content[start + 1 : start + 1 + wide])
        for at in range(len(row)):
            left = row[at - step] if at >= step else 0
            up, corner = above[at], above[at - step] if at >= step else 0
            row[at] = (row[at] + _guess(kind, left, up, corner)) & 255
        out += row
        above = bytes(row).ljust(wide, b"\0")
    return bytes(out)


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    match kind:
        case 0:
            return 0
        case 1:
            return left
        case 2:
            return up
        case 3:
            return (left + up) // 2
        case 4:
            aim = left + up - corner
            return min((left, up, corner), key=lambda near: abs(aim - near))
        case _:
            raise Unreadable(f"PNG predictor {kind}")


def ascii85(content: bytes, _asked: Dictionary) -> bytes:
    """Undo base 85 as PDF writes it: `z` for four zeros, `~>` at the end."""
    text = re.sub(rb"[\0\t\n\f\r ]", b"", content).removeprefix(b"<~")
    text = text.partition(b"~")[0]
    out = bytearray()
    group: list[int] = []
    for char in text:
        if char == 0x7A and not group:
            out += bytes(4)
            continue
        if not 0x21 <= char <= 0x75:
            raise Unreadable("ASCII85Decode: a strange character")
        group.append(char - 0x21)
        if len(group) == 5:
            out += _four(group)
            group = []
    if group:
        out += _four([*group, *[84] * (5 - len(group))])[: len(group) - 1]
    return bytes(out)


def _four(group: list[int]) -> bytes:
    total = 0
    for digit in group:
        total = total * 85 + digit
    return (total & 0xFFFFFFFF).to_bytes(4)


def ascii_hex(content: bytes, _asked: Dictionary) -> bytes:
    """Undo hexadecimal digits up to >."""
    return from_hex(content.partition(b">")[0])


def run_length(content: bytes, _asked: Dictionary) -> bytes:
    """Undo runs: up to 127 counts what follows, from 129 on the next byte is repeated."""
    out, at = bytearray(), 0
    while at < len(content) and content[at] != 128:
        length = content[at]
        if length < 128:
            out += content[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            out += content[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(out)


def _as_it_is(content: bytes, asked: Dictionary) -> bytes:
    if asked.get("Name", Name("Identity")) != "Identity":
        raise Unreadable("Crypt: the file is encrypted")
    return content


UNDO: dict[str, Callable[[bytes, Dictionary], bytes]] = {
    "FlateDecode": flate,
    "Fl": flate,
    "LZWDecode": lzw,
    "LZW": lzw,
    "ASCII85Decode": ascii85,
    "A85": ascii85,
    "ASCIIHexDecode": ascii_hex,
    "AHx": ascii_hex,
    "RunLengthDecode": run_length,
    "RL": run_length,
    "Crypt": _as_it_is,
}

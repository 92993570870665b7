"""Says which rules of PDF/A-2b the fonts of a file break: embedded, as wide as said, no box."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Object, Stream

_TAG = re.compile(r"/[A-Z]{6}\+")
_SYMBOLIC = 4
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_MAPPED = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]+)>$", re.MULTILINE)


def font_faults(fonts: Sequence[Object]) -> Iterator[str]:
    """Yield what is wrong with the fonts of a file."""
    for name, count in Counter(str(font.get("/BaseFont", "")) for font in fonts).items():
        if count > 1:
            yield f"two fonts are called {name}"
    for font in fonts:
        yield from _font(font)


def _font(font: Object) -> Iterator[str]:
    name = str(font.get("/BaseFont", ""))
    if font.get("/Subtype") != "/TrueType":
        yield f"a font of another kind ({name})"
    descriptor = font.get("/FontDescriptor", Dictionary())
    if not any(key in descriptor for key in _EMBEDDED):
        yield f"the font {name} is not embedded"
        return
    if not _TAG.match(name) or str(descriptor.get("/FontName")) != name:
        yield f"the font {name} is not named as a part of one"
    if int(descriptor.Flags) & _SYMBOLIC and "/Encoding" in font:
        yield f"the font {name} has two encodings"
    if "/ToUnicode" not in font:
        yield f"the letters of {name} cannot be read back"
    elif _read_as(font) & {0, 0xFEFF, 0xFFFE}:
        yield f"a letter of {name} is read back as none"
    program = program_of(font)
    if program is None:
        yield f"the font {name} cannot be read"
        return
    if len(program["cmap"].tables) != 1:
        yield f"the font {name} has not one table of characters"
    head: bytes = program.reader["head"]  # by hand: fontTools warns of its date, which is none
    first, scale = int(font.FirstChar), 1000 / int.from_bytes(head[18:20])
    for code, width in enumerate(font.Widths, first):
        glyph = glyph_of(program, code)
        if glyph is not None and abs(program["hmtx"][glyph][0] * scale - float(width)) > 1:
            yield f"a letter of {name} is not as wide as it says"


def _read_as(font: Object) -> set[int]:
    """Return what the codes above 0 are read back as."""
    pairs = _MAPPED.findall(font.ToUnicode.read_bytes())
    return {int(letter, 16) for code, letter in pairs if int(code, 16)}


def program_of(font: Object) -> Any:  # fontTools' TTFont, untyped
    """Return the font program, or None where it cannot be read."""
    stream = font.FontDescriptor.get("/FontFile2")
    if not isinstance(stream, Stream):
        return None
    try:
        program = TTFont(io.BytesIO(stream.read_bytes()), lazy=True)
        program["cmap"], program["hmtx"]
    except Exception:  # noqa: BLE001  # whatever it is, it cannot be read
        return None
    return program


def glyph_of(program: Any, code: int) -> str | None:  # as above
    """Return the glyph of a code, or None where the table of characters has none."""
    name: str | None = program["cmap"].tables[0].cmap.get(code)
    return name


def glyph_faults(page: pikepdf.Page) -> Iterator[str]:
    """Yield it where a page shows the box that stands for a letter which is not there."""
    shown: dict[str, set[int]] = {}
    font = ""
    for one in pikepdf.parse_content_stream(page.obj):
        operator = str(one.operator)
        if operator == "Tf":
            font = str(one.operands[0])
        elif operator in {"Tj", "'", '"', "TJ"}:
            said = one.operands[-1]
            parts = list(said) if operator == "TJ" else [said]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    shown.setdefault(font, set()).update(bytes(part))
    fonts = page.resources.get("/Font", Dictionary())
    for name, codes in shown.items():
        if name not in fonts:
            yield f"a font {name} that is not there"
            continue
        if "/FontFile2" not in fonts[name].get("/FontDescriptor", Dictionary()):
            continue
        program = program_of(fonts[name])
        if program is None:
            continue
        glyphs = {glyph_of(program, code) for code in codes}
        if glyphs & {None, ".notdef"}:
            yield "a box instead of a letter"

"""Turns the codes of a font back into letters: by its ToUnicode map, its encoding, its glyphs."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fontTools import agl
from fontTools.ttLib import TTFont, TTLibError

from tests.leaks.filters import undone
from tests.leaks.pdf_file import PdfFile
from tests.leaks.syntax import Dictionary, Name, Operator, Parser, Stream, Unreadable, Value

_TABLES = {"MacRomanEncoding": "mac_roman", "MacExpertEncoding": "mac_roman"}


@dataclass(slots=True)
class CharacterMap:
    """What a ToUnicode map says: how many bytes a code has, and the letters of each."""

    letters: dict[bytes, str] = field(default_factory=dict)
    lengths: set[int] = field(default_factory=set)

    @property
    def told(self) -> str:
        """Return all letters in the order of their codes: the trace of what was ever encoded."""
        return "".join(self.letters[code] for code in sorted(self.letters))


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font as a reader needs it."""

    letters: Mapping[bytes, str]
    lengths: tuple[int, ...]
    otherwise: str = ""  # the codec for codes that the map does not name

    def read(self, codes: bytes) -> str:
        """Return the letters of a string that is shown in this font."""
        if self.lengths == (1,):
            return "".join([self._one(codes[at : at + 1]) for at in range(len(codes))])
        out: list[str] = []
        at = 0
        while at < len(codes):
            length = next(
                (n for n in self.lengths if codes[at : at + n] in self.letters), self.lengths[0]
            )
            out.append(self._one(codes[at : at + length]))
            at += length
        return "".join(out)

    def _one(self, code: bytes) -> str:
        letters = self.letters.get(code)
        if letters is None:
            return code.decode(self.otherwise, "replace") if self.otherwise else "\ufffd"
        return letters


def plain_of(stream: Stream) -> bytes:
    """Return the bytes of a stream after all its filters."""
    return [content for _, content in undone(stream.entries, stream.raw)][-1]


def typeface(file: PdfFile, font: Dictionary) -> Typeface:
    """Make a font readable; raises Unreadable where nothing says what its codes mean."""
    composite = font.get("Subtype") == "Type0"
    told = file.of(font.get("ToUnicode"))
    if isinstance(told, Stream):
        found = character_map(plain_of(told))
        lengths = tuple(sorted(found.lengths, reverse=True)) or ((2,) if composite else (1,))
        return Typeface(found.letters, lengths, "" if composite else "cp1252")
    if composite:
        return _by_glyphs(file, font)
    return _by_encoding(file, font)


@lru_cache(maxsize=64)
def character_map(content: bytes) -> CharacterMap:
    """Read a ToUnicode map: code space, single codes and ranges."""
    found = CharacterMap()
    held: list[Value] = []
    for token in Parser(content).tokens():
        if not isinstance(token, Operator):
            held.append(token)
            continue
        match token:
            case "endcodespacerange":
                found.lengths |= {len(code) for code in held if isinstance(code, bytes)}
            case "endbfchar":
                _single(found, held)
            case "endbfrange":
                _ranges(found, held)
            case _:
                pass
        held = []
    return found


def _single(found: CharacterMap, held: list[Value]) -> None:
    for code, letters in zip(held[::2], held[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(letters, bytes):
            found.letters[code] = _wide(letters)


def _ranges(found: CharacterMap, held: list[Value]) -> None:
    for first, last, to in zip(held[::3], held[1::3], held[2::3], strict=False):
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            continue
        start, end = int.from_bytes(first), int.from_bytes(last)
        for place, code in enumerate(range(start, min(end, start + 0xFFFF) + 1)):
            key = code.to_bytes(len(first))
            if isinstance(to, list) and place < len(to):
                letters = to[place]
                found.letters[key] = _wide(letters) if isinstance(letters, bytes) else ""
            elif isinstance(to, bytes):
                found.letters[key] = _wide(
                    (int.from_bytes(to) + place).to_bytes(len(to) + 1)[-len(to) :] if to else b""
                )


def _wide(letters: bytes) -> str:
    if len(letters) == 1:
        return letters.decode("latin-1")
    return letters.decode("utf-16-be", "replace")


def _by_glyphs(file: PdfFile, font: Dictionary) -> Typeface:
    """Read a font without a map by the table of the typeface that is embedded."""
    below = file.list_of(font.get("DescendantFonts"))
    descriptor = file.entries_of(file.entries_of(below[0] if below else None).get("FontDescriptor"))
    program = file.of(descriptor.get("FontFile2") or descriptor.get("FontFile3"))
    if not isinstance(program, Stream):
        raise Unreadable("a font that says nowhere what its codes mean")
    try:
        face = TTFont(io.BytesIO(plain_of(program)))
        names = {face.getGlyphID(glyph): chr(code) for code, glyph in face.getBestCmap().items()}
    except (TTLibError, KeyError, AttributeError, TypeError) as error:
        raise Unreadable("a font that says nowhere what its codes mean") from error
    return Typeface({glyph.to_bytes(2): letter for glyph, letter in names.items()}, (2,))


def _by_encoding(file: PdfFile, font: Dictionary) -> Typeface:
    """Read a simple font by its encoding and the names of glyphs that differ from it."""
    encoding = file.of(font.get("Encoding"))
    base = encoding if isinstance(encoding, Name) else None
    letters: dict[bytes, str] = {}
    if isinstance(encoding, dict):
        named = encoding.get("BaseEncoding")
        base = named if isinstance(named, Name) else None
        code = 0
        for item in file.list_of(encoding.get("Differences")):
            if isinstance(item, float):
                code = int(item)
            elif isinstance(item, Name):
                letters[bytes((code & 255,))] = agl.toUnicode(item)
                code += 1
    return Typeface(letters, (1,), _TABLES.get(base or "", "cp1252"))

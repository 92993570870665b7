"""Reads the objects of a PDF by hand; shares no code with reportlab, pikepdf or this program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Name(str):
    """A name: /Font without its slash."""

    __slots__ = ()


class Operator(str):
    """A bare word: an operator of a content stream, or `obj`, `stream`, `trailer`."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an object by its number."""

    number: int
    generation: int


type Value = bool | float | bytes | Name | Operator | Ref | list[Value] | Dictionary | None
type Dictionary = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Stream:
    """A dictionary with the bytes that follow it, as they stand in the file."""

    entries: Dictionary
    raw: bytes


class Unreadable(Exception):
    """A part of the file could not be read, so nothing can be said about what is in it."""


TOKEN = re.compile(
    rb"""(?P<skip>(?:[\0\t\n\f\r ]+|%[^\r\n]*)+)
    |(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>\[\]{}/%]|$))
    |(?P<open><<)|(?P<close>>>)|(?P<begin>\[)|(?P<end>\])
    |(?P<string>\((?:[^()\\]|\\[\s\S])*\))|(?P<nested>\()
    |(?P<hex><[0-9A-Fa-f\0\t\n\f\r ]*>)
    |(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)
    |(?P<brace>[{}])
    |(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))|\r\n?")
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CONSTANTS: dict[bytes, Value] = {b"true": True, b"false": False, b"null": None}


def unescaped(inside: bytes) -> bytes:
    """Return what a literal string says: octal, escapes and broken lines undone."""
    if b"\\" not in inside and b"\r" not in inside:
        return inside

    def undo(found: re.Match[bytes]) -> bytes:
        octal, char = found.groups()
        if octal is not None:
            return bytes((int(octal, 8) & 255,))
        if char is None:
            return b"\n"  # a bare line end within a string
        return b"" if char in {b"\r\n", b"\r", b"\n"} else _PLAIN.get(char, char)

    return _ESCAPE.sub(undo, inside)


def from_hex(inside: bytes) -> bytes:
    """Return what hexadecimal digits say; an odd last one counts as followed by 0."""
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", inside)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


class Parser:
    """Reads values one after another from `at` on."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content = content
        self.at = at

    def tokens(self) -> Iterator[Value]:
        """Yield every value and operator up to the end; dictionaries and lists whole."""
        while True:
            value = self.next()
            if isinstance(value, _End):
                return
            if not isinstance(value, _Closing):
                yield value

    def next(self) -> Value | _End | _Closing:
        """Read the next value; `_END` where nothing is left."""
        while self.at < len(self.content):
            found = TOKEN.match(self.content, self.at)
            if found is None:  # a lone > or ) of a broken file
                self.at += 1
                continue
            self.at = found.end()
            kind = found.lastgroup
            if kind != "skip":
                return self._value(kind or "", found.group())
        return _END

    def _value(self, kind: str, text: bytes) -> Value | _Closing:  # noqa: PLR0911  # one a kind
        match kind:
            case "number":
                return float(text)
            case "string":
                return unescaped(text[1:-1])
            case "nested":
                return self._nested()
            case "hex":
                return from_hex(text)
            case "name":
                return _name(text)
            case "open":
                return self._dictionary()
            case "begin":
                return self._list("]")
            case "close" | "end":
                return _Closing(">>" if kind == "close" else "]")
            case _:
                return _CONSTANTS.get(text, Operator(text.decode("latin-1")))

    def _nested(self) -> bytes:
        """Read a string with brackets in it, whose first one is already read."""
        start, depth = self.at, 1
        while depth and self.at < len(self.content):
            char = self.content[self.at]
            if char == 0x5C:
                self.at += 1
            depth += (char == 0x28) - (char == 0x29)
            self.at += 1
        return unescaped(self.content[start : self.at - (depth == 0)])

    def _list(self, closing: str) -> list[Value]:
        items: list[Value] = []
        while True:
            value = self.next()
            if isinstance(value, _End) or (isinstance(value, _Closing) and value.sign == closing):
                return items
            if isinstance(value, _Closing):
                continue
            if value == "R" and isinstance(value, Operator) and _is_reference(items):
                generation, number = items.pop(), items.pop()
                assert isinstance(number, float)
                assert isinstance(generation, float)
                items.append(Ref(int(number), int(generation)))
            else:
                items.append(value)

    def _dictionary(self) -> Dictionary:
        items = self._list(">>")
        keys, values = items[::2], items[1::2]
        return {str(key): value for key, value in zip(keys, values, strict=False)}


def _is_reference(items: list[Value]) -> bool:
    return len(items) >= 2 and all(type(item) is float for item in items[-2:])


def _name(text: bytes) -> Name:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes((int(m[1], 16),)), text[1:])
    return Name(plain.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class _Closing:
    sign: str


class _End:
    pass


_END = _End()

"""Finds every object of a PDF, those of older versions and of no table included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.leaks.filters import undone
from tests.leaks.syntax import (
    Dictionary,
    Name,
    Operator,
    Parser,
    Ref,
    Stream,
    Unreadable,
    Value,
)

_OBJECT = re.compile(rb"(?<!\d)(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+obj(?![A-Za-z])")
_TRAILER = re.compile(rb"trailer[\0\t\n\f\r ]*(?=<<)")
_STREAM_BEGINS = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*stream(?:\r\n|\n|\r)")
_STREAM_ENDS = re.compile(rb"\r?\n?endstream")


@dataclass(frozen=True, slots=True)
class Found:
    """An object: its number, and the value or stream that stands there."""

    number: int
    value: Value | Stream

    @property
    def entries(self) -> Dictionary:
        """Return the dictionary of the object, empty where it has none."""
        if isinstance(self.value, Stream):
            return self.value.entries
        return self.value if isinstance(self.value, dict) else {}


@dataclass(slots=True)
class PdfFile:
    """All objects of a file in the order in which they stand; a number may come twice.

    The cross-reference table is not believed: what no table leads to is in the file all the same.
    """

    content: bytes
    found: list[Found] = field(default_factory=list)
    trailers: list[Dictionary] = field(default_factory=list)
    _latest: dict[int, Value | Stream] = field(default_factory=dict)

    @classmethod
    def read(cls, content: bytes) -> PdfFile:
        """Read a file; raises Unreadable for what is no PDF or is encrypted."""
        file = cls(content)
        if b"%PDF-" not in content[:1024]:
            raise Unreadable("this is no PDF")
        file._walk()
        if any("Encrypt" in entries for entries in file._heads()):
            raise Unreadable("the file is encrypted")
        for one in list(file.found):
            if one.entries.get("Type") == "ObjStm" and isinstance(one.value, Stream):
                file._unpack(one.value)
        return file

    def of(self, value: Value | Stream) -> Value | Stream:
        """Follow a reference to what it leads to, in the last version of it."""
        for _ in range(20):
            if not isinstance(value, Ref):
                return value
            value = self._latest.get(value.number)
        return None

    def entries_of(self, value: Value | Stream) -> Dictionary:
        """Follow a reference and return the dictionary there, empty if there is none."""
        there = self.of(value)
        if isinstance(there, Stream):
            return there.entries
        return there if isinstance(there, dict) else {}

    def list_of(self, value: Value | Stream) -> list[Value]:
        """Follow a reference and return the list there; one value is a list of one."""
        there = self.of(value)
        if isinstance(there, list):
            return there
        return [value] if value is not None and not isinstance(value, Stream) else []

    def streams(self) -> Iterator[tuple[int, Stream]]:
        """Yield every stream with the number of its object."""
        for one in self.found:
            if isinstance(one.value, Stream):
                yield one.number, one.value

    def _heads(self) -> Iterator[Dictionary]:
        yield from self.trailers
        for _, stream in self.streams():
            if stream.entries.get("Type") == "XRef":
                yield stream.entries

    def _walk(self) -> None:
        at = 0
        while (begin := _OBJECT.search(self.content, at)) is not None:
            self._trailers_between(at, begin.start())
            parser = Parser(self.content, begin.end())
            value = _whole(parser)
            at = parser.at
            if isinstance(value, dict):
                opening = _STREAM_BEGINS.match(self.content, at)
                if opening is not None:
                    raw = self._raw(value, opening.end())
                    at = opening.end() + len(raw)
                    self._add(int(begin[1]), Stream(value, raw))
                    continue
            self._add(int(begin[1]), value)
        self._trailers_between(at, len(self.content))

    def _add(self, number: int, value: Value | Stream) -> None:
        self.found.append(Found(number, value))
        self._latest[number] = value

    def _trailers_between(self, start: int, end: int) -> None:
        for found in _TRAILER.finditer(self.content, start, end):
            value = Parser(self.content, found.end()).next()
            if isinstance(value, dict):
                self.trailers.append(value)

    def _raw(self, entries: Dictionary, start: int) -> bytes:
        """Return a stream's bytes: by its length where that is true, else up to `endstream`."""
        length = entries.get("Length")
        if isinstance(length, Ref):
            there = re.search(
                rb"(?<!\d)%d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj[\0\t\n\f\r ]+(\d+)" % length.number,
                self.content,
            )
            length = float(there[1]) if there else None
        if isinstance(length, float):
            end = start + int(length)
            if _STREAM_ENDS.match(self.content, end) or not _STREAM_ENDS.search(
                self.content, start
            ):
                return self.content[start:end]
        ending = _STREAM_ENDS.search(self.content, start)
        if ending is None:
            raise Unreadable("a stream without an end")
        return self.content[start : ending.start()]

    def _unpack(self, stream: Stream) -> None:
        """Take the objects out of an object stream."""
        plain = [content for _, content in undone(stream.entries, stream.raw)][-1]
        first, count = stream.entries.get("First"), stream.entries.get("N")
        if not isinstance(first, float) or not isinstance(count, float):
            raise Unreadable("an object stream without N and First")
        numbers = [n for n in Parser(plain[: int(first)]).tokens() if isinstance(n, float)]
        for place in range(min(int(count), len(numbers) // 2)):
            parser = Parser(plain, int(first) + int(numbers[2 * place + 1]))
            self._add(int(numbers[2 * place]), _whole(parser))


def _whole(parser: Parser) -> Value:
    """Read the value of an object, a reference `6 0 R` included."""
    value = parser.next()
    at = parser.at
    if isinstance(value, float):
        generation, word = parser.next(), parser.next()
        if isinstance(generation, float) and word == "R":
            return Ref(int(value), int(generation))
        parser.at = at
    if isinstance(value, None | bool | float | bytes | Name | Operator | list | dict):
        return value
    return None


def strings_of(value: Value | Stream) -> Iterator[bytes]:
    """Yield every string and name in a value, however deep, keys included."""
    if isinstance(value, Stream):
        value = value.entries
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, Name | Operator):
        yield value.encode()
    elif isinstance(value, list) and not isinstance(value, Ref):
        for item in value:
            yield from strings_of(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key.encode()
            yield from strings_of(item)

"""Packs a `Document` for another process of ours and makes it again: plain JSON, no code in it.

Nothing comes out of it but a document and the parts that one is made of, whatever goes in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from types import NoneType
from typing import Any, TypeAliasType, get_args, get_origin, get_type_hints

from app.reports import document as parts_of_papers
from app.reports.document import Document
from app.sandbox.protocol import Message

_PART, _MOMENT, _DAY, _BYTES = "\0part", "\0moment", "\0day", "\0bytes"


def packed(document: Document) -> Message:
    """Pack a document; raises TypeError where it holds what no document holds."""
    pixels = bytearray()
    text = json.dumps(document, default=partial(_pack, pixels), ensure_ascii=False)
    return Message({"document": text}, (bytes(pixels),))


def unpacked(message: Message) -> Document:
    """Make the document again; raises TypeError where there is none in it."""
    made = json.loads(str(message.head["document"]), object_hook=partial(_unpack, message.blobs[0]))
    if not isinstance(made, Document):
        raise TypeError(type(made).__name__)
    return made


def _pack(pixels: bytearray, part: object) -> dict[str, Any]:  # Any: JSON
    known = _parts().get(type(part).__name__)
    if known is not None:
        return {_PART: type(part).__name__, "": known.read(part)}
    if isinstance(part, datetime):
        return {_MOMENT: part.isoformat()}
    if isinstance(part, date):
        return {_DAY: part.isoformat()}
    if isinstance(part, bytes):
        pixels += part
        return {_BYTES: (len(pixels) - len(part), len(pixels))}
    raise TypeError(type(part).__name__)


def _unpack(pixels: bytes, read: dict[str, Any]) -> object:  # Any: JSON
    if _PART in read:
        return _parts()[read[_PART]].make(read[""])
    if _MOMENT in read:
        return datetime.fromisoformat(read[_MOMENT])
    if _DAY in read:
        return date.fromisoformat(read[_DAY])
    if _BYTES in read:
        start, end = read[_BYTES]
        return pixels[start:end]
    return {key: _still(value) for key, value in read.items()}


def _still(value: object) -> object:
    """Make tuples of lists: whatever stands in a document stands still."""
    return tuple(map(_still, value)) if isinstance(value, list) else value


class _Part:
    """How one kind of part is taken to pieces and put together."""

    def __init__(self, kind: type[Any]) -> None:  # Any: every dataclass
        names = [field.name for field in fields(kind)]
        hints = _hints(kind)
        self._kind = kind
        self._one = attrgetter(*names) if names else None
        self._single = len(names) == 1
        self._words = [
            (place, _named(hints[name])) for place, name in enumerate(names) if _named(hints[name])
        ]

    def read(self, part: object) -> tuple[object, ...]:
        """Give the values of its fields, in their order."""
        if self._one is None:
            return ()
        values = self._one(part)
        return (values,) if self._single else values

    def make(self, values: list[object]) -> object:
        """Make it of such values."""
        for place, named in self._words:
            if named is not None and values[place] is not None:
                values[place] = named(values[place])
        return self._kind(*map(_still, values))


def _named(hint: object) -> Callable[[object], object] | None:
    """Give the closed list whose word a field holds, if it does: JSON keeps the bare word."""
    lists = [kind for kind in _kinds(hint, into_tuples=False) if issubclass(kind, Enum)]
    if len(lists) > 1:
        return partial(_of_its_list, lists)
    return lists[0] if lists else None


def _of_its_list(lists: list[type[Enum]], word: object) -> object:
    """Make a word of the first of several closed lists that has it; raises ValueError."""
    return next((kind for kind in lists if word in kind), lists[0])(word)


@cache
def _parts() -> dict[str, _Part]:
    """Find every kind of part that a document can hold."""
    found: dict[str, type[Any]] = {}  # Any: every dataclass
    waiting: list[type[Any]] = [Document]  # Any: as above
    while waiting:
        kind = waiting.pop()
        if kind.__name__ in found or not is_dataclass(kind):
            continue
        found[kind.__name__] = kind
        for hint in _hints(kind).values():
            waiting += _kinds(hint)
    return {name: _Part(kind) for name, kind in found.items()}


def _hints(kind: type[Any]) -> dict[str, object]:  # Any: every dataclass
    """Read what the fields of a part hold; parts in other modules name those of this one."""
    return get_type_hints(kind, localns=vars(parts_of_papers))


def _kinds(hint: object, *, into_tuples: bool = True) -> Iterator[type[Any]]:  # Any: every class
    """Name the classes in a hint: of unions, aliases, and of what tuples and mappings hold."""
    if isinstance(hint, TypeAliasType):
        yield from _kinds(hint.__value__, into_tuples=into_tuples)
    elif isinstance(hint, type) and get_origin(hint) is None:
        if hint is not NoneType:
            yield hint
    elif into_tuples or not isinstance(get_origin(hint), type) or _is_union(hint):
        for part in get_args(hint):
            yield from _kinds(part, into_tuples=into_tuples)


def _is_union(hint: object) -> bool:
    return type(hint).__name__ in {"Union", "UnionType"}

"""The words that parent and worker exchange: a length, JSON, and raw bytes; never pickle."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None

_HEAD = struct.Struct("<4sII")
_LENGTH = struct.Struct("<Q")
_MAGIC = b"HWS1"
_MOST_HEADER = 64 * 1024 * 1024
_MOST_BLOBS = 16
_MOST_BLOB = 1024 * 1024 * 1024


class BrokenPipeTalk(Exception):  # named by what happened
    """The other side stopped in the middle of a word, or speaks another language."""


@dataclass(frozen=True, slots=True)
class Message:
    """One word: a JSON object, and bytes beside it."""

    head: Mapping[str, Json]
    blobs: tuple[bytes, ...] = ()


def send(stream: IO[bytes], message: Message) -> None:
    """Write one message and flush."""
    head = json.dumps(message.head, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    stream.write(_HEAD.pack(_MAGIC, len(head), len(message.blobs)))
    stream.write(head)
    for blob in message.blobs:
        stream.write(_LENGTH.pack(len(blob)))
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> Message | None:
    """Read one message; None where the other side closed the pipe between two messages.

    Raises `BrokenPipeTalk` for everything that is not a whole message within the limits.
    """
    start = stream.read(_HEAD.size)
    if not start:
        return None
    if len(start) < _HEAD.size:
        raise BrokenPipeTalk
    magic, head_size, blob_count = _HEAD.unpack(start)
    if magic != _MAGIC or head_size > _MOST_HEADER or blob_count > _MOST_BLOBS:
        raise BrokenPipeTalk
    try:
        head = json.loads(_exactly(stream, head_size))
    except ValueError as error:
        raise BrokenPipeTalk from error
    if not isinstance(head, dict):
        raise BrokenPipeTalk
    blobs: list[bytes] = []
    for _ in range(blob_count):
        (size,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
        if size > _MOST_BLOB:
            raise BrokenPipeTalk
        blobs.append(_exactly(stream, size))
    return Message(head, tuple(blobs))


def _exactly(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise BrokenPipeTalk
    return content

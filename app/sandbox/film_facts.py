"""Read the few plain facts in the head of films and sounds: how long, how large, when, a place.

Boxes of MP4 and its kin and the header of WAV are walked by hand; nothing is ever decoded.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MAC_EPOCH = dt.datetime(1904, 1, 1, tzinfo=dt.UTC)
_INSIDE = {b"moov", b"trak", b"udta", b"mdia"}
_PLACE = re.compile(rb"[+-]\d{2,6}\.\d+[+-]\d{3,7}\.\d+")
_MOST_BOXES = 2_000


@dataclass(slots=True)
class FilmFacts:
    """What the head of a film says; zeros and blanks where it says nothing."""

    width: int = 0
    height: int = 0
    seconds: int = 0
    made_at: str = ""
    has_location: bool = False


def film_facts(content: bytes, media_type: str) -> FilmFacts:
    """Read what a film or a sound says of itself; broken parts are passed over."""
    facts = FilmFacts()
    if content[4:8] == b"ftyp":
        for kind, start, end in _boxes(content, 0, len(content)):
            _take_box(facts, kind, content[start : min(end, start + 200_000)])
    elif media_type == "audio/wav" and len(content) > 32:
        a_second = int.from_bytes(content[28:32], "little")
        facts.seconds = len(content) // a_second if a_second else 0
    return facts


def _boxes(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Walk boxes and those inside them; a number bounds how many, so no loop is endless."""
    waiting = [(at, end)]
    for _ in range(_MOST_BOXES):
        if not waiting:
            return
        at, end = waiting.pop()
        if at + 8 > end:
            continue
        size = int.from_bytes(content[at : at + 4])
        kind, start = content[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = int.from_bytes(content[at + 8 : at + 16]), at + 16
        stop = end if size == 0 else min(end, at + size)
        if stop <= start:
            continue
        waiting.append((stop, end))
        if kind in _INSIDE:
            waiting.append((start, stop))
        else:
            yield kind, start, stop


def _take_box(facts: FilmFacts, kind: bytes, box: bytes) -> None:
    match kind:
        case b"mvhd" if len(box) >= 32:
            long = box[0] == 1
            made = int.from_bytes(box[4:12] if long else box[4:8])
            unit = int.from_bytes(box[20:24] if long else box[12:16])
            length = int.from_bytes(box[24:32] if long else box[16:20])
            facts.seconds = length // unit if unit else 0
            facts.made_at = _written(made)
        case b"tkhd" if len(box) >= 84:
            width, height = int.from_bytes(box[-8:-6]), int.from_bytes(box[-4:-2])
            if width and height:
                facts.width, facts.height = width, height
        case b"\xa9xyz" | b"loci":
            facts.has_location = True
        case b"meta" | b"uuid":
            facts.has_location |= b"location.ISO6709" in box or _PLACE.search(box) is not None


def _written(seconds: int) -> str:
    try:
        at = _MAC_EPOCH + dt.timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return at.strftime("%Y-%m-%d %H:%M:%S UTC") if at.year > 1970 else ""

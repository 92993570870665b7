"""Reads coordinates as people write them: decimal or in degrees, in Latin, Armenian, Cyrillic."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from models.vocabulary.coordinates import (
    LAT_LIMIT,
    LON_LIMIT,
    METRES_A_DEGREE,
    CoordinateFault,
    NotCoordinates,
    Point,
)

LONGEST = 200
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("′ʹ’‘`´ʼ՚", "'"),
        **dict.fromkeys("″ʺ”“„", '"'),
        **dict.fromkeys("−–—", "-"),
        "\u00a0": " ",
        "\u202f": " ",
        "․": ".",
        "٫": ".",
    }
)
#: Words for the four sides, longest first; abbreviations with their points taken off.
_SIDES = {
    "north": "N", "south": "S", "east": "E", "west": "W", "n": "N", "s": "S", "e": "E", "w": "W",
    "северной широты": "N", "южной широты": "S", "восточной долготы": "E", "западной долготы": "W",
    "сш": "N", "юш": "S", "вд": "E", "зд": "W", "с": "N", "ю": "S", "в": "E", "з": "W",
    "հյուսիսային լայնություն": "N", "հարավային լայնություն": "S",
    "արևելյան երկայնություն": "E", "արևմտյան երկայնություն": "W",
    "հյուսիս": "N", "հարավ": "S", "արևելք": "E", "արևմուտք": "W", "հսլ": "N", "հվլ": "S",
    "ավե": "E", "արլե": "E", "արմե": "W", "հս": "N", "հվ": "S", "ավ": "E", "արլ": "E", "արմ": "W",
}  # fmt: skip
_WORDS_OF_NO_WEIGHT = re.compile(r"(?i)\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?)\b\.?\s*[:=]?")
_SHORTENED = re.compile(r"\b([^\W\d_]{1,3})\.\s*(?:([^\W\d_])\b\.?)?")
_SIDE = "|".join(sorted(map(re.escape, _SIDES), key=len, reverse=True))
_TOKEN = re.compile(
    rf"""\s*(?:(?P<number>[+-]?\d+(?:\.\d+)?)|(?P<mark>°|''|'|")|(?P<cut>[,;/])"""
    rf"""|(?P<side>(?:{_SIDE})(?![^\W\d_])))""",
    re.VERBOSE,
)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_FOUR_GROUPS = re.compile(r"\s*(-?\d+),(\d+),(-?\d+),(\d+)\s*")
_UNITS = {"°": 0, "'": 1, '"': 2, "''": 2}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


@dataclass(slots=True)
class _Half:
    """One of the two angles: degrees, minutes, seconds as written, and its side."""

    parts: dict[int, str]
    side: str = ""

    @property
    def is_lat(self) -> bool:
        return self.side in {"N", "S"}


def read_point(text: str) -> Point:
    """Read a point: latitude and longitude, or in any order where the sides are named.

    Its precision is what one step of the last digit makes on the ground, of the coarser angle.

    Raises NotCoordinates.
    """
    if not text.strip():
        raise NotCoordinates(CoordinateFault.EMPTY)
    halves = _halves(_tokens(text), text)
    sides = [half.side for half in halves]
    if bool(sides[0]) != bool(sides[1]):
        raise NotCoordinates(CoordinateFault.ONE_LETTER, text=text.strip())
    if sides[0]:
        if halves[0].is_lat == halves[1].is_lat:
            raise NotCoordinates(CoordinateFault.SAME_TWICE, text=text.strip())
        if not halves[0].is_lat:
            halves = (halves[1], halves[0])
    (lat, lat_step), (lon, lon_step) = (_angle(half, text) for half in halves)
    if abs(lat) > LAT_LIMIT >= abs(lon) and abs(lat) <= LON_LIMIT and not sides[0]:
        raise NotCoordinates(CoordinateFault.SWAPPED, lat=lat, lon=lon)
    if abs(lat) > LAT_LIMIT or abs(lon) > LON_LIMIT:
        raise NotCoordinates(CoordinateFault.OFF_THE_GLOBE, lat=lat, lon=lon)
    metres = ceil(max(lat_step, lon_step) * METRES_A_DEGREE)
    return Point(round(lat, 7), round(lon, 7), max(1, metres))


def looks_like_point(text: str) -> bool:
    """Say whether somebody who types a place means a point: two numbers and no other word."""
    try:
        read_point(text)
    except NotCoordinates as error:
        return error.fault in {CoordinateFault.SWAPPED, CoordinateFault.OFF_THE_GLOBE}
    return True


def _tokens(text: str) -> list[_Token]:
    if len(text) > LONGEST:
        raise NotCoordinates(CoordinateFault.UNREADABLE, text=f"{text.strip()[:40]}…")
    plain = _WORDS_OF_NO_WEIGHT.sub(" ", text.translate(_SIGNS)).casefold().replace("եւ", "և")
    plain = plain.strip(" ()[]")
    plain = _SHORTENED.sub(lambda found: found[1] + (found[2] or "") + " ", plain)
    if four := _FOUR_GROUPS.fullmatch(plain):
        plain = f"{four[1]}.{four[2]} {four[3]}.{four[4]}"
    elif not re.search(r"\d\.\d", plain):
        plain = _DECIMAL_COMMA.sub(".", plain)
    tokens, at = [], 0
    while plain[at:].strip():
        found = _TOKEN.match(plain, at)
        if found is None or found.lastgroup is None:
            raise NotCoordinates(CoordinateFault.UNREADABLE, text=text.strip()[:80])
        tokens.append(_Token(found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return tokens


def _halves(tokens: Sequence[_Token], text: str) -> tuple[_Half, _Half]:
    """Part what was written into the two angles."""
    sides = [at for at, token in enumerate(tokens) if token.kind == "side"]
    numbers = [at for at, token in enumerate(tokens) if token.kind == "number"]
    marked = [at for at in numbers if tokens[at + 1 : at + 2] == [_Token("mark", "°")]]
    cuts = [at for at, token in enumerate(tokens) if token.kind == "cut"]
    if len(numbers) == 1:
        raise NotCoordinates(CoordinateFault.ONE_NUMBER, text=text.strip())
    if len(sides) == 2:
        cut = sides[1] if sides[0] == 0 else sides[0] + 1
    elif len(marked) == 2:
        cut = marked[1]
    elif len(cuts) == 1:
        cut = cuts[0]
    elif len(numbers) in {2, 4, 6} and not cuts:
        cut = numbers[len(numbers) // 2]
    else:
        raise NotCoordinates(CoordinateFault.UNREADABLE, text=text.strip()[:80])
    return _half(tokens[:cut], text), _half(tokens[cut:], text)


def _half(tokens: Sequence[_Token], text: str) -> _Half:
    half = _Half({})
    unit = 0
    for at, token in enumerate(tokens):
        if token.kind == "side":
            half.side = _SIDES[token.text]
        elif token.kind == "number":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if following is not None and following.kind == "mark":
                unit = _UNITS[following.text]
            if unit > 2 or unit in half.parts:
                raise NotCoordinates(CoordinateFault.UNREADABLE, text=text.strip()[:80])
            half.parts[unit] = token.text
            unit += 1
    if 0 not in half.parts:
        raise NotCoordinates(CoordinateFault.ONE_NUMBER, text=text.strip()[:80])
    return half


def _angle(half: _Half, text: str) -> tuple[float, float]:
    """Return an angle in degrees, and how many degrees one step of its last digit is."""
    units = sorted(half.parts)
    written = [half.parts[unit] for unit in units]
    signed = [number for number in written[1:] if number[0] in "+-"]
    broken = [number for number in written[:-1] if "." in number]
    if signed or broken or (half.side and written[0].startswith("-")):
        raise NotCoordinates(CoordinateFault.UNREADABLE, text=text.strip()[:80])
    for unit in units[1:]:
        if float(half.parts[unit]) >= 60:
            raise NotCoordinates(CoordinateFault.SIXTY, number=half.parts[unit])
    angle = sum(abs(float(half.parts[unit])) / 60**unit for unit in units)
    step = 10.0 ** -len(written[-1].partition(".")[2]) / 60 ** units[-1]
    negative = written[0].startswith("-") or half.side in {"S", "W"}
    return (-angle if negative else angle), step

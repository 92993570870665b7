"""Finds a value however it is written: spaced, broken, cased, in other encodings, as digits."""

from __future__ import annotations

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

SHORTEST = 4  # letters and figures; a shorter value counts only where it stands as a word
CODECS = ("utf-8", "utf-16-be", "utf-16-le", "cp1251", "koi8-r", "latin-1")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}[\s:-]?){6,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{12,}={0,2}")
_PERCENT = re.compile(rb"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(rb"&#?\w+;")
_BACKSLASH = re.compile(r"\\u([0-9A-Fa-f]{4})")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return the letters and figures of a text alone, of one case and one width."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain))


def worded(text: str) -> str:
    """Return a text of one case with single spaces, for values too short to be folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Needles:
    """The values that may not be found, ready to be looked for."""

    folds: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, re.Pattern[str]], ...]
    bytes_of: dict[bytes, tuple[tuple[bytes, str, str], ...]]
    beginnings: re.Pattern[bytes]

    def in_text(self, text: str) -> Iterator[str]:
        """Yield the values that this text says."""
        plain = folded(text)
        for fold, value in self.folds:
            if fold in plain:
                yield value
        if self.words:
            spaced = worded(text)
            for value, pattern in self.words:
                if pattern.search(spaced):
                    yield value

    def in_bytes(self, content: bytes) -> Iterator[tuple[str, str]]:
        """Yield (value, codec) for the values that stand in these bytes in any codec."""
        at = -1
        while (found := self.beginnings.search(content, at + 1)) is not None:
            at = found.start()
            for needle, value, codec in self.bytes_of[found[0]]:
                if content.startswith(needle, at):
                    yield value, codec


@lru_cache(maxsize=512)
def needles(forbidden: frozenset[str]) -> Needles:
    """Prepare values for the search; raises ValueError for one that is empty."""
    folds: list[tuple[str, str]] = []
    words: list[tuple[str, re.Pattern[str]]] = []
    by_beginning: dict[bytes, list[tuple[bytes, str, str]]] = {}
    for value in sorted(forbidden):
        fold = folded(value)
        if not fold:
            raise ValueError(f"nothing to look for in {value!r}")
        if len(fold) < SHORTEST:
            words.append((value, re.compile(rf"(?<!\w){re.escape(worded(value))}(?!\w)")))
            continue
        folds.append((fold, value))
        for needle, codec in _encoded(value):
            by_beginning.setdefault(needle[:4], []).append((needle, value, codec))
    return Needles(
        tuple(folds),
        tuple(words),
        {start: tuple(found) for start, found in by_beginning.items()},
        re.compile(_any_of(sorted(by_beginning)) or b"(?!)"),
    )


def _any_of(beginnings: list[bytes]) -> bytes:
    """Write a pattern for any of these, branched letter by letter: one flat list is slow."""
    branches: dict[bytes, list[bytes]] = {}
    for beginning in beginnings:
        if beginning:
            branches.setdefault(beginning[:1], []).append(beginning[1:])
    written = [re.escape(first) + _any_of(rest) for first, rest in branches.items()]
    return b"(?:" + b"|".join(written) + b")" if written else b""


def _encoded(value: str) -> Iterator[tuple[bytes, str]]:
    """Yield the bytes of a value in each codec that can write it, as typed and in one case."""
    seen: set[bytes] = set()
    for form in (value, value.upper(), value.casefold()):
        for codec in CODECS:
            try:
                # without outer zeros, which say nothing and stand all over a typeface
                needle = form.encode(codec).strip(b"\0")
            except UnicodeEncodeError:
                continue
            if len(needle) >= SHORTEST and needle not in seen:
                seen.add(needle)
                yield needle, codec


def views(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (how, bytes): the content, and what its digits, base 64 and escapes spell."""
    yield "", content
    for run in _HEX.findall(content):
        yield "hexadecimal", bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", run).decode("ascii"))
    for run in _BASE64.findall(content):
        yield from _from_base64(re.sub(rb"[\r\n=]", b"", run))
    if _PERCENT.search(content):
        yield "percent signs", unquote_to_bytes(content)


def _from_base64(run: bytes) -> Iterator[tuple[str, bytes]]:
    for start in range(4):
        digits = run[start:]
        digits = digits[: len(digits) // 4 * 4 + (len(digits) % 4 if len(digits) % 4 > 1 else 0)]
        try:
            yield "base 64", base64.b64decode(digits + b"=" * (-len(digits) % 4))
        except binascii.Error:
            continue


def readings(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield (codec, text) for bytes that are text in a codec, escapes and entities undone."""
    if content.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield "utf-16", content.decode("utf-16", "replace")
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    if "\0" in text[:64]:
        yield from _wide(content)
        return
    if _ENTITY.search(content):
        text += "\n" + html.unescape(text)
    if "\\u" in text:
        text += "\n" + _BACKSLASH.sub(lambda found: chr(int(found[1], 16)), text)
    yield "utf-8", text


def _wide(content: bytes) -> Iterator[tuple[str, str]]:
    for codec in ("utf-16-be", "utf-16-le"):
        yield codec, content.decode(codec, "replace")


def string_of(content: bytes) -> str:
    """Return what a text string of a PDF says: UTF-16, UTF-8 or the plain table."""
    if content.startswith(b"\xfe\xff"):
        return content[2:].decode("utf-16-be", "replace")
    if content.startswith(b"\xff\xfe"):
        return content[2:].decode("utf-16-le", "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")

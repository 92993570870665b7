"""Find out how the bytes of a text file are to be read, and say how sure that is."""

import codecs
import itertools
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from app.sandbox.armscii import decode_armscii8
from app.sandbox.faults import FileFault, JobRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: One-byte encodings tried where a text is neither marked nor UTF-8.
_ONE_BYTE = ("cp1251", "koi8-r", "cp866", "armscii-8", "cp1252", "cp1250", "cp1254")
_LATIN = ("cp1252", "cp1250", "cp1254")
_SAMPLE = 200_000
_WORD = re.compile(r"[^\W\d_]+")
_COMMON_LATIN = frozenset("äöüßéèáàâçñóíúêôøåæÄÖÜÉÁÓ")
#: Letters that make a wrong guess look right: no list of names is full of them.
_BOX = re.compile(r"[\u2500-\u25a0\x80-\x9f\u2030\u2020\u2021]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read in, and whether another reading is as likely."""

    text: str
    encoding: str
    certain: bool


def decode(content: bytes, hint: str = "") -> Decoded:
    """Read a text file.

    A byte order mark or valid UTF-8 is certain; a hint comes next; a one-byte encoding is chosen
    by how much the outcome looks like words. Raises `JobRefused` where no reading does.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_without_nul(_strict(content, encoding)), encoding, certain=True)
    if hint:
        return Decoded(_without_nul(_strict(content, hint)), hint, certain=True)
    zeros = content[:_SAMPLE].count(0)
    if zeros:
        return _unmarked_utf16(content, zeros)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", certain=True)
    except UnicodeDecodeError:
        return _one_byte(content)


def _strict(content: bytes, encoding: str) -> str:
    try:
        if encoding == "armscii-8":
            return decode_armscii8(content)
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise JobRefused(FileFault.UNKNOWN_ENCODING, encoding=encoding, row=line) from error
    except LookupError as error:
        raise JobRefused(FileFault.UNKNOWN_ENCODING, encoding=encoding) from error


def _without_nul(text: str) -> str:
    at = text.find("\0")
    if at >= 0:
        raise JobRefused(FileFault.NOT_TEXT, row=text.count("\n", 0, at) + 1)
    return text


def _unmarked_utf16(content: bytes, zeros: int) -> Decoded:
    sample = content[:_SAMPLE]
    even = sample[0::2].count(0)
    encoding = "utf-16-be" if even > zeros - even else "utf-16-le"
    lopsided = max(even, zeros - even) > 20 * min(even, zeros - even)
    too_few = zeros < 4 or zeros * 20 < len(sample)
    if len(content) % 2 or not lopsided or too_few:
        raise JobRefused(FileFault.NOT_TEXT, row=content.count(b"\n", 0, content.find(0)) + 1)
    return Decoded(_without_nul(_strict(content, encoding)), encoding, certain=False)


def _one_byte(content: bytes) -> Decoded:
    # Only lines with foreign bytes tell encodings apart; a few hundred of them are enough.
    telling = b"\n".join(line for line in content[:_SAMPLE].splitlines() if not line.isascii())
    scores: list[tuple[float, str]] = []
    for encoding in _ONE_BYTE:
        try:
            scores.append((_plausible(_strict(telling or content, encoding)), encoding))
        except JobRefused:
            continue
    scores.sort(key=lambda one: -one[0])
    if not scores or scores[0][0] < 0.6:
        raise JobRefused(FileFault.UNKNOWN_ENCODING, encoding="")
    best = scores[0][1]
    certain = len(scores) == 1 or scores[0][0] - scores[1][0] > 0.15
    if best in _LATIN:
        best, certain = _which_latin(telling), False
    return Decoded(_strict(content, best), best, certain=certain)


def _which_latin(sample: bytes) -> str:
    # The three differ in a few letters only. The commonest stands unless the statistics of
    # whole words speak for another one.
    letters = [sign for word in _WORD.findall(_strict(sample, "cp1252")) for sign in word]
    foreign = [sign for sign in letters if ord(sign) > 0x7F]
    if sum(sign in _COMMON_LATIN for sign in foreign) > 0.9 * len(foreign):
        return "cp1252"
    found = from_bytes(sample, cp_isolation=list(_LATIN)).best()
    name = "" if found is None else found.encoding.replace("_", "-").removeprefix("windows-")
    return name if name in _LATIN else "cp1252"


def _plausible(text: str) -> float:
    """Say how much of the foreign part looks like words, 0 to 1."""
    foreign = [sign for sign in text if ord(sign) > 0x7F]
    if not foreign:
        return 0.0
    score = 0.0
    for word in _WORD.findall(text):
        strange = [sign for sign in word if ord(sign) > 0x7F]
        if not strange:
            continue
        score += len(strange) * _word_score(word, strange)
    score += sum(0.9 for sign in foreign if sign in "«»—–№…„“”’։՝՞՛՜\u00a0°")
    score -= 2.0 * len(_BOX.findall(text))
    return score / len(foreign)


def _word_score(word: str, strange: list[str]) -> float:
    scripts = {_script(sign) for sign in word}
    if len(scripts) > 1:
        return -0.5
    # "пРИВЕТ" is what KOI8 read as Windows looks like; all capitals are ordinary on lists.
    turned = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(word))
    if turned or (len(word) > 1 and word[0].islower() and word[1:].isupper()):
        return 0.1
    if scripts == {"Latn"}:
        common = sum(sign in _COMMON_LATIN for sign in strange) / len(strange)
        dense = len(strange) / len(word) > 0.5 and len(word) > 2
        return 0.1 if dense else 0.75 + 0.25 * common
    return 1.0 if word.islower() or word.isupper() or word.istitle() else 0.6


def _script(sign: str) -> str:
    code = ord(sign)
    if 0x400 <= code < 0x530:
        return "Cyrl"
    if 0x530 <= code < 0x590:
        return "Armn"
    return "Latn"

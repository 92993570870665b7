"""How hard a passphrase is to guess, and passphrases drawn by lot from the house's word lists.

An estimate of bits, never flattering: words of our lists count by the length of the list, whatever
else is Latin goes to zxcvbn, and a word in another script counts as one of a small dictionary, for
zxcvbn knows no Armenian and takes every letter of such a word for drawn by lot.
"""

import math
import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app import paths
from app.errors import PassphraseRefused
from app.vault.keys import normal_passphrase

ENOUGH_BITS = 60
WORDS = 6
LANGUAGES = ("en", "hy", "ru")
_DICTIONARY_BITS = 11.0  # one of the two thousand words people think of
_LETTER_BITS = 3.3  # zxcvbn's own measure for a letter it knows nothing of
_AGAIN_BITS = 1.0
_LONGEST = 72  # zxcvbn takes no more
_LONGEST_PASSPHRASE = 1024  # and what comes after tells a guesser no more than this
_RUNS = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_BETWEEN = re.compile(r"[\s\-–—_.,;:]+")


class Advice(StrEnum):
    """What a person should hear about the passphrase they are typing."""

    EMPTY = "empty"
    WEAK = "weak"
    """Far from enough."""
    NEARLY = "nearly"
    """A word or two more would do."""
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimate in bits, and what to say of it."""

    bits: float
    advice: Advice

    @property
    def enough(self) -> bool:
        """Say whether a register may be protected by it."""
        return self.advice is Advice.ENOUGH


def strength(passphrase: str) -> Strength:
    """Estimate how hard a passphrase is to guess."""
    bits = _bits(passphrase[:_LONGEST_PASSPHRASE])
    if not passphrase.strip():
        return Strength(0.0, Advice.EMPTY)
    if bits >= ENOUGH_BITS:
        return Strength(bits, Advice.ENOUGH)
    return Strength(bits, Advice.NEARLY if bits >= ENOUGH_BITS * 2 / 3 else Advice.WEAK)


def new_passphrase(typed: str) -> str:
    """Return a passphrase in its one form, if a register may be protected by it from now on.

    Passphrases chosen before still open. Raises PassphraseRefused: `empty`, `outer_spaces`, `weak`.
    """
    normal = normal_passphrase(typed)
    if not strength(normal).enough:
        raise PassphraseRefused("weak")
    return normal


def generate_passphrase(lang: str, words: int = WORDS) -> str:
    """Draw a passphrase by lot, no word twice; six words of a list of 1,024 are 60 bits."""
    return " ".join(secrets.SystemRandom().sample(word_list(lang), words))


@cache
def word_list(lang: str) -> tuple[str, ...]:
    """Return the words of a language's list; another language's is the English one."""
    known = lang if lang in LANGUAGES else "en"
    path = paths.resources() / "passphrase" / f"{known}.txt"
    return tuple(path.read_text("utf-8").split())


@cache
def _listed() -> dict[str, float]:
    return {
        normal_passphrase(word).casefold(): math.log2(len(word_list(lang)))
        for lang in LANGUAGES
        for word in word_list(lang)
    }


def _bits(passphrase: str) -> float:
    listed = _listed()
    pieces = [piece for piece in _BETWEEN.split(passphrase.casefold()) if piece]
    seen: set[str] = set()
    known, other = 0.0, 0.0
    rest = []
    for piece in pieces:
        if piece in seen:
            known += _AGAIN_BITS
            continue
        seen.add(piece)
        if piece in listed:
            known += listed[piece]
        else:
            other += _piece_bits(piece)
            rest.append(piece)
    return known + min(other, _guesses_bits("".join(rest)))


def _piece_bits(piece: str) -> float:
    if piece.isascii():
        return _guesses_bits(piece)
    return sum(_run_bits(run) for run in _RUNS.findall(piece))


def _run_bits(run: str) -> float:
    if run.isascii():
        return _guesses_bits(run)
    return min(_LETTER_BITS * len(set(run)), _DICTIONARY_BITS)


def _guesses_bits(text: str) -> float:
    from zxcvbn import zxcvbn  # noqa: PLC0415  # its tables load slowly; unlocking needs none

    if not text:
        return 0.0
    return math.log2(float(zxcvbn(text[:_LONGEST])["guesses"]))

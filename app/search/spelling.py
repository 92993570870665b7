"""Cleans a word as it was typed, finds its script, and mends letters of another script in it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import cast

from anyascii import anyascii

from app.search.letters import MOST_READINGS, letters_of, translit_table
from app.search.scripts import script_of, scripts_in
from models.vocabulary.people import Script

LONGEST = 60
"""Letters of a word that are looked at: no name is longer, and junk must not cost time."""

#: İ in small letters is two signs to Python; ǝ is typed for ə, they differ only as code points.
_SAME_LETTER = str.maketrans("İǝƎ", "iəƏ")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word as it is read: never stored, only compared."""

    script: Script
    #: Readings in the notation of sounds.toml, the likeliest first.
    readings: tuple[str, ...]
    #: Readings by freer habits, for candidates only.
    loose: tuple[str, ...] = ()
    #: Letters of two scripts in one word.
    mixed: bool = False
    #: A script without a table of ours: read by a general one.
    guessed: bool = False


def read_spelling(word: str) -> Spelling:
    """Read one word of any script; hyphens, apostrophes and marks inside it are passed over."""
    if word.isascii():
        return _plain(_bare(word[:LONGEST].lower()), Script.LATIN)
    typed = unicodedata.normalize("NFKC", word[: 4 * LONGEST])
    found = scripts_in(typed)
    if not found:  # signs and digits only
        return Spelling(Script.OTHER, (small_letters(typed),))
    if len(found) > 1:
        return _mixed(typed, found)
    (script,) = found
    if script is not Script.OTHER:
        return _plain(small_letters(typed), script)
    guess = _bare(anyascii(typed).lower())[:LONGEST]
    return Spelling(script, letters_of(Script.LATIN).readings(guess), guessed=True)


def _plain(clean: str, script: Script) -> Spelling:
    letters = letters_of(script)
    return Spelling(script, letters.readings(clean), letters.loose_readings(clean))


def small_letters(typed: str) -> str:
    """Give a word in small letters without signs: İ and I both become i, և stays one letter."""
    mended = typed.translate(_SAME_LETTER).lower()
    return _bare(unicodedata.normalize("NFC", mended))[:LONGEST]


def _bare(word: str) -> str:
    return word if word.isalnum() else "".join([c for c in word if c.isalnum()])


def _mixed(typed: str, found: frozenset[Script]) -> Spelling:
    """Read a word of several scripts twice: its strange letters by their look and by sound."""
    script = script_of("".join([c for c in typed if script_of(c) is not Script.OTHER]))
    by_look = typed.translate(_twins(script))
    readings: dict[str, None] = {}
    for form in dict.fromkeys((by_look, typed)):
        if scripts_in(form) == {script}:
            readings |= dict.fromkeys(letters_of(script).readings(small_letters(form)))
        else:
            readings[_by_runs(form)] = None
    return Spelling(
        script, tuple(readings)[:MOST_READINGS], mixed=True, guessed=Script.OTHER in found
    )


def _by_runs(typed: str) -> str:
    """Read each stretch of one script by its own table."""
    runs: list[tuple[Script, list[str]]] = []
    for letter in filter(str.isalnum, typed):
        own = script_of(letter)
        if not runs or runs[-1][0] is not own:
            runs.append((own, []))
        runs[-1][1].append(letter)
    parts = []
    for script, letters in runs[:LONGEST]:
        run = "".join(letters)
        clean = small_letters(run if script is not Script.OTHER else anyascii(run))
        parts.append(letters_of(script).readings(clean)[0])
    return "".join(parts)[:LONGEST]


@cache
def _twins(script: Script) -> dict[int, int]:
    table = cast("dict[str, dict[str, dict[str, str]]]", translit_table("homoglyphs"))
    pairs = " ".join(table["to"][script.value].values()).split()
    return {ord(pair[0]): ord(pair[1]) for pair in pairs}

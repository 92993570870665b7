"""Reads the letters of a word by every habit of writing that it allows; the tables are data."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TypedDict, cast

from app.paths import resources
from models.vocabulary.people import Script

MOST_READINGS = 8
_TABLES = {Script.ARMENIAN: "armenian", Script.CYRILLIC: "cyrillic", Script.LATIN: "latin"}


class HabitRow(TypedDict, total=False):
    """A habit as it stands in its file; armenian.toml explains the form."""

    name: str
    when: str
    unless: str
    loose: bool
    letters: dict[str, str]
    read: list[list[str]]


@dataclass(frozen=True, slots=True)
class Habit:
    """One way of reading a whole word: German, scholarly, Azerbaijani of 1958."""

    name: str
    when: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    spellings: re.Pattern[str] | None
    sounds: tuple[str, ...]
    letters: dict[int, str]
    #: Too free to call two words the same by it.
    loose: bool = False

    def fits(self, word: str) -> bool:
        """Tell whether a word can have been written by this habit."""
        return (self.when is None or self.when.search(word) is not None) and (
            self.unless is None or self.unless.search(word) is None
        )

    def read(self, word: str) -> str:
        """Give what is read: the notation of sounds.toml, digits as they are."""
        if self.spellings is not None:
            word = self.spellings.sub(self._sound, word)
        word = word.translate(self.letters)
        if not word.isascii():  # an accent that no table knows says nothing about the sound
            word = "".join(map(self._bare, word))
        return word

    def _bare(self, letter: str) -> str:
        """Read a letter without its accent; what was read already stays as it is."""
        if letter.isascii():
            return letter
        bare = unicodedata.normalize("NFD", letter).translate(self.letters)
        return "".join([one for one in bare if one.isascii()])

    def _sound(self, found: re.Match[str]) -> str:
        return self.sounds[(found.lastindex or 1) - 1]


@dataclass(frozen=True, slots=True)
class Letters:
    """The habits of one script."""

    firm: tuple[Habit, ...]
    loose: tuple[Habit, ...]

    def readings(self, word: str) -> tuple[str, ...]:
        """Give the different readings of a clean word in small letters, the likeliest first."""
        fitting = [habit for habit in self.firm if habit.fits(word)] or [self.firm[0]]
        return tuple(dict.fromkeys([habit.read(word) for habit in fitting]))[:MOST_READINGS]

    def loose_readings(self, word: str) -> tuple[str, ...]:
        """Give what freer habits read in it: how it is spoken elsewhere."""
        fitting = [habit.read(word) for habit in self.loose if habit.fits(word)]
        return tuple(dict.fromkeys(fitting))[:MOST_READINGS]


def translit_table(name: str) -> dict[str, object]:
    """Read a table of resources/translit; raises tomllib.TOMLDecodeError."""
    path = resources() / "translit" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def letters_of(script: Script) -> Letters:
    """Give the reading of a script; of one that we do not know, the reading of Latin."""
    # The files are ours: tests/search/test_tables.py reads every one and checks its form.
    table = translit_table(_TABLES.get(script, "latin"))
    single = cast("dict[str, str]", table["letters"])
    rows = cast("list[HabitRow]", table["habit"])
    habits = [_habit(row, single) for row in rows]
    return Letters(
        firm=tuple(habit for habit in habits if not habit.loose),
        loose=tuple(habit for habit in habits if habit.loose),
    )


def _habit(row: HabitRow, single: dict[str, str]) -> Habit:
    pairs = row.get("read", [])
    # What a spelling became must not be read again as letters: it goes through in private signs.
    return Habit(
        name=row["name"],
        when=_pattern(row.get("when")),
        unless=_pattern(row.get("unless")),
        spellings=_pattern("|".join(f"({spelling})" for spelling, _ in pairs)),
        sounds=tuple("".join(map(_hidden, sound)) for _, sound in pairs),
        letters=_REVEAL | str.maketrans({**single, **row.get("letters", {})}),
        loose=row.get("loose", False),
    )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None


def _hidden(sound: str) -> str:
    """Give a sign of the private use area for a sound, so that no letter table meets it."""
    return chr(0xE000 + ord(sound))


_REVEAL = {0xE000 + code: chr(code) for code in range(ord("A"), ord("z") + 1)}

"""From a reading to keys: what the languages of the region write apart is made one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from app.search.letters import translit_table

#: Voice is lost in Western Armenian, in Russian and at the end of words: Hagop, Геворк, Qor.
_VOICELESS = str.maketrans("bdgxhjzv", "ptkkcqsf")
_VOWELS = re.compile("[aeiouy]+")
#: The stop is part of the sound: Mkrtich, Mkrtchyan.
_STOP = re.compile("t+(?=[qc])")
_ONE_VOWEL = str.maketrans({"e": "a", "u": "o", "y": "i"})
#: i before a vowel (Yuliya, Yulya), then a last e or a of a longer word (Louise, Luiza).
_MUTE = re.compile(r"(?<=[^aeiouy])[iy](?=[aeou])")
_MUTE_AT_LAST = re.compile(r"(?<=...)(?<=[^aeiouy])[ae]$")
#: -yan; after ch, sh and j its y is often not heard: Mkrtychan.
_SURNAME = re.compile("(?<=..)yan$|(?<=....[qjw])an$")
#: Not of vowels: what h or г stood between stays two, Vahan is no Van and Məhəmməd no Məmməd.
_DOUBLED = re.compile(r"([^aeiou])\1+")
_REPEATED = re.compile(r"(.)\1+")
_ENDING = "yan"
#: An h is left out of every key; a word that is nothing else («Հ.») still needs one.
_LONE_H = "0"


@dataclass(frozen=True, slots=True)
class Sounds:
    """The rules of sounds.toml, compiled."""

    rules: tuple[tuple[re.Pattern[str], str], ...]
    codes: dict[int, str]

    def keys(self, reading: str) -> tuple[str, ...]:
        """Give the keys of a reading: one, or a few where it holds a ə."""
        key = reading
        for pattern, give in self.rules:
            key = pattern.sub(give, key)
        if "E" not in key:
            return (self._coded(key),)
        first, _, rest = key.partition("E")
        ways = (
            f"{first}a{rest.replace('E', 'e')}",  # Məmməd is Мамед
            key.replace("E", "a"),
            key.replace("E", "e"),
        )
        return tuple(map(self._coded, ways))

    def _coded(self, key: str) -> str:
        return _DOUBLED.sub(r"\1", key.translate(self.codes)) or _LONE_H * ("h" in key)


@cache
def sounds() -> Sounds:
    """Read the rules, once, when the first key is wanted."""
    table = translit_table("sounds")
    # The file is ours: tests/search/test_tables.py checks its form.
    rules = cast("list[dict[str, str]]", table["rule"])
    codes = cast("dict[str, str]", table["codes"])
    return Sounds(
        rules=tuple((re.compile(rule["find"]), rule["give"]) for rule in rules),
        codes=str.maketrans({**codes, "N": _ENDING, "h": ""}),
    )


def without_guttural(key: str) -> frozenset[str]:
    """Give a key with one or two of its g and kh left out: Russian г and х stand for հ, h."""
    at = [index for index, letter in enumerate(key) if letter in "gx"][:3]
    once = {key[:index] + key[index + 1 :] for index in at}
    twice = {
        key[:one] + key[one + 1 : two] + key[two + 1 :]
        for place, one in enumerate(at)
        for two in at[place + 1 :]
    }
    return frozenset(_DOUBLED.sub(r"\1", short) for short in once | twice if len(short) > 1)


def skeleton(key: str) -> str:
    """Give the consonants of a key without voice; `a` for a vowel at its start, `y` for -yan."""
    ending = _SURNAME.search(key)
    stem = (key[: ending.start()] if ending else key).translate(_VOICELESS)
    start = "a" if stem[:1] in {"a", "e", "i", "o", "u", "y"} else ""
    bones = _REPEATED.sub(r"\1", _STOP.sub("", _VOWELS.sub("", stem)))
    return start + bones + ("y" if ending else "")


def consonants(bones: str) -> int:
    """Count the consonants of a skeleton; -yan counts as one."""
    return len(bones) - (bones[:1] == "a")


def hollow(key: str) -> str:
    """Give a key without voice and with three vowels only: Karo is Garo, Məmməd is Мамед."""
    bare = _MUTE_AT_LAST.sub("", _MUTE.sub("", key)).translate(_VOICELESS).translate(_ONE_VOWEL)
    return _REPEATED.sub(r"\1", bare)

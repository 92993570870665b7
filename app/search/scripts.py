"""Which script a text is written in, by its letters."""

import unicodedata
from functools import lru_cache

from models.vocabulary.people import Script

_PREFIX = {"ARMENIAN": Script.ARMENIAN, "CYRILLIC": Script.CYRILLIC, "LATIN": Script.LATIN}
LANG_OF_SCRIPT = {Script.ARMENIAN: "hy", Script.CYRILLIC: "ru", Script.LATIN: "en"}


@lru_cache(maxsize=4_096)
def _script_of_letter(letter: str) -> Script | None:
    """Give the script of a letter; None for signs that are no letters."""
    if not letter.isalpha():
        return None
    if letter.isascii():
        return Script.LATIN
    return _PREFIX.get(unicodedata.name(letter, "").partition(" ")[0], Script.OTHER)


def script_of(text: str) -> Script:
    """Give the script of most letters of a text; `OTHER` where there is none of ours."""
    counts: dict[Script, int] = {}
    for letter in text:
        script = _script_of_letter(letter)
        if script is not None:
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda s: counts[s]) if counts else Script.OTHER


def scripts_in(text: str) -> frozenset[Script]:
    """Give every script that occurs in a text: more than one in a word wants a look."""
    found = {_script_of_letter(letter) for letter in set(text)}
    return frozenset(script for script in found if script is not None)

"""Which script a text is written in, by its letters."""

import unicodedata

from models.vocabulary.people import Script

_PREFIX = {"ARMENIAN": Script.ARMENIAN, "CYRILLIC": Script.CYRILLIC, "LATIN": Script.LATIN}
LANG_OF_SCRIPT = {Script.ARMENIAN: "hy", Script.CYRILLIC: "ru", Script.LATIN: "en"}


def script_of(text: str) -> Script:
    """Give the script of most letters of a text; `OTHER` where there is none of ours."""
    counts: dict[Script, int] = {}
    for letter in text:
        if letter.isascii():
            script = Script.LATIN if letter.isalpha() else None
        elif letter.isalpha():
            word = unicodedata.name(letter, "").partition(" ")[0]
            script = _PREFIX.get(word, Script.OTHER)
        else:
            script = None
        if script is not None:
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda s: counts[s]) if counts else Script.OTHER


def scripts_in(text: str) -> frozenset[Script]:
    """Give every script that occurs in a text: more than one in a word wants a look."""
    return frozenset(script_of(letter) for letter in text if letter.isalpha())

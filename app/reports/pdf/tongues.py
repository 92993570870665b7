"""Tells by its letters in which other language a stretch of text is, for who has it read aloud."""

from __future__ import annotations

import re

_OWN = {"en": re.compile("[A-Za-z]"), "hy": re.compile("[Ա-և]"), "ru": re.compile("[Ѐ-ӿ]")}
_FOREIGN = {
    "en": re.compile("[Ѐ-և]"),
    "hy": re.compile("[a-z]{3}|[Ѐ-ӿ]"),  # two Latin letters are a number or a code
    "ru": re.compile("[a-z]{3}|[Ա-և]"),
}


def other_language(text: str, lang: str) -> str:
    """Return the language of text that is wholly in other letters than those of `lang`; else "".

    A name in Latin letters counts as English: its letters are read, not its origin.
    """
    foreign = _FOREIGN[lang].search(text) if lang in _FOREIGN else None
    if foreign is None or _OWN[lang].search(text):
        return ""
    letter = foreign[0][0]
    if letter < "Ѐ":
        return "en"
    return "hy" if letter >= "Ա" else "ru"

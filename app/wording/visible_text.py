"""Show words of foreign origin so that the eye cannot be deceived (R-37).

What has no look of its own is spelled, as on paper: `photo[U+202E]gpj.exe`. A letter that slipped
in from another script is fenced: `Сус‹a›н`. Text that runs from right to left is set apart, so
that it cannot turn round what stands beside it. The register keeps what was written; only what is
shown changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_APART, _END = "\u2068", "\u2069"
#: Letters that look alike in these; in others a mixture is a matter of spelling.
_CONFUSED = {"LATIN", "CYRILLIC", "ARMENIAN", "GREEK", "FULLWIDTH", "MATHEMATICAL", "CHEROKEE"}
_SPELLED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
#: Blanks that show nothing, though their category says they are letters or marks.
_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\u034f")


@lru_cache(maxsize=8_192)
def visible(text: str) -> str:
    """Give a name, a file name or a line as it can be shown safely."""
    if text.isascii() and text.isprintable():
        return text
    fenced = _WORD.sub(lambda found: _fenced(found[0]), text)
    shown = "".join(map(_spelled, fenced))
    from_the_right = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in shown)
    return f"{_APART}{shown}{_END}" if from_the_right else shown


def _spelled(letter: str) -> str:
    if letter in "\n\t":
        return " "
    hidden = unicodedata.category(letter) in _SPELLED or letter in _BLANK_LETTERS
    return f"[U+{ord(letter):04X}]" if hidden else letter


def _fenced(word: str) -> str:
    """Fence the letters of a word that are not of its script; the first letter's wins a tie."""
    scripts = [_script(letter) for letter in word]
    counted = Counter(script for script in scripts if script)
    if len(counted) < 2:
        return word
    own = counted.most_common(1)[0][0]
    return "".join(
        f"‹{letter}›" if script and script != own else letter
        for letter, script in zip(word, scripts, strict=True)
    )


def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    script = unicodedata.name(letter, "").split(" ", 1)[0]
    return script if script in _CONFUSED else ""

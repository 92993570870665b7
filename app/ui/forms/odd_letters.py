"""Notice what the eye does not see in a name: letters of two scripts in a word, invisible signs.

No Qt here. An invisible sign stops a save; mixed letters are pointed out once and may then be kept.
"""

import re
import unicodedata
from collections.abc import Iterable

from app.search.scripts import script_of
from app.ui.widgets.kit import Words
from models.vocabulary.people import Script

_LETTERS = re.compile(r"[^\W\d_]+")


def hidden_signs(text: str) -> tuple[str, ...]:
    """Name the signs of a text that show nothing: direction marks, joiners, control characters."""
    found = (letter for letter in text if unicodedata.category(letter) in {"Cc", "Cf"})
    return tuple(dict.fromkeys(unicodedata.name(one, f"U+{ord(one):04X}") for one in found))


def mixed_words(text: str) -> tuple[str, ...]:
    """Give the words of a text that mix letters of two scripts."""
    return tuple(word for word in _LETTERS.findall(text) if len(_scripts(word)) > 1)


def _scripts(word: str) -> frozenset[Script]:
    return frozenset(script_of(letter) for letter in word if letter.isalpha()) - {Script.OTHER}


class NameCheck:
    """Look at names before they are saved; remembers which mixed words were pointed out."""

    def __init__(self) -> None:
        self._told: frozenset[str] = frozenset()

    def problems(self, texts: Iterable[str]) -> list[Words]:
        """Say what is odd; a mixed word is passed over the second time."""
        typed = tuple(texts)
        signs = [sign for text in typed for sign in hidden_signs(text)]
        if signs:
            named = ", ".join(dict.fromkeys(signs))
            return [
                lambda t: t.say(
                    "There is a sign in the name that cannot be seen ({signs}). Clear the field "
                    "and type the name anew.",
                    signs=named,
                )
            ]
        mixed = frozenset(word for text in typed for word in mixed_words(text))
        fresh, self._told = mixed - self._told, mixed
        if not fresh:
            return []
        words = ", ".join(sorted(fresh))
        return [
            lambda t: t.say(
                "“{words}” mixes letters of two scripts. Type it anew, or save again to keep it "
                "as it is.",
                words=words,
            )
        ]

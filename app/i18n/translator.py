"""Say a sentence in one language; an object handed around, never a global."""

import gettext
import re
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "hy", "ru")
PSEUDO = "xx"
"""A language for tests: every message is wrapped and longer, so what was never translated shows."""

DOMAINS = ("ui", "cli", "reports", "wording")
CATALOGUES = Path(__file__).parents[2] / "resources" / "i18n"
NARROW_SPACE = "\u202f"

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_LONGER = str.maketrans({letter: letter * 2 for letter in "aeiou"})


def mark(text: str) -> str:
    """Mark a constant for extraction and return it unchanged; `Translator.say` it when shown."""
    return text


class Translator:
    """The sentences of one language.

    A message is a whole English sentence with named placeholders. What has no translation is said
    in English. A message is never taken from data: values fill placeholders and are not read as
    messages themselves.
    """

    __slots__ = ("_catalogue", "lang")

    def __init__(self, lang: str, catalogue: gettext.NullTranslations) -> None:
        self.lang = lang
        self._catalogue = catalogue

    @classmethod
    def open(cls, lang: str) -> "Translator":
        """Open the catalogues of `lang`; raises ValueError for a language we do not have."""
        if lang == PSEUDO:
            return cls(lang, _PseudoCatalogue())
        if lang not in LANGUAGES:
            raise ValueError(f"no catalogue for language {lang!r}")
        return cls(lang, _merged(lang))

    def say(self, text: str, /, **values: object) -> str:
        """Say one sentence."""
        return _filled(self._catalogue.gettext(text) if text else "", values)

    def say_n(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Say one sentence about `n` things; the placeholder {n} prints the number itself."""
        return _filled(self._catalogue.ngettext(one, many, n), {"n": self.number(n), **values})

    def say_in(self, context: str, text: str, /, **values: object) -> str:
        """Say a word that means different things in different places."""
        return _filled(self._catalogue.pgettext(context, text), values)

    def number(self, n: int) -> str:
        """Write a whole number with narrow no-break spaces between thousands."""
        return f"{n:,}".replace(",", NARROW_SPACE)

    def __repr__(self) -> str:
        return f"Translator({self.lang!r})"


def _filled(sentence: str, values: dict[str, object]) -> str:
    return sentence.format(**values) if values else sentence


@cache
def _merged(lang: str) -> gettext.NullTranslations:
    merged: gettext.NullTranslations | None = None
    if lang != "en":
        for domain in DOMAINS:
            path = CATALOGUES / lang / "LC_MESSAGES" / f"{domain}.mo"
            if not path.is_file():
                continue
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)
            if merged is None:
                merged = catalogue
            else:
                merged.add_fallback(catalogue)
    return merged or gettext.NullTranslations()


class _PseudoCatalogue(gettext.NullTranslations):
    """English, wrapped in marks and about two fifths longer; placeholders stay as they are."""

    def gettext(self, message: str) -> str:
        parts = _PLACEHOLDER.split(message)
        longer = "".join(
            part if _PLACEHOLDER.fullmatch(part) else part.translate(_LONGER) for part in parts
        )
        return f"«{longer}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002  the base names it
        return self.gettext(message)

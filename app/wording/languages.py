"""Names the languages in which people spoke or wrote."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator

#: In the order in which they are offered.
KNOWN: Final = ("hy", "ru", "en", "az", "tr", "fr", "de")


def language_name(code: str, t: Translator) -> str:
    """Name a language in which somebody spoke or a name is written."""
    return {
        "hy": t.say("Armenian"),
        "ru": t.say("Russian"),
        "en": t.say("English"),
        "az": t.say("Azerbaijani"),
        "tr": t.say("Turkish"),
        "fr": t.say("French"),
        "de": t.say("German"),
    }.get(code, code)

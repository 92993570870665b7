"""Says of a translation from which language it is into which, and whether it is certified."""

from __future__ import annotations

from app.i18n import Translator
from app.wording.languages import language_name


def translation_words(
    from_lang: str, lang: str, t: Translator, *, certified: bool, here: str = ""
) -> str:
    """Say what a translation is; a language that everybody `here` reads need not be named."""
    start, into = _out_of(from_lang, t), _into(lang, t)
    if lang == here:
        if certified:
            return t.say("certified translation {from_language}", from_language=start)
        return t.say("uncertified translation {from_language}", from_language=start)
    if certified:
        return t.say(
            "certified translation {from_language} {into_language}",
            from_language=start,
            into_language=into,
        )
    return t.say(
        "uncertified translation {from_language} {into_language}",
        from_language=start,
        into_language=into,
    )


def quoted_words(lang: str, into: str, t: Translator, *, certified: bool, here: str) -> str:
    """Name the language of words that stand as they were said, and what translates them."""
    name = language_name(lang, t)
    if into == here:
        if certified:
            return t.say("{language}; certified translation", language=name)
        return t.say("{language}; uncertified translation", language=name)
    if certified:
        return t.say(
            "{language}; certified translation {into_language}",
            language=name,
            into_language=_into(into, t),
        )
    return t.say(
        "{language}; uncertified translation {into_language}",
        language=name,
        into_language=_into(into, t),
    )


def _out_of(code: str, t: Translator) -> str:
    return {
        "": t.say("from a language not noted"),
        "hy": t.say("from Armenian"),
        "ru": t.say("from Russian"),
        "en": t.say("from English"),
        "az": t.say("from Azerbaijani"),
        "tr": t.say("from Turkish"),
        "fr": t.say("from French"),
        "de": t.say("from German"),
    }.get(code, code)


def _into(code: str, t: Translator) -> str:
    return {
        "": t.say("into a language not noted"),
        "hy": t.say("into Armenian"),
        "ru": t.say("into Russian"),
        "en": t.say("into English"),
        "az": t.say("into Azerbaijani"),
        "tr": t.say("into Turkish"),
        "fr": t.say("into French"),
        "de": t.say("into German"),
    }.get(code, code)

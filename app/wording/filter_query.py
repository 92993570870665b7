"""Says how a question of the filter box was read, and what could not be read as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.i18n import Translator
from app.shapes.filter_query import (
    AllOf,
    AnyOf,
    CodeIn,
    DateIs,
    HintCode,
    Phrase,
    QueryHint,
    QueryKey,
    QueryNode,
    Said,
    SilentFor,
    Without,
    WordsIn,
)
from app.wording.visible_text import visible
from app.wording.vocabulary import codes, label
from models.vocabulary.date_words import in_words

LISTS: Final[dict[QueryKey, tuple[str, ...]]] = {
    QueryKey.STATUS: ("headline",),
    QueryKey.FATE: ("fate",),
    QueryKey.HELD: ("custody",),
    QueryKey.ADMITTED: ("ack",),
    QueryKey.HOME: ("repat", "remains"),
    QueryKey.CHIP: ("chip",),
    QueryKey.IS: ("query_is",),
}
"""Keys that take codes, and the lists these come from."""

_MOST_SAID: Final = 3


def list_of(key: QueryKey, code: str) -> str:
    """Name the list that a code of this key stands in."""
    return next((name for name in LISTS[key] if code in codes(name)), LISTS[key][0])


def question_words(  # noqa: PLR0911  one sentence a kind of part
    node: QueryNode, t: Translator
) -> str:
    """Say a question, part by part, in the reader's language."""
    match node:
        case Said(words):
            return _and([_quoted(word, t) for word in words], t)
        case Phrase(words):
            return t.say("{words} word for word", words=_quoted(" ".join(words), t))
        case CodeIn(key, found):
            return _field(key, [_code(key, code, t) for code in found], t)
        case WordsIn(key, values):
            return _field(key, [_quoted(value, t) for value in values], t)
        case DateIs(key, date):
            return _field(key, [in_words(date, t.lang)], t)
        case SilentFor(days):
            said = t.say_n("for more than {n} day", "for more than {n} days", days)
            return t.say("{field}: {value}", field=t.say("No sign of life"), value=said)
        case Without(part):
            return t.say("not ({part})", part=question_words(part, t))
        case AllOf(parts):
            return _and([_inner(part, t) for part in parts], t)
        case AnyOf(parts):
            return _or([question_words(part, t) for part in parts], t)


def hint_sentence(hint: QueryHint, t: Translator) -> str:
    """Give the sentence that says what was read otherwise than it stands there."""
    text = visible(hint.text)
    return {
        HintCode.UNBALANCED_QUOTE: t.say("A quotation mark stands alone: read as plain words."),
        HintCode.UNBALANCED_PARENTHESIS: t.say("A parenthesis stands alone: it was passed over."),
        HintCode.UNKNOWN_KEY: t.say("“{text}:” is no key of this box: read as words.", text=text),
        HintCode.EMPTY_KEY: t.say("Nothing stands after “{text}”: read as a word.", text=text),
        HintCode.UNKNOWN_VALUE: t.say(
            "“{text}” is not known there: this part was passed over.", text=text
        ),
        HintCode.NOT_A_DATE: t.say(
            "“{text}” is not a date one can compare with: this part was passed over.", text=text
        ),
        HintCode.NOT_A_NUMBER: t.say(
            "“{text}” is no number of days: this part was passed over.", text=text
        ),
        HintCode.DANGLING: t.say("“{text}” joins nothing here: it was passed over.", text=text),
        HintCode.TOO_DEEP: t.say("Parentheses are nested too deep: the inner ones are left out."),
        HintCode.TOO_LONG: t.say("This is too long: only its beginning was read."),
        HintCode.NOTHING: t.say("There is no letter or figure in it to look for."),
    }[hint.code]


def _inner(node: QueryNode, t: Translator) -> str:
    said = question_words(node, t)
    return t.say("({part})", part=said) if isinstance(node, AnyOf) else said


def _field(key: QueryKey, values: Sequence[str], t: Translator) -> str:
    shown = list(values[:_MOST_SAID])
    if len(values) > len(shown):
        rest = len(values) - len(shown)
        value = t.say_n(
            "{first} or {n} other", "{first} or {n} others", rest, first=_or(shown, t)
        )  # fmt: skip
    else:
        value = _or(shown, t)
    return t.say("{field}: {value}", field=label("query_key", key, t.lang), value=value)


def _code(key: QueryKey, code: str, t: Translator) -> str:
    return label(list_of(key, code), code, t.lang)


def _quoted(text: str, t: Translator) -> str:
    return t.say("“{text}”", text=visible(text))


def _and(parts: Sequence[str], t: Translator) -> str:
    said = parts[0]
    for part in parts[1:]:
        said = t.say("{one} and {other}", one=said, other=part)
    return said


def _or(parts: Sequence[str], t: Translator) -> str:
    said = parts[0]
    for part in parts[1:]:
        said = t.say("{one} or {other}", one=said, other=part)
    return said

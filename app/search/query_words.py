"""The words of the filter box: keys, operators and values of closed lists, in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from app.search.fold import fold
from app.shapes.filter_query import QueryKey
from app.wording.filter_query import LISTS, list_of
from app.wording.vocabulary import Form, codes, label

LANGUAGES: Final = ("en", "hy", "ru")
_FORMS: Final[tuple[Form, ...]] = ("full", "short", "answer")
AND: Final = frozenset({"AND", "И", "ԵՎ", "ԵՒ", "&&"})
OR: Final = frozenset({"OR", "ИЛИ", "ԿԱՄ", "||"})
NOT: Final = frozenset({"NOT", "НЕ", "ՈՉ"})
"""In capitals only: «и» and «կամ» also stand in what one looks for."""

ME: Final = frozenset({"me", "i", "ես", "я", "մենք"})

DATES: Final = frozenset(
    {QueryKey.ON, QueryKey.AFTER, QueryKey.SINCE, QueryKey.BEFORE, QueryKey.UNTIL, QueryKey.BORN}
)

#: What people call them besides the word that is offered (`resources/vocab/query_key.toml`).
_ALSO: Final[dict[QueryKey, str]] = {
    QueryKey.NAME: "names фамилия фио ազգանուն",
    QueryKey.NUMBER: "no nr id case document № документ գործ փաստաթուղթ",
    QueryKey.STATUS: "headline итог заголовок состояние եզրակացություն կարգավիճակ",
    QueryKey.FATE: "alive life жив жизнь ողջ",
    QueryKey.HELD: "custody captive плен удерживается գերություն գերի պահված",
    QueryKey.ADMITTED: "ack acknowledged признано признание ընդունում",
    QueryKey.HOME: "repat return remains дом возвращение останки տուն վերադարձ մասունքներ",
    QueryKey.CHIP: "label mark пометка նշում նշան",
    QueryKey.PLACE: "where где տեղ որտեղ",
    QueryKey.UNIT: "подразделение отряд ստորաբաժանում",
    QueryKey.INCIDENT: "event событие инцидент случай պատահար",
    QueryKey.SOURCE: "cites citing источника աղբյուրը",
    QueryKey.OFFICER: "staff ведёт ответственный պատասխանատու",
    QueryKey.ON: "date seen օր день когда երբ",
    QueryKey.AFTER: "позже հետոյից ուշ",
    QueryKey.SINCE: "from от ից",
    QueryKey.BEFORE: "earlier раньше մինչ վաղ",
    QueryKey.UNTIL: "to till по",
    QueryKey.BORN: "birth родился рождение ծնունդ ծնվել",
    QueryKey.SILENT: "silence тишина լուռ",
    QueryKey.IS: "есть է",
}


@cache
def _keys() -> dict[str, QueryKey]:
    known = {fold(word): key for key, words in _ALSO.items() for word in words.split()}
    offered = {fold(label("query_key", key, lang)): key for key in QueryKey for lang in LANGUAGES}
    return {**known, **offered, **{fold(key): key for key in QueryKey}}


def key_of(word: str) -> QueryKey | None:
    """Give the key that a word before a colon means; None where it means none."""
    return _keys().get(fold(word))


def key_words(key: QueryKey, lang: str) -> str:
    """Give the word that is offered for a key in a language."""
    return label("query_key", key, lang)


def codes_of(key: QueryKey) -> tuple[str, ...]:
    """Give every code that a key takes, in the order in which people are offered them."""
    return tuple(dict.fromkeys(code for name in LISTS[key] for code in codes(name)))


@cache
def _labels(key: QueryKey) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each code with its folded words: the code itself, then its labels."""
    return tuple((code, tuple(dict.fromkeys(_said(key, code)))) for code in codes_of(key))


def _said(key: QueryKey, code: str) -> Iterator[str]:
    yield fold(code).replace("_", " ")
    name = list_of(key, code)
    for lang in LANGUAGES:
        for form in _FORMS:
            yield fold(label(name, code, lang, form))


def codes_for(key: QueryKey, value: str) -> tuple[str, ...]:
    """Give the codes that a value may mean: the very code or label, else what begins so.

    Only where nothing begins so, every code whose words hold all words of the value.
    """
    wanted = fold(value).replace("_", " ")
    if not wanted:
        return ()
    parts = wanted.split()
    known = _labels(key)
    for fits in (_is_code, _is_label, _begins_code, _begins_label, _holds_words):
        found = tuple(code for code, said in known if fits(said, wanted, parts))
        if found:
            return found
    return ()


def _is_code(said: tuple[str, ...], wanted: str, _parts: list[str]) -> bool:
    return said[0] == wanted


def _is_label(said: tuple[str, ...], wanted: str, _parts: list[str]) -> bool:
    return wanted in said


def _begins_code(said: tuple[str, ...], wanted: str, _parts: list[str]) -> bool:
    return said[0].startswith(wanted)


def _begins_label(said: tuple[str, ...], wanted: str, _parts: list[str]) -> bool:
    return any(one.startswith(wanted) for one in said)


def _holds_words(said: tuple[str, ...], _wanted: str, parts: list[str]) -> bool:
    words = {word for one in said for word in one.split()}
    return all(any(word.startswith(part) for word in words) for part in parts)

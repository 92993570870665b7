"""Reads what was typed into the filter box: `status:S22 place:Hadrut after:2020-12-10 "unit 9"`.

Words beside one another must all hold; AND, OR, NOT (И, ИЛИ, НЕ; ԵՎ, ԿԱՄ, ՈՉ), parentheses, `-word`
and "phrases" mean what they mean elsewhere. What cannot be read so is read as plain words or passed
over, and a hint says so: a question may be odd, it is never refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from app.search.fold import folded_words, spoken_words
from app.search.query_tokens import Cutter, Mark, Token
from app.search.query_words import DATES, codes_for
from app.shapes.filter_query import (
    AllOf,
    AnyOf,
    CodeIn,
    DateIs,
    FilterQuery,
    HintCode,
    Phrase,
    QueryKey,
    QueryNode,
    Said,
    SilentFor,
    Without,
    WordsIn,
)
from app.wording.filter_query import LISTS
from models.vocabulary.partial_date import NotADate, PartialDate

_MOST_DAYS: Final = 36_500
#: Keys whose date must end, or begin, somewhere for the question to mean anything.
_NEEDS_LATEST: Final = frozenset({QueryKey.AFTER, QueryKey.UNTIL})
_NEEDS_EARLIEST: Final = frozenset({QueryKey.SINCE, QueryKey.BEFORE})


@lru_cache(maxsize=512)
def read_query(text: str) -> FilterQuery:
    """Take a question apart. Never raises; its work is bounded whatever is typed."""
    cutter = Cutter(text)
    reading = _Reading(cutter.tokens(), cutter.hint)
    tree = reading.whole()
    if tree is None and text.strip() and not cutter.hints:
        cutter.hint(HintCode.NOTHING)
    return FilterQuery(tree, tuple(cutter.hints))


class _Reading:
    """Descend through the pieces; parentheses are in pairs already and their depth is bounded."""

    def __init__(self, tokens: Sequence[Token], hint: Callable[[HintCode, str], None]) -> None:
        self._tokens = tokens
        self._hint = hint
        self._at = 0

    def whole(self) -> QueryNode | None:
        tree = self._either()
        if tree is None:  # nothing but operators: somebody looks for a word that is one
            marks = [token for token in self._tokens if token.mark is not Mark.TERM]
            words = [word for token in marks for word in folded_words(token.text)]
            tree = Said(tuple(dict.fromkeys(words))) if words else None
        return tree

    def _peek(self) -> Mark | None:
        return self._tokens[self._at].mark if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _either(self) -> QueryNode | None:
        parts = [self._together()]
        word = ""
        while self._peek() is Mark.OR:
            word = self._take().text
            parts.append(self._together())
        found = [part for part in parts if part is not None]
        if len(found) < len(parts) and word:
            self._hint(HintCode.DANGLING, word)
        return _joined(found, AnyOf)

    def _together(self) -> QueryNode | None:
        parts: list[QueryNode] = []
        dangling = ""
        while (mark := self._peek()) not in (None, Mark.OR, Mark.CLOSE):
            if mark is Mark.AND:
                dangling = self._take().text
                if parts:
                    continue
                self._hint(HintCode.DANGLING, dangling)
            elif (part := self._one()) is not None:
                parts.append(part)
            dangling = ""
        if dangling:
            self._hint(HintCode.DANGLING, dangling)
        return _joined(_with_words_together(parts), AllOf)

    def _one(self) -> QueryNode | None:
        without, word = False, ""
        while self._peek() is Mark.NOT:
            without, word = not without, self._take().text
        mark = self._peek()
        if mark is Mark.OPEN:
            self._take()
            part = self._either()
            self._take()
        elif mark is Mark.TERM:
            part = self._term(self._take())
        else:
            if word:
                self._hint(HintCode.DANGLING, word)
            return None
        return Without(part) if without and part is not None else part

    def _term(self, token: Token) -> QueryNode | None:
        if token.key is None:
            words = folded_words(token.text)
            if not words:
                return None
            return Phrase(words) if token.quoted else Said(spoken_words(token.text))
        if token.key in DATES:
            return self._date(token.key, token.text)
        if token.key is QueryKey.SILENT:
            return self._silent(token.text)
        values = (token.text,) if token.quoted else tuple(filter(None, token.text.split(",")))
        if token.key in LISTS:
            return self._codes(token.key, values)
        values = tuple(value for value in values if folded_words(value))
        if not values:
            self._hint(HintCode.UNKNOWN_VALUE, token.text)
            return None
        return WordsIn(token.key, values)

    def _codes(self, key: QueryKey, values: Sequence[str]) -> QueryNode | None:
        found: list[str] = []
        for value in values:
            codes = codes_for(key, value)
            if not codes:
                self._hint(HintCode.UNKNOWN_VALUE, value)
            found += codes
        return CodeIn(key, tuple(dict.fromkeys(found))) if found else None

    def _date(self, key: QueryKey, text: str) -> QueryNode | None:
        date = _read_date(text, dob=key is QueryKey.BORN)
        useless = (
            date is None
            or not date.is_known
            or (key in _NEEDS_LATEST and date.latest is None)
            or (key in _NEEDS_EARLIEST and date.earliest is None)
        )
        if useless or date is None:
            self._hint(HintCode.NOT_A_DATE, text)
            return None
        return DateIs(key, date)

    def _silent(self, text: str) -> QueryNode | None:
        figures = text.strip(" <>=")
        if figures.isdecimal() and len(figures) < 7 and 0 < int(figures) <= _MOST_DAYS:
            return SilentFor(int(figures))
        self._hint(HintCode.NOT_A_NUMBER, text)
        return None


def _read_date(text: str, *, dob: bool) -> PartialDate | None:
    for read in (PartialDate.parse_edtf, PartialDate.read):
        try:
            return read(text.strip(), dob=dob)
        except NotADate:
            continue
    return None


def _joined(parts: list[QueryNode], kind: type[AllOf | AnyOf]) -> QueryNode | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(dict.fromkeys(parts)))


def _with_words_together(parts: list[QueryNode]) -> list[QueryNode]:
    """Let all plain words of one level be looked for at once, in the place of the first."""
    words = tuple(
        dict.fromkeys(word for part in parts if isinstance(part, Said) for word in part.words)
    )
    found: list[QueryNode] = []
    for part in parts:
        if not isinstance(part, Said):
            found.append(part)
        elif words:
            found.append(Said(words))
            words = ()
    return found

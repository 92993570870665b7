"""Cuts what was typed into the filter box into marks and terms; loses nothing, refuses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.search.query_words import AND, NOT, OR, key_of
from app.shapes.filter_query import HintCode, QueryHint, QueryKey

MOST_LETTERS: Final = 1_000
MOST_TERMS: Final = 40
MOST_DEPTH: Final = 12

_QUOTES: Final = '"“”„‟«»'
_MINUS: Final = "-−–"
_BLANK = re.compile(r"\s+")
_QUOTED = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")
_KEY = re.compile(r"([^\W\d_]+|№):(?!//)")
_WORD = re.compile(r"[^\s()" + _QUOTES + "]+")
_LONG_SHOWN: Final = 40


class Mark(StrEnum):
    """What a piece of the question is."""

    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    TERM = "TERM"


@dataclass(frozen=True, slots=True)
class Token:
    """A mark, or a term: a word or a phrase, perhaps of one key."""

    mark: Mark
    text: str = ""
    key: QueryKey | None = None
    quoted: bool = False


class Cutter:
    """Walk once through a text; `hints` say what was read otherwise than it stands there."""

    def __init__(self, text: str) -> None:
        self.hints: list[QueryHint] = []
        self._text = text[:MOST_LETTERS]
        self._at = 0
        self._terms = 0
        self._cut = len(text.rstrip()) > MOST_LETTERS

    def tokens(self) -> list[Token]:
        """Give the pieces, parentheses in pairs and never too deep."""
        found = []
        while (token := self._next()) is not None:
            if token.mark is Mark.TERM:
                self._terms += 1
                if self._terms > MOST_TERMS:
                    self._cut = True
                    break
            found.append(token)
        if self._cut:
            self.hint(HintCode.TOO_LONG)
        return self._paired(found)

    def hint(self, code: HintCode, text: str = "") -> None:
        """Note a hint once."""
        hint = QueryHint(code, text[:_LONG_SHOWN])
        if hint not in self.hints:
            self.hints.append(hint)

    def _next(self) -> Token | None:
        text = self._text
        if blank := _BLANK.match(text, self._at):
            self._at = blank.end()
        if self._at >= len(text):
            return None
        letter = text[self._at]
        if letter in "()":
            self._at += 1
            return Token(Mark.OPEN if letter == "(" else Mark.CLOSE)
        if letter in _MINUS and text[self._at + 1 : self._at + 2].strip():
            self._at += 1
            return Token(Mark.NOT)
        if letter in _QUOTES:
            return self._phrase(None)
        if key := _KEY.match(text, self._at):
            return self._keyed(key)
        return self._word()

    def _word(self) -> Token:
        found = _WORD.match(self._text, self._at)
        if found is None:  # a lone quote or minus: read as nothing
            self._at += 1
            return Token(Mark.TERM)
        self._at = found.end()
        word = found.group()
        for mark, words in ((Mark.AND, AND), (Mark.OR, OR), (Mark.NOT, NOT)):
            if word in words:
                return Token(mark, word)
        return Token(Mark.TERM, word)

    def _phrase(self, key: QueryKey | None) -> Token:
        if whole := _QUOTED.match(self._text, self._at):
            self._at = whole.end()
            return Token(Mark.TERM, whole.group(1), key, quoted=True)
        self._at += 1
        self.hint(HintCode.UNBALANCED_QUOTE)
        word = _WORD.match(self._text, self._at)
        if key is None or word is None:
            return Token(Mark.TERM)
        self._at = word.end()
        return Token(Mark.TERM, word.group(), key)

    def _keyed(self, found: re.Match[str]) -> Token:
        name = found.group(1)
        key = key_of(name)
        if key is None:
            word = self._word()
            self.hint(HintCode.UNKNOWN_KEY, name)
            return word
        self._at = found.end()
        if self._text[self._at : self._at + 1] in set(_QUOTES):
            return self._phrase(key)
        value = _WORD.match(self._text, self._at)
        if value is None:
            self.hint(HintCode.EMPTY_KEY, found.group())
            return Token(Mark.TERM, name)
        self._at = value.end()
        return Token(Mark.TERM, value.group(), key)

    def _paired(self, tokens: list[Token]) -> list[Token]:
        """Leave out parentheses without a partner, and pairs nested too deep to be meant."""
        dropped: set[int] = set()
        waiting: list[int] = []
        for at, token in enumerate(tokens):
            if token.mark is Mark.OPEN:
                waiting.append(at)
            elif token.mark is Mark.CLOSE:
                if not waiting:
                    dropped.add(at)
                    self.hint(HintCode.UNBALANCED_PARENTHESIS)
                    continue
                if len(waiting) > MOST_DEPTH:
                    dropped |= {at, waiting[-1]}
                    self.hint(HintCode.TOO_DEEP)
                waiting.pop()
        if waiting:
            dropped.update(waiting)
            self.hint(HintCode.UNBALANCED_PARENTHESIS)
        return [token for at, token in enumerate(tokens) if at not in dropped]

"""What a person asks of the register in the filter box, taken apart: a frozen tree and hints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.vocabulary.partial_date import PartialDate


class QueryKey(StrEnum):
    """What a part of the question looks at: `place:Hadrut` looks at the last known place."""

    NAME = "NAME"
    NUMBER = "NUMBER"
    STATUS = "STATUS"
    FATE = "FATE"
    HELD = "HELD"
    ADMITTED = "ADMITTED"
    HOME = "HOME"
    CHIP = "CHIP"
    PLACE = "PLACE"
    UNIT = "UNIT"
    INCIDENT = "INCIDENT"
    SOURCE = "SOURCE"
    OFFICER = "OFFICER"
    ON = "ON"
    AFTER = "AFTER"
    SINCE = "SINCE"
    BEFORE = "BEFORE"
    UNTIL = "UNTIL"
    BORN = "BORN"
    SILENT = "SILENT"
    IS = "IS"


class WhatIs(StrEnum):
    """What `is:` may ask."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"
    MINE = "MINE"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that stand somewhere in what a man is found by; folded."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Whole words that stand there one after another; folded."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeIn:
    """One of some codes of a closed list."""

    key: QueryKey
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsIn:
    """Words that stand in one field: one of the values is enough, of a value every word."""

    key: QueryKey
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateIs:
    """How a date of his lies to a date as it was typed, by possible overlap (domain.md 5.5)."""

    key: QueryKey
    date: PartialDate


@dataclass(frozen=True, slots=True)
class SilentFor:
    """Nobody saw him alive for more than some days."""

    days: int


@dataclass(frozen=True, slots=True)
class Without:
    """What must not hold."""

    part: QueryNode


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[QueryNode, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[QueryNode, ...]


type QueryNode = (
    Said | Phrase | CodeIn | WordsIn | DateIs | SilentFor | Without | AllOf | AnyOf
)  # fmt: skip


class HintCode(StrEnum):
    """Why a question was read otherwise than it may have been meant."""

    UNBALANCED_QUOTE = "UNBALANCED_QUOTE"
    UNBALANCED_PARENTHESIS = "UNBALANCED_PARENTHESIS"
    UNKNOWN_KEY = "UNKNOWN_KEY"
    EMPTY_KEY = "EMPTY_KEY"
    UNKNOWN_VALUE = "UNKNOWN_VALUE"
    NOT_A_DATE = "NOT_A_DATE"
    NOT_A_NUMBER = "NOT_A_NUMBER"
    DANGLING = "DANGLING"
    TOO_DEEP = "TOO_DEEP"
    TOO_LONG = "TOO_LONG"
    NOTHING = "NOTHING"


@dataclass(frozen=True, slots=True)
class QueryHint:
    """A hint with the piece of text it is about."""

    code: HintCode
    text: str = ""


@dataclass(frozen=True, slots=True)
class FilterQuery:
    """A question as it was read; `tree` is None where nothing is asked."""

    tree: QueryNode | None = None
    hints: tuple[QueryHint, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Tell whether it was read as nothing but words: then there is nothing to explain."""
        return not self.hints and (self.tree is None or isinstance(self.tree, Said))

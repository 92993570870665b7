"""Blocks of papers that run over many pages: a new page, an index of names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A name of the index, whose it is, where he begins; `letter` heads it where it is new."""

    letter: str
    name: str
    number: str
    page: int


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names in the order of an alphabet, in two columns; begins a page."""

    title: str
    under: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


type LongBlock = NewPage | NameIndex

"""Blocks that say where pages may end: a new page, what stays on one; an index of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.reports.document import Block


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


@dataclass(frozen=True, slots=True)
class Whole:
    """Blocks that stand on one page together, wherever a page has room for them."""

    blocks: tuple[Block, ...]


type LongBlock = NewPage | NameIndex | Whole

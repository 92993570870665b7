"""Takes words out of the cells of a row by small patterns: `{surname} {forename}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache

from app.errors import BadInput

type Cells = Mapping[str, str]

_COLUMN = re.compile(r"\{([^{}]+)\}")
_HOW_MUCH_IS_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class Words:
    """Parts put together: each part a text with `{column}` in it, empty parts left out.

    A part that names columns counts as empty where all of them are.
    """

    parts: tuple[str, ...] = ()
    between: str = ", "
    _cut: tuple[tuple[tuple[str, str], ...], ...] = field(
        init=False, repr=False, compare=False, default=()
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cut", tuple(_cut(part) for part in self.parts))

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def columns(self) -> tuple[str, ...]:
        """Name the columns that are asked, in order."""
        return tuple(column for part in self._cut for _, column in part if column)

    def fill(self, cells: Cells) -> str:
        """Put the words of a row together."""
        filled = [text for part in self._cut if (text := _fill(part, cells))]
        return filled[0] if len(filled) == 1 else self.between.join(filled)


def _cut(part: str) -> tuple[tuple[str, str], ...]:
    pieces: list[tuple[str, str]] = []
    end = 0
    for found in _COLUMN.finditer(part):
        pieces.append((part[end : found.start()], found[1]))
        end = found.end()
    if end < len(part):
        pieces.append((part[end:], ""))
    return tuple(pieces)


def _fill(part: tuple[tuple[str, str], ...], cells: Cells) -> str:
    if len(part) == 1:
        literal, column = part[0]
        if not column:
            return literal
        value = cells.get(column, "")
        return literal + value if value else ""
    values = [(literal, cells.get(column, "") if column else "") for literal, column in part]
    if not any(value for _, value in values):
        return ""
    return "".join(literal + value for literal, value in values).strip()


@dataclass(frozen=True, slots=True)
class When:
    """A condition on cells: each column must match one of its patterns (`*` and `?` stand in).

    Letters are compared without regard to case; an empty pattern means an empty cell.
    """

    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def holds(self, cells: Cells) -> bool:
        """Say whether a row meets the condition; an empty one always does."""
        return all(matches(cells.get(column, ""), patterns) for column, patterns in self.columns)


@lru_cache(maxsize=65_536)
def matches(text: str, patterns: tuple[str, ...]) -> bool:
    """Say whether a text matches one of the patterns."""
    flat = text[:_HOW_MUCH_IS_LOOKED_AT].casefold()
    return any(_compiled(pattern).match(flat) is not None for pattern in patterns)


@lru_cache(maxsize=4_096)
def _compiled(pattern: str) -> re.Pattern[str]:
    if pattern.count("*") > 6:
        # Many stars make matching slow on long hostile cells; no honest rule needs them.
        raise BadInput("profile", "profile_pattern", value=pattern)
    return re.compile(translate(pattern.casefold()))

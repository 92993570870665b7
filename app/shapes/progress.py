"""How far long work has come, and whether somebody asked it to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many; `total` 0 means unknown."""

    done: int
    total: int
    what: str = ""


type Report = Callable[[Progress], None]
type Cancelled = Callable[[], bool]


def silent(_: Progress) -> None:
    """Report to nobody."""


def never() -> bool:
    """Nobody asked to stop."""
    return False

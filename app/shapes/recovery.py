"""A recovery sheet: what the register knows of it, and what stands on the paper alone."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SheetMade:
    """That a register has a recovery sheet: its number, its day, whether in three parts."""

    number: int
    made_at: datetime
    split: bool


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The secret of a new sheet, for paper only: nothing of it is kept by the program.

    `lines` are four lines of letters, or, where the sheet was split, `shares` are three lists of
    words of which any two open the register.
    """

    made: SheetMade
    register_name: str
    register_short_id: str
    lines: tuple[str, ...] = field(default=(), repr=False)
    shares: tuple[tuple[str, ...], ...] = field(default=(), repr=False)

"""Say what stands in the cells of a two-line table, without any Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from app.ui.theme.palette import Role
from app.ui.widgets.kit import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the fact (M) and its companion beneath (S).

    `mark` = (facet, value) draws a mark with `second` as its word beneath. `wraps`: `first` takes
    both lines and is never cut. `short` stands in for `second` where that does not fit; with
    `keeps` neither line is ever elided (dates, headlines). `icon` stands before `second`.
    """

    first: str = ""
    second: str = ""
    strong: bool = False
    mark: tuple[str, str] | None = None
    wraps: bool = False
    short: str = ""
    keeps: bool = False
    icon: str = ""
    role: Role = Role.TEXT2
    tip: str = ""

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        return ", ".join(part for part in (self.first, self.second) if part)


@dataclass(frozen=True, slots=True)
class Column[Row]:
    """One column: its head, how a row is shown in it, how wide it is at base 13 px.

    `least` is the narrowest it may become; columns with the lowest `gives_way` shrink first
    (0 never shrinks), and the one with `grows` takes what is left over.
    """

    key: str
    words: Words
    cell: Callable[[Row], Cell]
    width: int
    least: int = 0
    gives_way: int = 0
    grows: bool = False
    centred: bool = False
    right: bool = False
    sorts: bool = True
    tip: Words = ""


def fit_widths(columns: list[tuple[int, int, int, bool]], room: int) -> list[int]:
    """Share `room` pixels out among columns of (width, least, gives_way, grows).

    What is left over goes to the growing columns; what is lacking is taken first from the column
    that gives way first, down to its least.
    """
    widths = [width for width, _, _, _ in columns]
    spare = room - sum(widths)
    growing = [at for at, column in enumerate(columns) if column[3]] or [len(columns) - 1]
    if spare > 0 and columns:
        share, rest = divmod(spare, len(growing))
        for at in growing:
            widths[at] += share
        widths[growing[-1]] += rest
        return widths
    order = sorted((column[2], at) for at, column in enumerate(columns) if column[2] > 0)
    for _, at in order:
        give = min(-spare, widths[at] - (columns[at][1] or widths[at]))
        if give > 0:
            widths[at] -= give
            spare += give
    return widths

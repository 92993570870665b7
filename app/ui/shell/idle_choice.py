"""Say after how many minutes alone a register may be locked, and offer the usual ones."""

from typing import Final

DEFAULT_MINUTES: Final = 5
SHORTEST_MINUTES: Final = 1
LONGEST_MINUTES: Final = 60
OFFERED: Final = (1, 2, 5, 10, 15, 30, 60)
KEPT: Final = "lock.minutes"
"""Where the choice stands among what the window remembers of a person, inside the register."""


def accepted_minutes(kept: object) -> int:
    """Return the minutes a person chose, brought into bounds; the default for anything else."""
    if isinstance(kept, bool) or not isinstance(kept, int | float):
        return DEFAULT_MINUTES
    return min(max(round(kept), SHORTEST_MINUTES), LONGEST_MINUTES)

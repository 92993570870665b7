"""Compare field by field what I typed, what somebody else saved meanwhile, and what stood before.

No Qt here. The three are of one dataclass; what only they changed is taken, what only I changed is
kept, and where both changed a field the person decides (R-07).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any  # Any: a field may hold whatever the form edits


class Side(StrEnum):
    """Whose value a field takes."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs between the three."""

    field: str
    original: object
    theirs: object
    mine: object

    @property
    def changed_by_both(self) -> bool:
        """Tell whether a person must decide."""
        others = self.original not in (self.mine, self.theirs)
        return others and self.mine != self.theirs

    @property
    def default(self) -> Side:
        """Give the side that is taken unless the person says otherwise; mine is never lost."""
        return Side.THEIRS if self.mine == self.original else Side.MINE


def differences(
    original: object, theirs: object, mine: object, names: Iterable[str]
) -> tuple[Difference, ...]:
    """List the fields in which the three are not all the same."""
    found = (
        Difference(name, getattr(original, name), getattr(theirs, name), getattr(mine, name))
        for name in names
    )
    return tuple(one for one in found if not one.original == one.theirs == one.mine)


def merged(mine: Any, found: Iterable[Difference], chosen: Mapping[str, Side]) -> Any:
    """Give my shape with the fields in which theirs are to stand."""
    taken = {
        one.field: one.theirs for one in found if chosen.get(one.field, one.default) is Side.THEIRS
    }
    return replace(mine, **taken)

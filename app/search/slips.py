"""Says how two spellings of one word differ where a single slip of the pen explains it."""

from __future__ import annotations

from enum import StrEnum

from app.search.fold import fold


class Slip(StrEnum):
    """What happened to a word on its way onto a list."""

    NONE = "none"
    MISSING = "missing"
    MORE = "more"
    OTHER = "other"
    TURNED = "turned"


def slip_between(written: str, ours: str) -> Slip | None:
    """Tell how a word as written came from ours; None where one slip does not explain it.

    Marks, case and spaces do not count.
    """
    one, two = (fold(word).replace(" ", "") for word in (written, ours))
    if one == two:
        return Slip.NONE
    if abs(len(one) - len(two)) > 1 or not one or not two:
        return None
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    at = min(at, len(one), len(two))
    if len(one) < len(two):
        return Slip.MISSING if one[at:] == two[at + 1 :] else None
    if len(one) > len(two):
        return Slip.MORE if one[at + 1 :] == two[at:] else None
    if one[at + 1 :] == two[at + 1 :]:
        return Slip.OTHER
    turned = one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :]
    return Slip.TURNED if turned else None

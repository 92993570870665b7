"""Stop and ask before a headline changes in a way that is rarely right (domain.md 3.7)."""

from enum import StrEnum

from models.codebook.facts import Status
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.status import Facet, Headline, Health

_H = Headline
_DEATH = frozenset({_H.S50, _H.S51, _H.S52, _H.S53})
_REMAINS = frozenset({_H.S60, _H.S61, _H.S62, _H.S63, _H.S64})
_LIVING_CUSTODY = frozenset({_H.S20, _H.S21, _H.S22, _H.S23, _H.S24, _H.S25, _H.S26})
_MISSING = frozenset({_H.S10, _H.S11})


class UnusualChange(StrEnum):
    """Name a change that needs a supervisor, a reason, and the family told first."""

    TO_DEATH = "TO_DEATH"
    TO_REMAINS = "TO_REMAINS"
    HOME_NO_MORE = "HOME_NO_MORE"
    MISIDENTIFIED = "MISIDENTIFIED"
    ACKNOWLEDGED_TO_MISSING = "ACKNOWLEDGED_TO_MISSING"
    BURIED_NO_MORE = "BURIED_NO_MORE"


def unusual_change(old: Headline, new: Headline) -> UnusualChange | None:
    """Name what is unusual about a change of headline; None for the ordinary (3.7).

    Missing to acknowledged (S11 to S24) is ordinary: it happened.
    """
    if old is new:
        return None
    if old is _H.S41:
        return UnusualChange.HOME_NO_MORE
    if old is _H.S63:
        return UnusualChange.BURIED_NO_MORE
    if old in _REMAINS and new in _LIVING_CUSTODY:
        return UnusualChange.MISIDENTIFIED
    if old is _H.S24 and new in _MISSING:
        return UnusualChange.ACKNOWLEDGED_TO_MISSING
    if new in _DEATH:
        return UnusualChange.TO_DEATH
    if new in _REMAINS:
        return UnusualChange.TO_REMAINS
    return None


class ClosureBlock(StrEnum):
    """Say why a case may not be closed for a reason (3.8, P6)."""

    NOT_VERIFIED = "NOT_VERIFIED"
    NO_MEDICAL_CHECK = "NO_MEDICAL_CHECK"
    FAMILY_NOT_INFORMED = "FAMILY_NOT_INFORMED"
    NOT_FOUND_ALIVE = "NOT_FOUND_ALIVE"
    REMAINS_NOT_HANDED_OVER = "REMAINS_NOT_HANDED_OVER"
    NOT_IDENTIFIED = "NOT_IDENTIFIED"


def closure_blocks(status: Status, reason: ClosureReason) -> tuple[ClosureBlock, ...]:
    """Name what keeps a case from being closed for a reason; empty when it may (3.8, P6).

    A court declaration, elapsed time or "all exchanges completed" are no reasons at all. That the
    family was informed moves no facet: whoever closes a case looks for it among its events.
    """
    headline = status.headline
    if reason is ClosureReason.REPATRIATED_VERIFIED:
        if headline is not _H.S41:
            return (ClosureBlock.NOT_VERIFIED,)
        checked = status.facets[Facet.HEALTH].value is not Health.UNKNOWN
        return () if checked else (ClosureBlock.NO_MEDICAL_CHECK,)
    if reason is ClosureReason.FOUND_ALIVE_NOT_CAPTURED:
        return () if headline is _H.S42 else (ClosureBlock.NOT_FOUND_ALIVE,)
    if reason is ClosureReason.REMAINS_HANDED_TO_FAMILY:
        return _blocks_of_burial(status)
    return ()


def _blocks_of_burial(status: Status) -> tuple[ClosureBlock, ...]:
    """Ask for both: identified (M97) and handed over (M99)."""
    if status.headline is not _H.S63:
        return (ClosureBlock.REMAINS_NOT_HANDED_OVER,)
    return () if status.remains_identified else (ClosureBlock.NOT_IDENTIFIED,)

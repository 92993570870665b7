"""Let a supervisor's decision stand in for the computed value, until its review date (P13)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from models.codebook.facts import FacetState, Override, TraceLine
from models.codebook.latest import Say
from models.vocabulary.status import FACET_VALUES, Facet, Headline

SHORTEST_REASON = 20
"""P13: characters a reason needs at least, outer spaces aside."""
LONGEST_DAYS = 90
"""P13: days after which a decision by hand must have been reviewed."""


class OverrideFault(StrEnum):
    """Say why a decision by hand cannot stand."""

    REASON_TOO_SHORT = "REASON_TOO_SHORT"
    NO_EVIDENCE = "NO_EVIDENCE"
    REVIEW_TOO_LATE = "REVIEW_TOO_LATE"
    REVIEW_BEFORE_SET = "REVIEW_BEFORE_SET"
    VALUE_OF_ANOTHER_FACET = "VALUE_OF_ANOTHER_FACET"


def override_faults(override: Override) -> tuple[OverrideFault, ...]:
    """P13: name everything that keeps a decision by hand from standing; empty when it may."""
    faults = []
    if len(override.reason.strip()) < SHORTEST_REASON:
        faults.append(OverrideFault.REASON_TOO_SHORT)
    if not override.evidence_ref.strip():
        faults.append(OverrideFault.NO_EVIDENCE)
    days = (override.review_by - override.set_on).days
    if days > LONGEST_DAYS:
        faults.append(OverrideFault.REVIEW_TOO_LATE)
    if days < 0:
        faults.append(OverrideFault.REVIEW_BEFORE_SET)
    kind = Headline if override.facet is None else FACET_VALUES[override.facet]
    if not isinstance(override.value, kind):
        faults.append(OverrideFault.VALUE_OF_ANOTHER_FACET)
    return tuple(faults)


def in_force(overrides: Iterable[Override], as_of: date, say: Say) -> dict[Facet | None, Override]:
    """P13: choose the decision in force on a day for each facet (None: the headline).

    The last one set wins. One that has expired or is not valid leaves the computed value, and
    the reasons say so.
    """
    last: dict[Facet | None, Override] = {}
    for override in sorted(overrides, key=lambda o: (o.set_on, o.id)):
        if override.set_on > as_of:
            continue
        if override_faults(override) and not _lifted(override, as_of):
            say(_line("override_not_valid", override))
        else:
            last[override.facet] = override  # what it replaced does not come back after it
    chosen: dict[Facet | None, Override] = {}
    for facet, override in last.items():
        if _lifted(override, as_of):
            continue
        if override.review_by < as_of:
            say(_line("override_expired", override))
        else:
            chosen[facet] = override
    return chosen


def _lifted(override: Override, as_of: date) -> bool:
    return override.lifted_on is not None and override.lifted_on <= as_of


def set_by_hand(
    facets: dict[Facet, FacetState], chosen: dict[Facet | None, Override], say: Say
) -> None:
    """P13: put the decided values in place of the computed ones; level and dates stay."""
    for facet, override in chosen.items():
        say(_line("override", override))
        if facet is not None and not isinstance(override.value, Headline):
            facets[facet] = replace(facets[facet], value=override.value)


def _line(key: str, override: Override) -> TraceLine:
    values = (override.value, override.review_by.isoformat(), override.reason)
    return TraceLine(override.facet, key, "P13", override.id, None, "", values)

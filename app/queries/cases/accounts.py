"""Accounts of one event that differ: what stands meanwhile, and whether anybody must decide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from models.codebook.evidence_level import CREDIBILITY_BAND, RELIABILITY_BAND
from models.events import Assertion, Event
from models.vocabulary.partial_date import PartialDate, hull


def standing(assertions: Sequence[Assertion]) -> list[Assertion]:
    """Give the assertions that were not withdrawn."""
    return [a for a in assertions if a.withdrawn_at is None]


def dated(assertions: Sequence[Assertion]) -> list[Assertion]:
    """Give the standing assertions that name a day of their own."""
    return [a for a in standing(assertions) if a.account.edtf is not None]


def accounts_differ(event: Event) -> bool:
    """Say whether standing accounts of day or place cannot both be true."""
    days = dated(event.assertions)
    if any(not a.account.overlaps(b.account) for a, b in combinations(days, 2)):
        return True
    known = event.occurred.edtf is not None
    if known and any(not a.account.overlaps(event.occurred) for a in days):
        return True
    places = {a.account_place_id for a in standing(event.assertions) if a.account_place_id}
    return len(places) > 1


def _strength(assertion: Assertion) -> int:
    return min(
        RELIABILITY_BAND[assertion.reliability], CREDIBILITY_BAND[assertion.credibility]
    )  # fmt: skip


def shown_date(event: Event) -> PartialDate:
    """Give the date that papers and lists say (decisions.md, Dates).

    The preferred account; else, where accounts differ, the hull of the strongest ones; else the
    event's own date; else what the accounts agree on.
    """
    days = dated(event.assertions)
    for account in days:
        if account.id == event.preferred_assertion_id:
            return account.account
    if not days:
        return event.occurred
    if event.occurred.edtf is not None and not accounts_differ(event):
        return event.occurred
    best = max(_strength(a) for a in days)
    return hull([a.account for a in days if _strength(a) == best])

"""Says how much of what a court asks of an exhibit is there (Berkeley Protocol par. 155, 167)."""

from __future__ import annotations

from app.shapes.exhibits import Minimum
from models.exhibits import Exhibit
from models.vocabulary.exhibits import Attribute, AttributeState, ExhibitKind, ReceivedBy

_ONLINE = frozenset({ExhibitKind.WEBPAGE, ExhibitKind.SOCIAL_POST})


def minimum(row: Exhibit) -> Minimum:
    """Give the six attributes of an exhibit, each filled, unknown, missing or not asked.

    Who took it in and its hash the register itself sees to. Only what was found online has an
    address; there it cannot be unknown.
    """
    online = row.received_by is ReceivedBy.WEB or row.kind in _ONLINE
    address = AttributeState.NOT_ASKED
    if row.url or online:
        address = AttributeState.FILLED if row.url else AttributeState.MISSING
    return Minimum(
        (
            (Attribute.COLLECTOR, AttributeState.FILLED),
            (Attribute.RECEIVED, _known(row.received.is_known)),
            (Attribute.ORIGIN, _known(bool(row.origin) or row.source_id is not None)),
            (Attribute.WAY, _known(row.received_by is not ReceivedBy.UNKNOWN)),
            (Attribute.ADDRESS, address),
            (Attribute.HASH, AttributeState.FILLED),
        )
    )


def _known(known: bool) -> AttributeState:  # noqa: FBT001  # a fact, not a switch
    return AttributeState.FILLED if known else AttributeState.UNKNOWN

"""The codebook: what follows from what is known of a man, by rules anyone can read."""

from models.codebook.compute import CODEBOOK_VERSION, compute
from models.codebook.facts import (
    AssertionFact,
    CaseHistory,
    EventFact,
    FacetState,
    Override,
    Status,
    TraceLine,
)

__all__ = [
    "CODEBOOK_VERSION",
    "AssertionFact",
    "CaseHistory",
    "EventFact",
    "FacetState",
    "Override",
    "Status",
    "TraceLine",
    "compute",
]

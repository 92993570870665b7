"""Imports every mapped module; for migrations and tests only."""

from models import (
    cases,
    claims,
    desk,
    events,
    exhibits,
    finding,
    handovers,
    history,
    imports,
    incidents,
    merges,
    people,
    places,
    sources,
    staff,
)
from models.base import Base

metadata = Base.metadata

__all__ = [
    "cases",
    "claims",
    "desk",
    "events",
    "exhibits",
    "finding",
    "handovers",
    "history",
    "imports",
    "incidents",
    "merges",
    "metadata",
    "people",
    "places",
    "sources",
    "staff",
]

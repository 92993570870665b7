"""Imports every mapped module; for migrations and tests only."""

from models import (
    cases,
    claims,
    desk,
    disclosures,
    events,
    exhibits,
    families,
    finding,
    handovers,
    history,
    imports,
    incidents,
    lists,
    merges,
    people,
    places,
    sources,
    staff,
    submissions,
    tasks,
)
from models.base import Base

metadata = Base.metadata

__all__ = [
    "cases",
    "claims",
    "desk",
    "disclosures",
    "events",
    "exhibits",
    "families",
    "finding",
    "handovers",
    "history",
    "imports",
    "incidents",
    "lists",
    "merges",
    "metadata",
    "people",
    "places",
    "sources",
    "staff",
    "submissions",
    "tasks",
]

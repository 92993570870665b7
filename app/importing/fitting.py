"""Recognises a list of a known kind by its columns; the person may still say otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from app.errors import BadInput
from app.importing.profile import ListForm, Profile
from app.importing.table import Rows, column_names

FEWEST = 3
"""Fewer columns than this are no likeness: many lists have a name and a date."""


def fits(profile: Profile, rows: Rows) -> bool:
    """Say whether a list has every column that a profile asks for, and no fewer than it has.

    A profile for lists without a header names the columns itself: then their count must agree.
    """
    if profile.layout.form is ListForm.OWN and len(profile.columns) < FEWEST:
        return False
    try:
        names = column_names(rows, profile.layout)
    except BadInput:
        return False
    if not profile.layout.header:
        width = max(len(row) for row in rows)
        return bool(profile.layout.columns) and width == len(profile.layout.columns)
    return profile.columns <= set(names)


def fitting_profile(profiles: Iterable[Profile], rows: Rows) -> Profile | None:
    """Give the profile that asks for most of a list's columns; none where two ask for as many."""
    found = sorted((p for p in profiles if fits(p, rows)), key=lambda p: -len(p.columns))
    if not found or (len(found) > 1 and len(found[0].columns) == len(found[1].columns)):
        return None
    return found[0]

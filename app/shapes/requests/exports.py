"""What goes out, to be written down."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.shapes.exports import Form


@dataclass(frozen=True, slots=True)
class NoteExport:
    """So many people and rows go out in a form, and the originals of these exhibits.

    `recipient` empty: it stays with the office. `approved_by` is the second person, by name.
    """

    form: Form
    reason: str
    recipient: str = ""
    approved_by: str = ""
    people: int = 0
    rows: int = 0
    exhibits: tuple[UUID, ...] = ()

"""Reads one's own desk: drafts and what the window remembers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from app.db.unit_of_work import Reader
from models.desk import Draft, Preference


def draft(reader: Reader, form: str, subject: str) -> str | None:
    """Read the draft of a form on a subject, or None where there is none."""
    return reader.session.scalar(
        select(Draft.content).where(
            Draft.staff_id == reader.actor.id, Draft.form == form, Draft.subject == subject
        )
    )


def drafts(reader: Reader) -> tuple[tuple[str, str, datetime], ...]:
    """List one's drafts, newest first: form, subject, when it was kept."""
    rows = reader.session.execute(
        select(Draft.form, Draft.subject, Draft.saved_at)
        .where(Draft.staff_id == reader.actor.id)
        .order_by(Draft.saved_at.desc())
    )
    return tuple(rows.all())


def preference(reader: Reader, key: str) -> str | None:
    """Read what the window remembers under a key, or None."""
    return reader.session.scalar(
        select(Preference.value).where(
            Preference.staff_id == reader.actor.id, Preference.key == key
        )
    )

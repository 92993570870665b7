"""Use cases on one's own desk: drafts and what the window remembers; none makes history."""

from __future__ import annotations

from sqlalchemy import delete, select

from app.db.unit_of_work import UnitOfWork
from app.shapes.changes import Outcome
from models.desk import Draft, Preference


def keep_draft(uow: UnitOfWork, form: str, subject: str, content: str) -> Outcome[None]:
    """Keep what is being typed, sealed with the register (U-08)."""
    kept = uow.session.scalar(
        select(Draft).where(
            Draft.staff_id == uow.actor.id, Draft.form == form, Draft.subject == subject
        )
    )
    if kept is None:
        kept = Draft(staff_id=uow.actor.id, form=form, subject=subject)
        uow.session.add(kept)
    kept.content = content
    kept.saved_at = uow.clock.now()
    return Outcome(None)


def drop_draft(uow: UnitOfWork, form: str, subject: str) -> Outcome[None]:
    """Throw a draft away: it was saved, or is not wanted."""
    uow.session.execute(
        delete(Draft).where(
            Draft.staff_id == uow.actor.id, Draft.form == form, Draft.subject == subject
        )
    )
    return Outcome(None)


def remember(uow: UnitOfWork, key: str, value: str) -> Outcome[None]:
    """Remember a setting of the window for the member of staff at work (U-14)."""
    kept = uow.session.get(Preference, (uow.actor.id, key))
    if kept is None:
        uow.session.add(Preference(staff_id=uow.actor.id, key=key, value=value))
    else:
        kept.value = value
    return Outcome(None)

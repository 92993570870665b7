"""The desk of each member of staff and of the office: drafts, remembered settings, office facts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Entity, UtcDateTime, new_id


class Draft(Base):
    """What was being typed: kept sealed until saved or thrown away (U-08)."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("staff_id", "form", "subject"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    #: Which form ("record_event"), and on what (a case id, or "").
    form: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(60), default="")
    content: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Preference(Base):
    """What the window remembers for one member of staff (U-14): inside the vault, never outside."""

    __tablename__ = "preferences"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


LEARNT_WEIGHTS = "matching.weights"
"""The fact under which a register keeps how much each agreement of two men says in it."""


class OfficeFact(Entity):
    """A fact of the office itself: its name in three languages, number prefix, sample mark."""

    __tablename__ = "office_facts"
    __table_args__ = (UniqueConstraint("key"),)

    key: Mapped[str] = mapped_column(String(60))
    value: Mapped[str] = mapped_column(Text)

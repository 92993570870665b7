"""Two files that prove to be one man, and two men who look like one (domain.md 3.6 P12, AT20)."""

from __future__ import annotations

from datetime import datetime
from typing import override
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Entity, UtcDateTime


class Merge(Entity):
    """One case taken into another, and what it takes to part them again."""

    __tablename__ = "merges"
    __table_args__ = (
        Index("ix_merges_survivor_id", "survivor_id"),
        Index("ix_merges_absorbed_id", "absorbed_id"),
    )

    survivor_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    absorbed_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: What came over and what was chosen, as JSON: every row and column with its value before.
    moved: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(String(500), default="")
    #: Parted again.
    split_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name both cases."""
        return (self.survivor_id, self.absorbed_id)


class NotSame(Entity):
    """A person decided that two files are two men; the machine does not ask again."""

    __tablename__ = "not_same"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        Index("ix_not_same_second_id", "second_id"),
    )

    #: The smaller id of the two.
    first_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    second_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    reason: Mapped[str] = mapped_column(String(500), default="")

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name both cases."""
        return (self.first_id, self.second_id)


class LikePair(Base):
    """Two register lines that may be one man: proposed by the machine, computed again at will."""

    __tablename__ = "like_pairs"
    __table_args__ = (
        Index("ix_like_pairs_second_row", "second_row"),
        Index("ix_like_pairs_score", "score"),
    )

    #: Rows of the register (`CaseLine.row`), the smaller first.
    first_row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    second_row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    score: Mapped[float]
    tier: Mapped[int]
    #: Codes of the reasons with their data, as JSON.
    reasons: Mapped[str] = mapped_column(Text, default="")

"""Who did what, when and why: an append-only chain of sealed, signed entries.

The chain hashes what is sealed, never the words: destroying a case's key makes its words
unreadable for good while the chain still verifies.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, SortText

REGISTER_KEY = UUID(int=0)
"""Stands in `case_keys` for the key that seals what belongs to no case."""


class HistoryEntry(Base):
    """One unit of work. `hash` covers every other field but the signature, and all parts."""

    __tablename__ = "history_entries"
    __table_args__ = (UniqueConstraint("id"),)

    seq: Mapped[int] = mapped_column(BigInteger(), primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column()
    at: Mapped[datetime] = mapped_column()
    actor_id: Mapped[UUID] = mapped_column()
    action: Mapped[str] = mapped_column(SortText())
    parts: Mapped[int] = mapped_column(Integer())
    parts_hash: Mapped[bytes] = mapped_column(LargeBinary())
    prev_hash: Mapped[bytes] = mapped_column(LargeBinary())
    hash: Mapped[bytes] = mapped_column(LargeBinary())
    signature: Mapped[bytes] = mapped_column(LargeBinary())


class HistoryPart(Base):
    """What one entry changed in one case (or, under `REGISTER_KEY`, outside all cases), sealed.

    Parts of a long import are written before their entry; a part without entry is a problem
    `history verify` names, which is why no foreign key stands here.
    """

    __tablename__ = "history_parts"
    __table_args__ = (Index("ix_history_parts_case_id", "case_id"),)

    entry_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(Integer(), primary_key=True, autoincrement=False)
    case_id: Mapped[UUID] = mapped_column()
    sealed: Mapped[bytes] = mapped_column(LargeBinary())


class CaseKey(Base):
    """The random key of one case, wrapped by a key derived from the data key.

    Deleting the row is what erases the case's words from the history (decisions.md, Data 2).
    """

    __tablename__ = "case_keys"

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    wrapped: Mapped[bytes] = mapped_column(LargeBinary())

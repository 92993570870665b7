"""What makes things findable in any script: computed from the rest, and computed again at will."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, SortText


class CaseBrief(Base):
    """Who the man of a register line is, in one short text: read by search and comparison.

    The words by which he is found lie in the full-text index beside it, under the same row.
    """

    __tablename__ = "case_briefs"

    #: `CaseLine.row`.
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Names by their parts, birth, sex, units, places, numbers (`app/search/brief_text.py`).
    brief: Mapped[str] = mapped_column(Text)
    #: The pairs of this man were looked for since his brief last changed.
    compared: Mapped[bool] = mapped_column(default=False, index=True)


class FoundThing(Base):
    """Anything but a case that search leads to: a place, an incident, an exhibit, a source."""

    __tablename__ = "found_things"
    __table_args__ = (UniqueConstraint("thing_id"),)

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(40))
    thing_id: Mapped[UUID]
    #: Its names as shown, parted by line feeds; the first is the title.
    names: Mapped[str] = mapped_column(Text)


class KnownWord(Base):
    """A word that occurs in the index, and in how many entries: a rare one says more."""

    __tablename__ = "known_words"
    __table_args__ = ({"sqlite_with_rowid": False},)

    #: `f` family key, `g` given key, `w` any word one may type.
    role: Mapped[str] = mapped_column(String(1), primary_key=True)
    word: Mapped[str] = mapped_column(SortText, primary_key=True)
    uses: Mapped[int]

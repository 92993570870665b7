"""Lists taken in: the file as received, the batch, and what became of each row."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Entity, UtcDateTime, enum_column
from models.vocabulary.accounts import RowOutcome


class KeptFile(Entity):
    """A file exactly as received: its hash before anything else (domain.md 0 rule 7)."""

    __tablename__ = "kept_files"
    __table_args__ = (Index("ix_kept_files_sha256", "sha256"),)

    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    original_name: Mapped[str] = mapped_column(String(300))
    media_type: Mapped[str] = mapped_column(String(100), default="")
    received_from: Mapped[str] = mapped_column(String(500), default="")
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class KeptFileChunk(Base):
    """At most one MiB of a kept file, in order."""

    __tablename__ = "kept_file_chunks"

    file_id: Mapped[UUID] = mapped_column(ForeignKey("kept_files.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ImportBatch(Entity):
    """One import: which file, by which profile, counted, and whether it was undone."""

    __tablename__ = "import_batches"

    file_id: Mapped[UUID] = mapped_column(ForeignKey("kept_files.id"))
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("sources.id"))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    profile: Mapped[str] = mapped_column(String(100))
    #: The profile as it was used, TOML.
    profile_text: Mapped[str] = mapped_column(Text, default="")
    rows: Mapped[int] = mapped_column(default=0)
    new: Mapped[int] = mapped_column(default=0)
    matched: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ImportRow(Base):
    """What became of one row, and the row verbatim."""

    __tablename__ = "import_rows"
    __table_args__ = (Index("ix_import_rows_case_id", "case_id"),)

    batch_id: Mapped[UUID] = mapped_column(ForeignKey("import_batches.id"), primary_key=True)
    #: Row of the file, counted from 1, the header included.
    row_no: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[RowOutcome] = enum_column(RowOutcome)
    reason: Mapped[str] = mapped_column(String(500), default="")
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    #: The row verbatim, a JSON list of strings.
    verbatim: Mapped[str] = mapped_column(Text)

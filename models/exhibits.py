"""Exhibits: preserved files with their hash, their ties, translations and the log of custody."""

from __future__ import annotations

from datetime import datetime
from typing import override
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import DERIVED, Base, Entity, UtcDateTime, enum_column, new_id, partial_date
from models.vocabulary.exhibits import BlobKind, CustodyAction, ExhibitKind, ReceivedBy
from models.vocabulary.partial_date import PartialDate


class Exhibit(Entity):
    """A preserved piece of evidence (Berkeley Protocol par. 155; domain.md 2.6).

    Its original never changes: whatever is cropped, turned or blacked out is an exhibit of its
    own that names the one it was made from.
    """

    __tablename__ = "exhibits"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_exhibits_sha256", "sha256"),
        Index("ix_exhibits_derived_from_id", "derived_from_id"),
    )

    #: E-YYYY-NNNNN, never given twice.
    number: Mapped[str] = mapped_column(String(40))
    kind: Mapped[ExhibitKind] = enum_column(ExhibitKind)
    title: Mapped[str] = mapped_column(String(500))
    #: What is seen, not what it means.
    description: Mapped[str] = mapped_column(Text, default="")
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("sources.id"))
    received_by: Mapped[ReceivedBy] = enum_column(ReceivedBy, default=ReceivedBy.UNKNOWN)
    #: "Where did this come from", in the words of whoever brought it in.
    origin: Mapped[str] = mapped_column(Text, default="")
    received: Mapped[PartialDate] = partial_date("received")
    #: When the picture was taken, the letter written.
    made: Mapped[PartialDate] = partial_date("made")
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("places.id"))
    place_as_reported: Mapped[str] = mapped_column(String(500), default="")
    url: Mapped[str] = mapped_column(String(1000), default="")
    url_archived: Mapped[str] = mapped_column(String(1000), default="")
    uploader: Mapped[str] = mapped_column(String(300), default="")
    languages: Mapped[str] = mapped_column(String(100), default="")
    transcript: Mapped[str] = mapped_column(Text, default="")
    #: Codes of `Shown`, comma-separated: what makes its picture be veiled.
    shows: Mapped[str] = mapped_column(String(300), default="")
    #: Number, title, origin and file name, folded: what a search looks through.
    search_key: Mapped[str] = mapped_column(Text, default="", info=DERIVED)
    original_name: Mapped[str] = mapped_column(String(300))
    #: By content, never by name (R-38).
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    #: What the first look at it warned of, as codes with commas (R-38).
    warnings: Mapped[str] = mapped_column(String(300), default="")
    #: Why no picture could be made of it, as a code; empty: there is one, or none was tried.
    no_picture: Mapped[str] = mapped_column(String(60), default="", info=DERIVED)
    derived_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("exhibits.id"))
    #: What was done to the one it was made from.
    transform: Mapped[str] = mapped_column(String(300), default="")
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_reason: Mapped[str] = mapped_column(String(500), default="")

    links: Mapped[list[ExhibitLink]] = relationship(
        back_populates="exhibit", order_by="ExhibitLink.id", passive_deletes="all"
    )

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name the cases it speaks of: what is said of it is erased with them."""
        return tuple(link.case_id for link in self.links if link.case_id is not None)


class ExhibitLink(Entity):
    """An exhibit speaks of a case, or bears out one of its events or an incident."""

    __tablename__ = "exhibit_links"
    __table_args__ = (
        Index("ix_exhibit_links_exhibit_id", "exhibit_id"),
        Index("ix_exhibit_links_case_id", "case_id"),
        Index("ix_exhibit_links_event_id", "event_id"),
    )

    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id"))
    #: Filled for an event too: its case.
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    remark: Mapped[str] = mapped_column(String(500), default="")

    exhibit: Mapped[Exhibit] = relationship(back_populates="links")


class Translation(Entity):
    """What an exhibit says, in another language; certified where somebody answers for it."""

    __tablename__ = "translations"
    __table_args__ = (
        Index("ix_translations_exhibit_id", "exhibit_id"),
        Index("ix_translations_paper_id", "paper_id"),
    )

    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id"))
    #: Codes of languages (`app.wording.languages`); empty: nobody noted it.
    from_lang: Mapped[str] = mapped_column(String(10), default="")
    lang: Mapped[str] = mapped_column(String(10), default="")
    words: Mapped[str] = mapped_column(Text, default="")
    #: The translation as a paper of its own, signed and sealed: an exhibit too.
    paper_id: Mapped[UUID | None] = mapped_column(ForeignKey("exhibits.id"))
    translator: Mapped[str] = mapped_column(String(300), default="")
    #: Who answers for it, a sworn translator or a notary; empty: it is not certified.
    certified_by: Mapped[str] = mapped_column(String(300), default="")
    certified: Mapped[PartialDate] = partial_date("certified")

    #: Also asked of a row that an undo brings back, before it is written.
    exhibit: Mapped[Exhibit] = relationship(foreign_keys=[exhibit_id], load_on_pending=True)

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name the cases its exhibit speaks of."""
        return self.exhibit.history_case_ids()


class CustodyEntry(Entity):
    """One step in the life of an exhibit: who had it, what was done, which hash it had then."""

    __tablename__ = "custody_entries"
    __table_args__ = (Index("ix_custody_entries_exhibit_id", "exhibit_id"),)

    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    action: Mapped[CustodyAction] = enum_column(CustodyAction)
    from_whom: Mapped[str] = mapped_column(String(500), default="")
    to_whom: Mapped[str] = mapped_column(String(500), default="")
    reason: Mapped[str] = mapped_column(String(500), default="")
    sha256: Mapped[str] = mapped_column(String(64))

    exhibit: Mapped[Exhibit] = relationship()

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name the cases its exhibit speaks of."""
        return self.exhibit.history_case_ids()


class Blob(Base):
    """A kept file of an exhibit and where its pieces are: a shard of a vault, or `blob_pieces`."""

    __tablename__ = "blobs"
    __table_args__ = (Index("ix_blobs_exhibit_id", "exhibit_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id"))
    kind: Mapped[BlobKind] = enum_column(BlobKind)
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    #: None where the pieces stand in `blob_pieces` (a shared office).
    shard: Mapped[int | None]


class BlobPiece(Base):
    """At most one MiB of a kept file of a shared office, sealed before it leaves this program."""

    __tablename__ = "blob_pieces"

    blob_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Shard(Base):
    """One encrypted file of evidence in a vault; a closed one never changes again."""

    __tablename__ = "shards"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Its key is derived from the data key of the epoch it was begun in.
    epoch: Mapped[int]
    closed: Mapped[bool] = mapped_column(default=False)

"""Names on paper, in or out: lists, their versions, their rows word for word (domain.md 3.8)."""

from __future__ import annotations

from datetime import datetime
from typing import override
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Entity, UtcDateTime, enum_column, partial_date
from models.sources import Source
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ListDirection, ListOrigin, ListType, Reply, RowState
from models.vocabulary.partial_date import PartialDate


class NameList(Entity):
    """One list through all its versions: who made it, for whom, on which way it came or went."""

    __tablename__ = "lists"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_lists_incident_id", "incident_id"),
        Index("ix_lists_handover_id", "handover_id"),
    )

    #: L-014; a version is named "L-014 v3".
    number: Mapped[str] = mapped_column(String(40))
    kind: Mapped[ListType] = enum_column(ListType)
    direction: Mapped[ListDirection] = enum_column(ListDirection)
    title: Mapped[str] = mapped_column(String(300))
    #: Who made the list; the source of every event it leads to.
    issuer_id: Mapped[UUID | None] = mapped_column(ForeignKey("sources.id"))
    recipient: Mapped[str] = mapped_column(String(300), default="")
    channel: Mapped[Channel] = enum_column(Channel, default=Channel.OTHER)
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    #: The return operation whose manifest it is.
    handover_id: Mapped[UUID | None] = mapped_column(ForeignKey("handovers.id"))
    remark: Mapped[str] = mapped_column(Text, default="")

    issuer: Mapped[Source | None] = relationship()
    versions: Mapped[list[ListVersion]] = relationship(
        back_populates="of", order_by="ListVersion.version_no", passive_deletes="all"
    )


class ListVersion(Entity):
    """One state of a list as it was received or sent; its rows never change their words."""

    __tablename__ = "list_versions"
    __table_args__ = (UniqueConstraint("list_id", "version_no"),)

    list_id: Mapped[UUID] = mapped_column(ForeignKey("lists.id"))
    version_no: Mapped[int]
    #: The date on the list, and the day it came in or went out.
    dated: Mapped[PartialDate] = partial_date("dated")
    passed_on: Mapped[PartialDate] = partial_date("passed_on")
    origin: Mapped[ListOrigin] = enum_column(ListOrigin)
    #: The file exactly as received.
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("kept_files.id"))
    #: The scan from which it was typed, shown beside.
    exhibit_id: Mapped[UUID | None] = mapped_column(ForeignKey("exhibits.id"))
    language: Mapped[str] = mapped_column(String(10), default="")
    #: The heads of its columns verbatim and what each means, as a JSON list of pairs.
    columns: Mapped[str] = mapped_column(Text, default="[]")
    reliability: Mapped[Reliability] = enum_column(Reliability, default=Reliability.F)
    credibility: Mapped[Credibility] = enum_column(Credibility, default=Credibility.SIX)
    #: Over the rows verbatim, in their order: two versions of one hash say the same.
    sha256: Mapped[str] = mapped_column(String(64), default="")
    #: A list that went out is frozen: what was sent stays as it was sent.
    frozen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    remark: Mapped[str] = mapped_column(Text, default="")

    of: Mapped[NameList] = relationship(back_populates="versions")


class ListRow(Entity):
    """One row word for word, how it was read, and whom somebody decided it means."""

    __tablename__ = "list_rows"
    __table_args__ = (
        UniqueConstraint("version_id", "row_no"),
        Index("ix_list_rows_case_id", "case_id"),
        Index(
            "ix_list_rows_open",
            "version_id",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    version_id: Mapped[UUID] = mapped_column(ForeignKey("list_versions.id"))
    row_no: Mapped[int]
    #: The cells exactly as written, a JSON list of strings.
    verbatim: Mapped[str] = mapped_column(Text)
    #: Page and line of the scan.
    locator: Mapped[str] = mapped_column(String(100), default="")
    #: Read from the cells: never shown instead of them. `name` is all of it as the list has it.
    name: Mapped[str] = mapped_column(String(600), default="")
    family: Mapped[str] = mapped_column(String(300), default="")
    given: Mapped[str] = mapped_column(String(300), default="")
    father: Mapped[str] = mapped_column(String(300), default="")
    birth: Mapped[PartialDate] = partial_date("birth")
    unit: Mapped[str] = mapped_column(String(300), default="")
    rank: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(500), default="")
    document: Mapped[str] = mapped_column(String(200), default="")
    #: The number of the row on the list, where the list counts by itself.
    row_id: Mapped[str] = mapped_column(String(100), default="")
    said: Mapped[str] = mapped_column(String(1000), default="")
    #: What is odd about it, codes of `RowFault` with commas; empty: nothing.
    fault: Mapped[str] = mapped_column(String(200), default="")

    state: Mapped[RowState] = enum_column(RowState, default=RowState.OPEN)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    #: 1 to 4 as it stood when somebody decided; None: chosen by hand.
    tier: Mapped[int | None]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reply: Mapped[Reply | None] = enum_column(Reply, nullable=True)
    replied: Mapped[PartialDate] = partial_date("replied")
    reply_words: Mapped[str] = mapped_column(Text, default="")
    #: The event that his standing on the list is, and the one that the reply is.
    event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    reply_event_id: Mapped[UUID | None] = mapped_column(ForeignKey("events.id"))
    note: Mapped[str] = mapped_column(Text, default="")

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name the case it was tied to."""
        return () if self.case_id is None else (self.case_id,)


class RowNotHim(Entity):
    """Somebody decided that a row does not mean this man; he is not proposed again."""

    __tablename__ = "list_rows_not_him"
    __table_args__ = (
        UniqueConstraint("row_id", "case_id"),
        Index("ix_list_rows_not_him_case_id", "case_id"),
    )

    row_id: Mapped[UUID] = mapped_column(ForeignKey("list_rows.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))

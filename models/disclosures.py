"""What left the office on paper: which version, to whom, why, by whose leave (domain.md 6.2)."""

from __future__ import annotations

from datetime import date, datetime
from typing import override
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import DERIVED, Entity, UtcDateTime, enum_column
from models.vocabulary.papers import Audience, DisclosureState, LegalBasis, PaperFormat


class Disclosure(Entity):
    """One copy of one paper: asked for, refused, issued or reprinted.

    Every copy has a number and a code of its own, so that each sheet names the hands it was for.
    A request that waits for a second person is the same row before it has them.
    """

    __tablename__ = "disclosures"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("code"),
        Index("ix_disclosures_paper_id", "paper_id"),
        Index("ix_disclosures_issued_at", "issued_at"),
        Index(
            "ix_disclosures_waiting",
            "created_at",
            sqlite_where=text("state = 'WAITING'"),
            postgresql_where=text("state = 'WAITING'"),
        ),
        Index(
            "ix_disclosures_supersedes_id",
            "supersedes_id",
            sqlite_where=text("supersedes_id IS NOT NULL"),
            postgresql_where=text("supersedes_id IS NOT NULL"),
        ),
    )

    #: The first copy of the same paper: its own id there.
    paper_id: Mapped[UUID] = mapped_column(ForeignKey("disclosures.id"))
    #: D-2021-0042; None until it is issued.
    number: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[DisclosureState] = enum_column(DisclosureState)
    audience: Mapped[Audience] = enum_column(Audience)
    language: Mapped[str] = mapped_column(String(10))
    paper_format: Mapped[PaperFormat] = enum_column(PaperFormat, default=PaperFormat.A4)
    template: Mapped[str] = mapped_column(String(60))
    template_version: Mapped[str] = mapped_column(String(20))
    codebook_version: Mapped[str] = mapped_column(String(20))
    #: The sections chosen, with commas; empty: all that this reader gets.
    sections: Mapped[str] = mapped_column(String(500), default="")
    #: What else its template was told, a JSON object.
    options: Mapped[str] = mapped_column(Text, default="{}")
    recipient: Mapped[str] = mapped_column(String(300))
    purpose: Mapped[str] = mapped_column(String(500))
    legal_basis: Mapped[LegalBasis] = enum_column(LegalBasis)
    copy_no: Mapped[int] = mapped_column(default=1)
    copies: Mapped[int] = mapped_column(default=1)

    #: Ten characters and their dashes, printed and in the QR: `7K4Q-9MXT-2R`.
    code: Mapped[str | None] = mapped_column(String(20))
    #: Of the file as it was issued.
    sha256: Mapped[str] = mapped_column(String(64), default="")
    #: Of the facts on it, as printed at its foot.
    data_hash: Mapped[str] = mapped_column(String(40), default="")
    pages: Mapped[int] = mapped_column(default=0)
    facts_as_of: Mapped[datetime | None] = mapped_column(UtcDateTime)
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("kept_files.id"))
    #: The newest entry of the history when its facts were read.
    history_seq: Mapped[int | None] = mapped_column(BigInteger())
    history_hash: Mapped[str] = mapped_column(String(64), default="")

    prepared_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    #: The second person, who approved or refused.
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refusal_reason: Mapped[str] = mapped_column(String(500), default="")
    issued_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    issued_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: When its file first left the register: from then on only a reprint does.
    handed_out_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: The day after which it must be confirmed anew (public notices).
    expires_on: Mapped[date | None]

    reprint_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("disclosures.id"))
    #: The first copy of the version before, for the same recipient and men.
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("disclosures.id"))
    #: The version of our list that went out on it.
    list_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("list_versions.id"))

    cases: Mapped[list[DisclosedCase]] = relationship(
        back_populates="disclosure", order_by="DisclosedCase.position", passive_deletes="all"
    )

    @override
    def history_case_ids(self) -> tuple[UUID, ...]:
        """Name the men on it: each file tells what left of it."""
        return tuple(one.case_id for one in self.cases)


class DisclosedCase(Entity):
    """A man on a paper, and what of his file it told: as digests, never again as words.

    A digest is keyed by a salt of this row alone, so that with the salt blanked (when his file is
    erased) a short fact, like a year of birth, cannot be found by trying.
    """

    __tablename__ = "disclosed_cases"
    __table_args__ = (
        UniqueConstraint("disclosure_id", "case_id"),
        Index("ix_disclosed_cases_case_id", "case_id"),
    )

    disclosure_id: Mapped[UUID] = mapped_column(ForeignKey("disclosures.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    position: Mapped[int] = mapped_column(default=0)
    #: Number and version of his file when the paper was made.
    number: Mapped[str] = mapped_column(String(40))
    case_version: Mapped[int]
    salt: Mapped[str] = mapped_column(String(64), default="", info=DERIVED)
    #: A JSON object: field → digest, or a list of digests where it holds several things. Kept
    #: with the first copy alone.
    digests: Mapped[str] = mapped_column(Text, default="{}", info=DERIVED)

    disclosure: Mapped[Disclosure] = relationship(back_populates="cases")

"""Who says things: people, bodies, publications."""

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, enum_column
from models.vocabulary.accounts import SourceKind


class Source(Entity):
    """A person, body or publication that says things (domain.md 2.7).

    A confidential source is shown, searched and printed by its code; `sealed_name` is read only
    by those who may (decisions.md, Data 8).
    """

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("code"), Index("ix_sources_search_key", "search_key"))

    code: Mapped[str] = mapped_column(String(40))
    kind: Mapped[SourceKind] = enum_column(SourceKind)
    #: What may be shown; of a confidential source only its category.
    title: Mapped[str] = mapped_column(String(500))
    title_hy: Mapped[str] = mapped_column(String(500), default="")
    title_ru: Mapped[str] = mapped_column(String(500), default="")
    confidential: Mapped[bool] = mapped_column(default=False)
    sealed_name: Mapped[str] = mapped_column(String(500), default="")
    contact: Mapped[str] = mapped_column(String(500), default="")
    connection: Mapped[str] = mapped_column(String(20), default="")
    independence_group: Mapped[str] = mapped_column(String(100), default="")
    url: Mapped[str] = mapped_column(String(1000), default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    search_key: Mapped[str] = mapped_column(String(1100), default="")

    def title_in(self, lang: str) -> str:
        """Give the title in a language, or as it was entered where none is kept for it."""
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title

"""The people of the office, the keys they are known by, and the register they open."""

from datetime import datetime
from typing import override
from uuid import UUID

from sqlalchemy import Dialect, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from models.base import Base, Entity, SortText
from models.vocabulary.roles import Role


class RoleSet(TypeDecorator[frozenset[Role]]):
    """Keep a set of roles as their codes in alphabetical order, with commas."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: frozenset[Role] | None, dialect: Dialect) -> str | None:
        return None if value is None else ",".join(sorted(value))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[Role] | None:
        return None if value is None else frozenset(Role(code) for code in value.split(",") if code)


class Staff(Entity):
    """A member of staff. These public keys are the authority; any other list is a copy."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(SortText())
    roles: Mapped[frozenset[Role]] = mapped_column(RoleSet())
    sealing_key: Mapped[bytes] = mapped_column(LargeBinary())
    signing_key: Mapped[bytes] = mapped_column(LargeBinary())
    left_at: Mapped[datetime | None] = mapped_column()

    @property
    def at_work(self) -> bool:
        """Say whether this person still works here."""
        return self.left_at is None


class Register(Base):
    """The one row that says which register this is and in which epoch of keys it stands."""

    __tablename__ = "register"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    epoch: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column()


class Slot(Base):
    """What one member of staff opens a shared register with (in a vault: `vault.json`)."""

    __tablename__ = "slots"

    staff_id: Mapped[UUID] = mapped_column(
        ForeignKey("staff.id", ondelete="RESTRICT"), primary_key=True
    )
    slot: Mapped[str] = mapped_column(Text())

"""The people of the office, the keys they are known by, and the register they open."""

from datetime import datetime
from typing import override
from uuid import UUID

from sqlalchemy import BigInteger, Dialect, ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from models.base import Base, Entity, SortText, enum_column, new_id
from models.vocabulary.roles import Role, StaffKind


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
    #: A recovery sheet has keys of its own but is nobody: it never works in the register.
    kind: Mapped[StaffKind] = enum_column(StaffKind, default=StaffKind.MEMBER)
    #: When they last chose a passphrase; None where that was before it was kept.
    passphrase_set_at: Mapped[datetime | None] = mapped_column()

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


class FormerKey(Entity):
    """A signing key somebody had before: what it signed up to an entry stays genuine."""

    __tablename__ = "former_keys"
    __table_args__ = (Index("ix_former_keys_staff_id", "staff_id"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"))
    signing_key: Mapped[bytes] = mapped_column(LargeBinary())
    #: The last history entry it may have signed.
    until_seq: Mapped[int] = mapped_column(BigInteger())


class EpochKey(Base):
    """The data key of a former epoch, wrapped by today's: evidence begun then is sealed by it."""

    __tablename__ = "epoch_keys"

    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wrapped: Mapped[bytes] = mapped_column(LargeBinary())
    ended_at: Mapped[datetime] = mapped_column()


class BackupMade(Base):
    """A backup that was made and how its last verification went; told on the health page."""

    __tablename__ = "backups_made"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    made_at: Mapped[datetime] = mapped_column()
    place: Mapped[str] = mapped_column(Text())
    name: Mapped[str] = mapped_column(Text())
    size: Mapped[int] = mapped_column(BigInteger())
    seq: Mapped[int] = mapped_column(BigInteger())
    verified_at: Mapped[datetime | None] = mapped_column()
    #: What verifying found wrong, as a code; empty is good.
    fault: Mapped[str] = mapped_column(Text(), default="")


class Slot(Base):
    """What one member of staff opens a shared register with (in a vault: `vault.json`)."""

    __tablename__ = "slots"

    staff_id: Mapped[UUID] = mapped_column(
        ForeignKey("staff.id", ondelete="RESTRICT"), primary_key=True
    )
    slot: Mapped[str] = mapped_column(Text())

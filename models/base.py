"""The ground every mapped class stands on: identity, version, stamps and portable column types."""

import os
import threading
import time
import uuid
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import (
    Any,
    ClassVar,
    override,
)  # Any: SQLAlchemy's own signatures for types and columns speak it

from sqlalchemy import Date, DateTime, Dialect, Enum, Integer, MetaData, Text, Uuid
from sqlalchemy.orm import (
    Composite,
    DeclarativeBase,
    Mapped,
    MappedColumn,
    declared_attr,
    mapped_column,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.vocabulary.partial_date import DatePrecision, PartialDate

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_id_lock = threading.Lock()
_last_stamp = 0


def new_id() -> uuid.UUID:
    """Return a fresh time-ordered identifier (UUID version 7, RFC 9562 method 3).

    Later ids sort after earlier ones of the same process, so index pages fill from the end.
    """
    global _last_stamp  # noqa: PLW0603  # one counter a process is what makes ids ordered
    nanoseconds = time.time_ns()
    milliseconds, rest = divmod(nanoseconds, 1_000_000)
    stamp = (milliseconds << 12) | (rest * 4096 // 1_000_000)
    with _id_lock:
        if stamp <= _last_stamp:
            stamp = _last_stamp + 1
        _last_stamp = stamp
    random_bits = int.from_bytes(os.urandom(8)) & 0x3FFF_FFFF_FFFF_FFFF
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0x2 << 62 | random_bits
    return uuid.UUID(int=value)


class UtcDateTime(TypeDecorator[datetime]):
    """Keep a moment in UTC; a naive datetime is refused on the way in."""

    impl = DateTime
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=True))

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime refused")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value.astimezone(UTC)


class SortText(TypeDecorator[str]):
    """Keep text compared byte by byte on every database: sort keys, codes, numbers, hashes."""

    impl = Text
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Text(collation="C"))
        return dialect.type_descriptor(Text())


ENUM_LENGTH = 40
"""Room for the longest code; a code longer than this needs a migration."""


def enum_type(words: type[StrEnum]) -> Enum:
    """Return a column type that stores the value of each word as text, never its Python name."""
    return Enum(
        words,
        native_enum=False,
        create_constraint=False,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
        length=ENUM_LENGTH,
    )


def enum_column[E: StrEnum](
    words: type[E],
    *,
    default: E | None = None,
    nullable: bool | None = None,
    index: bool = False,
    primary_key: bool = False,
) -> MappedColumn[E]:
    """Return a mapped column holding one word of a closed list."""
    more: dict[str, Any] = {}  # Any: mixed keyword values handed on to SQLAlchemy
    if default is not None:
        more["default"] = default
    if nullable is not None:
        more["nullable"] = nullable
    return mapped_column(enum_type(words), index=index, primary_key=primary_key, **more)


class Base(DeclarativeBase):
    """The one registry of mapped classes."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {
        uuid.UUID: Uuid(),
        datetime: UtcDateTime(),
        date: Date(),
        str: Text(),
        int: Integer(),
    }


class Entity(Base):
    """A thing of the register: an id, a version counter for the optimistic lock, four stamps.

    Stamps are set by the unit of work. The id exists from construction on, before any flush.
    """

    __abstract__ = True

    in_history: ClassVar[bool] = True
    """False for what the program computes from the rest and can compute again."""

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-100)
    version: Mapped[int] = mapped_column(default=1, sort_order=900)
    created_at: Mapped[datetime] = mapped_column(sort_order=901)
    created_by: Mapped[uuid.UUID] = mapped_column(sort_order=902)
    updated_at: Mapped[datetime] = mapped_column(sort_order=903)
    updated_by: Mapped[uuid.UUID] = mapped_column(sort_order=904)

    def __init__(self, **values: Any) -> None:  # Any: column values of every type
        values.setdefault("id", new_id())
        super().__init__(**values)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:  # Any: SQLAlchemy's own mixed dictionary
        return {"version_id_col": cls.version}

    def history_case_ids(self) -> tuple[uuid.UUID, ...]:
        """Name the cases whose key seals changes of this thing; none seals by the register key."""
        case_id: uuid.UUID | None = getattr(self, "case_id", None)
        return () if case_id is None else (case_id,)


@lru_cache(maxsize=65_536)
def _stored_date(edtf: str | None, text: str) -> PartialDate:
    return PartialDate.restore(edtf, text)


def _date_from_columns(edtf: str | None, text: str | None, *_derived: object) -> PartialDate:
    # The bounds in the table serve queries; the truth is the EDTF and the words, read anew here.
    return _stored_date(edtf, text or "")


_DateRow = tuple[str | None, str, date | None, date | None, DatePrecision, str]


def _columns_from_date(value: PartialDate) -> _DateRow:
    return (value.edtf, value.text, value.earliest, value.latest, value.precision, value.sort_key)


class _PartialDateComparator(Composite.Comparator[PartialDate]):
    """Let a query say `Event.occurred.earliest <= day`."""

    def _column(self, suffix: str) -> Any:  # Any: a column expression of whatever type
        return getattr(self.prop.parent.class_, f"{self.prop.key_prefix}_{suffix}")

    @property
    def edtf(self) -> ColumnElement[str | None]:
        """Return the EDTF column."""
        return self._column("edtf")  # type: ignore[no-any-return]  # see _column

    @property
    def text(self) -> ColumnElement[str]:
        """Return the column of words as reported."""
        return self._column("text")  # type: ignore[no-any-return]  # see _column

    @property
    def earliest(self) -> ColumnElement[date | None]:
        """Return the column of the earliest possible day."""
        return self._column("earliest")  # type: ignore[no-any-return]  # see _column

    @property
    def latest(self) -> ColumnElement[date | None]:
        """Return the column of the latest possible day."""
        return self._column("latest")  # type: ignore[no-any-return]  # see _column

    @property
    def precision(self) -> ColumnElement[DatePrecision]:
        """Return the column of precision."""
        return self._column("precision")  # type: ignore[no-any-return]  # see _column

    @property
    def sort_key(self) -> ColumnElement[str]:
        """Return the column a list is ordered by."""
        return self._column("sort_key")  # type: ignore[no-any-return]  # see _column


class PartialDateProperty(Composite[PartialDate]):
    """Six columns that are one date: what is known, the words it came in, bounds for queries."""

    inherit_cache = True

    def __init__(self, prefix: str, *, index: bool) -> None:
        self.key_prefix = prefix
        unknown = PartialDate.unknown()

        def column(suffix: str, kind: TypeEngine[Any], **more: Any) -> MappedColumn[Any]:
            return mapped_column(f"{prefix}_{suffix}", kind, **more)

        super().__init__(
            _date_from_columns,
            column("edtf", Text(), nullable=True),
            column("text", Text(), nullable=False, default=""),
            column("earliest", Date(), nullable=True, info=DERIVED),
            column("latest", Date(), nullable=True, info=DERIVED),
            column(
                "precision",
                enum_type(DatePrecision),
                nullable=False,
                default=unknown.precision,
                info=DERIVED,
            ),
            column(
                "sort_key",
                SortText(),
                nullable=False,
                default=unknown.sort_key,
                index=index,
                info=DERIVED,
            ),
            return_none_on=None,
            comparator_factory=_PartialDateComparator,
        )
        # Composite takes values from a dataclass's own constructor; ours keeps more than columns.
        self._generated_composite_accessor = _columns_from_date


DERIVED = {"derived": True}
"""Marks a column computed from others: left out of the history."""


def partial_date(prefix: str, *, index: bool = False) -> PartialDateProperty:
    """Return a partial date kept in the columns `<prefix>_edtf`, `_text`, `_earliest` and so on.

    Never None: nothing known is `PartialDate.unknown()` (domain.md 5.2).
    """
    return PartialDateProperty(prefix, index=index)


def partial_date_columns(prefix: str, value: PartialDate) -> dict[str, object]:
    """Return the six column values of a date, for rows inserted in bulk."""
    return {
        f"{prefix}_edtf": value.edtf,
        f"{prefix}_text": value.text,
        f"{prefix}_earliest": value.earliest,
        f"{prefix}_latest": value.latest,
        f"{prefix}_precision": value.precision,
        f"{prefix}_sort_key": value.sort_key,
    }

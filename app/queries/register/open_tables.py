"""Gives the whole register table by table, in plain values, for an export in open formats.

Every table goes out or stands in `STAYS`; a test walks them all. A row goes out where each case it
points at may be seen; what lies in the bin stays. The name of a sealed source never goes out: the
export lies in the open, and that name could cost a life.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
)

from app.db.unit_of_work import Reader
from app.queries.limited_access import exhibits_open_to
from app.shapes.exports import OpenTable
from app.shapes.kept_files import KeptFile
from models import all_tables  # noqa: F401  # every table there is
from models.base import Base
from models.cases import Case
from models.disclosures import Disclosure
from models.exhibits import Blob, Exhibit
from models.imports import ImportBatch, ImportRow, KeptFileChunk
from models.imports import KeptFile as KeptList
from models.lists import ListRow, ListVersion
from models.sources import Source
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import BlobKind
from models.vocabulary.roles import Action

type Value = str | int | float | bool | None

#: Tables that stay, and why.
STAYS: Final[Mapping[str, str]] = MappingProxyType({
    "case_keys": "keys", "former_keys": "keys", "epoch_keys": "keys", "slots": "keys",
    "register": "keys",
    "history_parts": "sealed",
    "case_briefs": "computed", "found_things": "computed", "known_words": "computed",
    "like_pairs": "computed",
    "blobs": "files", "blob_pieces": "files", "kept_file_chunks": "files", "shards": "files",
    "drafts": "desk", "preferences": "desk", "today_marks": "desk",
    "backups_made": "desk",
})  # fmt: skip
#: Columns that serve searching and sorting alone, or hold what may not lie in the open.
_NOT_SAID: Final = frozenset({
    "search_key", "value_folded", "sounds", "row", "sealed_name", "sealing_key", "signing_key",
    "signature",
})  # fmt: skip
#: Class X: what a family says of itself never leaves the office (domain.md 6.0, 7.1 task 7).
_CLASS_X: Final = frozenset({("relatives", "remark"), ("family_contacts", "remark")})
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class OriginalOut:
    """The original of an exhibit, and the name it came with."""

    exhibit_id: UUID
    kept: KeptFile
    name: str


def open_tables() -> tuple[OpenTable, ...]:
    """Name the tables of an export with their columns, by name."""
    return tuple(
        OpenTable(table.name, tuple(column.name for column in _columns(table)))
        for table in _tables()
    )


def count_rows(reader: Reader, name: str) -> tuple[int, int]:
    """Count the rows of a table that go out, and those that stay.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.EXPORT_REGISTER)
    table = Base.metadata.tables[name]
    counted = select(func.count()).select_from(table)
    shown = reader.session.scalar(counted.where(_may_go_out(reader, table))) or 0
    return shown, (reader.session.scalar(counted) or 0) - shown


def sealed_names(reader: Reader) -> int:
    """Count the sources whose name stays sealed in the register."""
    reader.allow(Action.EXPORT_REGISTER)
    sealed = select(func.count()).select_from(Source).where(Source.sealed_name != "")
    return reader.session.scalar(sealed) or 0


def rows_out(reader: Reader, name: str) -> Iterator[tuple[Value, ...]]:
    """Give the rows of a table that go out, as plain values, a few thousand in memory at once.

    What is shown of limited cases is noted as exported (R-45).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.EXPORT_REGISTER)
    table = Base.metadata.tables[name]
    if name == Case.__tablename__:
        limited = select(Case.id).where(Case.access_limited, Case.id.not_in(_hidden(reader)))
        reader.shows(ReadKind.EXPORTED, reader.session.scalars(limited))
    columns = _columns(table)
    query = (
        select(*(_said(column) for column in columns))
        .where(_may_go_out(reader, table))
        .order_by(*table.primary_key.columns)
    )
    found = reader.session.execute(query.execution_options(yield_per=_AT_ONCE))
    return (tuple(map(_plain, row)) for row in found)


def originals_out(reader: Reader) -> tuple[OriginalOut, ...]:
    """Give the originals of exhibits that go out; one content may stand for several exhibits.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.EXPORT_REGISTER)
    rows = reader.session.execute(
        select(Blob, Exhibit.original_name)
        .join(Exhibit, Exhibit.id == Blob.exhibit_id)
        .where(Blob.kind == BlobKind.ORIGINAL, _exhibits_out(reader))
        .order_by(Blob.id)
    )
    return tuple(
        OriginalOut(blob.exhibit_id, KeptFile(blob.id, blob.size, blob.sha256, blob.shard), name)
        for blob, name in rows
    )


def kept_lists_out(reader: Reader) -> tuple[tuple[UUID, str, str], ...]:
    """Give the files of lists as they were received: id, hash, name; each content once.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.EXPORT_REGISTER)
    rows = reader.session.execute(
        select(KeptList.id, KeptList.sha256, KeptList.original_name)
        .where(_may_go_out(reader, Base.metadata.tables[KeptList.__tablename__]))
        .order_by(KeptList.id)
    )
    found: dict[str, tuple[UUID, str, str]] = {}
    for file_id, sha256, name in rows:
        found.setdefault(sha256, (file_id, sha256, name))
    return tuple(found.values())


def pieces_of_list(reader: Reader, file_id: UUID) -> Iterator[bytes]:
    """Give the file of a list piece by piece, as it was received."""
    reader.allow(Action.EXPORT_REGISTER)
    pieces = (
        select(KeptFileChunk.content)
        .where(KeptFileChunk.file_id == file_id)
        .order_by(KeptFileChunk.position)
    )
    return iter(reader.session.scalars(pieces.execution_options(yield_per=1)))


# --- which tables, which columns, which rows


def _tables() -> list[Table]:
    tables = Base.metadata.tables
    return [tables[name] for name in sorted(tables) if name not in STAYS]


def _columns(table: Table) -> list[ColumnElement[object]]:
    return [
        column
        for column in table.columns
        if column.name not in _NOT_SAID
        and (table.name, column.name) not in _CLASS_X
        and not column.name.endswith("_key")
        and not column.info.get("derived")
    ]


def _said(column: ColumnElement[object]) -> ColumnElement[object]:
    """Give a column as it goes out: how a sealed source is reached stays with its name."""
    if column is Source.__table__.c.contact:
        return case((Source.confidential, literal("")), else_=column)
    return column


def _may_go_out(reader: Reader, table: Table) -> ColumnElement[bool]:
    hidden = _hidden(reader)
    shown: list[ColumnElement[bool]] = []
    for column in table.columns:
        targets = {key.column.table.name for key in column.foreign_keys}
        if targets & {"cases", "people"} or (column.primary_key and table.name == "people"):
            shown.append(or_(column.is_(None), column.not_in(hidden)))
        if table.name != "exhibits" and "exhibits" in targets and not column.nullable:
            shown.append(column.in_(select(Exhibit.id).where(_exhibits_out(reader))))
    if table.name == Exhibit.__tablename__:
        shown.append(_exhibits_out(reader))
    if table.name == KeptList.__tablename__:
        kept = KeptList.__table__.c.id
        # Papers as they were issued stay: an internal one holds what must not lie in the open.
        issued = select(Disclosure.file_id).where(Disclosure.file_id.is_not(None))
        shown.append(kept.not_in(issued))
        if not reader.sees_limited:
            shown.append(kept.not_in(_files_naming(hidden)))
    return and_(true(), *shown)


def _hidden(reader: Reader) -> Select[UUID]:
    """Select the cases that stay: those in the bin, and limited ones where they are shut."""
    in_bin = Case.removed_at.is_not(None)
    shut = in_bin if reader.sees_limited else or_(in_bin, Case.access_limited.is_(True))
    return select(Case.id).where(shut)


def _exhibits_out(reader: Reader) -> ColumnElement[bool]:
    return and_(Exhibit.removed_at.is_(None), exhibits_open_to(reader))


def _files_naming(hidden: Select[UUID]) -> Select[UUID]:
    imported = (
        select(ImportBatch.file_id)
        .join(ImportRow, ImportRow.batch_id == ImportBatch.id)
        .where(ImportRow.case_id.in_(hidden))
    )
    listed = (
        select(ListVersion.file_id)
        .join(ListRow, ListRow.version_id == ListVersion.id)
        .where(ListRow.case_id.in_(hidden), ListVersion.file_id.is_not(None))
    )
    return imported.union(listed)  # type: ignore[return-value]  # a compound select serves as well


# --- plain values


def _plain(value: object) -> Value:
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return str(value.value)
        case datetime() | date():
            return value.isoformat()
        case bytes():
            return value.hex()
        case frozenset():
            return ",".join(sorted(str(one) for one in value))
        case _:
            return str(value)

"""Writes the rows of a list: word for word, with what was read of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.importing.list_rows import ReadRow, same_man
from app.queries.case_history import batches
from models.lists import ListRow, ListVersion, RowNotHim
from models.vocabulary.lists import ColumnMeaning, RowState


def write_read(row: ListRow, read: ReadRow) -> None:
    """Write what was read of the cells into a row; the cells themselves stay."""
    row.name = read.name
    row.family = read.text(ColumnMeaning.FAMILY)
    row.given = read.text(ColumnMeaning.GIVEN)
    row.father = read.text(ColumnMeaning.FATHER)
    row.birth = read.birth
    row.unit = read.text(ColumnMeaning.UNIT)
    row.rank = read.text(ColumnMeaning.RANK)
    row.place = read.text(ColumnMeaning.PLACE)
    row.document = read.text(ColumnMeaning.DOCUMENT)
    row.row_id = read.text(ColumnMeaning.ROW_ID)
    row.said = read.text(ColumnMeaning.SAID)
    row.fault = ",".join(dict.fromkeys(read.faults))


def new_rows(version_id: UUID, read: Iterable[ReadRow]) -> list[ListRow]:
    """Make the rows of a version, numbered from 1 in their order."""
    rows = []
    for number, one in enumerate(read, start=1):
        row = ListRow(version_id=version_id, row_no=number, verbatim=verbatim(one.cells))
        write_read(row, one)
        rows.append(row)
    return rows


def verbatim(cells: Sequence[str]) -> str:
    """Give cells as they are kept.

    Raises:
        BadInput: a cell holds what no field may hold.
    """
    if any("\x00" in cell for cell in cells):
        raise BadInput("rows", "nul")
    kept = json.dumps(list(cells), ensure_ascii=False)
    try:
        kept.encode()
    except UnicodeEncodeError:
        raise BadInput("rows", "not_text") from None
    return kept


def hash_of_rows(rows: Iterable[ListRow]) -> str:
    """Give the hash over rows verbatim in their order."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(row.verbatim.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def carry_decisions(uow: UnitOfWork, before: ListVersion, rows: Sequence[ListRow]) -> int:
    """Let what somebody decided of rows of the version before stand for rows that say the same.

    Only where name, father, birth and unit are the same word for word, and the words stand once in
    either version: then nothing is left to decide anew. No event comes of it: he stood on the list
    before. Gives how many were carried.
    """
    old = _alone(
        uow.session.scalars(
            select(ListRow).where(ListRow.version_id == before.id, ListRow.state != RowState.OPEN)
        )
    )
    carried: dict[UUID, ListRow] = {}
    for words, row in _alone(rows).items():
        known = old.get(words)
        if known is None:
            continue
        row.state = known.state
        row.case_id = known.case_id
        row.tier = known.tier
        row.decided_by = known.decided_by
        row.decided_at = known.decided_at
        row.event_id = known.event_id
        carried[known.id] = row
    uow.session.flush()
    for ids in batches(carried):
        for told in uow.session.scalars(select(RowNotHim).where(RowNotHim.row_id.in_(ids))):
            uow.session.add(RowNotHim(row_id=carried[told.row_id].id, case_id=told.case_id))
    return len(carried)


def _alone(rows: Iterable[ListRow]) -> Mapping[tuple[str, ...], ListRow]:
    found: dict[tuple[str, ...], ListRow | None] = {}
    for row in rows:
        words = (*same_man(row.name, row.father, row.birth), row.unit)
        found[words] = None if words in found else row
    return {words: row for words, row in found.items() if row is not None and row.name}

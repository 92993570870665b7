"""Use cases on lists that are typed row by row, from a scan shown beside or off a telephone."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.importing.list_rows import LIMITS, read_rows
from app.services.lists.rows import hash_of_rows, verbatim, write_read
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.lists import AddTypedRow, ChangeTypedRow, ListColumn, TypedRow
from models.base import new_id
from models.lists import ListRow, ListVersion
from models.vocabulary.lists import ColumnMeaning, ListOrigin, RowState
from models.vocabulary.roles import Action

TYPED_COLUMNS: Final = tuple(
    ListColumn("", meaning)
    for meaning in (
        ColumnMeaning.ROW_ID,
        ColumnMeaning.NAME,
        ColumnMeaning.FATHER,
        ColumnMeaning.BIRTH,
        ColumnMeaning.RANK,
        ColumnMeaning.UNIT,
        ColumnMeaning.PLACE,
        ColumnMeaning.DOCUMENT,
        ColumnMeaning.SAID,
    )
)
"""The columns of a list that is typed; pass them to `take_in_list`."""


def add_typed_row(uow: UnitOfWork, request: AddTypedRow) -> Outcome[UUID]:
    """Add a row at the end of a version that is typed.

    Raises:
        NotAllowed; NotFound; BadInput: it was received as a file or sent, nothing was typed.
    """
    uow.doing(Action.EDIT_LIST, named="add_typed_row")
    version = uow.get(ListVersion, request.version_id)
    _require_typed(version)
    rows = _rows(uow, version)
    row = ListRow(
        id=new_id(),
        version_id=version.id,
        row_no=rows[-1].row_no + 1 if rows else 1,
        state=RowState.OPEN,
    )
    _write(row, request.row)
    uow.session.add(row)
    version.sha256 = hash_of_rows([*rows, row])
    return Outcome(row.id, Changes.of("lists", version.list_id))


def change_typed_row(uow: UnitOfWork, request: ChangeTypedRow) -> Outcome[None]:
    """Correct a row that was typed wrongly, while nobody decided about it.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; BadInput: decided already, not typed here.
    """
    uow.doing(Action.EDIT_LIST, named="change_typed_row")
    row = uow.get(ListRow, request.row_id, request.version)
    version = uow.get(ListVersion, row.version_id)
    _require_typed(version)
    if row.state is not RowState.OPEN or row.reply is not None:
        raise BadInput("row", "list_row_decided")
    _write(row, request.row)
    version.sha256 = hash_of_rows(row if one.id == row.id else one for one in _rows(uow, version))
    return Outcome(None, Changes.of("lists", version.list_id))


def _rows(uow: UnitOfWork, version: ListVersion) -> list[ListRow]:
    rows = select(ListRow).where(ListRow.version_id == version.id).order_by(ListRow.row_no)
    return list(uow.session.scalars(rows))


def _require_typed(version: ListVersion) -> None:
    if version.frozen_at is not None:
        raise BadInput("list", "list_frozen")
    if version.origin is not ListOrigin.TYPED:
        raise BadInput("list", "list_not_typed")


def _write(row: ListRow, typed: TypedRow) -> None:
    """Keep what was typed word for word; the cells are as long as their fields."""
    said = {
        ColumnMeaning.ROW_ID: typed.row_id,
        ColumnMeaning.NAME: typed.name,
        ColumnMeaning.FATHER: typed.father,
        ColumnMeaning.BIRTH: typed.birth.text or typed.birth.edtf or "",
        ColumnMeaning.RANK: typed.rank,
        ColumnMeaning.UNIT: typed.unit,
        ColumnMeaning.PLACE: typed.place,
        ColumnMeaning.DOCUMENT: typed.document,
        ColumnMeaning.SAID: typed.said,
    }
    cells = tuple(
        line(said[column.meaning], column.meaning.value, limit=LIMITS[column.meaning])
        for column in TYPED_COLUMNS
    )
    if not any(cells):
        raise BadInput("name", "missing")
    row.verbatim = verbatim(cells)
    row.locator = line(typed.locator, "locator", limit=100)
    write_read(row, read_rows(TYPED_COLUMNS, [cells])[0])
    row.birth = typed.birth

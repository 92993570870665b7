"""Puts values as the history keeps them back into rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum as PythonEnum
from functools import cache
from typing import Any  # Any: column values of every type
from uuid import UUID

from sqlalchemy import Enum, String, inspect

from app.shapes.history import Plain
from models.base import Entity, PartialDateProperty, UtcDateTime
from models.vocabulary.partial_date import PartialDate


def columns_of(row: Entity) -> dict[str, Any]:
    """Give the values of a row by the names of their columns."""
    return {
        prop.columns[0].name: getattr(row, prop.key) for prop in inspect(type(row)).column_attrs
    }


def write_plain(row: Entity, values: Mapping[str, Plain]) -> None:
    """Write plain values into a row, by the names of their columns."""
    mapper = inspect(type(row))
    left = dict(values)
    for prop in mapper.composites:
        if not isinstance(prop, PartialDateProperty):
            continue
        edtf, text = f"{prop.key_prefix}_edtf", f"{prop.key_prefix}_text"
        if edtf in left or text in left:
            now: PartialDate = getattr(row, prop.key) or PartialDate.unknown()
            setattr(
                row,
                prop.key,
                PartialDate.restore(
                    _text_or_none(left.pop(edtf, now.edtf)), str(left.pop(text, now.text) or "")
                ),
            )
    for attr in mapper.column_attrs:
        column = attr.columns[0]
        if column.name in left:
            setattr(row, attr.key, _typed(column.type, left[column.name], nullable=column.nullable))


def _text_or_none(value: Plain) -> str | None:
    return None if value is None else str(value)


def _typed(kind: Any, value: Plain, *, nullable: bool | None) -> Any:  # Any: SQL types, values
    if value is None:
        return None if nullable else ""
    if isinstance(kind, Enum):
        words: type[PythonEnum] | None = kind.enum_class
        return words(value) if words else value
    python = kind.python_type
    if python is UUID:
        return UUID(str(value))
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(str(value))
    if python is date:
        return date.fromisoformat(str(value))
    return value


@cache
def empty_row(kind: type[Entity]) -> Mapping[str, Plain]:
    """Give what a row must hold and the history leaves out, because it was empty."""
    return {
        column.name: ""
        for column in inspect(kind).columns
        if isinstance(column.type, String) and not column.nullable and column.default is None
    }

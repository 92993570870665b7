"""Reads all that a register holds, to show that nothing else changed."""

from typing import Any  # Any: a field's value

from sqlalchemy import select

from app.db.history import told_columns
from app.db.unit_of_work import Reader
from models.base import Entity
from models.cases import CaseLine

type Fields = dict[str, Any]


def everything(reader: Reader) -> dict[tuple[str, object], Fields]:
    """Read every field of every thing the history tells of, and every line of the register."""
    found: dict[tuple[str, object], Fields] = {}
    for mapper in Entity.registry.mappers:
        kind = mapper.class_
        if issubclass(kind, Entity) and kind.in_history:
            for thing in reader.session.scalars(select(kind)):
                found[kind.__tablename__, thing.id] = {
                    column: getattr(thing, attribute) for attribute, column in told_columns(kind)
                }
    for line in reader.session.execute(select(CaseLine.__table__)).mappings():
        row = {name: value for name, value in line.items() if name != "changed_at"}
        found["case_lines", line["case_id"]] = row
    return found

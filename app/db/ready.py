"""Statements that are asked at every keystroke: put together once, then only run.

Putting a statement together and looking it up among those known takes longer than many of them run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple  # Any: rows and columns of every kind
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from app.db.dialect import is_sqlite

type Make = Callable[[bool], Select[Any]]
"""Puts a statement together for a vault (True) or a server; its values are named parameters."""


class _Kept(NamedTuple):
    """The text a database takes, values that it always gets, and the order it takes them in."""

    text: str
    fixed: Mapping[str, object]
    order: Sequence[str] | None


class Ready:
    """A statement kept as the text its database takes."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._kept: dict[bool, _Kept] = {}

    def rows(self, session: Session, **values: object) -> Sequence[Any]:
        """Run it; lists are given as lists, ids as ids. Columns come as the driver gives them."""
        connection = session.connection()
        vault = is_sqlite(connection)
        kept = self._kept.get(vault)
        if kept is None:
            made = self._make(vault).compile(dialect=connection.dialect)
            kept = self._kept.setdefault(vault, _Kept(str(made), made.params, made.positiontup))
        given = {name: _given(value, vault=vault) for name, value in values.items()}
        given = {**kept.fixed, **given}
        asked = given if kept.order is None else tuple(given[name] for name in kept.order)
        return connection.exec_driver_sql(kept.text, asked).all()


def among(column: ColumnElement[Any], name: str, *, vault: bool) -> ColumnElement[bool]:
    """Give the condition that a column is one of a list, which is one parameter however long."""
    if vault:
        listed = func.json_each(bindparam(name)).table_valued("value")
        return column.in_(select(listed.c.value))
    return column == func.any(bindparam(name, type_=ARRAY(column.type)))


def id_of(kept: object) -> UUID:
    """Give an id as a driver gave it: a vault keeps the bare digits."""
    return kept if isinstance(kept, UUID) else UUID(str(kept))


def _given(value: object, *, vault: bool) -> object:
    if isinstance(value, str) or not isinstance(value, Collection):
        return value
    if not vault:
        return list(value)
    return json.dumps([one.hex if isinstance(one, UUID) else one for one in value])

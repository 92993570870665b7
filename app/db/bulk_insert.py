"""Inserts many rows of one table past the session, binding what they share only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any  # Any: bound values are whatever the driver takes

from sqlalchemy import Column, Connection, Table, insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.schema import ScalarElementColumnDefault

type _Binder = Callable[[Any], Any]


class BulkInsert:
    """One INSERT for rows that differ in `keys` and share `shared`; defaults fill the rest.

    Who uses it must tell the history by `record_bulk`: nothing here does.
    """

    def __init__(
        self,
        connection: Connection,
        table: Table,
        keys: Sequence[str],
        shared: Mapping[str, object],
    ) -> None:
        self._connection = connection
        constants = {**_defaults(table), **{k: v for k, v in shared.items() if k in table.c}}
        for key in keys:
            constants.pop(key, None)
        names = [*keys, *constants]
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=names)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("an INSERT compiles to SQL")
        bound = {
            name: _bound(_binder(table.c[name], connection), value)
            for name, value in constants.items()
        }
        binders = [(key, _binder(table.c[key], connection)) for key in keys]
        self._sql = str(compiled)
        self._positional = bool(compiled.positional)
        order = list(compiled.positiontup or ()) if self._positional else names
        self._names = tuple(order)
        self._template = [bound.get(name) for name in order]
        self._varying = [(order.index(key), key, binder) for key, binder in binders]

    def write(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert rows; each has exactly the keys that were announced."""
        template, varying = self._template, self._varying
        parameters: list[Any] = []
        for row in rows:
            values = template.copy()
            for place, key, binder in varying:
                value = row[key]
                values[place] = value if binder is None or value is None else binder(value)
            parameters.append(tuple(values))
        if not self._positional:
            parameters = [dict(zip(self._names, values, strict=True)) for values in parameters]
        self._connection.exec_driver_sql(self._sql, parameters)


def _defaults(table: Table) -> dict[str, object]:
    """Give the plain default values of a table; what the database fills in is left to it."""
    return {
        column.name: column.default.arg
        for column in table.c
        if isinstance(column.default, ScalarElementColumnDefault)
    }


def _binder(column: Column[Any], connection: Connection) -> _Binder | None:
    dialect = connection.dialect
    binder = column.type.dialect_impl(dialect).bind_processor(dialect)
    if binder is None:
        return None
    kind = getattr(column.type, "enum_class", None)
    if isinstance(kind, type) and issubclass(kind, Enum):
        known = {member: binder(member) for member in kind}
        return known.__getitem__
    return binder


def _bound(binder: _Binder | None, value: object) -> object:
    return value if binder is None or value is None else binder(value)

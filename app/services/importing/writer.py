"""Writes the rows of an import past the session, prepared once for a whole list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from app.db.bulk_insert import BulkInsert
from app.db.unit_of_work import UnitOfWork
from app.services.finding.findable import WordCounts
from app.services.importing.rows import TABLES, BatchStamp, CaseRows
from models.base import Base, Entity


class TableWriter:
    """Inserts the rows of many cases, table by table, what is pointed at first."""

    def __init__(self, connection: Connection, stamps: Mapping[str, object]) -> None:
        self._connection = connection
        self._stamps = stamps
        self._inserts: dict[type[Entity], BulkInsert] = {}

    def write(self, cases: Iterable[CaseRows]) -> None:
        """Insert everything written for these cases."""
        rows: dict[type[Entity], list[Mapping[str, object]]] = {kind: [] for kind in TABLES}
        for case in cases:
            for kind, values in case.rows:
                rows[kind].append(values)
        for kind, of_kind in rows.items():
            if of_kind:
                if kind not in self._inserts:
                    table = kind.metadata.tables[kind.__tablename__]
                    self._inserts[kind] = BulkInsert(
                        self._connection, table, tuple(of_kind[0]), self._stamps
                    )
                self._inserts[kind].write(of_kind)


class ImportWriter:
    """What writes rows of cases and what is computed of them, prepared once for a whole list."""

    def __init__(self, uow: UnitOfWork, stamp: BatchStamp) -> None:
        self._connection = uow.session.connection()
        self.cases = TableWriter(self._connection, stamp.stamps)
        self._computed: dict[str, BulkInsert] = {}
        #: How often words occur in the new entries; told once, at the end.
        self.words: WordCounts = Counter()

    def computed(self, table: str, rows: list[dict[str, object]]) -> None:
        """Insert rows that can be computed again."""
        if table not in self._computed:
            self._computed[table] = BulkInsert(
                self._connection, Base.metadata.tables[table], tuple(rows[0]), {}
            )
        self._computed[table].write(rows)

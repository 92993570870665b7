"""Registers at a former revision, rows in every table of them, and faults in their upgrade."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any  # Any: values of every column type

import pytest
import sqlalchemy as sa
from alembic.operations.base import AbstractOperations
from sqlalchemy import Column, Connection, Engine, MetaData, Table
from sqlalchemy.dialects import postgresql

from app.db import migrating, schema
from app.db.engine import VaultFile, Way, vault_engine
from app.db.rekeying import settle

ROOT = Path(__file__).parents[2]
FORMER = schema.known_revisions()[:-1]
ROWS = 3
KEY = bytes(range(32))

type Rows = dict[str, dict[str, dict[str, str]]]
"""Table, then row, then field: what each holds, as a hash."""


# --- invented rows in every table, whatever the revision


def fill(connection: Connection) -> int:
    """Put rows into every table of a revision, found by looking at it; answers how many."""
    known = MetaData()
    known.reflect(connection)
    made: dict[str, list[dict[str, Any]]] = {}
    for table in known.sorted_tables:
        if table.name == "alembic_version" or _is_of_index(connection, table.name):
            continue
        made[table.name] = [_row(table, n, made) for n in range(ROWS)]
        connection.execute(sa.insert(table), made[table.name])
    return sum(len(rows) for rows in made.values())


def _is_of_index(connection: Connection, table: str) -> bool:
    """Say whether a table is the innards of a full-text index, which no one writes by hand."""
    return "_fts" in table and connection.dialect.name == "sqlite"


def _row(table: Table, n: int, made: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table.columns:
        parent = next(iter(column.foreign_keys), None)
        if parent is None:
            row[column.name] = _value(column, n)
        elif parent.column.table is table:
            row[column.name] = None if column.nullable else row[parent.column.name]
        else:
            row[column.name] = made[parent.column.table.name][n][parent.column.name]
    return row


def _value(column: Column[Any], n: int) -> Any:
    if column.nullable and n == ROWS - 1:
        return None
    kind = column.type
    mark = f"{column.table.name}.{column.name}.{n}"
    made = uuid.uuid5(uuid.NAMESPACE_OID, mark)
    length = getattr(kind, "length", None)
    values: dict[type[sa.types.TypeEngine[Any]], Any] = {
        sa.Boolean: bool(n % 2),
        sa.Integer: n + 1,
        sa.DateTime: datetime(2020, 12, 13, 4, 5, 6, 789, tzinfo=UTC) + timedelta(days=n),
        sa.Date: date(2020, 12, 13) + timedelta(days=n),
        sa.LargeBinary: hashlib.sha256(mark.encode()).digest() + bytes([0, n, 255]),
        sa.Float: n + 0.5,
        sa.Numeric: n + 0.5,
        sa.JSON: {"պահված": [mark, n]},
        postgresql.TSVECTOR: f"'homeward':{n + 1}",
        sa.Uuid: made,
        sa.CHAR: made.hex,  # how the vault keeps an id
        sa.String: f"{n} Նմուշ Ёж «{mark}» 🕯"[: length or 300],
    }
    return next(value for known, value in values.items() if isinstance(kind, known))


def rows_of(connection: Connection) -> Rows:
    """Hash every field of every row."""
    known = MetaData()
    known.reflect(connection)
    found: Rows = {}
    for table in known.sorted_tables:
        keys = [column.name for column in table.primary_key]
        found[table.name] = {
            repr([row[key] for key in keys]): {
                name: hashlib.sha256(repr(value).encode()).hexdigest()
                for name, value in row.items()
            }
            for row in connection.execute(sa.select(table)).mappings()
        }
    return found


def lost(before: Rows, after: Rows) -> list[str]:
    """Name every row that is gone and every field that is another one."""
    return [
        f"{table} {row} {field}"
        for table, rows in before.items()
        if table != "alembic_version"
        for row, fields in rows.items()
        for field, was in fields.items()
        if (now := after.get(table, {}).get(row)) is None or now.get(field, was) != was
    ]


# --- a register at a former revision


def vault_at(revision: str, folder: Path) -> VaultFile:
    folder.mkdir(exist_ok=True)
    file = VaultFile(folder / "data.db", KEY)
    migrating.build_vault(file, revision)
    with opened(file) as engine, engine.begin() as connection:
        fill(connection)
    settle(file)
    return file


@contextlib.contextmanager
def opened(file: VaultFile) -> Iterator[Engine]:
    engine = vault_engine(file, Way.MIGRATE)
    try:
        yield engine
    finally:
        engine.dispose()


def read(file: VaultFile) -> Rows:
    with opened(file) as engine, engine.connect() as connection:
        return rows_of(connection)


def digest(file: VaultFile) -> str:
    return hashlib.sha256(file.path.read_bytes()).hexdigest()


# --- faults


class PowerCut(Exception):  # what a test throws
    """Comes after an operation."""


class After:
    """Counts the operations of revisions, and throws or kills after one of them."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.done = 0
        self.stop_after = 0
        real = AbstractOperations.invoke

        def invoke(operations: AbstractOperations, operation: Any) -> Any:
            answer = real(operations, operation)
            self.done += 1
            if self.done == self.stop_after:
                raise PowerCut
            return answer

        patch.setattr(AbstractOperations, "invoke", invoke)


def unchanged_by_faults_in_vault(
    revision: str, patch: pytest.MonkeyPatch, folder: Path, every: int
) -> tuple[int, int]:
    """Throw after operations of the upgrade of a vault; answers how often it was as before."""
    after = After(patch)
    file = vault_at(revision, folder / "once")
    after.done = 0
    migrating.upgrade_vault(file, folder / "once" / "backups")
    stops = [*range(1, after.done, every), after.done]
    file = vault_at(revision, folder / "vault")
    before, unchanged = digest(file), 0
    for stop in stops:
        after.done, after.stop_after = 0, stop
        with pytest.raises(PowerCut):
            migrating.upgrade_vault(file, folder / "backups")
        left = sorted(path.name for path in file.path.parent.iterdir())
        unchanged += digest(file) == before and left == ["data.db"]
    return unchanged, len(stops)


def unchanged_by_faults_in_office(
    revision: str, patch: pytest.MonkeyPatch, engine: Engine, every: int
) -> tuple[int, int]:
    """Do the same on a server: every upgrade is one transaction there."""
    migrating.migrate_whole(engine, revision)
    with engine.begin() as connection:
        fill(connection)
        before = rows_of(connection)
    after = After(patch)
    with contextlib.suppress(PowerCut), engine.begin() as connection:
        migrating.migrate(connection)
        raise PowerCut
    stops = [*range(1, after.done, every), after.done]
    unchanged = 0
    for stop in stops:
        after.done, after.stop_after = 0, stop
        with pytest.raises(PowerCut):
            migrating.migrate_whole(engine)
        with engine.connect() as connection:
            unchanged += rows_of(connection) == before
    return unchanged, len(stops)


_KILLED = """
import os, signal, sys
from pathlib import Path
from alembic.operations.base import AbstractOperations
from app.db import migrating
from app.db.engine import VaultFile
point, path, kept = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
def die(*_any, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
def dying_after(real):
    def call(*given, **named):
        real(*given, **named)
        die()
    return call
if point.isdecimal():
    real, done = AbstractOperations.invoke, []
    def invoke(operations, operation):
        answer = real(operations, operation)
        done.append(1)
        if len(done) == int(point):
            die()
        return answer
    AbstractOperations.invoke = invoke
elif point == "copied":
    migrating.settle = dying_after(migrating.settle)
elif point == "before keeping":
    migrating.keep_original = die
elif point == "before the swap":
    migrating.keep_original = dying_after(migrating.keep_original)
else:
    Path.replace = dying_after(Path.replace)
migrating.upgrade_vault(VaultFile(path, bytes(range(32))), kept)
"""
#: A number: so many operations into the upgrade; the last revision has five.
POINTS = ("3", "copied", "before the swap", "before keeping", "after the swap", "1")


def whole_after_kills(revision: str, folder: Path, points: Sequence[str]) -> int:
    """Kill an upgrade at points of it; answers how often the vault was whole afterwards.

    Before the swap the original must be untouched and upgrade when asked again.
    """
    made = vault_at(revision, folder / "made")
    before, rows, good = digest(made), read(made), 0
    for point in points:
        place = folder / point.replace(" ", "-")
        place.mkdir()
        file = VaultFile(place / "data.db", KEY)
        file.path.write_bytes(made.path.read_bytes())
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, point, str(file.path), str(place / "backups")],
            cwd=ROOT,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        if done.returncode != -signal.SIGKILL:
            continue
        swapped, untouched = point == "after the swap", digest(file) == before
        if not swapped:
            migrating.upgrade_vault(file, place / "backups")
        good += untouched is not swapped and lost(rows, read(file)) == []
    return good

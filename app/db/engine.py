"""Engines: ways into the vault's file (read, write, migrate) and into the office's server."""

import sqlite3
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any  # Any: a DB-API connection has no common type
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2 as driver

from app.db.profile import Profile
from app.errors import CipherMissing, DamagedVault

PLAIN_HEADER = b"SQLite format 3\x00"
_BUSY_SECONDS = 10.0


class Way(StrEnum):
    """What a connection is for."""

    READ = "read"
    WRITE = "write"
    MIGRATE = "migrate"
    APPEND = "append"
    """Much new and nothing changed: evidence. A log beside the file would hold it all twice."""


_CACHE_KIB = {
    Way.READ: 8 * 1024,
    Way.WRITE: 32 * 1024,
    Way.MIGRATE: 32 * 1024,
    Way.APPEND: 32 * 1024,
}
"""Pages a connection may hold; many readers at once must not fill a small machine."""


@dataclass(frozen=True, slots=True)
class Engines:
    """One engine that cannot write, and one for units of work."""

    reading: Engine
    writing: Engine

    def dispose(self) -> None:
        """Close every connection."""
        self.reading.dispose()
        self.writing.dispose()


@dataclass(frozen=True, slots=True)
class VaultFile:
    """The encrypted file and its raw key; the key is never part of a URL, a log or a repr."""

    path: Path
    key: bytes = field(repr=False)
    immutable: bool = False
    """For a medium nothing can be written to, not even beside the file."""
    read_only: bool = False
    """Nothing is written to the file or its log, though a reader's memory may stand beside it."""


def vault_engines(file: VaultFile) -> Engines:
    """Return the two engines of a vault's data file."""
    return Engines(vault_engine(file, Way.READ), vault_engine(file, Way.WRITE))


def vault_engine(file: VaultFile, way: Way) -> Engine:
    """Return an engine on a vault's data file.

    The key is derived once at unlock; a connection by raw key costs a fraction of a millisecond.
    Every connection asserts that the cipher is there and that the file is not plain.
    """

    def connect() -> Any:  # Any: see import
        return open_raw(file, way)

    if way is Way.MIGRATE:
        engine = create_engine(
            "sqlite://",
            module=driver,
            creator=connect,
            poolclass=NullPool,
            hide_parameters=True,  # the text of an error must not carry what was being saved
        )
    else:
        engine = create_engine(
            "sqlite://",
            module=driver,
            creator=connect,
            poolclass=QueuePool,
            hide_parameters=True,
            pool_size=6 if way is Way.READ else 1,
            max_overflow=4,
        )
    _begin_by(engine, "BEGIN" if way is Way.READ else "BEGIN IMMEDIATE")
    return engine


def _begin_by(engine: Engine, statement: str) -> None:
    # The driver is opened with isolation_level=None: without our own BEGIN a failed migration
    # would leave half its tables behind.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def open_raw(file: VaultFile, way: Way) -> Any:  # Any: see import
    """Open one DB-API connection outside any pool and any transaction."""
    _refuse_plain(file.path)
    connection = driver.connect(
        _uri(file),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_SECONDS,
    )
    try:
        _unlock(connection, file)
        _set_up(connection, way)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_plain(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    except FileNotFoundError:
        raise DamagedVault(path.name, "missing") from None
    if header == PLAIN_HEADER:
        raise DamagedVault(path.name, "not_encrypted")


def _uri(file: VaultFile) -> str:
    options = "mode=rw"  # also for reading: a reader of a WAL file writes its shared memory
    if file.immutable:
        options = "mode=ro&immutable=1"
    elif file.read_only:
        options = "mode=ro"
    return f"file:{quote(str(file.path))}?{options}"


def _unlock(connection: Any, file: VaultFile) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA cipher_log_level = NONE")
    cursor.execute(f"PRAGMA key = \"x'{file.key.hex()}'\"")
    version = cursor.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise CipherMissing
    try:
        cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (driver.DatabaseError, sqlite3.DatabaseError) as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise DamagedVault(file.path.name, "unreadable") from None
        raise
    cursor.close()


def _set_up(connection: Any, way: Way) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIB[way]}")
    # Batch migrations copy tables; with foreign keys on, children would be deleted in silence.
    cursor.execute(f"PRAGMA foreign_keys = {'OFF' if way is Way.MIGRATE else 'ON'}")
    if way is Way.READ:
        cursor.execute("PRAGMA query_only = ON")
    elif way is Way.APPEND:
        cursor.execute("PRAGMA journal_mode = DELETE")
        cursor.execute("PRAGMA synchronous = FULL")
    else:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


_PLAN_ANEW = "-c plan_cache_mode=force_custom_plan"
"""A rare word and a common one want different ways to them; a plan for both takes a second."""


def office_engines(profile: Profile) -> Engines:
    """Return the two engines of the office's server."""
    url = URL.create(
        "postgresql+psycopg",
        username=profile.role,
        database=profile.database,
        host=profile.host,
        port=profile.port,
    )

    def engine(**options: Any) -> Engine:  # Any: keyword values handed on to SQLAlchemy
        return create_engine(
            url,
            connect_args=profile.connect_options() | {"options": _PLAN_ANEW},
            pool_pre_ping=True,
            max_overflow=4,
            hide_parameters=True,
            **options,
        )

    reading = engine(
        pool_size=6,
        execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    )
    return Engines(reading, engine(pool_size=2))

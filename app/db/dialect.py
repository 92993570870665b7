"""The only place that asks which database it is."""

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.errors import (
    DamagedVault,
    DiskFull,
    HomewardError,
    ReadOnlyVault,
    RegisterBusy,
    StorageFailed,
)

_HISTORY_LOCK = 0x484F4D45
"""Key of the advisory lock under which entries get their numbers on PostgreSQL."""

_SERIALIZATION = {"40001", "40P01", "55P03"}
_DISK_FULL = "53100"
_READ_ONLY = "25006"


def is_sqlite(connection: Connection) -> bool:
    """Say whether this is the vault's file rather than the office's server."""
    return connection.dialect.name == "sqlite"


def wait_for_history_turn(session: Session) -> None:
    """Let one unit at a time number its history entry; held until the transaction ends.

    In a vault BEGIN IMMEDIATE has already seen to it.
    """
    if not is_sqlite(session.connection()):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _HISTORY_LOCK})


def broken_references(connection: Connection) -> int:
    """Count rows whose foreign key points nowhere; only SQLite can have any."""
    if not is_sqlite(connection):
        return 0
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


def damage(session: Session) -> list[str]:
    """Name the places where the file is damaged; a server looks after its own files.

    Every page is checked against its seal, then the structure, then what points nowhere.
    """
    connection = session.connection()
    if not is_sqlite(connection):
        return []
    found = [
        str(row[0])
        for pragma in ("cipher_integrity_check", "integrity_check")
        for row in connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()
        if row[0] != "ok"
    ]
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return found + [f"{table} {row}" for table, row, *_ in rows]


def coded(error: DBAPIError) -> HomewardError | None:
    """Return the coded error a database's complaint stands for, or None if it is our mistake."""
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _coded_by_state(state)
    return _coded_by_words(str(error.orig))


def _coded_by_state(state: str) -> HomewardError | None:
    if state == _DISK_FULL:
        return DiskFull()
    if state == _READ_ONLY:
        return ReadOnlyVault()
    if state in _SERIALIZATION:
        return RegisterBusy()
    return None


def _coded_by_words(words: str) -> HomewardError | None:
    by_words: dict[str, HomewardError] = {
        "database or disk is full": DiskFull(),
        "readonly database": ReadOnlyVault(),
        "database is locked": RegisterBusy(),
        "disk I/O error": StorageFailed("data.db"),
        "unable to open database file": StorageFailed("data.db"),
        "malformed": DamagedVault("data.db", "malformed"),
        "not a database": DamagedVault("data.db", "unreadable"),
    }
    return next((coded for part, coded in by_words.items() if part in words), None)

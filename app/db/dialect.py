"""The only place that asks which database it is."""

from uuid import UUID

from sqlalchemy import Connection, Select, text
from sqlalchemy.exc import DBAPIError, OperationalError
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

_NUMBERING_LOCK = 0x4E554D42
"""Key of the advisory lock under which cases, incidents and sources get theirs."""

_SERIALIZATION = {"40001", "40P01", "55P03"}
_TAKEN = "23505"
_NO_RIGHT = "42501"
_DISK_FULL = "53100"
_READ_ONLY = "25006"


def is_sqlite(connection: Connection) -> bool:
    """Say whether this is the vault's file rather than the office's server."""
    return connection.dialect.name == "sqlite"


def wait_for_history_turn(session: Session) -> None:
    """Let one unit at a time number its history entry; held until the transaction ends.

    In a vault BEGIN IMMEDIATE has already seen to it.
    """
    _wait_for_turn(session, _HISTORY_LOCK)


def wait_for_numbering_turn(session: Session) -> None:
    """Let one unit at a time take numbers of a series, so that no two take the same."""
    _wait_for_turn(session, _NUMBERING_LOCK)


def hold_rows(session: Session, rows: Select[UUID]) -> None:
    """Hold rows until the transaction ends and see them as they are now, on PostgreSQL.

    What is computed of a case from several tables must be computed by one unit at a time, or the
    later writer keeps what the earlier one did not yet show. Rows that point at these may still be
    inserted by others. A vault has one writer anyhow.
    """
    if is_sqlite(session.connection()):
        return
    session.execute(rows.with_for_update(key_share=True)).all()
    session.expire_all()


def hold_alone(session: Session, rows: Select[UUID]) -> None:
    """Hold rows so that nobody hangs anything on them until the transaction ends, on PostgreSQL.

    What others have hung on them and not saved yet is waited for, and then seen.
    """
    if is_sqlite(session.connection()):
        return
    session.execute(rows.with_for_update()).all()
    session.expire_all()


def _wait_for_turn(session: Session, key: int) -> None:
    if not is_sqlite(session.connection()):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


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


def cipher_of(session: Session) -> str:
    """Name what encrypts: the version of the vault's cipher, or of the line to the server.

    Empty where nothing does.
    """
    connection = session.connection()
    if is_sqlite(connection):
        return str(connection.exec_driver_sql("PRAGMA cipher_version").scalar() or "")
    query = "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl"
    return str(connection.exec_driver_sql(query).scalar() or "")


def is_lost(error: DBAPIError) -> bool:
    """Say whether the server went away, rather than answered with a complaint."""
    return error.connection_invalidated or isinstance(error, OperationalError)


def coded(error: DBAPIError) -> HomewardError | None:
    """Return the coded error a database's complaint stands for, or None if it is our mistake."""
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _coded_by_state(state)
    return coded_words(str(error.orig))


def _coded_by_state(state: str) -> HomewardError | None:
    if state == _DISK_FULL:
        return DiskFull()
    if state in (_READ_ONLY, _NO_RIGHT):
        return ReadOnlyVault()
    # A value taken by somebody a moment ago: trying again shows it.
    if state in _SERIALIZATION or state == _TAKEN:
        return RegisterBusy()
    return None


def coded_words(words: str) -> HomewardError | None:
    """Return what a complaint of the vault's driver stands for, by its words."""
    by_words: dict[str, HomewardError] = {
        "database or disk is full": DiskFull(),
        "readonly database": ReadOnlyVault(),
        "database is locked": RegisterBusy(),
        "UNIQUE constraint failed": RegisterBusy(),
        "disk I/O error": StorageFailed("data.db"),
        "unable to open database file": StorageFailed("data.db"),
        "malformed": DamagedVault("data.db", "malformed"),
        "not a database": DamagedVault("data.db", "unreadable"),
    }
    return next((coded for part, coded in by_words.items() if part in words), None)

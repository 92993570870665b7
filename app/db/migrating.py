"""Runs the revisions: a fresh file is built by them, an older one upgraded on a verified copy.

Apart from `app.db.schema` because alembic takes long to load and an ordinary start needs none.
"""

import contextlib
import os
import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2 as driver

from app import paths
from app.db import dialect
from app.db.engine import VaultFile, Way, open_raw, vault_engine
from app.db.rekeying import settle
from app.db.schema import revision_of
from app.errors import UpgradeFailed


def alembic_config(connection: Connection | None = None) -> Config:
    """Return alembic's configuration, over a connection if one is handed in."""
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()).replace("%", "%%"))
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the revisions still missing, inside the transaction the connection is in."""
    command.upgrade(alembic_config(connection), to)
    broken = dialect.broken_references(connection)
    if broken:
        raise UpgradeFailed(f"{broken} broken references")


def migrate_whole(engine: Engine, to: str = "head") -> None:
    """Run the missing revisions in one transaction: all of them or none."""
    with engine.begin() as connection:
        migrate(connection, to)


def build_vault(file: VaultFile, to: str = "head") -> None:
    """Make a fresh data file, readable by its owner only, by running the migrations."""
    handle = os.open(file.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(handle)
    engine = vault_engine(file, Way.MIGRATE)
    try:
        migrate_whole(engine, to)
    finally:
        engine.dispose()


def upgrade_vault(file: VaultFile, kept: Path) -> None:
    """Upgrade a vault's data file on a copy, verify the copy, then put it in place.

    The original is kept in the folder `kept`. Whatever fails, the original stays as it was.
    Nobody else may have the file open: the caller holds the vault's lock.

    Raises UpgradeFailed.
    """
    copy = file.path.with_name(file.path.name + ".upgrading")
    _remove(copy)
    try:
        found = _copy_verified(file, copy)
        candidate = VaultFile(copy, file.key)
        engine = vault_engine(candidate, Way.MIGRATE)
        try:
            migrate_whole(engine)
        finally:
            engine.dispose()
        settle(candidate)
        _refuse_log(file)
        kept.mkdir(mode=0o700, exist_ok=True)
        keep_original(file.path, kept / f"data-{found}.db")
        copy.replace(file.path)
    except (SQLAlchemyError, driver.Error, OSError) as error:
        _remove(copy)
        raise UpgradeFailed(type(error).__name__) from error
    except BaseException:
        _remove(copy)
        raise
    _sync_folder(file.path.parent)


def keep_original(path: Path, original: Path) -> None:
    """Keep a data file under another name before a new one takes its place.

    By a second name for it; by a copy where the disk knows no second names (FAT).
    """
    original.unlink(missing_ok=True)
    try:
        os.link(path, original)
    except OSError:
        shutil.copyfile(path, original)
        original.chmod(0o600)
        with original.open("rb+") as handle:
            os.fsync(handle.fileno())
    _sync_folder(original.parent)


def _refuse_log(file: VaultFile) -> None:
    """Refuse to swap while a log stands beside: it would be taken for the log of the new file."""
    log = file.path.with_name(f"{file.path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise UpgradeFailed("log")


def _copy_verified(file: VaultFile, copy: Path) -> str:
    """Copy a data file with everything its log holds; return the revision it stands at."""
    handle = os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(handle)
    engine = vault_engine(file, Way.MIGRATE)
    with engine.connect() as connection:
        found = revision_of(connection) or "empty"
    engine.dispose()
    with contextlib.closing(open_raw(file, Way.MIGRATE)) as raw:
        raw.execute("VACUUM INTO ?", (str(copy),))
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    settle(VaultFile(copy, file.key))
    return found


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows has no handle on a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Writes a vault's data file anew under another key, and brings a written one to rest."""

import contextlib
import os
from typing import Any  # Any: a DB-API connection has no common type

from app.db.engine import VaultFile, Way, open_raw
from app.errors import DamagedVault, UpgradeFailed


def copy_under_new_key(present: VaultFile, coming: VaultFile) -> None:
    """Write everything a data file holds, its log included, into a new file with a key of its own.

    `sqlcipher_export` rather than a copy and `PRAGMA rekey`: no page of the new file was ever
    written under the old key. Raises DamagedVault where the two do not hold the same.
    """
    coming.path.unlink(missing_ok=True)
    os.close(os.open(coming.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with contextlib.closing(open_raw(present, Way.MIGRATE)) as raw:
        key = f"x'{coming.key.hex()}'"
        raw.execute("ATTACH DATABASE ? AS coming KEY ?", (str(coming.path), key))
        raw.execute("SELECT sqlcipher_export('coming')").fetchone()
        if _content(raw, "main") != _content(raw, "coming"):
            raise DamagedVault(coming.path.name, "incomplete")
        raw.execute("DETACH DATABASE coming")


def settle(file: VaultFile) -> None:
    """Check every page of a data file and bring it to rest in one file on the disk.

    Raises UpgradeFailed.
    """
    with contextlib.closing(open_raw(file, Way.MIGRATE)) as raw:
        if raw.execute("PRAGMA cipher_integrity_check").fetchall():
            raise UpgradeFailed("cipher_integrity_check")
        if raw.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise UpgradeFailed("quick_check")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.path.open("rb+") as handle:
        os.fsync(handle.fileno())


def _content(raw: Any, schema: str) -> tuple[list[tuple[str, ...]], dict[str, int]]:  # Any: above
    """Return what stands in the schema and how many rows every table has.

    A full-text table has no rows of its own: those of the tables behind it are counted.
    """
    # The names of our own two schemas and of the tables we made; SQL takes no name by binding.
    rows = raw.execute(
        f"SELECT type, name, tbl_name, sql FROM {schema}.sqlite_master "  # noqa: S608  # our names
        "ORDER BY type, name"
    ).fetchall()
    tables = [
        name
        for kind, name, _, sql in rows
        if kind == "table" and not sql.startswith("CREATE VIRTUAL")
    ]
    counts = {
        name: raw.execute(
            f'SELECT count(*) FROM {schema}."{name}"'  # noqa: S608  # our names
        ).fetchone()[0]
        for name in tables
    }
    return rows, counts

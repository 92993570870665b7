"""A vault's data file as a whole: copied while others use it, and looked through for damage."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from app.db import dialect
from app.db.engine import VaultFile, Way, open_raw
from app.errors import DamagedVault

_STEPS = 200_000
"""Steps of the database between two looks whether somebody asked to stop."""


def copy_at_rest[T](
    file: VaultFile, to: Path, look: Callable[[], T], stop: Callable[[], bool]
) -> tuple[T, bool] | None:
    """Copy a data file under its own key into a new file, as it is at one moment.

    `look` is called before; the answer says whether nobody wrote between the look and the end of
    the copy, so that both saw the same. VACUUM INTO cannot run inside a transaction that would
    make sure of it. None: `stop` said to stop.

    Raises DiskFull, ReadOnlyVault, StorageFailed, DamagedVault.
    """
    with contextlib.closing(open_raw(file, Way.READ)) as raw:
        raw.execute("PRAGMA query_only = OFF")  # VACUUM INTO writes, though not to this file
        before = raw.execute("PRAGMA data_version").fetchone()
        seen = look()
        os.close(os.open(to, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        raw.set_progress_handler(lambda: int(stop()), _STEPS)
        try:
            raw.execute("VACUUM INTO ?", (str(to),))
        except driver.Error as error:
            to.unlink(missing_ok=True)
            if stop():
                return None
            raise dialect.coded_words(str(error)) or DamagedVault(file.path.name, "copy") from error
        finally:
            raw.set_progress_handler(None, 0)
        return seen, raw.execute("PRAGMA data_version").fetchone() == before


def is_whole(file: VaultFile) -> bool:
    """Say whether every page carries its seal and the structure holds; opens as `open_raw`."""
    with contextlib.closing(open_raw(file, Way.READ)) as raw:
        try:
            sealed = not raw.execute("PRAGMA cipher_integrity_check").fetchall()
            return sealed and raw.execute("PRAGMA quick_check").fetchone() == ("ok",)
        except driver.Error:
            return False


def points_nowhere(file: VaultFile) -> list[str]:
    """Name the tables with rows that point at what is not there."""
    with contextlib.closing(open_raw(file, Way.READ)) as raw:
        rows = raw.execute("PRAGMA foreign_key_check").fetchall()
    return sorted({str(row[0]) for row in rows})


def one_file(file: VaultFile) -> None:
    """Leave a data file as one file, with no log beside it."""
    with contextlib.closing(open_raw(file, Way.MIGRATE)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode = DELETE")

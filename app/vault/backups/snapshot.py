"""One moment of a register as an encrypted data file, while others go on reading and writing."""

from functools import partial
from itertools import filterfalse
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, inspect, select, table

from app.db import schema
from app.db.engine import VaultFile, Way, vault_engine
from app.db.whole_file import copy_at_rest, one_file
from app.db.word_index import is_of_index
from app.errors import Stopped
from app.vault.backups.copying import Tally, put_on_disk
from app.vault.backups.manifest import Content
from app.vault.folder import OpenVault
from app.vault.office import OpenOffice
from models import all_tables  # noqa: F401  # every table is copied
from models.base import Base
from models.history import HistoryEntry

_TRIES = 3
_ROWS = 2000


def write_snapshot(place: OpenVault | OpenOffice, to: Path, tally: Tally) -> Content:
    """Write a register as it is at one moment to a new data file, sealed by the register's key.

    Return what it held. Raises Stopped, DiskFull, ReadOnlyVault, StorageFailed, DamagedVault.
    """
    copy = VaultFile(to, place.keys.data_key)
    if isinstance(place, OpenVault):
        content = _of_vault(place.data_file, copy, tally)
    else:
        content = _of_office(place, copy, tally)
    put_on_disk(to)
    return content


def content_of(connection: Connection) -> Content:
    """Count the rows of every table and look where the history ends.

    The index of words is left out: it is made anew from the rest wherever it is wanting.
    """
    names = sorted(filterfalse(is_of_index, inspect(connection).get_table_names()))
    counts = {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        for name in names
    }
    head = connection.execute(
        select(HistoryEntry.seq, HistoryEntry.hash).order_by(HistoryEntry.seq.desc()).limit(1)
    ).one_or_none()
    return Content(
        tables=counts,
        seq=0 if head is None else head.seq,
        head=b"" if head is None else head.hash,
        schema=schema.revision_of(connection) or "",
    )


def content_of_file(file: VaultFile) -> Content:
    """Do the same for a data file."""
    engine = vault_engine(file, Way.READ)
    try:
        with engine.connect() as connection:
            return content_of(connection)
    finally:
        engine.dispose()


def _of_vault(file: VaultFile, copy: VaultFile, tally: Tally) -> Content:
    """Copy a vault's data file; what the copy must hold is counted from the register itself.

    Where somebody saved meanwhile both are done again; where they never stop, the copy is counted.
    """
    for _ in range(_TRIES):
        done = copy_at_rest(file, copy.path, partial(content_of_file, file), tally.cancelled)
        if done is None:
            raise Stopped
        content, unmoved = done
        if unmoved:
            break
    else:
        content = content_of_file(VaultFile(copy.path, copy.key, immutable=True))
    tally.add(copy.path.stat().st_size)
    return content


def _of_office(place: OpenOffice, copy: VaultFile, tally: Tally) -> Content:
    """Copy every table of a server in one snapshot (REPEATABLE READ) into a file of our own."""
    from app.db import migrating  # noqa: PLC0415  # alembic loads slowly; a vault needs none here

    migrating.build_vault(copy)
    target = vault_engine(copy, Way.MIGRATE)
    try:
        with place.engines.reading.connect() as source, target.begin() as into:
            content = content_of(source)
            copy_rows(source, into, tally)
    finally:
        target.dispose()
    one_file(copy)
    return content


def copy_rows(source: Connection, into: Connection, tally: Tally) -> None:
    """Copy the rows of all tables, whichever database they come from or go to.

    The two databases keep the index of words each in its own way: it is built anew at the opening.
    """
    for one in Base.metadata.sorted_tables:
        if not is_of_index(one.name):
            _copy_table(source, into, one, tally)


def _copy_table(source: Connection, into: Connection, one: Table, tally: Tally) -> None:
    rows = source.execution_options(yield_per=_ROWS).execute(select(one))
    for chunk in rows.mappings().partitions(_ROWS):
        into.execute(insert(one), [dict(row) for row in chunk])
        tally.add(0)

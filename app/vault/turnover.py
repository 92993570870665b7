"""The file of a coming epoch beside `data.db`, and what opening does with one that a crash left.

`vault.json` alone decides: it names the epoch, and the coming file carries the number of its own in
its name. Until `vault.json` says that number the coming file counts for nothing; from then on it is
the register.
"""

from pathlib import Path

from app.db.engine import VaultFile, Way, open_raw
from app.vault.files import coded_failures, sync_folder, write_whole
from app.vault.header import DATA, SPARE, Header

_COMING = f"{DATA}.epoch-"
_BESIDE = ("-wal", "-shm", "-journal")


def coming_path(folder: Path, epoch: int) -> Path:
    """Return where the data file of an epoch is made before it takes its place."""
    return folder / f"{_COMING}{epoch}"


def finish(folder: Path, header: Header, data_key: bytes) -> None:
    """Put the data file of the header's epoch in its place, if it still stands beside.

    Whatever else of the kind lies there was never begun to count and is removed. The caller holds
    the vault's lock, and nobody has the file open. Raises DamagedVault where the file is not what
    the header's key opens; DiskFull, ReadOnlyVault, StorageFailed.
    """
    coming = coming_path(folder, header.epoch)
    with coded_failures(folder):
        if coming.exists():
            open_raw(VaultFile(coming, data_key), Way.READ).close()
            _remove_beside(coming)
            # The spare first: from the next line on only the new header opens the register.
            write_whole(folder / SPARE, header.to_bytes())
            _remove_beside(folder / DATA)
            coming.replace(folder / DATA)
            sync_folder(folder)
        for left in folder.glob(f"{_COMING}*"):
            left.unlink()


def abandon(folder: Path, epoch: int) -> None:
    """Remove a coming data file that is not to count."""
    coming = coming_path(folder, epoch)
    coming.unlink(missing_ok=True)
    _remove_beside(coming)


def _remove_beside(path: Path) -> None:
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)

"""Says whether a vault is broken, so that a backup may take its place; a healthy one never is."""

from enum import StrEnum
from pathlib import Path

from app.clock import Clock
from app.db.engine import VaultFile
from app.db.whole_file import is_whole
from app.errors import AlreadyThere, DamagedVault, NotAVault, WrongKey
from app.vault.backups.evidence_copies import DataKeyOf, shards_in
from app.vault.files import coded_failures
from app.vault.folder import BACKUPS, EVIDENCE
from app.vault.header import DATA, HEADER, SPARE, Header, read_header
from app.vault.lock import LOCK, VaultLock
from app.vault.slots import open_slot

_OURS = frozenset({HEADER, SPARE, DATA, EVIDENCE, BACKUPS, LOCK})


class Target(StrEnum):
    """What stands where a register is to be restored."""

    NOTHING = "nothing"
    BROKEN = "broken"


def look_at_target(vault: Path, user: str | None, passphrase: str, clock: Clock) -> Target:
    """Say what stands where a register is to be restored.

    Only what can be shown to be a broken vault may be set aside: one whose keys or whose data file
    are damaged or gone. Raises AlreadyThere for anything else, VaultInUse, NewerVault.
    """
    if not vault.exists() and not vault.is_symlink():
        return Target.NOTHING
    if not vault.is_dir():
        raise AlreadyThere(vault)
    if not any(vault.iterdir()):
        return Target.NOTHING
    if not _is_broken(vault, user, passphrase):
        raise AlreadyThere(vault)
    with coded_failures(vault):
        VaultLock.take(vault, "", clock).release()  # nobody may be at work in it
    return Target.BROKEN


def _is_broken(vault: Path, user: str | None, passphrase: str) -> bool:
    try:
        header = read_header(vault).header
    except DamagedVault:
        return True
    except NotAVault:
        return _are_remains(vault)
    if not (vault / DATA).is_file():
        return True
    try:
        data_key = _data_key(header, user, passphrase)
    except WrongKey:
        return False  # nothing shows that it is broken
    except DamagedVault:
        return True
    return not _data_is_whole(vault, header, data_key)


def _are_remains(vault: Path) -> bool:
    """Say whether a folder holds what is left of a vault, and nothing else."""
    names = {path.name for path in vault.iterdir()}
    return bool(names & {EVIDENCE, BACKUPS}) and all(
        name in _OURS or name.startswith((f"{DATA}-", f"{DATA}.", f".{HEADER}", f".{SPARE}"))
        for name in names
    )


def _data_key(header: Header, user: str | None, passphrase: str) -> bytes:
    """Open whichever slot the passphrase fits; raises WrongKey, DamagedVault."""
    wanted = [slot for slot in header.members if user is None or slot.name == user]
    for slot in wanted:
        try:
            return open_slot(slot, header.register_id, header.epoch, passphrase).data_key
        except WrongKey:
            continue
    raise WrongKey


def _data_is_whole(vault: Path, header: Header, data_key: bytes) -> bool:
    file = VaultFile(vault / DATA, data_key)
    try:
        if not is_whole(file):
            return False
        return all(
            (vault / EVIDENCE / shard.file).is_file()
            and (
                shard.epoch != header.epoch
                or is_whole(VaultFile(vault / EVIDENCE / shard.file, shard.key(_only(data_key))))
            )
            for shard in shards_in(file)
        )
    except DamagedVault:
        return False


def _only(data_key: bytes) -> DataKeyOf:
    return lambda _epoch: data_key
